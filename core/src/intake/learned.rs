//! Weights for the subjects of a directory: those that the library brings where all subjects are of its
//! taxonomy, else weights of the directory's own examples where every subject has some.
//!
//! The two are never mixed, and no subject without examples stands beside others with them: it would
//! hardly ever be first.

use std::collections::HashMap;

use rust_stemmers::Stemmer;

use super::certainty::{Certainty, FIRST, OTHER, SCOPE, STANDING};
use super::linear::{Examples, Features, Found, Table, fit};
use super::segments::segments;
use super::texts::{Field, texts};
use super::words::{Words, beginning};
use crate::taxonomy::{Example, Subject};

/// A subject with fewer examples has none to learn from.
const FEWEST_EXAMPLES: usize = 3;

/// Examples of more features, times subjects, would take more than about a second: they only sharpen
/// the words of their subjects.
const MOST_TO_LEARN: usize = 25_000_000;

/// What the words of a subject's own texts weigh, beside weights that were learned.
const TEXTS: f64 = 0.6;

/// Less evidence of words than this is not all there can be.
const FEW_WORDS: f64 = 4.0;

/// Weights for subjects.
pub(super) struct Learned {
    table: Table,
    /// By subject, its answer in the table; archived ones have none.
    answers: Vec<Option<usize>>,
    certainty: Certainty,
}

/// A message as weights read it.
pub(super) struct LearnedReading {
    found: Found,
    /// By answer.
    evidence: Vec<f64>,
    /// By answer, its greatest lead in a part of the message.
    leads_in_parts: Vec<f64>,
    /// What a unit of the words' evidence adds to the evidence of a subject.
    worth_of_words: f64,
}

impl Learned {
    /// Weights that the library brings for `known` subjects, if there are subjects and every one is one of
    /// them. Ids tell: who gives one another meaning has to give it another id.
    pub(super) fn brought(
        table: Table,
        known: &[&str],
        subjects: &[Subject],
        certainty: &Certainty,
    ) -> Option<Learned> {
        let mut answers = Vec::with_capacity(subjects.len());
        for subject in subjects {
            answers.push(match subject.archived {
                true => None,
                false => Some(known.iter().position(|id| *id == subject.id)?),
            });
        }
        let is_any = answers.iter().any(Option::is_some);
        is_any.then(|| Learned { table, answers, certainty: certainty.clone() })
    }

    /// Weights of the directory's own examples, if every subject has enough.
    pub(super) fn of_examples(
        stemmer: &Stemmer,
        subjects: &[Subject],
        examples: &[Example],
        certainty: &Certainty,
    ) -> Option<Learned> {
        let mut answers = vec![None; subjects.len()];
        let mut answer_of: HashMap<&str, usize> = HashMap::new();
        for (answer, subject) in answers.iter_mut().zip(subjects).filter(|(_, subject)| !subject.archived) {
            *answer = Some(answer_of.len());
            answer_of.insert(&subject.id, answer_of.len());
        }
        let mut counts = vec![0; answer_of.len()];
        for example in examples {
            let answer = answer_of.get(example.subject.as_str());
            if let Some(count) = answer.and_then(|answer| counts.get_mut(*answer)) {
                *count += 1;
            }
        }
        if counts.len() < 2 || counts.iter().any(|count| *count < FEWEST_EXAMPLES) {
            return None;
        }
        let mut learned = Examples::default();
        add_texts(&mut learned, stemmer, subjects, |subject| {
            answer_of.get(subject.id.as_str()).copied().into_iter().collect()
        });
        for example in examples {
            let Some(answer) = answer_of.get(example.subject.as_str()) else { continue };
            learned.add(&Features::of(stemmer, &Words::of(beginning(&example.text).0)), vec![*answer]);
            if learned.features() * counts.len() > MOST_TO_LEARN {
                return None;
            }
        }
        let table = fit(&learned, counts.len(), usize::MAX);
        Some(Learned { table, answers, certainty: certainty.clone() })
    }

    #[cfg(feature = "training")]
    pub(super) fn new(table: Table, answers: Vec<Option<usize>>, certainty: Certainty) -> Learned {
        Learned { table, answers, certainty }
    }

    /// Reads a message, of which `words_evidence` is what the subjects' own words say.
    pub(super) fn read(
        &self,
        text: &str,
        words: &Words,
        features: &Features,
        words_evidence: &[f64],
    ) -> LearnedReading {
        let found = self.table.find(features);
        let mut evidence = self.table.evidence(&found, 0..u32::MAX);
        let most = words_evidence.iter().copied().fold(FEW_WORDS, f64::max);
        for (answer, of_words) in self.answers.iter().zip(words_evidence) {
            if let Some(evidence) = answer.and_then(|answer| evidence.get_mut(answer)) {
                *evidence += TEXTS * of_words / most;
            }
        }
        // The first part is there wherever a word is.
        let parts = segments(text, words);
        let mut leads_in_parts = vec![if parts.is_empty() { 0.0 } else { f64::NEG_INFINITY }; evidence.len()];
        for part in parts {
            for (lead, in_part) in leads_in_parts.iter_mut().zip(leads(&self.table.evidence(&found, part))) {
                *lead = lead.max(in_part);
            }
        }
        LearnedReading { found, evidence, leads_in_parts, worth_of_words: TEXTS / most }
    }

    /// Subjects, their evidence and what it is worth, the best first.
    pub(super) fn rank(&self, reading: &LearnedReading, scope: [f64; SCOPE]) -> Vec<(usize, f64)> {
        let standings = self.standings(reading);
        let mut most = 1.0;
        let score = |(rank, (subject, _)): (usize, &(usize, [f64; STANDING]))| {
            let score = match rank {
                0 => self.certainty.first.probability(of_first(&standings, scope)),
                _ => self.certainty.also.probability(of_other(&standings, rank)),
            };
            // The regressions differ, but the order stays that of the evidence.
            most = f64::min(most, score);
            (*subject, most)
        };
        standings.iter().enumerate().map(score).collect()
    }

    /// Subjects and what speaks for them, the best first.
    pub(super) fn standings(&self, reading: &LearnedReading) -> Vec<(usize, [f64; STANDING])> {
        let leads = leads(&reading.evidence);
        let standing = |(subject, answer): (usize, &Option<usize>)| {
            let answer = (*answer)?;
            let lead_in_parts = reading.leads_in_parts.get(answer)?;
            Some((subject, [*reading.evidence.get(answer)?, *leads.get(answer)?, *lead_in_parts]))
        };
        let mut standings: Vec<(usize, [f64; STANDING])> =
            self.answers.iter().enumerate().filter_map(standing).collect();
        standings.sort_by(|(a, [more, ..]), (b, [less, ..])| less.total_cmp(more).then(a.cmp(b)));
        standings
    }

    /// What each word says for a subject: `of_words` is what its own words say.
    pub(super) fn words_for(
        &self,
        reading: &LearnedReading,
        subject: usize,
        of_words: Vec<(u32, f64)>,
    ) -> Vec<(u32, f64)> {
        let Some(answer) = self.answers.get(subject).copied().flatten() else { return Vec::new() };
        let mut words = self.table.words_for(&reading.found, answer);
        words.extend(of_words.into_iter().map(|(word, evidence)| (word, evidence * reading.worth_of_words)));
        words
    }
}

impl LearnedReading {
    /// Whether any weight is known for the message.
    pub(super) fn says_something(&self) -> bool {
        !self.found.is_empty()
    }
}

/// What speaks for the first.
pub(super) fn of_first(standings: &[(usize, [f64; STANDING])], scope: [f64; SCOPE]) -> [f64; FIRST] {
    let of = |rank: usize| standings.get(rank).map_or([0.0; STANDING], |(_, standing)| *standing);
    let [evidence, lead, in_part] = of(0);
    let (second, third) = (of(1), of(2));
    let [any, kind] = scope;
    [evidence, lead, in_part, second[0] - third[0], in_part.min(second[2]), any, kind]
}

/// What speaks for the one of a rank behind the first.
pub(super) fn of_other(standings: &[(usize, [f64; STANDING])], rank: usize) -> [f64; OTHER] {
    let of = |rank: usize| standings.get(rank).map_or([0.0; STANDING], |(_, standing)| *standing);
    let [evidence, lead, in_part] = of(rank);
    [evidence, lead, in_part, in_part.min(of(0)[2]), evidence - of(if rank == 1 { 2 } else { 1 })[0]]
}

/// By answer, how far it leads over the strongest other one; negative for all but one.
fn leads(evidence: &[f64]) -> Vec<f64> {
    let (mut first, mut second) = (f64::NEG_INFINITY, f64::NEG_INFINITY);
    for one in evidence {
        if *one > first {
            (first, second) = (*one, first);
        } else {
            second = second.max(*one);
        }
    }
    // Alone, an answer leads over nothing at all.
    let other = |of: f64| if of == first { second.max(-1.0) } else { first };
    evidence.iter().map(|one| one - other(*one)).collect()
}

/// Adds the subjects' own texts as examples of them.
pub(super) fn add_texts(
    examples: &mut Examples,
    stemmer: &Stemmer,
    subjects: &[Subject],
    answers_of: impl Fn(&Subject) -> Vec<usize>,
) {
    for subject in subjects {
        // Questions are asked once the subject is known: no message says them.
        for (_, text) in texts(subject).filter(|(field, _)| *field != Field::Question) {
            let words = Words::of(text);
            if words.len() > 0 {
                examples.add(&Features::of(stemmer, &words), answers_of(subject));
            }
        }
    }
}

#[cfg(all(test, feature = "weights"))]
mod tests {
    use super::*;
    use crate::intake::brought::Brought;
    use crate::intake::french;

    fn subject(id: String) -> Subject {
        Subject {
            id,
            theme: "t".to_owned(),
            label: "Aide".to_owned(),
            description: None,
            keywords: Vec::new(),
            archived: false,
            questions: Vec::new(),
        }
    }

    /// Whether weights are learned of so many examples of each of so many subjects.
    fn learns(subjects: usize, of_each: usize) -> bool {
        let subjects: Vec<Subject> = (0..subjects).map(|number| subject(format!("s{number}"))).collect();
        let examples: Vec<Example> = subjects
            .iter()
            .flat_map(|subject| (0..of_each).map(|number| (subject.id.clone(), number)))
            .map(|(subject, number)| Example { text: format!("{subject} mot{number} et la suite"), subject })
            .collect();
        let certainty = Brought::get().map(|brought| brought.certainty);
        certainty
            .and_then(|certainty| Learned::of_examples(&french::stemmer(), &subjects, &examples, &certainty))
            .is_some()
    }

    #[test]
    fn examples_are_learned_where_there_are_enough_and_not_too_many() {
        assert!(learns(2, 3) && learns(20, 5));
        assert!(!learns(2, 2) && !learns(1, 30) && !learns(0, 0));
        // A hundred times a second's worth: found out before anything is learned.
        assert!(!learns(5_000, 20));
    }

    #[test]
    fn subjects_of_the_default_taxonomy_have_the_librarys_weights() {
        let weights = |ids: &[&str]| {
            let subjects: Vec<Subject> = ids.iter().map(|id| subject((*id).to_owned())).collect();
            let brought = Brought::get();
            brought.and_then(|brought| {
                Learned::brought(brought.table, &brought.subjects, &subjects, &brought.certainty)
            })
        };
        assert!(weights(&["recruter", "tresorerie"]).is_some());
        assert!(weights(&["recruter", "voirie"]).is_none() && weights(&[]).is_none());
    }
}

//! What each word says of each subject: BM25 over the subjects' own texts.
//!
//! A subject is a document whose fields weigh differently: its label, description, keywords and
//! questions, and the examples that the directory brings. Terms are stems, and pairs of stems that
//! stand near each other. A message is the query. Nothing is trained, so that any taxonomy works, and
//! every score is a sum of words that can be shown.

use std::collections::HashMap;

use rustc_hash::{FxHashMap, FxHashSet};

use super::texts::{Field, texts};
use super::vocabulary::{Known, MOST_FAULTY, Term, Vocabulary};
use super::words::{Words, beginning};
use crate::taxonomy::{Example, Subject};

/// How much a text of a subject says.
fn weight(field: Field) -> f64 {
    match field {
        Field::Label => 3.0,
        Field::Description | Field::Keyword => 2.0,
        Field::Question => 0.5,
    }
}

/// How much an example says.
const EXAMPLE: f64 = 1.0;

/// BM25: how soon a repeated term stops saying more, and how far long documents are held back.
const SATURATION: f64 = 1.2;
const LENGTH: f64 = 0.3;

/// What a pair of terms adds to the two.
const PAIR: f64 = 0.5;

/// What a word with a typing fault is worth: it may be another word.
const FAULTY: f64 = 0.7;

/// A compiled taxonomy.
pub(super) struct Bm25 {
    vocabulary: Vocabulary,
    features: FxHashMap<Feature, Postings>,
    postings: Vec<Posting>,
    /// What a word says that one subject alone has, once: the unit of [`Scores`].
    unit: f64,
    subjects: usize,
}

/// A term, or a pair of terms, the smaller first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Feature(Term, Term);

const ALONE: Term = Term::MAX;

#[derive(Clone, Copy)]
struct Postings {
    start: u32,
    end: u32,
}

/// What a feature says of a subject.
#[derive(Clone, Copy)]
struct Posting {
    subject: u32,
    weight: f32,
}

/// A message as the model reads it.
pub(super) struct Reading {
    features: Vec<Found>,
    /// Words that were taken for another, and the term.
    pub(super) faulty: Vec<(u32, Term)>,
    /// Words that are neither stop words nor numbers.
    pub(super) telling: usize,
}

/// A feature of a message, and the words it stands on: twice the same where it is one word.
struct Found {
    postings: Postings,
    words: [u32; 2],
    worth: f64,
}

impl Bm25 {
    /// Compiles the texts of subjects, of which archived ones are passed over.
    pub(super) fn new(subjects: &[Subject], examples: &[Example]) -> Bm25 {
        let mut examples_of: HashMap<&str, Vec<&Example>> = HashMap::new();
        for example in examples {
            examples_of.entry(&example.subject).or_default().push(example);
        }
        let mut builder = Builder::new();
        for (number, subject) in subjects.iter().enumerate().filter(|(_, subject)| !subject.archived) {
            builder.begin(number as u32);
            for (field, text) in texts(subject) {
                builder.add(text, weight(field));
            }
            for example in examples_of.get(subject.id.as_str()).into_iter().flatten() {
                builder.add(beginning(&example.text).0, EXAMPLE);
            }
        }
        builder.finish(subjects.len())
    }

    /// Reads a message.
    pub(super) fn read(&self, words: &Words) -> Reading {
        let mut reading = Reading { features: Vec::new(), faulty: Vec::new(), telling: 0 };
        let mut guesses = MOST_FAULTY;
        let mut seen: FxHashSet<Feature> = FxHashSet::default();
        // The last two telling words.
        let mut before: [Option<(u32, Term, f64)>; 2] = [None; 2];
        for (number, (word, folded)) in words.iter().enumerate() {
            let number = number as u32;
            let (term, worth) = match self.vocabulary.find(folded, word.is_name, &mut guesses) {
                Known::Stop => continue,
                Known::Stranger => {
                    reading.telling += 1;
                    before = [None, before[0]];
                    continue;
                }
                Known::Term(term) => (term, 1.0),
                Known::Resembles(term) => {
                    reading.faulty.push((number, term));
                    (term, FAULTY)
                }
            };
            reading.telling += 1;
            let mut add = |feature: Feature, words: [u32; 2], worth: f64| {
                if let Some(postings) = self.features.get(&feature)
                    && seen.insert(feature)
                {
                    reading.features.push(Found { postings: *postings, words, worth });
                }
            };
            add(Feature(term, ALONE), [number; 2], worth);
            for (other, other_term, other_worth) in before.into_iter().flatten() {
                if other_term != term {
                    let worth = worth.min(other_worth);
                    add(Feature(term.min(other_term), term.max(other_term)), [other, number], worth);
                }
            }
            before = [Some((number, term, worth)), before[0]];
        }
        reading
    }

    /// The evidence for each subject, in the order in which they were given.
    pub(super) fn score(&self, reading: &Reading) -> Vec<f64> {
        let mut scores = vec![0.0; self.subjects];
        for found in &reading.features {
            for posting in self.postings_of(found) {
                if let Some(score) = scores.get_mut(posting.subject as usize) {
                    *score += self.evidence(found, posting);
                }
            }
        }
        scores
    }

    /// What each word says for a subject: its number and its evidence, once for each feature of it.
    pub(super) fn words_for(&self, reading: &Reading, subject: usize) -> Vec<(u32, f64)> {
        let mut words: Vec<(u32, f64)> = Vec::new();
        for found in &reading.features {
            let postings = self.postings_of(found);
            let place = postings.binary_search_by_key(&subject, |posting| posting.subject as usize);
            let Some(posting) = place.ok().and_then(|place| postings.get(place)) else { continue };
            for word in found.words {
                words.push((word, self.evidence(found, posting) / 2.0));
            }
        }
        words
    }

    /// The subjects for which anything speaks, and how likely each is meant, the best first.
    pub(super) fn rank(evidence: &[f64]) -> Vec<(usize, f64)> {
        let spoken_for = evidence.iter().copied().enumerate().filter(|(_, evidence)| *evidence > 0.0);
        let mut ranked: Vec<(usize, f64)> = spoken_for.collect();
        ranked.sort_by(|(a, more), (b, less)| less.total_cmp(more).then(a.cmp(b)));
        let [best, second] = [0, 1].map(|rank| ranked.get(rank).map_or(0.0, |(_, evidence)| *evidence));
        for (rank, (_, evidence)) in ranked.iter_mut().enumerate() {
            *evidence = probability(*evidence, if rank == 0 { second } else { best });
        }
        ranked
    }

    /// A spelling of a term.
    pub(super) fn shown(&self, term: Term) -> Option<&str> {
        self.vocabulary.shown(term)
    }

    /// What a feature says, in the order of the subjects.
    fn postings_of(&self, found: &Found) -> &[Posting] {
        let range = found.postings.start as usize..found.postings.end as usize;
        self.postings.get(range).unwrap_or(&[])
    }

    fn evidence(&self, found: &Found, posting: &Posting) -> f64 {
        f64::from(posting.weight) * found.worth / self.unit
    }

    /// How many bytes it takes, allocations counted by what they hold.
    #[cfg(test)]
    pub(super) fn size(&self) -> usize {
        self.vocabulary.size()
            + self.features.capacity() * (size_of::<(Feature, Postings)>() + 1)
            + self.postings.capacity() * size_of::<Posting>()
    }
}

struct Builder {
    vocabulary: Vocabulary,
    /// Frequencies by feature, then by subject in the order of subjects.
    frequencies: FxHashMap<Feature, Vec<(u32, f64)>>,
    /// Subject and length.
    lengths: Vec<(u32, f64)>,
}

impl Builder {
    fn new() -> Builder {
        Builder { vocabulary: Vocabulary::new(), frequencies: FxHashMap::default(), lengths: Vec::new() }
    }

    fn begin(&mut self, subject: u32) {
        self.lengths.push((subject, 0.0));
    }

    /// Adds a text to the subject that was begun.
    fn add(&mut self, text: &str, weight: f64) {
        let words = Words::of(text);
        let terms: Vec<Term> = words.iter().filter_map(|(_, word)| self.vocabulary.learn(word)).collect();
        let Some((subject, length)) = self.lengths.last_mut() else { return };
        // A phrase of four words says less for each of them than a keyword that is one word.
        let weight = weight / (terms.len() as f64).sqrt();
        for (at, term) in terms.iter().enumerate() {
            let near = terms.iter().take(at).rev().take(2).filter(|other| *other != term);
            let pairs = near.map(|other| Feature(*term.min(other), *term.max(other)));
            for feature in std::iter::once(Feature(*term, ALONE)).chain(pairs) {
                *length += weight;
                let frequencies = self.frequencies.entry(feature).or_default();
                match frequencies.last_mut() {
                    Some((last, frequency)) if last == subject => *frequency += weight,
                    _ => frequencies.push((*subject, weight)),
                }
            }
        }
    }

    fn finish(mut self, subjects: usize) -> Bm25 {
        self.vocabulary.finish();
        let documents = self.lengths.len() as f64;
        let mean =
            (self.lengths.iter().map(|(_, length)| length).sum::<f64>() / documents).max(f64::MIN_POSITIVE);
        let held_back: FxHashMap<u32, f64> = self
            .lengths
            .iter()
            .map(|(subject, length)| (*subject, SATURATION * (1.0 - LENGTH + LENGTH * length / mean)))
            .collect();
        let mut model = Bm25 {
            vocabulary: self.vocabulary,
            features: FxHashMap::with_capacity_and_hasher(self.frequencies.len(), Default::default()),
            postings: Vec::with_capacity(self.frequencies.values().map(Vec::len).sum()),
            unit: rarity(documents, 1.0),
            subjects,
        };
        for (feature, frequencies) in self.frequencies {
            let rarity =
                rarity(documents, frequencies.len() as f64) * if feature.1 == ALONE { 1.0 } else { PAIR };
            let start = model.postings.len() as u32;
            for (subject, frequency) in frequencies {
                let Some(held_back) = held_back.get(&subject) else { continue };
                let weight = rarity * frequency * (SATURATION + 1.0) / (frequency + held_back);
                model.postings.push(Posting { subject, weight: weight as f32 });
            }
            model.features.insert(feature, Postings { start, end: model.postings.len() as u32 });
        }
        model
    }
}

/// How likely a subject is meant, by its evidence and its strongest rival's.
///
/// A logistic regression, its coefficients rounded: over the messages that settings were chosen by, and
/// over the taxonomy's examples, each by a model that had not seen it (`core/tests/messages/README.md` says more).
fn probability(evidence: f64, rival: f64) -> f64 {
    // The half keeps a single weak word without any rival from looking certain.
    let share = evidence / (evidence + rival + 0.5);
    1.0 / (1.0 + libm::exp(7.2 - 0.4 * evidence - 13.0 * share))
}

/// BM25's inverse document frequency. `libm` gives the same digits on every platform.
fn rarity(documents: f64, having: f64) -> f64 {
    libm::log((documents - having + 0.5) / (having + 0.5) + 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::directory::Directory;

    #[test]
    fn the_default_taxonomy_takes_less_than_a_megabyte() {
        let directory = Directory::from_json(include_str!("../../data/taxonomy.json"))
            .map(|directory| Bm25::new(directory.subjects(), directory.examples()).size());
        assert!(directory.is_ok_and(|bytes| bytes < 1_000_000));
    }

    #[test]
    fn a_taxonomy_without_anything_to_say_is_a_model_too() {
        let model = Bm25::new(&[], &[]);
        let words = Words::of("un message");
        assert_eq!(model.score(&model.read(&words)), Vec::<f64>::new());
    }

    #[test]
    fn many_examples_of_many_subjects_are_read_once() {
        // A loop over all examples for each subject would hang this test.
        let subjects: Vec<Subject> = (0..10_000)
            .map(|number| Subject {
                id: number.to_string(),
                theme: "t".to_owned(),
                label: "Recruter".to_owned(),
                description: None,
                keywords: Vec::new(),
                archived: false,
                questions: Vec::new(),
            })
            .collect();
        let examples: Vec<Example> = (0..200_000)
            .map(|number| Example { subject: (number % 10_000).to_string(), text: "aide".to_owned() })
            .collect();
        let model = Bm25::new(&subjects, &examples);
        assert!(model.score(&model.read(&Words::of("recruter"))).iter().all(|score| *score > 0.0));
    }
}

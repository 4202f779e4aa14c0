//! What a message says of each subject, and of none: the subjects' own words, and weights where there
//! are some for this taxonomy.

use rust_stemmers::Stemmer;

use super::bm25::{self, Bm25};
use super::brought::Brought;
use super::french;
use super::learned::{Learned, LearnedReading};
use super::linear::Features;
use super::scope::{OutOfScope, Scope, ScopeReading, WITHIN};
use super::words::Words;
use crate::taxonomy::{Example, Subject};

/// A compiled taxonomy.
pub(super) struct Model {
    stemmer: Stemmer,
    bm25: Bm25,
    /// None where the taxonomy is another than the library's and has too few examples.
    learned: Option<Learned>,
    /// None where the library was built without weights, or the taxonomy is another than its own.
    scope: Option<Scope>,
}

/// A message, read and judged.
pub(super) struct Message<'t> {
    pub(super) text: &'t str,
    pub(super) words: Words,
    pub(super) reading: Reading,
    pub(super) judgement: Judgement,
}

/// A message as each part of the model reads it.
pub(super) struct Reading {
    bm25: bm25::Reading,
    /// By subject, what its own words say.
    words_evidence: Vec<f64>,
    learned: Option<LearnedReading>,
    scope: Option<ScopeReading>,
}

/// What a message is about.
pub(super) struct Judgement {
    /// Subjects by number and how likely each is meant, the best first.
    pub(super) ranked: Vec<(usize, f64)>,
    pub(super) out_of_scope: Option<OutOfScope>,
}

impl Model {
    pub(super) fn new(subjects: &[Subject], examples: &[Example]) -> Model {
        let (stemmer, bm25) = (french::stemmer(), Bm25::new(subjects, examples));
        let Some(brought) = Brought::get() else {
            return Model { stemmer, bm25, learned: None, scope: None };
        };
        let Brought { certainty, subjects: known, table, scope, .. } = brought;
        match Learned::brought(table, &known, subjects, &certainty) {
            Some(learned) => Model { stemmer, bm25, learned: Some(learned), scope: Some(scope) },
            // What is out of the scope of the library's taxonomy may be within another one's.
            None => {
                let learned = Learned::of_examples(&stemmer, subjects, examples, &certainty);
                Model { stemmer, bm25, learned, scope: None }
            }
        }
    }

    pub(super) fn read(&self, text: &str, words: &Words) -> Reading {
        let bm25 = self.bm25.read(words);
        let words_evidence = self.bm25.score(&bm25);
        let features = Features::of(&self.stemmer, words);
        let learned =
            self.learned.as_ref().map(|learned| learned.read(text, words, &features, &words_evidence));
        let scope = self.scope.as_ref().map(|scope| scope.read(&features));
        Reading { bm25, words_evidence, learned, scope }
    }

    fn judge(&self, reading: &Reading) -> Judgement {
        let scope = self.scope.as_ref().zip(reading.scope.as_ref());
        let out_of_scope = scope.and_then(|(scope, reading)| scope.judge(reading));
        Judgement { ranked: self.rank(reading), out_of_scope }
    }

    fn rank(&self, reading: &Reading) -> Vec<(usize, f64)> {
        match self.learned.as_ref().zip(reading.learned.as_ref()) {
            // Weights of stop words, politeness and numbers say nothing by themselves.
            Some(_) if reading.bm25.telling == 0 => Vec::new(),
            Some((learned, of_weights)) if of_weights.says_something() => {
                learned.rank(of_weights, reading.scope.as_ref().map_or(WITHIN, |scope| scope.evidence))
            }
            _ => Bm25::rank(&reading.words_evidence),
        }
    }

    /// The words that speak for a subject, in order, and how much.
    pub(super) fn words_for(&self, reading: &Reading, subject: usize) -> Vec<(u32, f64)> {
        let of_words = self.bm25.words_for(&reading.bm25, subject);
        let mut words = match self.learned.as_ref().zip(reading.learned.as_ref()) {
            Some((learned, reading)) => learned.words_for(reading, subject, of_words),
            None => of_words,
        };
        words.sort_by_key(|(word, _)| *word);
        words.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            if same {
                kept.1 += next.1;
            }
            same
        });
        words.retain(|(_, evidence)| *evidence > 0.0);
        words
    }

    /// The word as which a word was read that seems to hold a typing fault.
    pub(super) fn meant(&self, reading: &Reading, word: u32) -> Option<&str> {
        let (_, term) = reading.bm25.faulty.iter().find(|(faulty, _)| *faulty == word)?;
        self.bm25.shown(*term)
    }
}

impl<'t> Message<'t> {
    pub(super) fn read(model: &Model, text: &'t str) -> Message<'t> {
        let words = Words::of(text);
        let reading = model.read(text, &words);
        let judgement = model.judge(&reading);
        Message { text, words, reading, judgement }
    }
}

//! Suggestions: scores as probabilities, and the words that decided.

use serde::Serialize;

use super::model::{Model, Reading};
use super::span::{Offsets, Span, convert};
use super::words::Words;
use crate::taxonomy::Subject;

/// The score from which a subject is taken without asking.
pub const SURE: f64 = 0.7;

/// The score from which another subject is taken for a second need, beside a first that is sure. It is
/// lower, as subjects compete for the words of a message.
pub const ALSO_SURE: f64 = 0.4;

/// Words that decide less than this of a subject's evidence are not worth showing.
const LEAST_WEIGHT: f64 = 0.02;

/// What a message may be about.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
#[non_exhaustive]
pub struct Suggestions {
    /// The best first; none where no word of the message belongs to any subject.
    pub subjects: Vec<Suggestion>,
    /// Whether the first may be taken. Where not, let the writer or an adviser choose.
    pub sure: bool,
    /// Whether the text was longer than [`LONGEST_TEXT`](super::LONGEST_TEXT), so that only its
    /// beginning was looked at.
    pub truncated: bool,
}

/// One subject that a message may be about.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
#[non_exhaustive]
pub struct Suggestion {
    /// The id of the subject.
    pub subject: String,
    /// What users read.
    pub label: String,
    /// From 0 to 1: about the share of suggestions with this score that are right.
    pub score: f64,
    /// Whether the message may be taken to ask for it: the first if its score reaches [`SURE`], then
    /// the others if theirs reach [`ALSO_SURE`]. Several are sure in a message with several needs.
    pub sure: bool,
    /// The words that decided, in the order of the text.
    pub words: Vec<DecidingWord>,
}

/// A word that speaks for a subject.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
#[non_exhaustive]
pub struct DecidingWord {
    /// Where it stands.
    pub span: Span,
    /// Its part of the evidence for the subject, from 0 to 1.
    pub weight: f64,
    /// The word as which it was read, where it seems to hold a typing fault.
    pub meant: Option<String>,
}

impl Suggestions {
    /// The same with offsets in another unit, so that another language slices its own string. `text`
    /// is the text that was asked about, and offsets are in bytes so far.
    #[must_use]
    pub fn with_offsets(mut self, text: &str, offsets: Offsets) -> Suggestions {
        let words = self.subjects.iter_mut().flat_map(|subject| &mut subject.words);
        convert(text, offsets, words.map(|word| &mut word.span));
        self
    }
}

pub(super) fn suggest(
    model: &Model,
    subjects: &[Subject],
    text: &str,
    words: &Words,
    limit: usize,
    truncated: bool,
) -> Suggestions {
    let reading = model.read(words);
    let ranked = rank(model, &reading);
    let sure = ranked.first().is_some_and(|(_, score)| *score >= SURE);
    let suggestion = |(number, score): &(usize, f64)| {
        let subject = subjects.get(*number)?;
        Some(Suggestion {
            subject: subject.id.clone(),
            label: subject.label.clone(),
            score: *score,
            // The first is above this threshold too, if it is above its own.
            sure: sure && *score >= ALSO_SURE,
            words: deciding(model, &reading, *number, text, words),
        })
    };
    Suggestions { subjects: ranked.iter().filter_map(suggestion).take(limit).collect(), sure, truncated }
}

/// The subjects for which anything speaks and their scores, the best first.
pub(super) fn rank(model: &Model, reading: &Reading) -> Vec<(usize, f64)> {
    let evidence = model.score(reading);
    let mut ranked: Vec<(usize, f64)> =
        evidence.into_iter().enumerate().filter(|(_, evidence)| *evidence > 0.0).collect();
    ranked.sort_by(|(a, more), (b, less)| less.total_cmp(more).then(a.cmp(b)));
    let [best, second] = [0, 1].map(|rank| ranked.get(rank).map_or(0.0, |(_, evidence)| *evidence));
    for (rank, (_, evidence)) in ranked.iter_mut().enumerate() {
        *evidence = probability(*evidence, if rank == 0 { second } else { best });
    }
    ranked
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

fn deciding(
    model: &Model,
    reading: &Reading,
    subject: usize,
    text: &str,
    words: &Words,
) -> Vec<DecidingWord> {
    let found = model.words_for(reading, subject);
    let all: f64 = found.iter().map(|(_, evidence)| evidence).sum();
    let deciding = |(number, evidence): (u32, f64)| {
        let (word, weight) = (words.get(number as usize)?, evidence / all);
        if weight < LEAST_WEIGHT {
            return None;
        }
        let meant = reading.faulty.iter().find(|(faulty, _)| *faulty == number);
        Some(DecidingWord {
            span: Span::of(text, word.start, word.end),
            weight,
            meant: meant.and_then(|(_, term)| model.shown(*term)).map(str::to_owned),
        })
    };
    found.into_iter().filter_map(deciding).collect()
}

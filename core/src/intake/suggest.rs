//! Suggestions: scores as probabilities, and the words that decided.

use serde::Serialize;

use super::certainty::{ALSO_SURE, SURE};
use super::model::{Judgement, Message, Model};
use super::scope::OutOfScope;
use super::screen::Flag;
use super::span::{Offsets, Span, convert};
use crate::taxonomy::Subject;

/// Words that decide less than this of a subject's evidence are not worth showing.
const LEAST_WEIGHT: f64 = 0.02;

/// What a message may be about.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Suggestions {
    /// The best first; none where no word of the message belongs to any subject.
    pub subjects: Vec<Suggestion>,
    /// Whether the first may be taken. Where not, let the writer or an adviser choose. Never beside a
    /// [`Flag`] of [`Router::screen`](crate::Router::screen), nor where the message is out of scope.
    pub sure: bool,
    /// What the message is instead, where it is probably about none of the subjects.
    pub out_of_scope: Option<OutOfScope>,
    /// Whether the text was longer than [`LONGEST_TEXT`](super::LONGEST_TEXT), so that only its
    /// beginning was looked at.
    pub truncated: bool,
}

/// One subject that a message may be about.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
    message: &Message<'_>,
    flags: &[Flag],
    limit: usize,
    truncated: bool,
) -> Suggestions {
    let Message { judgement: Judgement { ranked, out_of_scope }, .. } = message;
    let is_likely = ranked.first().is_some_and(|(_, score)| *score >= SURE);
    // What a person should look at first is not for a machine to send on.
    let sure = is_likely && out_of_scope.is_none() && flags.is_empty();
    let suggestion = |(number, score): &(usize, f64)| {
        let subject = subjects.get(*number)?;
        Some(Suggestion {
            subject: subject.id.clone(),
            label: subject.label.clone(),
            score: *score,
            // The first is above this threshold too, if it is above its own.
            sure: sure && *score >= ALSO_SURE,
            words: deciding(model, message, *number),
        })
    };
    Suggestions {
        subjects: ranked.iter().filter_map(suggestion).take(limit).collect(),
        sure,
        out_of_scope: out_of_scope.clone(),
        truncated,
    }
}

/// The words that speak for a subject.
fn deciding(model: &Model, message: &Message<'_>, subject: usize) -> Vec<DecidingWord> {
    let mut found = model.words_for(&message.reading, subject);
    // What a phone number or a year weighs is chance, and says nothing to anybody.
    found.retain(|(number, _)| {
        message
            .words
            .get(*number as usize)
            .is_some_and(|word| !message.text[word.start..word.end].bytes().all(|byte| byte.is_ascii_digit()))
    });
    let all: f64 = found.iter().map(|(_, evidence)| evidence).sum();
    let deciding = |(number, evidence): (u32, f64)| {
        let (word, weight) = (message.words.get(number as usize)?, evidence / all);
        if weight < LEAST_WEIGHT {
            return None;
        }
        Some(DecidingWord {
            span: Span::of(message.text, word.start, word.end),
            weight,
            meant: model.meant(&message.reading, number).map(str::to_owned),
        })
    };
    found.into_iter().filter_map(deciding).collect()
}

//! Messages that a person should look at first, and why.

mod flag;
mod language;
mod phrases;
mod rules;

use super::certainty::SURE;
use super::model::Message;
use super::span::Span;

pub use flag::{Flag, FlagReason, Screening};

use language::LittleWords;
use phrases::Phrases;

/// The rules, ready for texts.
pub(super) struct Screener {
    phrases: Phrases,
    little_words: LittleWords,
}

impl Screener {
    pub(super) fn new() -> Screener {
        Screener { phrases: Phrases::new(), little_words: LittleWords::new() }
    }
}

/// A message of fewer words says too little.
const TOO_FEW_WORDS: usize = 3;

/// So does one of fewer words than this, unless it is sure what it says.
const FEW_WORDS: usize = 5;

/// Where no subject reaches this score, no need is in the message.
const NO_NEED: f64 = 0.1;

/// What there is to remark on a message.
pub(super) fn flags(screener: &Screener, message: &Message<'_>) -> Vec<Flag> {
    let Message { text, words, judgement, .. } = message;
    let mut flags = screener.phrases.flags(text, words);
    let foreign = screener.little_words.foreign_words(text, words);
    if !foreign.is_empty() {
        let words = foreign.iter().map(|word| Span::of(text, word.start, word.end));
        flags.push(Flag::new(FlagReason::OtherLanguage, words.collect()));
    }
    let best = judgement.ranked.first().map_or(0.0, |(_, score)| *score);
    if words.len() < TOO_FEW_WORDS || words.len() < FEW_WORDS && best < SURE {
        flags.push(Flag::new(FlagReason::TooShort, Vec::new()));
    } else if best < NO_NEED && flags.is_empty() {
        flags.push(Flag::new(FlagReason::NoNeed, Vec::new()));
    }
    flags.sort_by_key(|flag| flag.reason);
    flags
}

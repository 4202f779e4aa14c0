//! Finding the phrases of the rules in a message.

use std::ops::Range;

use rust_stemmers::Stemmer;
use rustc_hash::FxHashMap;

use super::flag::{Flag, FlagReason};
use super::rules::RULES;
use crate::hash::TextMap;
use crate::intake::french::{self, short_form};
use crate::intake::span::Span;
use crate::intake::words::{Word, Words};

/// The words that a `*` may stand for, at most.
const WIDEST_GAP: usize = 2;

/// What a phrase of a rule is.
#[derive(Clone, Copy)]
enum Side {
    For,
    FigureOfSpeech,
    Against,
}

/// The phrases of all rules, by the stem that they begin with.
pub(super) struct Phrases {
    stemmer: Stemmer,
    /// Every stem that stands in a phrase, as it is spelled there.
    stems: TextMap<Box<str>, u32>,
    by_first: FxHashMap<u32, Vec<Phrase>>,
}

/// What a text says for a rule and against it, each phrase as the places of its words.
#[derive(Default)]
struct Said {
    phrases: Vec<Range<usize>>,
    figures_of_speech: Vec<Range<usize>>,
    is_spoken_against: bool,
}

impl Said {
    /// The phrases that count.
    fn counting(&self) -> impl Iterator<Item = &Range<usize>> {
        let is_meant = |phrase: &&Range<usize>| {
            !self.figures_of_speech.iter().any(|figure| {
                figure.start < phrase.end && phrase.start < figure.end && phrase.len() <= figure.len()
            })
        };
        self.phrases.iter().filter(move |_| !self.is_spoken_against).filter(is_meant)
    }
}

struct Phrase {
    rule: usize,
    side: Side,
    /// What follows the first stem; nothing stands for a gap.
    rest: Vec<Option<u32>>,
}

impl Phrases {
    pub(super) fn new() -> Phrases {
        let mut phrases =
            Phrases { stemmer: french::stemmer(), stems: TextMap::default(), by_first: FxHashMap::default() };
        for (number, rule) in RULES.iter().enumerate() {
            let sides = [
                (Side::For, rule.phrases),
                (Side::FigureOfSpeech, rule.figures_of_speech),
                (Side::Against, rule.unless),
            ];
            for (side, said) in sides {
                said.iter().for_each(|phrase| phrases.add(number, side, phrase));
            }
        }
        phrases
    }

    fn add(&mut self, rule: usize, side: Side, phrase: &str) {
        let mut parts = phrase.split(' ').filter(|word| *word == "*" || word.len() > 1).map(|word| {
            (word != "*").then(|| {
                let next = self.stems.len() as u32;
                *self.stems.entry(stem(&self.stemmer, word)).or_insert(next)
            })
        });
        if let Some(Some(first)) = parts.next() {
            let rest = parts.collect();
            self.by_first.entry(first).or_default().push(Phrase { rule, side, rest });
        }
    }

    /// The flags of the rules whose phrases stand in a text.
    pub(super) fn flags(&self, text: &str, words: &Words) -> Vec<Flag> {
        // The stems of the text that any phrase knows, without single letters.
        let mut places = Vec::with_capacity(words.len());
        let mut stems = Vec::with_capacity(words.len());
        let mut stem = String::new();
        for (word, folded) in words.iter().filter(|(_, folded)| folded.len() > 1) {
            places.push(word);
            stems.push(self.known(folded, &mut stem));
        }
        let mut said: Vec<Said> = RULES.iter().map(|_| Said::default()).collect();
        for (at, stem) in stems.iter().enumerate() {
            let Some(phrases) = stem.and_then(|stem| self.by_first.get(&stem)) else { continue };
            for phrase in phrases {
                let (Some(end), Some(said)) = (phrase.end(&stems, at + 1), said.get_mut(phrase.rule)) else {
                    continue;
                };
                match phrase.side {
                    Side::For => said.phrases.push(at..end),
                    // `Je veux en finir, avec mes dettes` is no figure of speech.
                    Side::FigureOfSpeech if span(text, &places, at..end).is_some_and(is_cut) => {}
                    Side::FigureOfSpeech => said.figures_of_speech.push(at..end),
                    Side::Against => said.is_spoken_against = true,
                }
            }
        }
        let mut flags: Vec<Flag> = Vec::new();
        for (rule, said) in RULES.iter().zip(&said) {
            let spans: Vec<Span> =
                said.counting().filter_map(|phrase| span(text, &places, phrase.clone())).collect();
            if !spans.is_empty() {
                add(&mut flags, rule.reason, spans);
            }
        }
        flags
    }

    fn known(&self, folded: &str, stem: &mut String) -> Option<u32> {
        let mut find = |word: &str| {
            french::stem(&self.stemmer, short_form(word), stem);
            self.stems.get(stem.as_str()).copied()
        };
        find(folded).or_else(|| french::without_elision(folded).and_then(find))
    }
}

/// Whether a punctuation mark stands in a part of a text.
fn is_cut(part: Span) -> bool {
    part.text.contains(['.', ',', ';', ':', '!', '?', '\n'])
}

impl Phrase {
    /// Where the phrase ends whose first word stands before `at`, if the rest of it follows there.
    fn end(&self, stems: &[Option<u32>], at: usize) -> Option<usize> {
        fn follows(rest: &[Option<u32>], stems: &[Option<u32>], at: usize) -> Option<usize> {
            match rest {
                [] => Some(at),
                [None, rest @ ..] => (at..=at + WIDEST_GAP).find_map(|at| follows(rest, stems, at)),
                [wanted, rest @ ..] => {
                    (stems.get(at) == Some(wanted)).then(|| follows(rest, stems, at + 1)).flatten()
                }
            }
        }
        follows(&self.rest, stems, at)
    }
}

/// The part of a text that some of its words take.
fn span(text: &str, places: &[Word], words: Range<usize>) -> Option<Span> {
    let [first, last] = [words.start, words.end.checked_sub(1)?].map(|number| places.get(number));
    Some(Span::of(text, first?.start, last?.end))
}

fn stem(stemmer: &Stemmer, word: &str) -> Box<str> {
    let mut stem = String::new();
    french::stem(stemmer, short_form(word), &mut stem);
    stem.into()
}

/// Adds a flag, or its words to the one that there is for the reason.
fn add(flags: &mut Vec<Flag>, reason: FlagReason, mut spans: Vec<Span>) {
    match flags.iter_mut().find(|flag| flag.reason == reason) {
        Some(flag) => flag.words.append(&mut spans),
        None => flags.push(Flag::new(reason, spans)),
    }
    if let Some(flag) = flags.iter_mut().find(|flag| flag.reason == reason) {
        flag.words.sort_by_key(|span| (span.start, std::cmp::Reverse(span.end)));
        // A phrase within another says nothing more.
        flag.words.dedup_by(|next, kept| next.end <= kept.end);
    }
}

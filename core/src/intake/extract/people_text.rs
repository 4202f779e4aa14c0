//! A text in which people are looked for: its words, its numbers, and what stands around a word.

use super::people::{GROUPS, WANTED, is_otherwise};
use super::quantity::Quantity;
use crate::intake::words::Words;

/// Companies that write here are small; a larger number is something else.
pub(super) const MOST: f64 = 50_000.0;

/// A text with its words and numbers, in which people are looked for.
#[derive(Clone, Copy)]
pub(super) struct PeopleText<'t> {
    pub(super) text: &'t str,
    pub(super) words: &'t Words,
    pub(super) folded: &'t [&'t str],
    pub(super) quantities: &'t [Quantity],
}

/// A headcount, with the numbers of the first and the last word that belong to it.
pub(super) struct Counted {
    pub(super) first: usize,
    pub(super) last: usize,
    pub(super) headcount: u32,
}

impl<'t> PeopleText<'t> {
    /// Whether something is said of people before or after them that makes them a plan or somebody else's.
    pub(super) fn is_planned(self, first: usize, last: usize) -> bool {
        let is_to_come = matches!(
            self.folded.get(last + 1..),
            Some(["a", "recruter" | "embaucher" | "former" | "remplacer" | "trouver", ..])
        );
        let is_same_phrase =
            |at: &usize| !self.between(*at).contains([',', '.', '!', '?', '\n', ';', ':', '(']);
        let mut before = (0..first).rev().take(3).take_while(is_same_phrase);
        is_to_come
            || before.any(|at| self.folded.get(at).is_some_and(|word| is_otherwise(word)))
            || self.before_in_sentence(first, 3).any(|word| WANTED.contains(&word))
    }

    /// The words before a word, the nearest first: so many at most, and none of another sentence.
    pub(super) fn before_in_sentence(self, first: usize, most: usize) -> impl Iterator<Item = &'t str> {
        let is_same = move |at: &usize| !self.between(*at).contains(['.', '!', '?', '\n', ';']);
        let before = (0..first).rev().take(most).take_while(is_same);
        before.filter_map(move |at| self.folded.get(at).copied())
    }

    /// Whether a word stands after a comma, a colon or the like, or begins the text: what it begins is
    /// said of the company.
    pub(super) fn is_apart(self, at: usize) -> bool {
        let Some(word) = self.words.get(at) else { return false };
        let before = self.text.get(..word.start).unwrap_or("").trim_end();
        before.is_empty() || before.ends_with([',', '.', ':', ';', '(', '-', '–', '!', '?', '>', '+'])
    }

    /// Whether nothing follows a word in its phrase.
    pub(super) fn ends_phrase(self, at: usize) -> bool {
        self.words.get(at + 1).is_none() || self.between(at).contains([',', '.', '!', '?', ';', ')', '\n'])
    }

    /// What stands between a word and the next.
    pub(super) fn between(self, at: usize) -> &'t str {
        let next = self.words.get(at).zip(self.words.get(at + 1));
        next.and_then(|(last, next)| self.text.get(last.end..next.start)).unwrap_or("")
    }
}

/// Whether a word says about so many: `une quinzaine`.
pub(super) fn is_about(folded: &[&str], last: usize) -> bool {
    folded.get(last).is_some_and(|word| word.trim_end_matches('s').ends_with("aine"))
}

/// Whether what stands before `de 8 personnes` is a company: by its name, or as whose it is, or as what the message
/// begins with.
pub(super) fn is_of_company(people: PeopleText<'_>, of: usize) -> bool {
    let is_company = |word: &str| {
        GROUPS.contains(&word)
            || matches!(word, "notre" | "mon" | "ma" | "dirige" | "dirigeons" | "gere" | "gerons")
    };
    let is_place_or_meal =
        |word: &str| matches!(word, "table" | "gite" | "salle" | "groupe" | "loto" | "capacite");
    people.before_in_sentence(of, 6).any(is_company)
        || (1..=2).any(|back| of.checked_sub(back).is_some_and(|at| people.is_apart(at)))
            && !people.before_in_sentence(of, 3).any(is_place_or_meal)
}

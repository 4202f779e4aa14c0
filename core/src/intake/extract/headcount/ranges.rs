//! Headcounts of which both ends are told, as bounds or as what was and what is: `10 à 19 salariés`, `entre 5 et 8`,
//! `nous sommes passés de 9 à 6`.

use super::people::{GROUPS, is_employee, is_person};
use super::people_text::{PeopleText, is_of_company};
use crate::intake::extract::quantity::Quantity;

/// Words after a change of headcount that counts nobody by name: `nous sommes passés de 6 à 19 en deux ans`.
const GOES_ON: [&str; 12] =
    ["salaries", "employes", "personnes", "en", "depuis", "cette", "cet", "l", "apres", "dans", "avec", "et"];

/// A headcount of which both ends are told.
pub(super) struct PeopleRange {
    /// The number of the last word that belongs to it.
    pub(super) last: usize,
    /// One of a change that is yet to come: what is there now.
    pub(super) ends: Vec<u32>,
}

impl<'t> PeopleText<'t> {
    /// The headcount that begins at a word as a range, where it is said of the company: as its headcount, of us,
    /// or apart (`une fromagerie, 10-12 salariés`).
    pub(super) fn range_at(self, at: usize) -> Option<PeopleRange> {
        let least = self.number_at(at)?;
        let begin = at - usize::from(at > 0 && matches!(self.folded.get(at - 1), Some(&"entre" | &"de")));
        let most = self.upper_end(least, begin < at)?;
        let noun = most.last + 1;
        let is_of_people = self.folded.get(noun).is_some_and(|word| is_person(word));
        let ends = || {
            self.ends_phrase(most.last)
                || matches!(self.folded.get(noun), Some(&"selon" | &"suivant" | &"en" | &"dans"))
        };
        let is_of_us = match self.folded.get(..begin)? {
            [.., "effectif" | "effectifs" | "equipe" | "tourne" | "tournons"] => true,
            [.., "doit" | "devons", "etre"] if ends() => true,
            [.., "nous", "sommes"] | [.., "on", "est"] if ends() => true,
            [.., "effectif", "est"] | [.., "effectif", "de", "l", "entreprise"] => true,
            _ if is_of_people && self.folded.get(begin) == Some(&"de") && is_of_company(self, begin) => true,
            [.., "sommes" | "est" | "ai" | "avons" | "emploie" | "employons"] => is_of_people,
            _ => is_of_people && self.is_apart(begin),
        };
        if !is_of_us
            || self.looks_for_before(at)
            || least.value >= most.value
            || self.are_not_ours(begin, noun)
        {
            return None;
        }
        let last = if is_of_people { self.with_qualifiers(noun) } else { most.last };
        Some(PeopleRange { last, ends: ends_of(least, most) })
    }

    /// The number that ends a range: after `à` or a hyphen, after `et` where `entre` began it, or the next one after a
    /// stroke (`7/8 salariés`).
    fn upper_end(self, least: &Quantity, is_opened: bool) -> Option<&'t Quantity> {
        let next = least.last + 1;
        match (self.folded.get(next).copied()?, self.between(least.last).trim()) {
            ("a" | "ou", _) => self.number_at(next + 1),
            ("et", _) if is_opened => self.number_at(next + 1),
            (_, "-" | "–") => self.number_at(next),
            (_, "/") => self.number_at(next).filter(|most| most.value == least.value + 1.0),
            _ => None,
        }
    }

    /// What a headcount was and what it has change, where both are told: `on est passé de 9 à 6`, `l'effectif passe de
    /// 10 à 11`, `de 25 salariés nous sommes passés à 40`.
    pub(super) fn change_at(self, at: usize) -> Option<PeopleRange> {
        let before = self.number_at(at)?;
        if at == 0 || self.folded.get(at - 1) != Some(&"de") {
            return None;
        }
        let next = before.last + 1;
        let has_noun = self.folded.get(next).is_some_and(|word| is_person(word));
        let from = next + usize::from(has_noun);
        let (is_after, number) = match self.folded.get(from..)? {
            ["a", ..] => (false, from + 1),
            ["nous", "sommes", change, "a", ..] | ["on", "est", change, "a", ..] if is_change(change) => {
                (true, from + 4)
            }
            ["je", "suis", change, "a", ..] if is_change(change) => (true, from + 4),
            // `de six, nous voilà quinze`
            ["nous", "voila" | "voici", ..] if self.between(before.last).trim() == "," => (true, from + 2),
            ["il", "n", "en", "reste", "plus", "que", ..] if has_noun => (true, from + 6),
            ["il", "en", "reste", ..] if has_noun => (true, from + 3),
            _ => return None,
        };
        let after = self.number_at(number)?;
        let noun = self.folded.get(after.last + 1).copied().unwrap_or("");
        let is_of_people = has_noun || is_person(noun);
        let is_us = |word: &str| {
            matches!(word, "nous" | "on" | "effectif" | "effectifs" | "equipe") || GROUPS.contains(&word)
        };
        let will_change = matches!(
            self.folded.get(..at - 1),
            Some([
                ..,
                "passera"
                    | "passerons"
                    | "descendra"
                    | "descendrons"
                    | "tombera"
                    | "tomberons"
                    | "montera"
                    | "monterons"
            ])
        );
        let has_passed = is_after
            || matches!(self.folded.get(..at - 1), Some([.., "du" | "avons" | "ai", "passer"]))
            || will_change
            || matches!(self.folded.get(..at - 1), Some([.., word]) if is_change(word));
        let is_of_us = is_after || is_of_people || self.before_in_sentence(at, 7).any(is_us);
        let is_to_come = |word: &str| matches!(word, "prochain" | "prochaine" | "bientot");
        let is_planned = will_change
            || self.folded.get(after.last + 1..).unwrap_or(&[]).iter().take(6).copied().any(is_to_come);
        let goes_on = is_of_people || is_planned || self.ends_phrase(after.last) || GOES_ON.contains(&noun);
        if !has_passed || !is_of_us || !goes_on || self.is_wish(at) {
            return None;
        }
        let last = after.last + usize::from(is_employee(noun) || noun == "personnes");
        let mut ends = ends_of(before, after);
        if is_planned {
            ends.truncate(1);
        }
        Some(PeopleRange { last, ends })
    }

    /// Whether a change is no more than a wish: `nous voudrions passer de quatre à dix`.
    fn is_wish(self, first: usize) -> bool {
        self.before_in_sentence(first, 8).any(|word| {
            matches!(
                word,
                "voulons" | "veux" | "voudrais" | "souhaite" | "souhaitons" | "va" | "vais" | "allons" | "si"
            )
        })
    }
}

/// Whether a word tells that a number has changed: `passés`, `tombée`.
fn is_change(word: &str) -> bool {
    let stem = word.trim_end_matches('s').trim_end_matches('e');
    matches!(
        stem,
        "pass"
            | "descendu"
            | "redescendu"
            | "tomb"
            | "retomb"
            | "mont"
            | "remont"
            | "fondu"
            | "baiss"
            | "chut"
            | "augment"
            | "arriv"
            | "revenu"
            | "grimp"
            | "grossi"
            | "pas"
            | "reduit"
    )
}

fn ends_of(first: &Quantity, second: &Quantity) -> Vec<u32> {
    [first, second].into_iter().map(|number| number.value.floor() as u32).collect()
}

//! A number of a text with the words around it.

use text2num::{Language, text2digits};

use super::people::{FOLLOWS, is_people, is_staff};
use super::people_text::{Counted, MOST, PeopleText, is_about};
use super::trades::{is_occupation, trade_of_several_words};
use crate::intake::extract::quantity::{Quantity, is_digits};

/// A number with the words before and after it.
pub(super) struct Number<'t> {
    pub(super) people: PeopleText<'t>,
    pub(super) quantity: &'t Quantity,
    pub(super) headcount: u32,
    pub(super) before: &'t [&'t str],
    /// The words after it, without the `de` of `une dizaine d'employés`.
    pub(super) after: &'t [&'t str],
    /// How many words of that kind were left out, and of a trade of several words but its last.
    pub(super) skipped: usize,
    /// Whether a trade of several words follows: `aides-ménagères`.
    is_of_trade: bool,
}

impl<'t> Number<'t> {
    pub(super) fn of(people: PeopleText<'t>, quantity: &'t Quantity) -> Option<Number<'t>> {
        let before = people.folded.get(..quantity.first)?;
        let after = people.folded.get(quantity.last + 1..)?;
        // Half a post reaches no threshold, and most who were asked count `4,5 ETP` as 4.
        let headcount = Some(quantity.value.floor()).filter(|number| *number <= MOST)? as u32;
        let (after, skipped) = match after {
            ["d" | "de", rest @ ..] if quantity.is_round || is_about(people.folded, quantity.last) => {
                (rest, 1)
            }
            _ => (after, 0),
        };
        let more = trade_of_several_words(after);
        let skipped = skipped + more.unwrap_or(0);
        let after = after.get(more.unwrap_or(0)..)?;
        Some(Number { people, quantity, headcount, before, after, skipped, is_of_trade: more.is_some() })
    }

    /// The headcount, with so many words before and after its number.
    pub(super) fn found(&self, before: usize, after: usize) -> Option<Counted> {
        let (first, last) = (self.quantity.first.checked_sub(before)?, self.quantity.last + after);
        Some(Counted { first, last, headcount: self.headcount })
    }

    /// The headcount with so many words before its number, and the staff after it, if that is told.
    pub(super) fn found_with_staff(&self, before: usize) -> Option<Counted> {
        self.found(before, if self.is_staff() { self.noun() } else { 0 })
    }

    pub(super) fn next(&self) -> &'t str {
        self.after.first().copied().unwrap_or("")
    }

    /// Whether those who are counted have a trade that is known.
    pub(super) fn is_of_trade(&self) -> bool {
        self.is_of_trade || is_occupation(self.next())
    }

    /// How far after the number its noun stands.
    pub(super) fn noun(&self) -> usize {
        self.skipped + 1
    }

    pub(super) fn is_staff(&self) -> bool {
        is_staff(self.next())
    }

    /// `on est une équipe` counts nobody, as `une` is no number there.
    pub(super) fn is_article(&self) -> bool {
        let word = self.people.folded.get(self.quantity.first);
        self.quantity.value == 1.0 && matches!(word, Some(&"un" | &"une"))
    }

    pub(super) fn ends_phrase(&self) -> bool {
        !self.people.text[self.quantity.end..].trim_start().starts_with(char::is_alphanumeric)
    }

    pub(super) fn are_of_others(&self) -> bool {
        self.people.are_of_others(self.quantity.first)
    }

    pub(super) fn is_otherwise(&self) -> bool {
        let (first, last) = (self.quantity.first, self.quantity.last);
        self.are_of_others() || self.people.is_planned(first, last + self.noun())
    }

    /// `une brasserie, 5 serveurs`: what stands apart is said of the company, but not where it says what it looks
    /// for.
    pub(super) fn is_said_of_company(&self) -> bool {
        let (people, first) = (self.people, self.quantity.first);
        people.is_apart(first)
            && (self.headcount > 1 || self.headcount == 1 && !self.is_article())
            && !self.is_otherwise()
            && !people.looks_for_before(first)
    }

    /// Whether it counts people, by what follows: `on est trois dans l'atelier`. `société de 2015` is a year, `4 sur
    /// 5` a share.
    pub(super) fn counts_people(&self) -> bool {
        let is_one_word = self.quantity.first == self.quantity.last;
        let is_year = is_one_word && (1900.0..2100.0).contains(&self.quantity.value);
        let is_share = match self.after {
            ["sur", "un" | "une", ..] => false,
            // `effectif moyen 34 sur 2024`
            ["sur", year, ..] if year.len() == 4 && year.starts_with("20") && is_digits(year) => false,
            ["sur", of, ..] => is_digits(of) || text2digits(of, &Language::french()).is_ok(),
            _ => matches!(self.after, ["pour", "cent" | "mille", ..]),
        };
        let next = self.next();
        !self.is_article()
            && !is_year
            && !is_share
            && (self.ends_phrase() || is_people(next) || FOLLOWS.contains(&next) || next.ends_with("iers"))
    }

    /// `jusqu'à dix`, `11 salariés et plus`, `2 salariés en moins`, `3 salariés sont partis`.
    pub(super) fn is_bound_or_change(&self) -> bool {
        // `2 salariés et plus un rond`
        let is_bound = matches!(
            self.after,
            [_, "et", "plus" | "moins", next, ..]
                if !matches!(*next, "un" | "une" | "rien" | "de" | "d" | "aucun" | "aucune" | "assez" | "personne")
        );
        is_bound
            || matches!(
                self.after,
                [_, "et", "plus" | "moins"]
                    | [_, "minimum" | "maximum" | "max" | "mini", ..]
                    | ["minimum" | "maximum" | "max" | "et", "plus" | "moins", ..]
                    | [_, "en", "moins" | "plus" | "trop", ..]
                    | [_, "sont" | "ont", "partis" | "parties" | "quitte" | "demissionne", ..]
                    | [_, "viennent", "de", ..]
                    | [_, "disponibles", ..]
                    | [_, _, "disponibles", ..]
            )
    }
}

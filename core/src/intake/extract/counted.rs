//! Whether a number counts those who work for the company: by the words before and after it.

use text2num::{Language, text2digits};

use super::people::{
    FOLLOWS, GOES_ON, GROUPS, OWN_TRADES, STAFF, WANTED, WERE, is_occupation, is_one_of_staff,
    is_owner, is_people, may_be_occupation,
};
use super::people_text::{Counted, MOST, PeopleText, is_about, is_of_company};
use super::quantity::{Quantity, is_digits};

/// The headcount that a number is.
pub(super) fn counted(people: PeopleText<'_>, quantity: &Quantity) -> Option<Counted> {
    let number = Number::of(people, quantity)?;
    if number.has_become() {
        return number.found(0, 0);
    }
    if is_no_count(people.text, quantity, number.before, number.after) || number.is_bound_or_change() {
        return None;
    }
    if let Some(counted) = number.said_of_us() {
        return Some(counted);
    }
    if people.are_not_ours(quantity.first, quantity.last + number.noun()) {
        return None;
    }
    number.said_of_company().or_else(|| number.said_by_noun())
}

/// A number with the words before and after it.
struct Number<'t> {
    people: PeopleText<'t>,
    quantity: &'t Quantity,
    headcount: u32,
    before: &'t [&'t str],
    /// The words after it, without the `de` of `une dizaine d'employés`.
    after: &'t [&'t str],
    /// How many words of that kind were left out.
    skipped: usize,
}

impl<'t> Number<'t> {
    fn of(people: PeopleText<'t>, quantity: &'t Quantity) -> Option<Number<'t>> {
        let before = people.folded.get(..quantity.first)?;
        let after = people.folded.get(quantity.last + 1..)?;
        // Half a person is none.
        let headcount = Some(quantity.value.floor()).filter(|number| *number <= MOST)? as u32;
        let (after, skipped) = match after {
            ["d" | "de", rest @ ..] if quantity.is_round || is_about(people.folded, quantity.last) => {
                (rest, 1)
            }
            _ => (after, 0),
        };
        Some(Number { people, quantity, headcount, before, after, skipped })
    }

    /// The headcount, with so many words before and after its number.
    fn found(&self, before: usize, after: usize) -> Option<Counted> {
        let (first, last) = (self.quantity.first.checked_sub(before)?, self.quantity.last + after);
        Some(Counted { first, last, headcount: self.headcount })
    }

    /// The headcount with so many words before its number, and the staff after it, if that is told.
    fn found_with_staff(&self, before: usize) -> Option<Counted> {
        self.found(before, if self.is_staff() { self.noun() } else { 0 })
    }

    fn next(&self) -> &'t str {
        self.after.first().copied().unwrap_or("")
    }

    /// How far after the number its noun stands.
    fn noun(&self) -> usize {
        self.skipped + 1
    }

    fn is_staff(&self) -> bool {
        STAFF.contains(&self.next())
    }

    /// `on est une équipe` counts nobody, as `une` is no number there.
    fn is_article(&self) -> bool {
        let word = self.people.folded.get(self.quantity.first);
        self.quantity.value == 1.0 && matches!(word, Some(&"un" | &"une"))
    }

    fn ends_phrase(&self) -> bool {
        !self.people.text[self.quantity.end..].trim_start().starts_with(char::is_alphanumeric)
    }

    fn are_of_others(&self) -> bool {
        self.people.are_of_others(self.quantity.first)
    }

    fn is_otherwise(&self) -> bool {
        let (first, last) = (self.quantity.first, self.quantity.last);
        self.are_of_others() || self.people.is_planned(first, last + self.noun())
    }

    /// `une brasserie, 5 serveurs`: what stands apart is said of the company, but not where it says what it looks
    /// for.
    fn is_said_of_company(&self) -> bool {
        let (people, first) = (self.people, self.quantity.first);
        people.is_apart(first)
            && (self.headcount > 1 || self.headcount == 1 && !self.is_article())
            && !self.is_otherwise()
            && !people.before_in_sentence(first, first).any(|word| WANTED.contains(&word))
    }

    /// Whether it counts people, by what follows: `on est trois dans l'atelier`. `société de 2015` is a year, `4 sur
    /// 5` a share.
    fn counts_people(&self) -> bool {
        let is_one_word = self.quantity.first == self.quantity.last;
        let is_year = is_one_word && (1900.0..2100.0).contains(&self.quantity.value);
        let is_share = match self.after {
            ["sur", of, ..] => is_digits(of) || text2digits(of, &Language::french()).is_ok(),
            _ => matches!(self.after, ["pour", "cent" | "mille", ..]),
        };
        let next = self.next();
        !self.is_article()
            && !is_year
            && !is_share
            && (self.ends_phrase() || is_people(next) || FOLLOWS.contains(&next))
    }

    /// What a company has become is its headcount: `nous sommes passés de 6 à 19`.
    fn has_become(&self) -> bool {
        let is_of_us = |word: &&str| matches!(*word, "nous" | "on") || GROUPS.contains(word);
        matches!(self.before, [.., "passes" | "passe" | "passees" | "passee", "de", _, "a"])
            && (self.ends_phrase() || GOES_ON.contains(&self.next()))
            && (self.is_staff() || self.before.iter().rev().take(7).any(is_of_us))
    }

    /// `jusqu'à dix`, `11 salariés et plus`, `2 salariés en moins`, `3 salariés sont partis`.
    fn is_bound_or_change(&self) -> bool {
        matches!(
            self.after,
            [_, "et", "plus" | "moins", ..]
                | [_, "minimum" | "maximum" | "max" | "mini", ..]
                | ["minimum" | "maximum" | "max" | "et", "plus" | "moins", ..]
                | [_, "en", "moins" | "plus" | "trop", ..]
                | [_, "sont" | "ont", "partis" | "parties" | "quitte" | "demissionne", ..]
                | [_, "viennent", "de", ..]
        )
    }

    /// What is said of who writes and theirs: `on est trois`, `nous tenons l'auberge, à deux`.
    fn said_of_us(&self) -> Option<Counted> {
        let counts_people = self.counts_people();
        let is_apart =
            |back: usize| self.quantity.first.checked_sub(back).is_some_and(|at| self.people.is_apart(at));
        match (self.before, self.after) {
            // `nous sommes encore 61`
            (
                [
                    ..,
                    "sommes" | "est",
                    "encore" | "actuellement" | "maintenant" | "memes" | "environ" | "desormais" | "donc"
                    | "deja",
                ],
                _,
            ) if counts_people
                && self.before.iter().rev().take(5).any(|word| matches!(*word, "nous" | "on")) =>
            {
                self.found_with_staff(2)
            }
            ([.., "ai" | "avons" | "a", "plus", "que"], [word, ..]) if is_people(word) => self.found(1, 1),
            ([.., "ai" | "avons" | "a", "qu"], [word, ..]) if is_one_of_staff(word) => self.found(1, 1),
            (
                [.., "nous", "tenons" | "gerons" | "travaillons" | "bossons", "a"],
                ["un" | "une" | "les", ..],
            ) if self.headcount > 1 => self.found(3, 0),
            ([.., "sommes"], _) if counts_people && is_apart(1) => self.found_with_staff(1),
            ([.., "en", "reste"], _) if counts_people => self.found_with_staff(2),
            ([.., "nous", "voila"] | [.., "est", "nous"], _) if counts_people => self.found_with_staff(2),
            ([.., "on", "est", "que"], _) if counts_people => self.found_with_staff(3),
            ([.., "a"], _)
                if is_apart(1)
                    && self.headcount > 1
                    && (self.ends_phrase() || matches!(self.next(), "avec" | "depuis")) =>
            {
                self.found_with_staff(1)
            }
            ([.., "est" | "sommes", "plus", "que"], _) if counts_people => self.found_with_staff(3),
            // `nous étions quinze, donc treize aujourd'hui`
            ([.., previous], ["aujourd", "hui", ..])
                if !matches!(*previous, "serons" | "sera")
                    && self.before.iter().rev().take(12).any(|word| WERE.contains(word)) =>
            {
                self.found(0, 0)
            }
            ([.., "on", "n", "est", "que"], _) if counts_people => self.found_with_staff(4),
            (
                [.., "on", "est" | "tourne" | "bosse" | "travaille" | "tient" | "gere", "a"]
                | [.., "nous", "sommes" | "tenons" | "travaillons" | "bossons" | "tournons", "a"],
                _,
            ) if counts_people => self.found_with_staff(3),
            ([.., "on", "est" | "e"] | [.., "nous", "sommes"] | [.., "sommes", "que"], _)
                if counts_people =>
            {
                self.found_with_staff(2)
            }
            _ => None,
        }
    }

    /// What is said of the company, its team or its headcount: `une équipe de cinq`, `effectif : 14`.
    fn said_of_company(&self) -> Option<Counted> {
        let counts_people = self.counts_people();
        let people = self.people;
        match (self.before, self.after) {
            ([.., "notre" | "mon" | "l", "equipe", "de"], [word, ..])
                if !is_occupation(word) && !self.is_staff() =>
            {
                self.found(2, 0)
            }
            ([.., "effectif", "est", "tombe" | "passe" | "monte" | "descendu", "a"], _) if counts_people => {
                self.found_with_staff(4)
            }
            ([.., "y", "a"], ["personnes" | "pers", "dans", _, group, ..]) if GROUPS.contains(group) => {
                self.found_with_staff(0)
            }
            ([.., group, "de" | "a" | "est"], _)
                if GROUPS.contains(group) && counts_people && !self.are_of_others() =>
            {
                self.found_with_staff(2)
            }
            // `une société de déménagement de 8 personnes`, `menuiserie de quatre personnes`
            ([.., "de"], _)
                if self.is_staff()
                    && !self.is_otherwise()
                    && is_of_company(people, self.quantity.first - 1) =>
            {
                self.found_with_staff(1)
            }
            ([.., "effectif", _, "de"], _) if counts_people => self.found_with_staff(1),
            ([.., "effectif" | "effectifs"], _) if counts_people => self.found(1, 0),
            _ if is_told_of_group(people, self.quantity) => self.found_with_staff(0),
            ([.., "salaries" | "employes"], _) if is_told(people.text, people.folded, self.quantity) => {
                self.found(1, 0)
            }
            ([.., "emploie" | "employons" | "emploient"], _) if counts_people && !self.is_otherwise() => {
                self.found_with_staff(1)
            }
            _ => None,
        }
    }

    /// What is said by a noun of people after it: `mes 14 gars`, `une brasserie, 5 serveurs`, `4 salariés`.
    fn said_by_noun(&self) -> Option<Counted> {
        let word = self.next();
        let works = is_occupation(word);
        match (self.before, self.after) {
            (
                [.., "j" | "je", "ai" | "emploie"] | [.., "jai"] | [.., "nous", "avons"] | [.., "on", "a"],
                [_, ..],
            ) if works && !self.is_article() => self.found(0, self.noun()),
            ([.., "mes" | "nos" | "ses"], _) if self.is_staff() || works => self.found(1, self.noun()),
            // `une douzaine de couturières`
            _ if self.skipped > 0 && works && !self.is_otherwise() => self.found(0, self.noun()),
            // `4 gars avec moi`
            (_, [trade, "avec", "moi" | "nous", ..]) if OWN_TRADES.contains(trade) => {
                self.found(0, self.noun())
            }
            _ if OWN_TRADES.contains(&word) && !self.is_otherwise() && self.headcount > 1 => {
                self.found(0, self.noun())
            }
            // `4 grimpeurs salariés`
            (_, [_, "salaries" | "salariees", ..]) if may_be_occupation(word) && !self.is_otherwise() => {
                self.found(0, self.noun() + 1)
            }
            (
                [.., "compte" | "comptons" | "reunit" | "rassemble" | "occupe"]
                | [
                    ..,
                    "emploie" | "emploient" | "employons" | "compte",
                    "encore" | "actuellement" | "environ" | "hui",
                ],
                _,
            ) if (is_people(word) || may_be_occupation(word)) && !self.is_otherwise() => {
                self.found(0, self.noun())
            }
            ([.., "avec" | "compte"], _) if works && !self.is_otherwise() && self.headcount > 1 => {
                self.found(0, self.noun())
            }
            _ if (works || is_owner(word) || matches!(word, "bonshommes" | "permanents" | "tetes"))
                && self.is_said_of_company() =>
            {
                self.found(0, self.noun())
            }
            // `un loto de 90 personnes`
            ([.., "de" | "d" | "pour" | "a" | "par", _] | [.., "de" | "d" | "pour" | "a" | "par"], _)
                if matches!(word, "personnes" | "pers") && !self.people.is_apart(self.quantity.first) =>
            {
                None
            }
            // `22 en CDI`
            (_, ["en", "cdi", ..]) if !self.is_otherwise() => self.found(0, 2),
            // `un salarié` is any; `1 salarié` is one.
            _ if self.is_staff() && (self.headcount != 1 || !self.is_article()) && !self.is_otherwise() => {
                self.found_with_staff(0)
            }
            _ => None,
        }
    }
}

/// Whether a number is told of those who work for the company, after a colon: `l'équipe : 13`, `effectif moyen
/// 2023 : 9,4`.
fn is_told_of_group(people: PeopleText<'_>, quantity: &Quantity) -> bool {
    is_told(people.text, people.folded, quantity)
        && people
            .before_in_sentence(quantity.first, 4)
            .any(|word| matches!(word, "equipe" | "effectif" | "effectifs" | "personnel"))
}

/// Whether a number is told after a colon: `salariés : 17`.
fn is_told(text: &str, folded: &[&str], quantity: &Quantity) -> bool {
    let before = text[..quantity.start].trim_end();
    before.ends_with([':', '=']) && folded.get(quantity.first).is_some_and(|word| is_digits(word))
}

/// Whether a number is one of many in a row, a share, money, or the end of a range, which is no exact number: `06 12
/// 34`, `12 %`, `effectif 10 à 19`.
fn is_no_count(text: &str, quantity: &Quantity, before: &[&str], after: &[&str]) -> bool {
    let rest = &text[quantity.end..];
    let is_glued = || {
        let next = after.first().is_some_and(|next| !STAFF.contains(next));
        next && rest.starts_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | '.' | '/' | '-'))
            && rest.chars().nth(1).is_some_and(char::is_alphanumeric)
    };
    let is_number = |word: &&str| is_digits(word) || text2digits(word, &Language::french()).is_ok();
    let before_text = &text[..quantity.start];
    let is_apart = before_text.trim_end().ends_with([',', ';', ':', '(', '€', '%'])
        || before_text.ends_with(char::is_whitespace) && before_text.trim_end().ends_with(['.', '!', '?']);
    !is_apart && before.last().is_some_and(|word| is_digits(word))
        || after.first().is_some_and(|word| is_digits(word))
        || is_glued()
        || rest.trim_start().starts_with(['%', '€'])
        || matches!(after, ["a" | "ou", next, ..] if is_number(next))
        || matches!(before, [.., previous, "a" | "ou"] if is_number(previous))
}

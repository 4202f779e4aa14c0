//! Numbers that count all of those who work, without a noun of their own: `à nous quatre`, `on la fait tourner à
//! trois`, `9 en tout`, `un salarié se blesse ; j'en ai douze`, `nous sommes aujourd'hui soixante-six`.

use super::adverbs::without_adverbs;
use super::number::Number;
use super::people::{GROUPS, OTHERS, is_person, is_unit};
use super::people_text::{Counted, is_workplace_of_company};
use super::trades::is_line_of_work;

/// What running a company, or working there, is called.
const RUNNING: [&str; 36] = [
    "fonctionne",
    "fonctionnons",
    "travaille",
    "travaillons",
    "travailler",
    "tourne",
    "tournons",
    "tourner",
    "tient",
    "tenons",
    "tenir",
    "gere",
    "gerons",
    "gerer",
    "bosse",
    "bossons",
    "bosser",
    "exploite",
    "exploitons",
    "exploiter",
    "dirige",
    "dirigeons",
    "mene",
    "menons",
    "mener",
    "assure",
    "assurons",
    "anime",
    "animons",
    "fabrique",
    "fabriquons",
    "produit",
    "produisons",
    "vit",
    "vivons",
    "cultivons",
];

/// Words after a number that make it the number of all: `9 en tout`.
fn is_total(after: &[&str]) -> bool {
    matches!(
        after,
        ["en" | "au", "tout" | "total", ..]
            | ["tous" | "toutes", _, "confondus" | "confondues", ..]
            | ["tous" | "toutes" | "tout", "confondus" | "confondues" | "confondu", ..]
            | [
                "moi" | "patron" | "patronne" | "gerant" | "gerante",
                "compris" | "comprise" | "inclus" | "incluse",
                ..
            ]
            | ["en", "me" | "nous", "comptant", ..]
            | ["en", "comptant", ..]
            | ["avec", "moi" | "nous" | "le" | "les", ..]
    )
}

impl Number<'_> {
    /// What is said of all, without a noun.
    pub(super) fn said_of_all(&self) -> Option<Counted> {
        if self.is_article() || self.headcount == 0 {
            return None;
        }
        self.after_adverbs()
            .or_else(|| self.of_us())
            .or_else(|| self.of_those_told())
            .or_else(|| self.in_total())
    }

    /// `nous sommes aujourd'hui soixante-six`, `on n'est en tout que six`
    fn after_adverbs(&self) -> Option<Counted> {
        let before = without_adverbs(self.before);
        let skipped = self.before.len() - before.len();
        let is_us = matches!(
            before,
            [.., "nous" | "ns", "sommes"]
                | [.., "on", "est" | "e"]
                | [.., "on" | "nous", "n" | "ne", "est" | "sommes"]
                | [.., "on" | "nous", "reste" | "restons"]
        );
        if skipped == 0 || !is_us || !self.counts_people() {
            return None;
        }
        self.found_with_staff(skipped + 2)
    }

    /// `à nous quatre`, `on y travaille à deux`, `une salle qu'on fait tourner à trois`
    fn of_us(&self) -> Option<Counted> {
        if self.headcount < 2 || !self.counts_people() {
            return None;
        }
        let before = |most| self.people.before_in_sentence(self.quantity.first, most);
        match self.before {
            // The company `est à nous deux` who own it.
            [.., "est" | "sont" | "appartient" | "appartiennent", "a", "nous"] => None,
            [.., "a", "nous"] => self.found(2, 0),
            [.., "a"] | [.., "seulement" | "que", "a"]
                if before(9).any(|word| RUNNING.contains(&word))
                    && before(14).any(|word| matches!(word, "on" | "nous" | "qu")) =>
            {
                self.found(1, 0)
            }
            _ => None,
        }
    }

    /// `un salarié se blesse ; j'en ai douze`, `notre filiale n'en a que 38`
    fn of_those_told(&self) -> Option<Counted> {
        if !self.counts_people() || self.people.is_planned(self.quantity.first, self.quantity.last) {
            return None;
        }
        let before = match self.before {
            [
                rest @ ..,
                "que" | "qu" | "deja" | "encore" | "actuellement" | "aujourd" | "hui" | "maintenant",
            ] => rest,
            rest => rest,
        };
        let before = if let [rest @ .., "plus"] = before { rest } else { before };
        let words = self.before.len() - before.len();
        let first = self.quantity.first;
        let told = || {
            self.people
                .folded
                .get(first.saturating_sub(24)..first)
                .unwrap_or(&[])
                .iter()
                .any(|word| is_person(word))
        };
        let is_ours = || {
            (first.saturating_sub(10)..first).any(|at| {
                matches!(self.people.folded.get(at..), Some(["notre" | "mon" | "ma" | "nos", unit, ..])
                    if is_unit(unit) || GROUPS.contains(unit) || is_workplace_of_company(unit))
            })
        };
        match before {
            [
                ..,
                "j" | "nous" | "on",
                "en",
                "ai" | "avons" | "a" | "emploie" | "employons" | "compte" | "comptons",
            ]
            | [.., "jen", "ai"]
                if told() =>
            {
                self.found(words + 3, 0)
            }
            [.., "m" | "nous", "en", "reste"] if told() => self.found(words + 3, 0),
            [.., "en", "a" | "compte" | "emploie" | "comprend"] if told() && is_ours() => {
                self.found(words + 2, 0)
            }
            _ => None,
        }
    }

    /// `pâtisserie, 9 en tout`, `six, tous postes confondus`, `en tout et pour tout 6`
    fn in_total(&self) -> Option<Counted> {
        let first = self.quantity.first;
        if self.are_of_others() || self.people.looks_for_before(first) {
            return None;
        }
        let is_apart = self.people.is_apart(first);
        // A line of work or a company stands in the same sentence, and nothing else is counted there.
        let is_of_company = || {
            self.people.before_in_sentence(first, 8).any(|word| {
                is_line_of_work(word)
                    || GROUPS.contains(&word)
                    || is_workplace_of_company(word)
                    || matches!(word, "sommes" | "on" | "famille")
            }) && !self.people.before_in_sentence(first, 8).any(|word| OTHERS.contains(&word))
        };
        let is_alone = || {
            !self
                .people
                .before_in_sentence(first, 8)
                .any(|word| word.bytes().all(|byte| byte.is_ascii_digit()))
        };
        match self.before {
            [.., "tout", "et", "pour", "tout"] if self.ends_phrase() && is_of_company() => self.found(5, 0),
            _ if is_apart && self.headcount > 1 && is_total(self.after) && is_of_company() && is_alone() => {
                self.found(0, 2)
            }
            _ => None,
        }
    }
}

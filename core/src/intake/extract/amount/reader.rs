//! Amounts by what stands beside their numbers: a unit, a currency, or words of money.

use super::unit::{GOES_ON, Unit, currency_before, tenths};
use crate::intake::extract::quantity::{Quantity, is_digits};
use crate::intake::extract::references::REFERENCES;

/// The least number that is an amount where nothing but a word beside it says so.
const LEAST_BARE: f64 = 1e3;

/// What is paid, owed, earned or asked for: `un loyer de 2 200`.
const MONEY: [&str; 64] = [
    "acompte",
    "aide",
    "amende",
    "apport",
    "avance",
    "budget",
    "ca",
    "caution",
    "charges",
    "chiffre",
    "commande",
    "cotisation",
    "cotisations",
    "cout",
    "coute",
    "coutent",
    "couter",
    "coutera",
    "credit",
    "decouvert",
    "depenser",
    "dette",
    "dettes",
    "devis",
    "dois",
    "doit",
    "echeance",
    "emprunt",
    "emprunter",
    "encaisse",
    "facture",
    "factures",
    "financer",
    "impaye",
    "impayes",
    "indemnite",
    "indemnites",
    "investi",
    "investir",
    "investissement",
    "loyer",
    "machine",
    "manque",
    "mensualite",
    "mensualites",
    "montant",
    "payer",
    "penalites",
    "perdu",
    "perte",
    "pret",
    "prix",
    "remboursement",
    "rembourser",
    "reste",
    "salaire",
    "somme",
    "subvention",
    "tresorerie",
    "trou",
    "tva",
    "urssaf",
    "vaut",
    "verser",
];

/// Those of which a number may count something else.
const COUNTED: [&str; 5] = ["aide", "avance", "commande", "machine", "perte"];

/// An amount, and what the unit multiplied its number by.
pub(super) struct Amount {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) euros: f64,
    pub(super) factor: f64,
}

pub(super) struct Reader<'t> {
    pub(super) text: &'t str,
    pub(super) folded: Vec<&'t str>,
}

impl Reader<'_> {
    /// The amount that a number is, where what stands before `free_from` belongs to others.
    pub(super) fn amount_at(&self, quantity: &Quantity, free_from: usize) -> Option<Amount> {
        let after = &self.text[quantity.end..];
        let amount = |start: usize, end: usize, factor: f64| {
            Some(Amount { start, end, euros: quantity.value * factor, factor })
        };
        if let Some(unit) = Unit::after(after, self.written_length(quantity), quantity.is_round) {
            let end = quantity.end + unit.end;
            // `12k5`
            let tenths = if unit.factor >= 1e3 { tenths(&self.text[end..]) } else { None };
            let tenths = tenths.filter(|_| quantity.value.fract() == 0.0);
            let (tenths, more) = tenths.map_or((0.0, 0), |tenths| (tenths, 1));
            let euros = (quantity.value + tenths) * unit.factor;
            return Some(Amount { start: quantity.start, end: end + more, euros, factor: unit.factor });
        }
        if let Some(start) = currency_before(self.text, quantity.start).filter(|start| *start >= free_from) {
            return amount(start, quantity.end, 1.0);
        }
        let is_amount = match quantity.is_round {
            true => quantity.value >= LEAST_BARE && self.is_round_sum(quantity),
            false => self.is_money(quantity),
        };
        if is_amount { amount(quantity.start, quantity.end, 1.0) } else { None }
    }

    /// How many characters a number in digits has; one in letters has none.
    fn written_length(&self, quantity: &Quantity) -> usize {
        let is_in_digits = self.folded.get(quantity.first).is_some_and(|word| is_digits(word));
        if is_in_digits { quantity.end - quantity.start } else { 0 }
    }

    /// The lower end of a range of which the upper one is an amount: `10 à 15 000 euros`, `2 à 3 millions`.
    pub(super) fn lower_end(&self, lower: &Quantity, upper: &Quantity, factor: f64) -> Option<Amount> {
        // The thousands or millions may be said once, as far as the lower end stays below the upper.
        let thousands = if upper.value >= 1e3 && lower.value < 1e3 { 1e3 } else { 1.0 };
        let scales = [(upper.scale / lower.scale).max(thousands), thousands, 1.0];
        // `tombées de 52 000 à 37 000 euros`
        let falls = self.is_fall(lower) && lower.value < 1e3 * upper.value;
        let fits = |scale: &f64| lower.value * scale <= upper.value || falls && *scale == 1.0;
        // `une pelle de 2017 à 130 000 €`, `quelqu'un à 1 900 €`
        let is_article = matches!(self.folded.get(lower.first), Some(&"un" | &"une"));
        let is_none = self.is_year(lower) || is_article && self.written_length(upper) > 0;
        let are_ends = !is_none && self.are_ends(lower, upper);
        let scale = scales.into_iter().find(fits).filter(|_| are_ends)?;
        Some(Amount { start: lower.start, end: lower.end, euros: lower.value * scale * factor, factor })
    }

    /// The upper end of a range of which the lower one is an amount: `un budget de 10 000 à 15 000`.
    pub(super) fn upper_end(&self, lower: &Quantity, upper: &Quantity) -> Option<Amount> {
        let is_amount = upper.value >= LEAST_BARE
            && self.are_ends(lower, upper)
            && self.counts_nothing(upper)
            && !self.is_year(upper);
        is_amount.then_some(Amount { start: upper.start, end: upper.end, euros: upper.value, factor: 1.0 })
    }

    /// Whether two numbers are the ends of a range.
    fn are_ends(&self, lower: &Quantity, upper: &Quantity) -> bool {
        match self.text.get(lower.end..upper.start).map(str::trim) {
            Some("à" | "a" | "À" | "A" | "ou" | "/" | "-" | "–") => true,
            // `en ligne à 89 et 149 euros`
            Some("et") => lower
                .first
                .checked_sub(1)
                .is_some_and(|at| self.is(at, "entre") || self.is(at, "a") && lower.value >= 10.0),
            _ => false,
        }
    }

    /// Whether a number is where something falls from: `passé de 52 000 à`.
    fn is_fall(&self, lower: &Quantity) -> bool {
        lower.first.checked_sub(1).is_some_and(|at| self.is(at, "de"))
    }

    /// Whether a thousand or a million that names no currency is one of euros: `quinze mille`, but neither `un
    /// millier de clients` nor the year `deux mille vingt`.
    fn is_round_sum(&self, quantity: &Quantity) -> bool {
        let next = |ahead: usize| self.folded.get(quantity.last + ahead).copied().unwrap_or("");
        // `mille` counts without `de`.
        let is_mille = self.folded.get(quantity.last).is_some_and(|word| matches!(*word, "mille" | "milles"));
        let counts = !is_mille && matches!(next(1), "d" | "de") && !MONEY.contains(&next(2));
        self.counts_nothing(quantity) && !counts && !self.is_year(quantity)
    }

    /// Whether the words beside a number that names no currency make it an amount.
    fn is_money(&self, quantity: &Quantity) -> bool {
        let next = |ahead: usize| self.folded.get(quantity.last + ahead).copied().unwrap_or("");
        if quantity.value < LEAST_BARE || self.is_reference(quantity) {
            return false;
        }
        // Only money is taxed.
        if matches!(next(1), "ttc" | "ht" | "net" | "nets" | "brut" | "bruts") {
            return true;
        }
        let before = self.folded.get(..quantity.first).unwrap_or(&[]);
        // `une dette de 9 000 traîne`, but not `une commande de 9 000 pièces`.
        if let [.., money, "de"] = before
            && MONEY.contains(money)
            && !COUNTED.contains(money)
            && !self.is_year(quantity)
        {
            return true;
        }
        if !self.counts_nothing(quantity) {
            return false;
        }
        let is_of_something = matches!(next(1), "d" | "de") && !is_digits(next(2));
        let is_regular =
            next(1) == "par" && matches!(next(2), "mois" | "an" | "semaine" | "jour" | "trimestre");
        let is_named = || before.iter().rev().take(4).any(|word| MONEY.contains(word));
        let is_about = before.last() == Some(&"environ");
        !self.is_year(quantity) && (is_of_something || is_regular || is_about || is_named())
    }

    /// Whether a number is followed by nothing that it counts.
    pub(super) fn counts_nothing(&self, quantity: &Quantity) -> bool {
        let after = self.text[quantity.end..].trim_start();
        let is_glued = after.len() == self.text[quantity.end..].len();
        match after.chars().next() {
            Some('%' | '°') => false,
            Some(c) if c.is_alphanumeric() => {
                let next = self.folded.get(quantity.last + 1).copied().unwrap_or("");
                !is_glued && GOES_ON.contains(&next)
            }
            _ => true,
        }
    }

    /// Whether a number names a paper, an account or a phone: `facture n° 202401`, `urssaf 627123456`.
    pub(super) fn is_reference(&self, quantity: &Quantity) -> bool {
        let word = self.folded.get(quantity.first).copied().unwrap_or("");
        let is_long = word.len() > 8 || word.len() > 1 && word.starts_with('0');
        let before = quantity.first.checked_sub(1).and_then(|before| self.folded.get(before));
        is_long || before.is_some_and(|before| REFERENCES.contains(before) || is_digits(before))
    }

    pub(super) fn is_year(&self, quantity: &Quantity) -> bool {
        let is_in_letters = self.folded.get(quantity.first).is_some_and(|word| !is_digits(word));
        (is_in_letters || quantity.first == quantity.last) && (1900.0..2100.0).contains(&quantity.value)
    }

    fn is(&self, at: usize, word: &str) -> bool {
        self.folded.get(at).is_some_and(|own| *own == word)
    }
}

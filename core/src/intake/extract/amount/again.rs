//! Amounts whose currency was told before: `420 euros par mois, la mairie parle de monter à 600`, `1 200 euros + 350
//! par an`, `22 000 € contre 35 000`, `CA 310 000 €, j'en demande 185 000`.

use super::reader::{Amount, Reader};
use crate::intake::extract::quantity::Quantity;

/// The least amount that only the words before it make one: `monter à 600`.
const LEAST: f64 = 20.0;

/// Words near a number of thousands that say what it counts, where that is no money.
const THINGS: [&str; 35] = [
    "km",
    "kilometres",
    "compteur",
    "habitants",
    "abonnes",
    "visiteurs",
    "vues",
    "exemplaires",
    "pieces",
    "bouteilles",
    "tonnes",
    "litres",
    "kwh",
    "hectares",
    "metres",
    "m2",
    "clients",
    "followers",
    "contacts",
    "adherents",
    "couverts",
    "entrees",
    "nuitees",
    "passages",
    "tirage",
    "unites",
    "heures",
    "tours",
    "plants",
    "tetes",
    "articles",
    "references",
    "colis",
    "repas",
    "aime",
];

impl Reader<'_> {
    /// The amount that a number without a currency is, behind an amount which ends at a place of the text.
    pub(super) fn amount_again(&self, quantity: &Quantity, last_end: usize) -> Option<Amount> {
        let between = self.text.get(last_end..quantity.start)?;
        if quantity.is_round
            || self.is_year(quantity)
            || self.is_reference(quantity)
            || !self.goes_on_as_amount(quantity)
        {
            return None;
        }
        let is_again = self.is_grouped(quantity) && !self.is_of_things(quantity)
            || quantity.value >= LEAST && self.is_set_against(quantity, between);
        is_again.then_some(Amount {
            start: quantity.start,
            end: quantity.end,
            euros: quantity.value,
            factor: 1.0,
        })
    }

    /// Whether thousands stand apart, as nobody writes a number of a street or of people: `185 000`.
    fn is_grouped(&self, quantity: &Quantity) -> bool {
        let written = self.text.get(quantity.start..quantity.end).unwrap_or("");
        let is_in_digits = written.starts_with(|c: char| c.is_ascii_digit());
        is_in_digits
            && quantity.value >= 1e3
            && quantity.last > quantity.first
            && quantity.value.fract() == 0.0
    }

    fn is_of_things(&self, quantity: &Quantity) -> bool {
        let near = self
            .folded
            .get(quantity.first.saturating_sub(5)..quantity.last + 4)
            .or_else(|| self.folded.get(quantity.first.saturating_sub(5)..));
        near.unwrap_or(&[]).iter().any(|word| THINGS.contains(word))
    }

    /// Whether a number is added to an amount, or is what that becomes or was, in the same sentence.
    fn is_set_against(&self, quantity: &Quantity, between: &str) -> bool {
        let is_close = between.chars().count() <= 60
            && !between.contains(['!', '?', '\n', ';'])
            && !between.contains(". ");
        if !is_close {
            return false;
        }
        if between.trim() == "+" {
            return true;
        }
        match self.folded.get(..quantity.first) {
            Some([.., "contre"] | [.., "au", "lieu", "de"]) => true,
            Some([.., verb, "a"]) => is_change(verb),
            _ => false,
        }
    }

    /// Whether a number counts nothing by what follows it.
    fn goes_on_as_amount(&self, quantity: &Quantity) -> bool {
        let next = self.folded.get(quantity.last + 1).copied().unwrap_or("");
        let is_spaced = self.text[quantity.end..].starts_with([' ', '\u{a0}']);
        self.counts_nothing(quantity)
            || is_spaced && matches!(next, "avant" | "aujourd" | "maintenant" | "chacun" | "ensuite" | "puis")
    }
}

/// Whether a word tells that an amount changes.
fn is_change(word: &str) -> bool {
    let word = word.trim_end_matches('s');
    let changes = [
        "pass", "mont", "descend", "baiss", "augment", "grimp", "tomb", "arriv", "saut", "bondi", "remont",
        "negoci", "ramen", "pouss",
    ];
    changes.iter().any(|change| word.starts_with(change))
}

#[cfg(test)]
mod tests {
    use crate::intake::extract::{amount::find, quantity::quantities};
    use crate::intake::words::Words;

    #[test]
    fn a_currency_is_told_once() {
        for (text, expected) in [
            ("420 euros par mois, on parle de monter à 600", &[420.0, 600.0][..]),
            ("1200 euros + 350 par an", &[1_200.0, 350.0]),
            ("22 000 € contre 35 000 l'an passé", &[22_000.0, 35_000.0]),
            ("CA 310 000 €, j'en demande 185 000", &[310_000.0, 185_000.0]),
            ("tombées de 52 000 à 37 000 euros", &[52_000.0, 37_000.0]),
            ("à 89 et 149 euros", &[89.0, 149.0]),
            ("300 euros, résultat 4 000 j'aime", &[300.0]),
            ("15 000 €, 120 000 km au compteur", &[15_000.0]),
            ("8 000 € en 2024, contre 12 salariés", &[8_000.0]),
        ] {
            let words = Words::of(text);
            let found = find(text, &words, &quantities(text, &words));
            let found: Vec<f64> = found.into_iter().map(|amount| amount.euros).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}

//! Amounts of euros: `18 400 €`, `€ 2300`, `8k`, `1,2 million`, `quinze mille`, `900 e` as in text messages, and
//! numbers that only what stands beside them makes an amount (`un prêt de 50 000`).

use super::found::FoundAmount;
use super::quantity::{Quantity, is_digits};
use crate::intake::span::Span;
use crate::intake::words::Words;
use crate::text::fold;

/// A trillion: what is more was no amount.
const MOST: f64 = 1e12;

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

/// Words before a number that names something instead of counting it.
pub(super) const REFERENCES: [&str; 18] = [
    "ape",
    "naf",
    "iban",
    "article",
    "commande",
    "contrat",
    "devis",
    "dossier",
    "facture",
    "fr",
    "n",
    "no",
    "numero",
    "ref",
    "reference",
    "siren",
    "tva",
    "urssaf",
];

/// Words that may follow an amount which names no currency: it counts nothing else.
const GOES_ON: [&str; 48] = [
    "a",
    "au",
    "avec",
    "c",
    "car",
    "chaque",
    "contre",
    "d",
    "dans",
    "de",
    "deja",
    "depuis",
    "du",
    "elle",
    "en",
    "environ",
    "est",
    "et",
    "hors",
    "ht",
    "il",
    "impossible",
    "j",
    "je",
    "l",
    "la",
    "le",
    "les",
    "mais",
    "minimum",
    "n",
    "ne",
    "nous",
    "on",
    "ou",
    "par",
    "plus",
    "pour",
    "quand",
    "que",
    "qui",
    "sans",
    "sera",
    "si",
    "soit",
    "sont",
    "sur",
    "ttc",
];

pub(super) fn find(text: &str, words: &Words, quantities: &[Quantity]) -> Vec<FoundAmount> {
    let reader = Reader { text, folded: words.iter().map(|(_, folded)| folded).collect() };
    let mut found: Vec<FoundAmount> = Vec::new();
    // What stands before belongs to the amounts that were found.
    let mut free_from = 0;
    // The number before, and whether it is an amount.
    let mut before: Option<(&Quantity, bool)> = None;
    for quantity in quantities {
        let is_free = quantity.start >= free_from;
        let upper_end = || {
            before
                .filter(|(_, is_amount)| *is_amount)
                .and_then(|(lower, _)| reader.upper_end(lower, quantity))
        };
        let again = || found.last().and_then(|_| reader.amount_again(quantity, free_from));
        let amount = || reader.amount_at(quantity, free_from).or_else(upper_end).or_else(again);
        let amount = is_free.then(amount).flatten();
        let lower = before.filter(|(lower, is_amount)| !is_amount && lower.start >= free_from);
        let lower = lower.zip(amount.as_ref());
        let lower = lower.and_then(|((lower, _), amount)| reader.lower_end(lower, quantity, amount.factor));
        before = Some((quantity, amount.is_some()));
        for amount in lower.into_iter().chain(amount) {
            if amount.euros < MOST {
                let span = Span::of(text, amount.start, amount.end);
                free_from = amount.end;
                found.push(FoundAmount { span, euros: amount.euros });
            }
        }
    }
    found
}

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
    fn amount_at(&self, quantity: &Quantity, free_from: usize) -> Option<Amount> {
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
    fn lower_end(&self, lower: &Quantity, upper: &Quantity, factor: f64) -> Option<Amount> {
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
    fn upper_end(&self, lower: &Quantity, upper: &Quantity) -> Option<Amount> {
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

/// The unit of money after a number: where it ends, and what it multiplies by.
struct Unit {
    end: usize,
    factor: f64,
}

impl Unit {
    /// The unit that a text begins with, after a number of so many characters that is round or not. `HT` or `TTC`
    /// after it (without or with taxes) is part of it.
    fn after(text: &str, number_length: usize, is_round: bool) -> Option<Unit> {
        let Unit { end, factor } = Unit::without_taxes(text, number_length, is_round)?;
        let rest = &text[end..];
        let (word, word_end) = word_at(rest, spaces(rest));
        let taxes = matches!(word.as_str(), "ht" | "ttc") && spaces(rest) > 0;
        Some(Unit { end: if taxes { end + word_end } else { end }, factor })
    }

    fn without_taxes(text: &str, number_length: usize, is_round: bool) -> Option<Unit> {
        let gap = spaces(text);
        if gap > 2 * '\u{202f}'.len_utf8() {
            return None;
        }
        let (word, end) = word_at(text, gap);
        let factor = match word.as_str() {
            "" => return sign_end(text, gap).map(|end| Unit { end, factor: 1.0 }),
            "euro" | "euros" | "eur" | "balles" => return Some(Unit { end, factor: 1.0 }),
            "ke" | "keur" | "keuros" => return Some(Unit { end, factor: 1e3 }),
            // `12e` is an ordinal, as `la 100e édition`.
            "e" if number_length >= if gap > 0 { 2 } else { 3 } => {
                let is_ordinal = number_length < 4 && !ends_amount(&text[end..]);
                return (!is_ordinal).then_some(Unit { end, factor: 1.0 });
            }
            // `un million d'euros`
            "d" | "de" if is_round => {
                let (currency, end) = word_at(text, end + text[end..].chars().next()?.len_utf8());
                return is_currency(&currency).then_some(Unit { end, factor: 1.0 });
            }
            "k" => 1e3,
            // Metres are small.
            "m" if text[gap..].starts_with('M') => 1e6,
            _ => return None,
        };
        // `50 M` may be metres as well.
        let alone = (factor == 1e3 || gap == 0) && ends_amount(&text[end..]);
        let end = currency_end(text, end).or(alone.then_some(end))?;
        Some(Unit { end, factor })
    }
}

/// Where the currency ends that follows a thousand or a million.
fn currency_end(text: &str, from: usize) -> Option<usize> {
    let gap = spaces(&text[from..]);
    let (word, end) = word_at(text, from + gap);
    let in_letters = (gap > 0 && is_currency(&word)).then_some(end);
    sign_end(text, from).or_else(|| sign_end(text, from + gap)).or(in_letters)
}

/// Whether what follows a thousand or a million is nothing that these count: `8k`, but not `50 k abonnés`.
fn ends_amount(rest: &str) -> bool {
    let (word, _) = word_at(rest, spaces(rest));
    let word = fold(&word);
    let begins_with_digit = rest.trim_start().starts_with(|c: char| c.is_ascii_digit());
    tenths(rest).is_some()
        || !begins_with_digit && (word.is_empty() || spaces(rest) > 0 && GOES_ON.contains(&word.as_str()))
}

/// Where a currency begins that stands right before a number: `€ 2 300`, `EUR 2300`.
fn currency_before(text: &str, number: usize) -> Option<usize> {
    let before = text[..number].trim_end_matches([' ', '\u{a0}', '\u{202f}']);
    let sign = before.strip_suffix('€').or_else(|| before.strip_suffix("EUR"))?;
    // `800€ 2300` is an amount and a number.
    let is_free = !sign.ends_with(|c: char| c.is_alphanumeric());
    is_free.then_some(sign.len())
}

/// The tenths that a text begins with, as a single digit right behind a unit.
fn tenths(text: &str) -> Option<f64> {
    let digit = text.chars().next()?.to_digit(10)?;
    let is_alone = !text[1..].starts_with(char::is_alphanumeric);
    is_alone.then_some(f64::from(digit) / 10.0)
}

fn is_currency(word: &str) -> bool {
    matches!(word, "euro" | "euros" | "eur")
}

/// The length of the spaces that a text begins with.
fn spaces(text: &str) -> usize {
    text.len() - text.trim_start_matches([' ', '\u{a0}', '\u{202f}']).len()
}

/// The word that begins at a place of a text, in small letters, and where it ends.
fn word_at(text: &str, start: usize) -> (String, usize) {
    let end = text[start..].find(|c: char| !c.is_alphabetic()).map_or(text.len(), |length| start + length);
    (text[start..end].to_lowercase(), end)
}

/// Where the euro sign ends that stands at a place of a text.
fn sign_end(text: &str, at: usize) -> Option<usize> {
    text[at..].starts_with('€').then(|| at + '€'.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::super::quantity::quantities;
    use crate::intake::words::Words;

    fn find(text: &str) -> Vec<(String, f64)> {
        let words = Words::of(text);
        let found = super::find(text, &words, &quantities(text, &words));
        found.into_iter().map(|amount| (amount.span.text, amount.euros)).collect()
    }

    #[test]
    fn amounts_as_they_are_written() {
        for (text, euros) in [
            ("8000 euros", 8_000.0),
            ("8 k€", 8_000.0),
            ("8k€", 8_000.0),
            ("18 400 €", 18_400.0),
            ("18\u{202f}400\u{a0}€", 18_400.0),
            ("1.200,50 €", 1_200.5),
            ("12,5 k€", 12_500.0),
            ("1,5 M€", 1_500_000.0),
            ("2 millions d'euros", 2_000_000.0),
            ("20 mille euros", 20_000.0),
            ("900 e", 900.0),
            ("4200e", 4_200.0),
            ("95 000 € HT", 95_000.0),
            ("300EUR", 300.0),
            ("8000 euros ht", 8_000.0),
            ("12 k€ TTC", 12_000.0),
            ("8k", 8_000.0),
            ("12k5", 12_500.0),
            ("1M5", 1_500_000.0),
            ("32 000 ttc", 32_000.0),
            ("1.2M", 1_200_000.0),
            ("6 kE", 6_000.0),
            ("quinze mille euros", 15_000.0),
            ("trois mille deux cents euros", 3_200.0),
            ("quinze mille", 15_000.0),
            ("1,2 million", 1_200_000.0),
            ("un million d'euros", 1_000_000.0),
            ("une dizaine de milliers d'euros", 10_000.0),
            ("€ 2 300", 2_300.0),
            ("EUR 2300", 2_300.0),
            ("1'500 €", 1_500.0),
            ("50,000 euros", 50_000.0),
            ("45 balles", 45.0),
        ] {
            let found = find(&format!("il faut {text}, vite"));
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!(found[0].1, euros, "{text}");
            assert!(text.starts_with(&found[0].0), "{text}: {}", found[0].0);
        }
    }

    #[test]
    fn taxes_are_part_of_an_amount() {
        assert_eq!(find("un devis de 8000 euros HT, dit-il"), [("8000 euros HT".to_owned(), 8_000.0)]);
        assert_eq!(find("95\u{a0}000\u{a0}€ ttc"), [("95\u{a0}000\u{a0}€ ttc".to_owned(), 95_000.0)]);
        assert_eq!(find("900 euros htva"), [("900 euros".to_owned(), 900.0)]);
        assert_eq!(find("900 euroht"), []);
    }

    #[test]
    fn other_numbers_are_none() {
        for text in [
            "le 12e arrondissement",
            "14 h",
            "3 salariés",
            "200 m2",
            "59000 Lille",
            "50 k abonnés",
            "70 %",
            "12 3e",
            "12 000 francs",
            "un e-commerce",
            "un millier de clients",
            "2 millions d'habitants",
            "créée en deux mille dix-neuf",
            "tva 40303265045",
            "urssaf 627123456",
            "facture n° 202401",
            "payer au 0612345678",
            "mon 100e client",
            "la 500e édition",
            "mille clients",
            "50 M de tissu linéaire 3",
            "quelques milliers d'euros",
            "depuis 2024 de nouveaux clients",
            "une surface de 1200 m2",
            "environ 2000 clients",
            "un local à 80000 Amiens",
            "l'aide de 2026",
            "une facture de 2024 impayée",
            "une commande de 9 000 pièces",
            "une machine de 2 000 kg",
        ] {
            assert_eq!(find(text), [], "{text}");
        }
        assert_eq!(find(&format!("{} euros", "9".repeat(400))), []);
    }

    #[test]
    fn ranges_are_their_ends() {
        for (text, lower, upper) in [
            ("1500 à 2000 euros", 1_500.0, 2_000.0),
            ("entre 10 000 et 15 000 €", 10_000.0, 15_000.0),
            ("10 à 15 000 euros", 10_000.0, 15_000.0),
            ("50/60 000 €", 50_000.0, 60_000.0),
            ("8 à 10 k€", 8_000.0, 10_000.0),
            ("2 à 3 millions", 2_000_000.0, 3_000_000.0),
            ("entre 2 et 3 millions d'euros", 2_000_000.0, 3_000_000.0),
            ("un à deux millions", 1_000_000.0, 2_000_000.0),
            ("900 à 1 200 €", 900.0, 1_200.0),
            ("entre 500 et 1 000 euros", 500.0, 1_000.0),
            ("800 à 1 200 k€", 800_000.0, 1_200_000.0),
            ("10k à 15k", 10_000.0, 15_000.0),
            ("un budget de 10 000 à 15 000", 10_000.0, 15_000.0),
        ] {
            let found: Vec<f64> = find(text).into_iter().map(|(_, euros)| euros).collect();
            assert_eq!(found, [lower, upper], "{text}");
        }
        // Two numbers that say different things.
        assert_eq!(find("nous sommes 3 et 15 000 € manquent").len(), 1);
        assert_eq!(find("800 € 2300 m2"), [("800 €".to_owned(), 800.0)]);
        assert_eq!(find("1k€5 €"), [("1k€5".to_owned(), 1_500.0)]);
    }

    #[test]
    fn what_stands_beside_makes_a_number_an_amount() {
        for text in [
            "un prêt de 50 000",
            "80 000 d'investissement",
            "35000 de trou",
            "loyer de 2 200",
            "un CA de 400 000",
            "une échéance de 2 742 tombe le 5",
            "1 100 par mois",
            "environ 90000",
        ] {
            assert_eq!(find(text).len(), 1, "{text}");
        }
    }
}

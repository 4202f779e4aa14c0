//! Amounts of euros: `8000 euros`, `18 400 €`, `8 k€`, `1,5 M€`, and `900 e` as in text messages.

use super::found::FoundAmount;
use super::numbers::{Digits, is_separator};
use crate::intake::span::Span;

/// A trillion: what is more was no amount.
const MOST: f64 = 1e12;

pub(super) fn find(text: &str, runs: &[Digits]) -> Vec<FoundAmount> {
    let mut found = Vec::new();
    let mut runs = runs;
    while let [first, rest @ ..] = runs {
        let number = Number::beginning_with(text, *first, rest);
        if let Some(unit) = Unit::after(&text[number.end..], number.end - first.start)
            && let Ok(value) = number.digits.parse::<f64>()
            && value * unit.factor < MOST
        {
            let span = Span::of(text, first.start, number.end + unit.end);
            found.push(FoundAmount { span, euros: value * unit.factor });
        }
        runs = number.rest;
    }
    found
}

/// A number as it is written: its digits with a point before the decimals, its end, the runs after it.
struct Number<'r> {
    digits: String,
    end: usize,
    rest: &'r [Digits],
}

impl<'r> Number<'r> {
    fn beginning_with(text: &str, first: Digits, rest: &'r [Digits]) -> Number<'r> {
        let mut number = Number { digits: text[first.start..first.end].to_owned(), end: first.end, rest };
        // Thousands: groups of three after one of three at most.
        while let [next, rest @ ..] = number.rest
            && first.len() <= 3
            && next.len() == 3
            && is_separator(&text[number.end..next.start])
        {
            number.take(text, *next, rest);
        }
        // Decimals.
        if let [next, rest @ ..] = number.rest
            && next.len() <= 2
            && matches!(&text[number.end..next.start], "," | ".")
        {
            number.digits.push('.');
            number.take(text, *next, rest);
        }
        number
    }

    fn take(&mut self, text: &str, run: Digits, rest: &'r [Digits]) {
        self.digits.push_str(&text[run.start..run.end]);
        self.end = run.end;
        self.rest = rest;
    }
}

/// The unit of money after a number: where it ends, and what it multiplies by.
struct Unit {
    end: usize,
    factor: f64,
}

impl Unit {
    /// The unit that a text begins with, after a number of so many characters. `HT` or `TTC` after it
    /// (without or with taxes) is part of it.
    fn after(text: &str, number_length: usize) -> Option<Unit> {
        let Unit { end, factor } = Unit::without_taxes(text, number_length)?;
        let rest = &text[end..];
        let (word, word_end) = word_at(rest, spaces(rest));
        let taxes = matches!(word.as_str(), "ht" | "ttc") && spaces(rest) > 0;
        Some(Unit { end: if taxes { end + word_end } else { end }, factor })
    }

    fn without_taxes(text: &str, number_length: usize) -> Option<Unit> {
        let gap = spaces(text);
        if gap > 2 * '\u{202f}'.len_utf8() {
            return None;
        }
        let (word, end) = word_at(text, gap);
        let factor = match word.as_str() {
            "" => return sign_end(text, gap).map(|end| Unit { end, factor: 1.0 }),
            "euro" | "euros" | "eur" => return Some(Unit { end, factor: 1.0 }),
            "ke" | "keuros" => return Some(Unit { end, factor: 1e3 }),
            // `12e` is an ordinal.
            "e" if number_length >= if gap > 0 { 2 } else { 3 } => return Some(Unit { end, factor: 1.0 }),
            "k" | "mille" => 1e3,
            "m" | "million" | "millions" => 1e6,
            _ => return None,
        };
        let end = currency_end(text, end, word.starts_with("million"))?;
        Some(Unit { end, factor })
    }
}

/// Where the currency ends that follows a thousand or a million, which are no amount without one.
fn currency_end(text: &str, from: usize, is_million: bool) -> Option<usize> {
    let gap = spaces(&text[from..]);
    if let Some(end) = sign_end(text, from).or_else(|| sign_end(text, from + gap)) {
        return Some(end);
    }
    let (mut word, mut end) = word_at(text, from + gap);
    if is_million && (word == "d" || word == "de") {
        // `2 millions d'euros`
        (word, end) = word_at(text, end + text[end..].find(char::is_alphabetic)?);
    }
    let is_currency = matches!(word.as_str(), "euro" | "euros" | "eur");
    (is_currency && (gap > 0 || is_million)).then_some(end)
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
    use super::super::numbers::runs;

    fn find(text: &str) -> Vec<(String, f64)> {
        super::find(text, &runs(text)).into_iter().map(|amount| (amount.span.text, amount.euros)).collect()
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
        ] {
            assert_eq!(find(text), [], "{text}");
        }
        assert_eq!(find("1500 à 2000 euros"), [("2000 euros".to_owned(), 2000.0)]);
        assert_eq!(find(&format!("{} euros", "9".repeat(400))), []);
    }
}

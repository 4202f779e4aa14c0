//! Amounts of euros: `8000 euros`, `18 400 €`, `8 k€`, `1,5 M€`, and `900 e` as in text messages.

use super::FoundAmount;
use super::numbers::{Digits, is_separator};
use crate::intake::span::Span;

/// A trillion: what is more was no amount.
const MOST: f64 = 1e12;

pub(super) fn find(text: &str, runs: &[Digits]) -> Vec<FoundAmount> {
    let mut found = Vec::new();
    let mut first = 0;
    while first < runs.len() {
        let number = Number::beginning_at(text, &runs[first..]);
        let plain = number.end - runs[first].start;
        if let Some((end, factor)) = unit(&text[number.end..], plain)
            && let Ok(value) = number.digits.parse::<f64>()
            && value * factor < MOST
        {
            let span = Span::of(text, runs[first].start, number.end + end);
            found.push(FoundAmount { span, euros: value * factor });
        }
        first += number.runs;
    }
    found
}

/// A number as it is written: its digits with a point before the decimals, its end, its runs.
struct Number {
    digits: String,
    end: usize,
    runs: usize,
}

impl Number {
    fn beginning_at(text: &str, runs: &[Digits]) -> Number {
        let mut number =
            Number { digits: text[runs[0].start..runs[0].end].to_owned(), end: runs[0].end, runs: 1 };
        // Thousands: groups of three after one of three at most.
        while let Some(next) = runs.get(number.runs)
            && runs[0].len() <= 3
            && next.len() == 3
            && is_separator(&text[number.end..next.start])
        {
            number.take(text, *next);
        }
        // Decimals.
        if let Some(next) = runs.get(number.runs)
            && next.len() <= 2
            && matches!(&text[number.end..next.start], "," | ".")
        {
            number.digits.push('.');
            number.take(text, *next);
        }
        number
    }

    fn take(&mut self, text: &str, run: Digits) {
        self.digits.push_str(&text[run.start..run.end]);
        self.end = run.end;
        self.runs += 1;
    }
}

/// The length of the unit of money that `rest` begins with, after a number of `digits` characters,
/// and what it multiplies by.
fn unit(rest: &str, digits: usize) -> Option<(usize, f64)> {
    let spaces = rest.len() - rest.trim_start_matches([' ', '\u{a0}', '\u{202f}']).len();
    if spaces > 2 * '\u{202f}'.len_utf8() {
        return None;
    }
    let word_end = |from: usize| {
        let end = rest[from..].find(|c: char| !c.is_alphabetic()).map_or(rest.len(), |end| from + end);
        (rest[from..end].to_lowercase(), end)
    };
    let (word, end) = word_end(spaces);
    let sign = |at: usize| rest[at..].starts_with('€').then(|| at + '€'.len_utf8());
    let factor = match word.as_str() {
        "" => return sign(spaces).map(|end| (end, 1.0)),
        "euro" | "euros" | "eur" | "euros ht" => return Some((end, 1.0)),
        "ke" | "keuros" => return Some((end, 1e3)),
        // `12e` is an ordinal.
        "e" if spaces > 0 && digits >= 2 || digits >= 3 && word == "e" => return Some((end, 1.0)),
        "k" | "mille" => 1e3,
        "m" | "million" | "millions" => 1e6,
        _ => return None,
    };
    if let Some(end) = sign(end) {
        return Some((end, factor));
    }
    let after = &rest[end..];
    let gap = after.len() - after.trim_start_matches([' ', '\u{a0}', '\u{202f}']).len();
    if let Some(end) = sign(end + gap) {
        return Some((end, factor));
    }
    let (mut next, mut next_end) = word_end(end + gap);
    if (next == "d" || next == "de") && word.starts_with("million") {
        // `2 millions d'euros`
        let from = next_end + rest[next_end..].find(char::is_alphabetic)?;
        (next, next_end) = word_end(from);
    }
    (gap > 0 || word.starts_with("million")).then_some(())?;
    matches!(next.as_str(), "euro" | "euros" | "eur").then_some((next_end, factor))
}

#[cfg(test)]
mod tests {
    use super::super::numbers::runs;

    fn find(text: &str) -> Vec<(String, f64)> {
        super::find(text, &runs(text)).into_iter().map(|one| (one.span.text, one.euros)).collect()
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
        ] {
            let found = find(&format!("il faut {text}, vite"));
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!(found[0].1, euros, "{text}");
            assert!(text.starts_with(&found[0].0), "{text}: {}", found[0].0);
        }
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

//! Numbers as people write them: `1 500,00`, `vingt-cinq`, `80 mille`, `1,2 million`, `une dizaine de milliers`.

use text2num::{Language, text2digits};

use super::numbers::is_separator;
use crate::intake::words::Words;

/// A number of a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Quantity {
    pub(super) value: f64,
    /// Where it stands in the text, in bytes.
    pub(super) start: usize,
    pub(super) end: usize,
    /// The numbers of its first and its last word.
    pub(super) first: usize,
    pub(super) last: usize,
    /// Whether it names a thousand or a million, or stands for about so many.
    pub(super) is_round: bool,
    /// The thousand or the million that its words name; 1 where they name none.
    pub(super) scale: f64,
}

/// The most words of a number in letters that are read.
const MOST_WORDS: usize = 12;

/// The words for about so many, without an ending of several.
const ABOUT: [(&str, f64); 10] = [
    ("dizaine", 10.0),
    ("douzaine", 12.0),
    ("quinzaine", 15.0),
    ("vingtaine", 20.0),
    ("trentaine", 30.0),
    ("quarantaine", 40.0),
    ("cinquantaine", 50.0),
    ("soixantaine", 60.0),
    ("centaine", 100.0),
    ("millier", 1e3),
];

/// Every number of a text, in its order.
pub(super) fn quantities(text: &str, words: &Words) -> Vec<Quantity> {
    let reader = Reader { text, words, folded: words.iter().map(|(_, folded)| folded).collect() };
    let mut found = Vec::new();
    let mut at = 0;
    while at < reader.folded.len() {
        match reader.quantity_at(at) {
            Some(quantity) => {
                at = quantity.last + 1;
                found.push(quantity);
            }
            None => at += 1,
        }
    }
    found
}

struct Reader<'t> {
    text: &'t str,
    words: &'t Words,
    folded: Vec<&'t str>,
}

impl Reader<'_> {
    fn quantity_at(&self, at: usize) -> Option<Quantity> {
        let (mut value, mut last) = self.in_digits(at).or_else(|| self.in_letters(at))?;
        let is_in_digits = is_digits(self.folded.get(at)?);
        // `un million cinq`
        if !is_in_digits && value > 1e6 && (1.0..10.0).contains(&(value % 1e6)) {
            value += value % 1e6 * (1e5 - 1.0);
        }
        // A number in letters names its thousands itself.
        let mut is_round = !is_in_digits && value >= 1e3;
        if let Some((factor, end)) = self.factor_after(last) {
            (value, last, is_round) = (value * factor, end, true);
        }
        // `une dizaine de milliers`
        if self.is(last + 1, "de") && self.is(last + 2, "milliers") && self.is_spaced(last) {
            (value, last, is_round) = (value * 1e3, last + 2, true);
        }
        let scale = self.scale_of(at, last);
        if is_round && let Some((more, end)) = self.rest_after(last, scale) {
            (value, last) = (value + more, end);
        }
        let range = self.words.range(at, last)?;
        Some(Quantity { value, start: range.start, end: range.end, first: at, last, is_round, scale })
    }

    /// What the words of a number multiply it by: a thousand, a million, or nothing.
    fn scale_of(&self, first: usize, last: usize) -> f64 {
        let words = self.folded.get(first..=last).unwrap_or(&[]);
        let has = |wanted: &[&str]| words.iter().any(|word| wanted.contains(word));
        if has(&["milliard", "milliards"]) {
            1e9
        } else if has(&["million", "millions"]) {
            1e6
        } else if has(&["mille", "milles", "milliers"]) {
            1e3
        } else {
            1.0
        }
    }

    /// What follows a thousand or a million and belongs to it: `1 million 2`, `un million et demi`, `3 mille 500`.
    fn rest_after(&self, last: usize, scale: f64) -> Option<(f64, usize)> {
        if scale == 1.0 || !self.is_spaced(last) {
            return None;
        }
        if scale >= 1e6 && self.is(last + 1, "et") && self.is(last + 2, "demi") && self.is_spaced(last + 1) {
            return Some((scale / 2.0, last + 2));
        }
        let (mut value, mut end) = self.in_digits(last + 1)?;
        if scale >= 1e6 && self.folded.get(last + 1)?.len() == 1 && end == last + 1 {
            return Some((value * scale / 10.0, end));
        }
        if scale >= 1e6
            && let Some((factor, at)) = self.factor_after(end).filter(|(factor, _)| *factor == 1e3)
        {
            (value, end) = (value * factor, at);
        }
        // `2 millions 3 fois` are two numbers.
        (value < scale && value >= scale / 1e3 && value >= 100.0).then_some((value, end))
    }

    /// A number in digits that begins with a word, and its last word: groups of thousands, then decimals.
    fn in_digits(&self, at: usize) -> Option<(f64, usize)> {
        let first = self.folded.get(at).filter(|word| is_digits(word))?;
        let (mut digits, mut last) = ((*first).to_owned(), at);
        let next = |last: usize, wanted: &dyn Fn(&str) -> bool, between: &dyn Fn(&str) -> bool| {
            let next = self.folded.get(last + 1).filter(|word| is_digits(word) && wanted(word))?;
            between(self.between(last)?).then_some(*next)
        };
        // `50,000` are thousands as well: nobody counts thousandths of a euro or of a person.
        let is_thousands = |between: &str| is_separator(between) || between == "," && *first != "0";
        while first.len() <= 3
            && let Some(group) = next(last, &|word| word.len() == 3, &is_thousands)
        {
            digits.push_str(group);
            last += 1;
        }
        if let Some(decimals) = next(last, &|word| word.len() <= 2, &|between| matches!(between, "," | ".")) {
            digits.push('.');
            digits.push_str(decimals);
            last += 1;
        }
        Some((digits.parse().ok()?, last))
    }

    /// A number in letters that begins with a word, and its last word.
    fn in_letters(&self, at: usize) -> Option<(f64, usize)> {
        if self.is(at, "zero") {
            return Some((0.0, at));
        }
        // `une petite quinzaine`, `une demi-douzaine`
        if let Some(before) = at.checked_sub(1).and_then(|before| self.folded.get(before))
            && let Some((_, value)) = ABOUT.iter().find(|(about, _)| self.is(at, about))
        {
            match *before {
                "petite" | "bonne" | "grosse" | "grande" => return Some((*value, at)),
                "demi" => return Some((value / 2.0, at)),
                _ => {}
            }
        }
        // Several new ones.
        if self.is(at, "neufs") {
            return None;
        }
        let mut letters = String::new();
        let mut longest = None;
        for last in at..self.folded.len().min(at + MOST_WORDS) {
            if last > at {
                if !self.is_spaced(last - 1) {
                    break;
                }
                letters.push(' ');
            }
            letters.push_str(self.folded.get(last)?);
            let read = text2digits(&letters, &Language::french());
            match read.ok().and_then(|digits| digits.parse::<f64>().ok()) {
                Some(value) => longest = Some((value, last)),
                // `vingt et` may go on.
                None if longest.is_some() && self.is(last, "et") => {}
                None => break,
            }
        }
        longest
    }

    /// What the word after a number multiplies it by, and its place: `mille`, `millions`, `dizaine`.
    fn factor_after(&self, last: usize) -> Option<(f64, usize)> {
        let at = last + 1;
        let word = *self.folded.get(at).filter(|_| self.is_spaced(last))?;
        if word == "demi" && self.is_spaced(at) && self.is(at + 1, "million") {
            return Some((5e5, at + 1));
        }
        let factor = match word {
            "mille" | "milles" => Some(1e3),
            "million" | "millions" => Some(1e6),
            "milliard" | "milliards" => Some(1e9),
            word => {
                let one = word.strip_suffix('s').unwrap_or(word);
                ABOUT.iter().find(|(about, _)| *about == one).map(|(_, factor)| *factor)
            }
        };
        factor.map(|factor| (factor, at))
    }

    fn is(&self, at: usize, word: &str) -> bool {
        self.folded.get(at).is_some_and(|own| *own == word)
    }

    /// What stands between a word and the next.
    fn between(&self, at: usize) -> Option<&str> {
        self.text.get(self.words.get(at)?.end..self.words.get(at + 1)?.start)
    }

    /// Whether the next word follows a word without anything but a space or a hyphen.
    fn is_spaced(&self, at: usize) -> bool {
        self.between(at).is_some_and(|between| {
            between.chars().all(|c| c.is_whitespace() || c == '-') && between.chars().count() <= 3
        })
    }
}

pub(super) fn is_digits(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(text: &str) -> Vec<(f64, String)> {
        let found = quantities(text, &Words::of(text));
        found.iter().map(|quantity| (quantity.value, text[quantity.start..quantity.end].to_owned())).collect()
    }

    #[test]
    fn numbers_as_they_are_written() {
        for (text, value) in [
            ("8000", 8_000.0),
            ("18\u{202f}400", 18_400.0),
            ("1.200,50", 1_200.5),
            ("1'500", 1_500.0),
            ("50,000", 50_000.0),
            ("12,5", 12.5),
            ("0,500", 0.0),
            ("vingt-cinq", 25.0),
            ("vingt et un", 21.0),
            ("quatre-vingt-dix", 90.0),
            ("trois mille deux cents", 3_200.0),
            ("80 mille", 80_000.0),
            ("90 milles", 90_000.0),
            ("1,2 million", 1_200_000.0),
            ("1 million 2", 1_200_000.0),
            ("un million cinq", 1_500_000.0),
            ("un million et demi", 1_500_000.0),
            ("3 mille 500", 3_500.0),
            ("1 million 200 000", 1_200_000.0),
            ("1 million 200 mille", 1_200_000.0),
            ("deux millions", 2_000_000.0),
            ("un demi-million", 500_000.0),
            ("une quinzaine", 15.0),
            ("deux douzaines", 24.0),
            ("une dizaine de milliers", 10_000.0),
            ("zéro", 0.0),
        ] {
            let found = values(&format!("soit {text} environ"));
            assert_eq!(found.first().map(|(value, _)| *value), Some(value), "{text}");
            if value != 0.0 {
                assert_eq!(found, [(value, text.to_owned())]);
            }
        }
    }

    #[test]
    fn numbers_apart_stay_apart() {
        let only_values = |text: &str| values(text).into_iter().map(|(value, _)| value).collect::<Vec<_>>();
        assert_eq!(only_values("deux, trois"), [2.0, 3.0]);
        assert_eq!(only_values("10 à 15 000"), [10.0, 15_000.0]);
        assert_eq!(only_values("06 12 34 56 78"), [6.0, 12.0, 34.0, 56.0, 78.0]);
        assert_eq!(only_values("vingt et puis rien"), [20.0]);
        assert!(only_values("quelques milliers, des dizaines de clients").is_empty());
        assert!(only_values(&"mille ".repeat(40)).iter().all(|value| *value <= 1e6));
        assert!(
            only_values(&"une dizaine de milliers de milliers ".repeat(9)).iter().all(|value| *value <= 1e4)
        );
    }
}

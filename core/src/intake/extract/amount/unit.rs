//! Units and currencies as people write them: `12k5`, `3 M€`, `40000 ht`, `€ 500`.

use crate::text::fold;

/// Words that may follow an amount which names no currency: it counts nothing else.
pub(super) const GOES_ON: [&str; 48] = [
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

/// The unit of money after a number: where it ends, and what it multiplies by.
pub(super) struct Unit {
    pub(super) end: usize,
    pub(super) factor: f64,
}

impl Unit {
    /// The unit that a text begins with, after a number of so many characters that is round or not. `HT` or `TTC`
    /// after it (without or with taxes) is part of it.
    pub(super) fn after(text: &str, number_length: usize, is_round: bool) -> Option<Unit> {
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
pub(super) fn currency_before(text: &str, number: usize) -> Option<usize> {
    let before = text[..number].trim_end_matches([' ', '\u{a0}', '\u{202f}']);
    let sign = before.strip_suffix('€').or_else(|| before.strip_suffix("EUR"))?;
    // `800€ 2300` is an amount and a number.
    let is_free = !sign.ends_with(|c: char| c.is_alphanumeric());
    is_free.then_some(sign.len())
}

/// The tenths that a text begins with, as a single digit right behind a unit.
pub(super) fn tenths(text: &str) -> Option<f64> {
    let digit = text.chars().next()?.to_digit(10)?;
    let is_alone = !text[1..].starts_with(char::is_alphanumeric);
    is_alone.then_some(f64::from(digit) / 10.0)
}

fn is_currency(word: &str) -> bool {
    matches!(word, "euro" | "euros" | "eur")
}

/// The length of the spaces that a text begins with.
pub(super) fn spaces(text: &str) -> usize {
    text.len() - text.trim_start_matches([' ', '\u{a0}', '\u{202f}']).len()
}

/// The word that begins at a place of a text, in small letters, and where it ends.
pub(super) fn word_at(text: &str, start: usize) -> (String, usize) {
    let end = text[start..].find(|c: char| !c.is_alphabetic()).map_or(text.len(), |length| start + length);
    (text[start..end].to_lowercase(), end)
}

/// Where the euro sign ends that stands at a place of a text.
fn sign_end(text: &str, at: usize) -> Option<usize> {
    text[at..].starts_with('€').then(|| at + '€'.len_utf8())
}

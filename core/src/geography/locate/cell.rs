//! Cells of codes: what a person or a spreadsheet made of five digits.

use std::borrow::Cow;

use crate::text::fold;

/// What people write where they have nothing to write.
const NOTHING: [&str; 15] = [
    "n a", "na", "nc", "n c", "nr", "nd", "null", "none", "nan", "neant", "inconnu", "inconnue", "vide",
    "aucune", "x",
];

/// Whether a cell has nothing to say: blank, a dash, `n/a`, an error of a spreadsheet.
pub(super) fn is_nothing(text: &str) -> bool {
    text.starts_with('#') || !text.contains(char::is_alphanumeric) || {
        // The longest of these words has eight letters.
        text.len() <= 12 && NOTHING.contains(&fold(text).as_str())
    }
}

/// What is longer than this is no place, and would cost its square.
const LONGEST_CELL: usize = 1_000;

/// A cell without what nobody sees around it; nothing where it has nothing to say, or too much.
pub(super) fn said(text: Option<&str>) -> Option<&str> {
    let invisible = |c: char| c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}' | '\u{2060}');
    text.map(|text| text.trim_matches(invisible))
        .filter(|text| text.len() <= LONGEST_CELL && !is_nothing(text))
}

/// A cell where a postal code should stand.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum PostalCell<'c> {
    /// Five digits, and how they were come by; and the rest of the cell, which may be a town.
    Code { digits: Cow<'c, str>, repair: Repair, rest: &'c str },
    /// Too few digits for a code: a département.
    Departement(&'c str),
    /// A code of another country.
    Foreign,
    /// No code: perhaps a town.
    Text(&'c str),
}

/// What had to be done to a postal code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Repair {
    /// Nothing that could change its meaning.
    None,
    /// A zero in front, which a spreadsheet takes away and foreign codes never had.
    LostZero,
    /// Letters were read as digits, or digits were left out.
    Guess,
}

/// Reads a cell where a postal code should stand.
pub(super) fn postal_cell(text: &str) -> PostalCell<'_> {
    if is_code(text) {
        return PostalCell::Code { digits: text.into(), repair: Repair::None, rest: "" };
    }
    if let Some((code, rest)) = code_and_rest(text) {
        return PostalCell::Code { digits: code.into(), repair: Repair::None, rest };
    }
    let bare = without_country(text);
    let bare = without_decimals(bare);
    let letters: String = bare.chars().filter(|c| c.is_alphanumeric()).collect();
    let digits = letters.chars().filter(char::is_ascii_digit).count();
    let code = |digits: String, repair| PostalCell::Code { digits: digits.into(), repair, rest: "" };
    match (digits, letters.len()) {
        (0, _) => PostalCell::Text(text),
        (5, 5) => code(letters, Repair::None),
        (4, 4) => code(format!("0{letters}"), Repair::LostZero),
        (1..=3, 1..=3) => PostalCell::Departement(bare),
        (6.., length) if length == digits => code(letters.chars().take(5).collect(), Repair::Guess),
        (2.., 5) => {
            let repaired: String = letters.chars().map(digit_for).collect();
            if is_code(&repaired) { code(repaired, Repair::Guess) } else { PostalCell::Foreign }
        }
        _ => PostalCell::Foreign,
    }
}

/// The digit that a letter was typed for.
fn digit_for(c: char) -> char {
    match c {
        'O' | 'o' => '0',
        'I' | 'l' => '1',
        c => c,
    }
}

/// Whether it is five digits.
pub(super) fn is_code(text: &str) -> bool {
    text.len() == 5 && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// `59000 Lille` as the code and what follows.
fn code_and_rest(text: &str) -> Option<(&str, &str)> {
    let (code, rest) = text.split_at_checked(5)?;
    let is_apart = rest.starts_with(|c: char| !c.is_alphanumeric() && !matches!(c, '.' | ','));
    (is_code(code) && is_apart).then(|| (code, rest.trim()))
}

/// `FR 59000` and `F-59000` without the country.
fn without_country(text: &str) -> &str {
    let start = text.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(text.len());
    match text.split_at_checked(start) {
        Some((country, rest)) if ["F", "FR", "f", "fr", "Fr"].contains(&country) => {
            rest.trim_start_matches([' ', '-', '\u{a0}'])
        }
        _ => text,
    }
}

/// `59000.0` as the number that it was.
pub(super) fn without_decimals(text: &str) -> &str {
    match text.rsplit_once(['.', ',']) {
        Some((number, zeros)) if !zeros.is_empty() && zeros.bytes().all(|byte| byte == b'0') => number,
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn postal_codes_are_read_as_spreadsheets_leave_them() {
        let read = |text: &str| match postal_cell(text) {
            PostalCell::Code { digits, repair, .. } => Some((digits.into_owned(), repair)),
            _ => None,
        };
        for text in
            ["59000", "59 000", "59\u{a0}000", "59000.0", "59000,0", "FR 59000", "F-59000", "59000 LILLE"]
        {
            assert_eq!(read(text), Some(("59000".to_owned(), Repair::None)), "{text}");
        }
        assert_eq!(read("6000"), Some(("06000".to_owned(), Repair::LostZero)));
        assert_eq!(read("590000"), Some(("59000".to_owned(), Repair::Guess)));
        assert_eq!(read("59OOO"), Some(("59000".to_owned(), Repair::Guess)));
        assert_eq!(postal_cell("59"), PostalCell::Departement("59"));
        assert_eq!(postal_cell("2A"), PostalCell::Departement("2A"));
        assert_eq!(postal_cell("B-7500"), PostalCell::Foreign);
        assert_eq!(postal_cell("CH-1204"), PostalCell::Foreign);
        assert_eq!(postal_cell("LILLE"), PostalCell::Text("LILLE"));
    }

    #[test]
    fn what_says_nothing_is_nothing() {
        for text in ["", "  ", "-", "?", "n/a", "N/A", "#N/A", "#REF!", "NC", "\u{feff}"] {
            assert_eq!(said(Some(text)), None, "{text:?}");
        }
        assert_eq!(said(Some("\u{a0}Lille\u{200b} ")), Some("Lille"));
        assert_eq!(said(Some("Y")), Some("Y"), "a commune of the Somme");
    }
}

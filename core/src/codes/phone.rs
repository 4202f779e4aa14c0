//! Phones as people write them, and as spreadsheets spoil them.

use super::repair::{Numeral, are_digits, numeral};

/// What a cell of a phone holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Phone {
    /// A French number, or an international one.
    Number,
    /// Nine digits: the French number whose zero a spreadsheet took away.
    LostZero(String),
    /// A French number of ten digits with a decimal behind it.
    Whole(String),
    /// Scientific notation, which keeps fewer digits than a number has.
    DigitsLost,
    /// An error of a spreadsheet, which stands for no number.
    Error,
    /// Anything else.
    Unknown,
}

/// Looks at a phone as people write it: with blanks, points, hyphens and brackets.
pub(crate) fn phone(text: &str) -> Phone {
    if text.starts_with('#') {
        return Phone::Error;
    }
    match numeral(text) {
        Numeral::Untouched => {}
        Numeral::DigitsLost => return Phone::DigitsLost,
        Numeral::Whole(digits) => {
            return match phone(&digits) {
                Phone::Number => Phone::Whole(digits),
                found => found,
            };
        }
    }
    let is_between = |c: char| c.is_whitespace() || matches!(c, '.' | '-' | '(' | ')' | '/' | '\u{2011}');
    let compact: String = text.chars().filter(|c| !is_between(*c)).collect();
    let digits = compact.strip_prefix('+').unwrap_or(&compact);
    if !are_digits(digits) {
        return Phone::Unknown;
    }
    match international(&compact) {
        Some(number) if (7..=15).contains(&number.len()) => Phone::Number,
        Some(_) => Phone::Unknown,
        None => match (digits.len(), digits.as_bytes().first()) {
            (10, Some(b'0')) => Phone::Number,
            // The services of four digits begin with a 3, the emergency numbers with a 1.
            (4, Some(b'3')) => Phone::Number,
            (9, Some(b'1'..=b'9')) => Phone::LostZero(format!("0{digits}")),
            _ => Phone::Unknown,
        },
    }
}

/// The digits of an international number, behind its prefix.
fn international(compact: &str) -> Option<&str> {
    compact.strip_prefix('+').or_else(|| compact.strip_prefix("00"))
}

/// The digits by which two phones are compared: those of the French number, where it is one.
#[cfg(feature = "csv")]
pub(crate) fn phone_digits(text: &str) -> String {
    let compact: String = text.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    let french = international(&compact).and_then(|number| number.strip_prefix("33"));
    match french {
        // `+33 (0)3 …` has the zero that is left out behind a prefix.
        Some(number) => format!("0{}", number.strip_prefix('0').unwrap_or(number)),
        None => compact,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phones_are_french_or_international() {
        for text in [
            "03 27 12 34 56",
            "03.27.12.34.56",
            "03-27-12-34-56",
            "+33 3 27 12 34 56",
            "+33(0)327123456",
            "0033327123456",
            "03\u{a0}27\u{a0}12\u{a0}34\u{a0}56",
            "+32 2 555 12 12",
            "3949",
        ] {
            assert_eq!(phone(text), Phone::Number, "{text}");
        }
        assert_eq!(phone("327123456"), Phone::LostZero("0327123456".to_owned()));
        assert_eq!(phone("327123456.0"), Phone::LostZero("0327123456".to_owned()));
        assert_eq!(phone("3,27123E+08"), Phone::DigitsLost);
        assert_eq!(phone("#N/A"), Phone::Error);
        for text in ["abc", "03 27 12 34 56 / 06 12 34 56 78", "12", "03271234567", "+1", "0327 poste 12"] {
            assert_eq!(phone(text), Phone::Unknown, "{text}");
        }
    }

    #[cfg(feature = "csv")]
    #[test]
    fn phones_are_one_number_however_they_are_written() {
        for text in ["03 27 12 34 56", "+33 3 27 12 34 56", "+33(0)327123456", "0033327123456"] {
            assert_eq!(phone_digits(text), "0327123456", "{text}");
        }
    }
}

//! What spreadsheets do to cells, undone where that is certain.

use std::borrow::Cow;

use jiff::civil::{Date, date};

/// A number as a spreadsheet writes a code that it took for one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Numeral {
    /// Nothing was done to it.
    Untouched,
    /// `80010.0` or `2,00093201E+08`: all digits are there.
    Whole(String),
    /// `8,5E+13`: the spreadsheet kept fewer digits than the code had.
    DigitsLost,
}

/// What a spreadsheet made of a code.
pub(crate) fn numeral(text: &str) -> Numeral {
    let (mantissa, exponent) = match text.split_once(['E', 'e']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (text, None),
    };
    let (whole, fraction) = mantissa.split_once(['.', ',']).unwrap_or((mantissa, ""));
    if whole.is_empty() || !are_digits(whole) || !are_digits(fraction) {
        return Numeral::Untouched;
    }
    let Some(exponent) = exponent else {
        let is_whole = !fraction.is_empty() && fraction.bytes().all(|byte| byte == b'0');
        return if is_whole { Numeral::Whole(whole.to_owned()) } else { Numeral::Untouched };
    };
    // A spreadsheet writes one digit before the point and a sign before at least two digits.
    let Some(exponent) = exponent.strip_prefix('+').filter(|digits| digits.len() >= 2 && are_digits(digits))
    else {
        return Numeral::Untouched;
    };
    if whole.len() != 1 {
        return Numeral::Untouched;
    }
    match exponent.parse::<usize>() {
        Ok(exponent) if exponent == fraction.len() => Numeral::Whole(format!("{whole}{fraction}")),
        _ => Numeral::DigitsLost,
    }
}

fn are_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The day that a spreadsheet counts from the end of 1899: five digits, the years 1927 to 2173.
pub(crate) fn serial_date(text: &str) -> Option<Date> {
    let digits = match numeral(text) {
        Numeral::Whole(digits) => Cow::Owned(digits),
        _ => Cow::Borrowed(text),
    };
    if digits.len() != 5 || !are_digits(&digits) || digits.starts_with('0') {
        return None;
    }
    let days: i64 = digits.parse().ok()?;
    date(1899, 12, 30).checked_add(jiff::Span::new().days(days)).ok()
}

/// Whether a character takes no room: nobody who wrote the cell saw it.
pub(crate) fn is_zero_width(c: char) -> bool {
    matches!(c, '\u{200b}' | '\u{2060}' | '\u{feff}')
}

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

/// A word of a cell that says yes or no.
#[cfg(feature = "csv")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tick {
    Yes,
    No,
}

/// What a cell under a yes-or-no header says; nothing where it is a text of its own.
#[cfg(feature = "csv")]
pub(crate) fn tick(cell: &str) -> Option<Tick> {
    match cell.trim().to_lowercase().as_str() {
        "x" | "oui" | "1" | "vrai" | "true" | "yes" | "✓" | "✔" | "☑" | "☒" => Some(Tick::Yes),
        "non" | "no" | "0" | "faux" | "false" | "-" | "–" | "—" | "/" | "n/a" | "nc" | "aucun" | "☐" => {
            Some(Tick::No)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_codes_where_all_digits_are_there() {
        let whole = |digits: &str| Numeral::Whole(digits.to_owned());
        assert_eq!(numeral("80010.0"), whole("80010"));
        assert_eq!(numeral("80010,00"), whole("80010"));
        assert_eq!(numeral("8,5123456789012E+13"), whole("85123456789012"));
        assert_eq!(numeral("2,00093201E+08"), whole("200093201"));
        assert_eq!(numeral("8,5E+13"), Numeral::DigitsLost);
        assert_eq!(numeral("3,27123E+08"), Numeral::DigitsLost);
        for text in ["", "80010", "80010.5", "1,2", "E+10", "12E+03", "5E3", "2A004", "a.0", ".0", "1.2.0"] {
            assert_eq!(numeral(text), Numeral::Untouched, "{text}");
        }
    }

    #[test]
    fn serial_days_are_dates() {
        assert_eq!(serial_date("46349"), Some(date(2026, 11, 23)));
        assert_eq!(serial_date("46349.0"), Some(date(2026, 11, 23)));
        for text in ["", "4634", "046349", "09999", "2026-11-23", "46349.5"] {
            assert_eq!(serial_date(text), None, "{text}");
        }
    }

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

    #[cfg(feature = "csv")]
    #[test]
    fn words_of_yes_and_no() {
        for cell in ["x", " X ", "OUI", "1", "Vrai"] {
            assert_eq!(tick(cell), Some(Tick::Yes), "{cell}");
        }
        for cell in ["non", "NO", "0", "FAUX", "-", "/", "N/A", "nc", "Aucun"] {
            assert_eq!(tick(cell), Some(Tick::No), "{cell}");
        }
        for cell in ["", "non salariés seulement", "le mardi", "10", "x ou y"] {
            assert_eq!(tick(cell), None, "{cell}");
        }
    }
}

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

pub(super) fn are_digits(text: &str) -> bool {
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

/// Whether nobody who wrote a text saw the character: it takes no room, or commands a device.
pub(crate) fn is_unseen(c: char) -> bool {
    matches!(c, '\u{200b}' | '\u{2060}' | '\u{feff}') || c.is_control() && !c.is_whitespace()
}

/// A text without the characters that nobody saw, where it has some.
pub(crate) fn without_unseen(text: &str) -> Option<String> {
    text.contains(is_unseen).then(|| text.chars().filter(|c| !is_unseen(*c)).collect())
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
}

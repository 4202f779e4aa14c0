//! Dates, and yes or no, as people write them in files.

use crate::language::sentence;
use jiff::civil::Date;

use super::{CodeError, CodeErrorKind};

/// A date as ISO 8601 writes it: `2026-11-23`.
pub(crate) fn date(text: &str) -> Result<Date, CodeError> {
    let trimmed = text.trim();
    // `Date` alone would also take times of day and time zones after the date.
    let parsed = if trimmed.len() == 10 { trimmed.parse().ok() } else { None };
    parsed.ok_or_else(|| CodeError::new(CodeErrorKind::Malformed, sentence!(ADate), text, sentence!(DayIso)))
}

/// A date in a spreadsheet: ISO 8601, or `23/11/2026` as French ones write it.
pub(crate) fn date_in_cell(text: &str) -> Result<Date, CodeError> {
    let french = || {
        let mut parts = text.trim().splitn(3, '/');
        let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if year.len() != 4 || !digits(year) || !digits(month) || !digits(day) {
            return None;
        }
        Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
    };
    date(text).or_else(|_| {
        let hint = sentence!(DayIsoOrFrench);
        french().ok_or_else(|| CodeError::new(CodeErrorKind::Malformed, sentence!(ADate), text, hint))
    })
}

const YES: [&str; 6] = ["true", "oui", "vrai", "yes", "1", "x"];
const NO: [&str; 5] = ["false", "non", "faux", "no", "0"];

/// Yes or no as people write it in a cell.
pub(crate) fn yes_or_no(cell: &str) -> Option<bool> {
    let folded = crate::text::fold(cell);
    let is_one_of = |words: &[&str]| words.contains(&folded.as_str());
    if is_one_of(&YES) { Some(true) } else { is_one_of(&NO).then_some(false) }
}

/// What people put under a yes-or-no header of a partner's sheet besides these words.
#[cfg(feature = "csv")]
const TICKED: [&str; 4] = ["✓", "✔", "☑", "☒"];
#[cfg(feature = "csv")]
const NOT_TICKED: [&str; 8] = ["-", "–", "—", "/", "n/a", "nc", "aucun", "☐"];

/// A word of a cell that says yes or no.
#[cfg(feature = "csv")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tick {
    Yes,
    No,
}

/// What a cell under a yes-or-no header says; nothing where it is a text of its own, which is a note: only
/// the very words count.
#[cfg(feature = "csv")]
pub(crate) fn tick(cell: &str) -> Option<Tick> {
    let word = cell.trim().to_lowercase();
    let is_one_of = |words: [&[&str]; 2]| words.iter().any(|words| words.contains(&word.as_str()));
    if is_one_of([&YES, &TICKED]) {
        Some(Tick::Yes)
    } else {
        is_one_of([&NO, &NOT_TICKED]).then_some(Tick::No)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_days_that_exist() {
        let expected = jiff::civil::date(2026, 2, 3);
        assert_eq!(date(" 2026-02-03 "), Ok(expected));
        for right in ["2026-02-03", "03/02/2026", "3/2/2026"] {
            assert_eq!(date_in_cell(right), Ok(expected), "{right}");
        }
        assert!(date("03/02/2026").is_err());
        for wrong in [
            "2026-02-30",
            "31/02/2026",
            "2026",
            "20260203",
            "2026-02-03T10:00",
            "3/2/26",
            "",
            "+3/2/2026",
            "2026-2-3",
        ] {
            assert!(date_in_cell(wrong).is_err(), "{wrong}");
        }
        assert!(date(&"9".repeat(1_000_000)).is_err());
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

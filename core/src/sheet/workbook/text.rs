//! A cell of a workbook as the text that a sheet of CSV would have.

use calamine::Data;

/// A text, or why there is none.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum Text {
    #[default]
    Blank,
    Value(String),
    /// An error that the spreadsheet shows, such as `#N/A`.
    Error(String),
    /// A formula that no program has computed.
    Uncomputed,
}

impl Text {
    pub(super) fn of(value: &Data, has_formula: bool) -> Text {
        let text = match value {
            Data::Empty if has_formula => return Text::Uncomputed,
            Data::Empty => return Text::Blank,
            Data::Error(error) => return Text::Error(error.to_string()),
            Data::String(text) => text.trim().to_owned(),
            Data::Int(number) => number.to_string(),
            Data::Float(number) => shown(*number),
            Data::Bool(true) => "VRAI".to_owned(),
            Data::Bool(false) => "FAUX".to_owned(),
            Data::DateTime(day) if day.is_datetime() => {
                let (year, month, day, hour, minute, second, _) = day.to_ymd_hms_milli();
                let date = format!("{year:04}-{month:02}-{day:02}");
                let is_day = (hour, minute, second) == (0, 0, 0);
                if is_day { date } else { format!("{date} {hour:02}:{minute:02}:{second:02}") }
            }
            Data::DateTime(duration) => shown(duration.as_f64()),
            Data::DateTimeIso(day) => day.strip_suffix("T00:00:00").unwrap_or(day).to_owned(),
            Data::DurationIso(text) => text.clone(),
        };
        if text.is_empty() { Text::Blank } else { Text::Value(text) }
    }

    pub(super) fn is_blank(&self) -> bool {
        *self == Text::Blank
    }

    /// The text of a sound cell.
    pub(super) fn as_str(&self) -> &str {
        match self {
            Text::Value(text) => text,
            Text::Blank | Text::Error(_) | Text::Uncomputed => "",
        }
    }
}

/// A number without the decimal that every number of a workbook has.
fn shown(number: f64) -> String {
    const EXACT: f64 = 1e15;
    if number.fract() == 0.0 && number.abs() < EXACT { format!("{number:.0}") } else { number.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_codes_and_truths_are_words() {
        let value = |text: &str| Text::Value(text.to_owned());
        assert_eq!(Text::of(&Data::Float(59350.0), false), value("59350"));
        assert_eq!(Text::of(&Data::Float(82_161_143_100_015.0), false), value("82161143100015"));
        assert_eq!(Text::of(&Data::Float(1.5), false), value("1.5"));
        assert_eq!(Text::of(&Data::Bool(true), true), value("VRAI"));
        assert_eq!(
            Text::of(&Data::DateTimeIso("2026-11-23T00:00:00".to_owned()), false),
            value("2026-11-23")
        );
        assert_eq!(Text::of(&Data::Empty, true), Text::Uncomputed);
        assert_eq!(Text::of(&Data::String(" ".to_owned()), false), Text::Blank);
    }
}

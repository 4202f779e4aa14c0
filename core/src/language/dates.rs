//! Days and months, as people read them.

use jiff::civil::Date;

use super::Language;

impl Language {
    /// A day in words. The parts hang together by spaces that do not break.
    ///
    /// ```
    /// use aiguillage::language::Language;
    ///
    /// let day = "2026-11-03".parse()?;
    /// assert_eq!(Language::French.day(day), "3\u{a0}novembre\u{a0}2026");
    /// assert_eq!(Language::English.day(day), "3\u{a0}November\u{a0}2026");
    /// # Ok::<(), jiff::Error>(())
    /// ```
    pub fn day(self, date: Date) -> String {
        let day = match (self, date.day()) {
            (Language::French, 1) => "1er".to_owned(),
            (_, day) => day.to_string(),
        };
        format!("{day}\u{a0}{}\u{a0}{}", self.month(date), date.year())
    }

    /// The month of a day in words: `novembre`, `November`.
    pub fn month(self, date: Date) -> &'static str {
        let (french, english) = match date.month() {
            1 => ("janvier", "January"),
            2 => ("février", "February"),
            3 => ("mars", "March"),
            4 => ("avril", "April"),
            5 => ("mai", "May"),
            6 => ("juin", "June"),
            7 => ("juillet", "July"),
            8 => ("août", "August"),
            9 => ("septembre", "September"),
            10 => ("octobre", "October"),
            11 => ("novembre", "November"),
            // A date has no other month.
            _ => ("décembre", "December"),
        };
        self.choose(french, english)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_first_is_an_ordinal_in_french_only() {
        assert_eq!(Language::French.day(date(2026, 3, 1)), "1er\u{a0}mars\u{a0}2026");
        assert_eq!(Language::English.day(date(2026, 3, 1)), "1\u{a0}March\u{a0}2026");
        assert_eq!(Language::French.day(date(2026, 12, 31)), "31\u{a0}décembre\u{a0}2026");
    }
}

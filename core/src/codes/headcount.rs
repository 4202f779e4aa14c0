//! Headcounts: exact, or a band of INSEE (*tranche d'effectif salarié* of SIRENE).

use std::fmt;
use std::str::FromStr;

use super::{CodeError, CodeErrorKind, Truth, serde_as_text};

/// What is known of a number of employees: at least `lower`, at most `upper` where there is one.
///
/// ```
/// use aiguillage::codes::{Headcount, HeadcountBand, Truth};
///
/// assert_eq!(Headcount::exact(11).below(11), Truth::No);
/// let ten_to_nineteen = HeadcountBand::B11.headcount();
/// assert_eq!(ten_to_nineteen.below(11), Truth::Unknown);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Headcount {
    lower: u32,
    /// INVARIANT: not less than `lower`.
    upper: Option<u32>,
}

impl Headcount {
    /// A number that is known exactly.
    pub fn exact(number: u32) -> Headcount {
        Headcount { lower: number, upper: Some(number) }
    }

    /// The least that it can be.
    pub fn lower(self) -> u32 {
        self.lower
    }

    /// The most that it can be, where there is a most.
    pub fn upper(self) -> Option<u32> {
        self.upper
    }

    /// Whether the number can be this one.
    pub fn admits(self, number: u32) -> bool {
        self.lower <= number && self.upper.is_none_or(|upper| number <= upper)
    }

    /// Whether there are at least `minimum`: unknown where the bounds lie on both sides.
    pub fn at_least(self, minimum: u32) -> Truth {
        if self.lower >= minimum {
            Truth::Yes
        } else if self.upper.is_some_and(|upper| upper < minimum) {
            Truth::No
        } else {
            Truth::Unknown
        }
    }

    /// Whether there are fewer than `maximum`: unknown where the bounds lie on both sides.
    pub fn below(self, maximum: u32) -> Truth {
        if self.upper.is_some_and(|upper| upper < maximum) {
            Truth::Yes
        } else if self.lower >= maximum {
            Truth::No
        } else {
            Truth::Unknown
        }
    }
}

macro_rules! bands {
    ($($variant:ident $code:literal $lower:literal $upper:expr, $doc:literal;)*) => {
        /// A band of INSEE (*tranche d'effectif salarié*).
        ///
        /// A code that says nothing (`NR`, blank) is no band: such a company has none.
        ///
        /// ```
        /// use aiguillage::codes::{HeadcountBand, Truth};
        ///
        /// let band: HeadcountBand = "11".parse()?;
        /// assert_eq!(band.headcount().at_least(10), Truth::Yes);
        /// assert_eq!(band.headcount().at_least(11), Truth::Unknown);
        /// # Ok::<(), aiguillage::codes::CodeError>(())
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum HeadcountBand { $(#[doc = $doc] $variant,)* }

        impl HeadcountBand {
            /// Every band, small to large.
            pub const ALL: &'static [HeadcountBand] = &[$(HeadcountBand::$variant),*];

            /// INSEE's code of the band.
            pub fn as_str(self) -> &'static str {
                match self { $(HeadcountBand::$variant => $code,)* }
            }

            /// The bounds of the band.
            pub fn headcount(self) -> Headcount {
                match self { $(HeadcountBand::$variant => Headcount { lower: $lower, upper: $upper },)* }
            }
        }
    };
}

bands! {
    Nn "NN" 0 Some(0), "`NN`: no employee in the year, nor at its end.";
    B00 "00" 0 Some(0), "`00`: no employee at the end of the year.";
    B01 "01" 1 Some(2), "`01`: 1 or 2.";
    B02 "02" 3 Some(5), "`02`: 3 to 5.";
    B03 "03" 6 Some(9), "`03`: 6 to 9.";
    B11 "11" 10 Some(19), "`11`: 10 to 19.";
    B12 "12" 20 Some(49), "`12`: 20 to 49.";
    B21 "21" 50 Some(99), "`21`: 50 to 99.";
    B22 "22" 100 Some(199), "`22`: 100 to 199.";
    B31 "31" 200 Some(249), "`31`: 200 to 249.";
    B32 "32" 250 Some(499), "`32`: 250 to 499.";
    B41 "41" 500 Some(999), "`41`: 500 to 999.";
    B42 "42" 1000 Some(1999), "`42`: 1,000 to 1,999.";
    B51 "51" 2000 Some(4999), "`51`: 2,000 to 4,999.";
    B52 "52" 5000 Some(9999), "`52`: 5,000 to 9,999.";
    B53 "53" 10000 None, "`53`: 10,000 and more.";
}

impl HeadcountBand {
    /// The band of a number of employees.
    pub fn of(number: u32) -> HeadcountBand {
        // `NN` and `00` say the same of the number; the latter says nothing else.
        let bands = HeadcountBand::ALL.iter().copied().filter(|band| *band != HeadcountBand::Nn);
        bands.into_iter().find(|band| band.headcount().admits(number)).unwrap_or(HeadcountBand::B53)
    }

    /// The band that the threshold cuts in two: companies of it are neither surely below nor surely
    /// above. `None` where the threshold falls between two bands.
    pub fn cut_by(threshold: u32) -> Option<HeadcountBand> {
        // Every number is above the first one's bound; the last band has no end to fall on.
        HeadcountBand::ALL.iter().copied().find(|band| {
            let Headcount { lower, upper } = band.headcount();
            lower < threshold && upper.is_none_or(|upper| threshold <= upper)
        })
    }
}

impl FromStr for HeadcountBand {
    type Err = CodeError;

    fn from_str(text: &str) -> Result<HeadcountBand, CodeError> {
        let trimmed = text.trim();
        let found =
            HeadcountBand::ALL.iter().copied().find(|band| band.as_str().eq_ignore_ascii_case(trimmed));
        found.ok_or_else(|| {
            let codes: Vec<_> = HeadcountBand::ALL.iter().map(|band| band.as_str()).collect();
            let hint = match trimmed {
                "0" | "1" | "2" | "3" => {
                    format!("the band is `0{trimmed}`, and a bare number is a `headcount`")
                }
                _ if trimmed.eq_ignore_ascii_case("NR") => {
                    "it says that the number is not known: leave the band out".to_owned()
                }
                _ => format!("the bands of INSEE are {}", codes.join(" ")),
            };
            CodeError::new(CodeErrorKind::Unknown, "a headcount band", text, hint)
        })
    }
}

impl fmt::Display for HeadcountBand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

serde_as_text!(HeadcountBand);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn c5_every_band_has_bounds_and_they_leave_no_hole() {
        assert_eq!(HeadcountBand::Nn.headcount(), Headcount::exact(0));
        let bands = &HeadcountBand::ALL[1..];
        for pair in bands.windows(2) {
            assert_eq!(pair[0].headcount().upper.unwrap() + 1, pair[1].headcount().lower);
        }
        assert_eq!(HeadcountBand::B53.headcount().upper, None);
        for wrong in ["", "NR", "13", "1", "011"] {
            assert!(wrong.parse::<HeadcountBand>().is_err(), "{wrong}");
        }
        for band in HeadcountBand::ALL {
            assert_eq!(band.as_str().to_lowercase().parse(), Ok(*band));
        }
        assert_eq!(
            "1".parse::<HeadcountBand>().unwrap_err().to_string(),
            "`1` is not a headcount band: the band is `01`, and a bare number is a `headcount`"
        );
        assert_eq!(
            "NR".parse::<HeadcountBand>().unwrap_err().hint(),
            Some("it says that the number is not known: leave the band out")
        );
    }

    #[test]
    fn c6_a_band_across_a_threshold_is_undetermined() {
        let band = HeadcountBand::B11.headcount();
        assert_eq!(
            [band.at_least(10), band.at_least(11), band.at_least(19), band.at_least(20)],
            [Truth::Yes, Truth::Unknown, Truth::Unknown, Truth::No]
        );
        assert_eq!(
            [band.below(10), band.below(11), band.below(19), band.below(20)],
            [Truth::No, Truth::Unknown, Truth::Unknown, Truth::Yes]
        );
        let exact = Headcount::exact(11);
        assert_eq!([exact.at_least(11), exact.below(11)], [Truth::Yes, Truth::No]);
        let largest = HeadcountBand::B53.headcount();
        assert_eq!([largest.at_least(20_000), largest.below(20_000)], [Truth::Unknown, Truth::Unknown]);
    }

    #[test]
    fn c6_thresholds_that_cut_a_band_are_told() {
        assert_eq!(HeadcountBand::cut_by(11), Some(HeadcountBand::B11));
        assert_eq!(HeadcountBand::cut_by(2), Some(HeadcountBand::B01));
        assert_eq!(HeadcountBand::cut_by(20_000), Some(HeadcountBand::B53));
        for clean in [0, 1, 3, 10, 20, 50, 250, 10_000] {
            assert_eq!(HeadcountBand::cut_by(clean), None, "{clean}");
        }
    }
}

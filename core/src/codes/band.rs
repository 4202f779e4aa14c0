//! Bands of headcounts: INSEE's *tranche d'effectif salarié* of SIRENE.

use std::fmt;
use std::str::FromStr;

use super::text_form::{schema_as_text, serde_as_text};
use super::{CodeError, CodeErrorKind, Headcount};
use crate::language::Language;
use crate::language::sentence;

macro_rules! bounds {
    (presumed none) => {
        Headcount::presumed_none()
    };
    ($lower:literal none) => {
        Headcount::from_lower($lower)
    };
    ($lower:literal $upper:literal) => {
        Headcount::between($lower, $upper)
    };
}

macro_rules! bands {
    ($($variant:ident $code:literal $lower:tt $upper:tt $french:literal $english:literal;)*) => {
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
        pub enum HeadcountBand { $(#[doc = concat!("`", $code, "`: ", $english, ".")] $variant,)* }

        impl HeadcountBand {
            /// Every band, small to large.
            pub const ALL: &'static [HeadcountBand] = &[$(HeadcountBand::$variant),*];

            /// INSEE's code of the band.
            pub fn as_str(self) -> &'static str {
                match self { $(HeadcountBand::$variant => $code,)* }
            }

            /// What users read, in French: `10 à 19 salariés`.
            pub fn label(self) -> &'static str {
                self.label_in(Language::French)
            }

            /// What people read, in a language.
            pub fn label_in(self, language: Language) -> &'static str {
                match self { $(HeadcountBand::$variant => language.choose($french, $english),)* }
            }

            /// The bounds of the band.
            pub fn headcount(self) -> Headcount {
                match self { $(HeadcountBand::$variant => bounds!($lower $upper),)* }
            }
        }
    };
}

bands! {
    Nn "NN" presumed none "Aucun salarié dans l’année" "No employee in the year";
    B00 "00" 0 0 "0 salarié" "0 employees";
    B01 "01" 1 2 "1 ou 2 salariés" "1 or 2 employees";
    B02 "02" 3 5 "3 à 5 salariés" "3 to 5 employees";
    B03 "03" 6 9 "6 à 9 salariés" "6 to 9 employees";
    B11 "11" 10 19 "10 à 19 salariés" "10 to 19 employees";
    B12 "12" 20 49 "20 à 49 salariés" "20 to 49 employees";
    B21 "21" 50 99 "50 à 99 salariés" "50 to 99 employees";
    B22 "22" 100 199 "100 à 199 salariés" "100 to 199 employees";
    B31 "31" 200 249 "200 à 249 salariés" "200 to 249 employees";
    B32 "32" 250 499 "250 à 499 salariés" "250 to 499 employees";
    B41 "41" 500 999 "500 à 999 salariés" "500 to 999 employees";
    B42 "42" 1000 1999 "1\u{202f}000 à 1\u{202f}999 salariés" "1,000 to 1,999 employees";
    B51 "51" 2000 4999 "2\u{202f}000 à 4\u{202f}999 salariés" "2,000 to 4,999 employees";
    B52 "52" 5000 9999 "5\u{202f}000 à 9\u{202f}999 salariés" "5,000 to 9,999 employees";
    B53 "53" 10000 none "10\u{202f}000 salariés et plus" "10,000 employees and more";
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
            let headcount = band.headcount();
            headcount.lower() < threshold && headcount.upper().is_none_or(|upper| threshold <= upper)
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
                    sentence!(BandOrHeadcount { digit: trimmed })
                }
                _ if trimmed.eq_ignore_ascii_case("NR") => {
                    sentence!(BandNotKnown)
                }
                _ => sentence!(BandsOfInsee { bands: codes.join(" ") }),
            };
            CodeError::new(CodeErrorKind::Unknown, sentence!(AHeadcountBand), text, hint)
        })
    }
}

impl fmt::Display for HeadcountBand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

serde_as_text!(HeadcountBand);

schema_as_text!(
    HeadcountBand,
    "HeadcountBand",
    "A band of INSEE (tranche d'effectif salarié).",
    { "pattern": (format!("^({})$", HeadcountBand::ALL.iter().map(|band| band.as_str()).collect::<Vec<_>>().join("|"))) }
);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codes::Truth;

    #[test]
    fn c5_every_band_has_bounds_and_they_leave_no_hole() {
        // None where that is enough, not known where somebody is asked for.
        let presumed = HeadcountBand::Nn.headcount();
        assert_eq!([presumed.at_least(0), presumed.at_least(1)], [Truth::Yes, Truth::Unknown]);
        assert_eq!([presumed.below(0), presumed.below(1)], [Truth::No, Truth::Yes]);
        assert!(presumed.is_presumed() && presumed.admits(0) && !presumed.admits(3));
        let bands = &HeadcountBand::ALL[1..];
        for pair in bands.windows(2) {
            assert_eq!(pair[0].headcount().upper().unwrap() + 1, pair[1].headcount().lower());
        }
        assert_eq!(HeadcountBand::B53.headcount().upper(), None);
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
            "NR".parse::<HeadcountBand>().unwrap_err().hint().as_deref(),
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

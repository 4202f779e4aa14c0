//! SIREN and SIRET: the numbers of companies and of their facilities in INSEE's register SIRENE.

use crate::language::sentence;
use std::fmt;
use std::str::FromStr;

use super::text_form::{schema_as_text, serde_as_text};
use super::{CodeError, CodeErrorKind};

/// La Poste has more facilities than its numbers with a right Luhn key.
const LA_POSTE: u64 = 356_000_000;

/// The key of the company, without which that of the facility means nothing.
/// The number of a company (*Système d'identification du répertoire des entreprises*): nine digits,
/// the last a Luhn key.
///
/// Spaces of any kind and dots between digits are forgiven. La Poste's own, 356 000 000, has a right
/// key; only its facilities need a rule of their own.
///
/// ```
/// use aiguillage::codes::Siren;
///
/// let siren: Siren = "821 611 431".parse()?;
/// assert_eq!(siren.to_string(), "821611431");
/// # Ok::<(), aiguillage::codes::CodeError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Siren(u64);

/// The number of a facility: its company's SIREN, then five digits, the last a Luhn key. The SIREN's own key is
/// looked at too.
///
/// The facilities of La Poste (SIREN 356 000 000) pass with a Luhn key or with digits that add up
/// to a multiple of five, the rule that INSEE states for them. Spaces of any kind and dots between
/// digits are forgiven.
///
/// ```
/// use aiguillage::codes::Siret;
///
/// let siret: Siret = "821 611 431 00015".parse()?;
/// assert_eq!(siret.siren().to_string(), "821611431");
/// assert!("82161143100010".parse::<Siret>().is_err());
/// # Ok::<(), aiguillage::codes::CodeError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Siret(u64);

impl Siret {
    /// The company's number: the first nine digits.
    pub fn siren(self) -> Siren {
        Siren(self.0 / 100_000)
    }
}

impl FromStr for Siren {
    type Err = CodeError;

    fn from_str(text: &str) -> Result<Siren, CodeError> {
        let (kind, hint) = match digits(text) {
            Some((number, 9)) if luhn(number) => return Ok(Siren(number)),
            Some((_, 9)) => (CodeErrorKind::WrongKey, sentence!(WrongKey)),
            Some((_, 14)) => (CodeErrorKind::Malformed, sentence!(SiretForSiren)),
            Some((_, 8)) => (CodeErrorKind::Malformed, sentence!(SirenLostZero)),
            _ => (CodeErrorKind::Malformed, sentence!(SirenDigits)),
        };
        Err(CodeError::new(kind, sentence!(ASiren), text, hint))
    }
}

impl FromStr for Siret {
    type Err = CodeError;

    fn from_str(text: &str) -> Result<Siret, CodeError> {
        let (kind, hint) = match digits(text) {
            Some((number, 14)) if !luhn(number / 100_000) => {
                (CodeErrorKind::WrongKey, sentence!(WrongSirenKey))
            }
            Some((number, 14)) if luhn(number) || of_la_poste(number) => return Ok(Siret(number)),
            Some((_, 14)) => (CodeErrorKind::WrongKey, sentence!(WrongKey)),
            Some((_, 9)) => (CodeErrorKind::Malformed, sentence!(SirenForSiret)),
            Some((_, 13)) => (CodeErrorKind::Malformed, sentence!(SiretLostZero)),
            _ => (CodeErrorKind::Malformed, sentence!(SiretDigits)),
        };
        Err(CodeError::new(kind, sentence!(ASiret), text, hint))
    }
}

/// The number and how many digits it has, or nothing where there is anything but digits and the
/// separators people write.
fn digits(text: &str) -> Option<(u64, u32)> {
    let mut number = 0_u64;
    let mut count = 0;
    for c in text.chars() {
        match c {
            '0'..='9' if count < 15 => {
                number = number * 10 + u64::from(c.to_digit(10)?);
                count += 1;
            }
            '.' => {}
            c if c.is_whitespace() => {}
            _ => return None,
        }
    }
    Some((number, count))
}

fn luhn(number: u64) -> bool {
    let mut rest = number;
    let mut sum = 0;
    let mut doubled = false;
    while rest > 0 {
        let digit = rest % 10 * if doubled { 2 } else { 1 };
        sum += if digit > 9 { digit - 9 } else { digit };
        doubled = !doubled;
        rest /= 10;
    }
    number > 0 && sum % 10 == 0
}

fn of_la_poste(siret: u64) -> bool {
    siret / 100_000 == LA_POSTE && digit_sum(siret).is_multiple_of(5)
}

fn digit_sum(mut number: u64) -> u64 {
    let mut sum = 0;
    while number > 0 {
        sum += number % 10;
        number /= 10;
    }
    sum
}

impl fmt::Display for Siren {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:09}", self.0)
    }
}

impl fmt::Display for Siret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:014}", self.0)
    }
}

serde_as_text!(Siren);
serde_as_text!(Siret);

schema_as_text!(
    Siren,
    "Siren",
    "The number of a company in INSEE's register: nine digits, the last a Luhn key.",
    { "pattern": r"^(?:[\s.]*[0-9]){9}[\s.]*$", "examples": ["821611431"] }
);
schema_as_text!(
    Siret,
    "Siret",
    "The number of a facility in INSEE's register: fourteen digits, the last a Luhn key.",
    { "pattern": r"^(?:[\s.]*[0-9]){14}[\s.]*$", "examples": ["82161143100015"] }
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn c16_luhn_and_la_poste() {
        for right in [
            "82161143100015",
            "821 611 431 00015",
            "821\u{a0}611\u{202f}431.00015",
            "00000001800010",
            "35600000000048",
        ] {
            assert!(right.parse::<Siret>().is_ok(), "{right}");
        }
        // Digits 3 + 5 + 6 + 1 add up to 15; Luhn fails.
        assert!("35600000000001".parse::<Siret>().is_ok());
        assert!("35600000000002".parse::<Siret>().is_err());
        assert_eq!("356000000".parse::<Siren>(), Ok(Siren(LA_POSTE)));
        for wrong in [
            "82161143100010",
            "821611431",
            "8216114310001",
            "821611431000150",
            "8216114310001é",
            "",
            "00000000000000",
            // The key of the whole is right, that of its SIREN is not.
            "00000000000018",
            "11122233344455",
        ] {
            assert!(wrong.parse::<Siret>().is_err(), "{wrong}");
        }
        assert!("1".repeat(1_000_000).parse::<Siret>().is_err());
    }

    #[test]
    fn errors_say_what_was_probably_given() {
        assert_eq!(
            "821611431".parse::<Siret>().unwrap_err().to_string(),
            "`821611431` is not a SIRET: this is a SIREN; a SIRET has five digits more"
        );
        let wrong_key = "82161143100010".parse::<Siret>().unwrap_err();
        assert_eq!(
            (wrong_key.kind(), wrong_key.hint()),
            (CodeErrorKind::WrongKey, Some("its key, the last digit, is wrong".to_owned()))
        );
        let wrong_siren = "00000000000018".parse::<Siret>().unwrap_err();
        assert_eq!(
            (wrong_siren.kind(), wrong_siren.hint()),
            (CodeErrorKind::WrongKey, Some("the key of its SIREN, the ninth digit, is wrong".to_owned()))
        );
        assert_eq!("821611432".parse::<Siren>().unwrap_err().kind(), CodeErrorKind::WrongKey);
        assert_eq!(
            "821 611 431 00015".parse::<Siren>().unwrap_err().hint().as_deref(),
            Some("this is a SIRET; a SIREN is its first nine digits")
        );
    }

    #[test]
    fn leading_zeros_are_kept() {
        let siret: Siret = "00000001800010".parse().unwrap();
        assert_eq!(siret.to_string(), "00000001800010");
        assert_eq!(siret.siren().to_string(), "000000018");
    }
}

//! INSEE codes that may have been meant as postal codes.

use super::Geography;
use crate::language::{Language, Sentence, sentence};

/// Counts the INSEE codes of a list that are also postal codes of other communes, since of 6,310 postal codes
/// 3,004 are: people who write postal codes where INSEE codes belong are silently taken elsewhere.
///
/// ```
/// use aiguillage::geography::{Geography, PostalReading};
///
/// let geography = Geography::embedded();
/// let mut reading = PostalReading::default();
/// for code in ["59200", "62100", "80021"] {
///     reading.add(&geography, code);
/// }
/// assert!(reading.doubt().is_none());
/// reading.add(&geography, "59300");
/// assert_eq!(
///     reading.doubt().unwrap(),
///     "3 of 4 INSEE codes are also postal codes of other communes (59200, 62100, 59300): \
///      make sure that INSEE codes were meant"
/// );
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PostalReading {
    codes: usize,
    postal: usize,
    /// The first of the latter.
    first: Vec<String>,
}

/// How many codes a doubt quotes.
const QUOTED: usize = 5;

impl PostalReading {
    /// Counts a code.
    pub fn add(&mut self, geography: &Geography, code: &str) {
        self.codes += 1;
        if geography.is_postal_code_elsewhere(code) {
            self.postal += 1;
            self.quote(code);
        }
    }

    /// Counts what another one has counted.
    pub fn extend(&mut self, other: &PostalReading) {
        self.codes += other.codes;
        self.postal += other.postal;
        other.first.iter().for_each(|code| self.quote(code));
    }

    fn quote(&mut self, code: &str) {
        if self.first.len() <= QUOTED && !self.first.iter().any(|known| known == code) {
            self.first.push(code.to_owned());
        }
    }

    /// What is odd, in words, where all codes or most of three and more are postal codes elsewhere: of the INSEE
    /// codes of France one in twelve is. A code that stands alone tells nothing.
    pub fn doubt(&self) -> Option<String> {
        self.doubt_in(Language::English)
    }

    /// The same in a language.
    pub fn doubt_in(&self, language: Language) -> Option<String> {
        self.sentence().map(|doubt| doubt.in_language(language))
    }

    pub(crate) fn sentence(&self) -> Option<Sentence> {
        let are_all = self.codes > 1 && self.postal == self.codes;
        let are_most = self.postal > 2 && self.postal * 2 > self.codes;
        if !are_all && !are_most {
            return None;
        }
        let quoted: Vec<&str> = self.first.iter().take(QUOTED).map(String::as_str).collect();
        let more = if self.first.len() > QUOTED { "…" } else { "" };
        let (postal, codes) = (self.postal, self.codes);
        Some(sentence!(LikelyPostalCodes { postal, codes, quoted: format!("{}{more}", quoted.join(", ")) }))
    }
}

impl Geography {
    /// Whether an INSEE code is also a postal code, and that of other communes.
    pub(crate) fn is_postal_code_elsewhere(&self, code: &str) -> bool {
        let served = self.by_postal_code(code);
        !served.is_empty() && !served.iter().any(|commune| commune.code() == code)
    }
}

#[cfg(test)]
#[cfg(feature = "cog")]
mod tests {
    use super::*;
    use crate::geography::ZoneKind;

    #[test]
    fn one_in_twelve_communes_has_the_postal_code_of_another() {
        let geography = Geography::embedded();
        let mut all = PostalReading::default();
        let codes: Vec<String> =
            geography.zones(ZoneKind::Commune).map(|zone| zone.code().to_owned()).collect();
        let (half, other) = codes.split_at(codes.len() / 2);
        half.iter().for_each(|code| all.add(&geography, code));
        let mut rest = PostalReading::default();
        other.iter().for_each(|code| rest.add(&geography, code));
        all.extend(&rest);
        assert_eq!((all.codes, all.postal), (codes.len(), 3004));
        assert_eq!(all.doubt(), None);
        assert!((11..13).contains(&(all.codes / all.postal)), "{} of {}", all.postal, all.codes);
    }

    #[test]
    fn all_codes_or_most_of_several_are_a_doubt() {
        let geography = Geography::embedded();
        let doubt = |codes: &[&str]| {
            let mut reading = PostalReading::default();
            codes.iter().for_each(|code| reading.add(&geography, code));
            reading.doubt()
        };
        assert!(doubt(&["59200", "62100"]).is_some_and(|text| text.contains("(59200, 62100):")));
        assert!(doubt(&["59200", "59200"]).is_some_and(|text| text.contains("(59200):")));
        let many = ["59200", "59300", "62100", "80100", "60200", "02100"];
        assert!(doubt(&many).is_some_and(|text| text.starts_with("6 of 6") && text.contains("60200…")));
        assert_eq!(doubt(&["59200"]), None);
        assert_eq!(doubt(&["59200", "80021"]), None);
        assert_eq!(doubt(&["59200", "62100", "80021"]), None);
        assert_eq!(doubt(&[]), None);
    }
}

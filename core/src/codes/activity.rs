//! The nature of a facility's activity.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use super::text_form::{schema_as_text, serde_as_text};
use super::{CodeError, CodeErrorKind};
use crate::language::Language;
use crate::language::sentence;
use crate::text::fold;

/// A nature of activity, as the *guichet unique* of business formalities names them:
/// `COMMERCIALE`, `AGENT_COMMERCIAL`, `ARTISANALE`, `ARTISANALE_REGLEMENTEE`,
/// `LIBERALE_REGLEMENTEE`, `LIBERALE_NON_REGLEMENTEE`, `INDEPENDANTE`, `GESTION_DE_BIENS`, others.
///
/// Case, accents and separators are forgiven; the written form is the one above.
///
/// ```
/// use aiguillage::codes::Activity;
///
/// let nature: Activity = "Libérale réglementée".parse()?;
/// assert_eq!(nature.as_str(), "LIBERALE_REGLEMENTEE");
/// assert_eq!("artisanale".parse(), Ok(Activity::ARTISANALE));
/// # Ok::<(), aiguillage::codes::CodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Activity(Cow<'static, str>);

impl Activity {
    /// The nature that a craft code implies.
    pub const ARTISANALE: Activity = Activity(Cow::Borrowed("ARTISANALE"));

    /// The written form.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What users read, in French: `Libérale réglementée`. One that is not among those that the
    /// *guichet unique* names is read as it is written.
    pub fn label(&self) -> &str {
        self.label_in(Language::French)
    }

    /// What people read, in a language.
    ///
    /// ```
    /// use aiguillage::codes::Activity;
    /// use aiguillage::language::Language;
    ///
    /// assert_eq!(Activity::ARTISANALE.label(), "Artisanale");
    /// assert_eq!(Activity::ARTISANALE.label_in(Language::English), "Craft");
    /// ```
    pub fn label_in(&self, language: Language) -> &str {
        let (french, english) = match &*self.0 {
            "COMMERCIALE" => ("Commerciale", "Commercial"),
            "AGENT_COMMERCIAL" => ("Agent commercial", "Commercial agent"),
            "ARTISANALE" => ("Artisanale", "Craft"),
            "ARTISANALE_REGLEMENTEE" => ("Artisanale réglementée", "Regulated craft"),
            "LIBERALE_REGLEMENTEE" => ("Libérale réglementée", "Regulated liberal profession"),
            "LIBERALE_NON_REGLEMENTEE" => ("Libérale non réglementée", "Unregulated liberal profession"),
            "INDEPENDANTE" => ("Indépendante", "Self-employed"),
            "GESTION_DE_BIENS" => ("Gestion de biens", "Property management"),
            name => return name,
        };
        language.choose(french, english)
    }
}

impl FromStr for Activity {
    type Err = CodeError;

    fn from_str(text: &str) -> Result<Activity, CodeError> {
        // Most texts are written as they should be already: words of capitals, one `_` between them.
        let is_word = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_uppercase());
        let name = if text.split('_').all(is_word) {
            text.to_owned()
        } else {
            fold(text).replace(' ', "_").to_uppercase()
        };
        if name.is_empty() || name.len() > 100 {
            let hint = sentence!(ActivityNames);
            return Err(CodeError::new(CodeErrorKind::Malformed, sentence!(AnActivityNature), text, hint));
        }
        Ok(Activity(Cow::Owned(name)))
    }
}

impl fmt::Display for Activity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

serde_as_text!(Activity);

schema_as_text!(
    Activity,
    "Activity",
    "A nature of activity, as the guichet unique names them.",
    { "minLength": 1, "maxLength": 100, "examples": ["COMMERCIALE", "ARTISANALE", "LIBERALE_REGLEMENTEE"] }
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn natures_are_written_in_one_way() {
        for given in ["LIBERALE_REGLEMENTEE", "libérale réglementée", " Liberale-Reglementee "] {
            assert_eq!(given.parse::<Activity>().unwrap().as_str(), "LIBERALE_REGLEMENTEE");
        }
        assert!("".parse::<Activity>().is_err());
        // One way only, whatever the separators.
        for given in ["A_B", "A__B", "_A_B_", "a - b", "A\u{a0}B"] {
            assert_eq!(given.parse::<Activity>().unwrap().as_str(), "A_B", "{given}");
        }
        for nothing in ["_", "_ -", "\u{0}", "\u{301}"] {
            assert!(nothing.parse::<Activity>().is_err(), "{nothing:?}");
        }
        assert!("X".repeat(1_000_000).parse::<Activity>().is_err());
    }
}

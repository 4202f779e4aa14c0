//! What is odd about the answer of a register.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::codes::Siret;
use crate::diagnostic::Severity;
use crate::language::Language;
use crate::text::{cut, shorten};

/// Declares the kinds: the severity, the variant, the stable text, and what is said in English and in French.
/// `{}` stands for the text that was found, `{=}` for what was taken in its place, `{@}` for the field.
macro_rules! kinds {
    ($($severity:ident $variant:ident $text:literal $english:literal $french:literal,)*) => {
        /// The kind of a finding. Its text form is stable; programs may rely on it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[non_exhaustive]
        pub enum FindingCode {
            $(#[doc = $english] #[serde(rename = $text)] $variant,)*
        }

        impl FindingCode {
            /// Every code there is.
            pub const ALL: &'static [FindingCode] = &[$(FindingCode::$variant),*];

            /// The stable text, such as `closed_facility`.
            pub fn as_str(self) -> &'static str {
                match self { $(FindingCode::$variant => $text,)* }
            }

            /// The severity of every finding of this kind.
            pub fn severity(self) -> Severity {
                match self { $(FindingCode::$variant => Severity::$severity,)* }
            }

            fn sentence(self, language: Language) -> &'static str {
                match self { $(FindingCode::$variant => language.choose($french, $english),)* }
            }
        }
    };
}

kinds! {
    Warning OldNomenclature "old_nomenclature"
        "the activity code `{}` is of a nomenclature older than NAF rév. 2, and was left out"
        "le code d’activité `{}` est d’une nomenclature antérieure à la NAF rév. 2 : il n’est pas repris",
    Remark ActivityPending "activity_pending"
        "`{}` says that INSEE has not decided on the activity yet"
        "`{}` dit que l’INSEE n’a pas encore attribué d’activité",
    Warning ClosedFacility "closed_facility"
        "the facility `{}` is closed"
        "l’établissement `{}` est fermé",
    Warning CeasedCompany "ceased_company"
        "the company `{}` has ceased"
        "l’entreprise `{}` a cessé son activité",
    Warning ForeignAddress "foreign_address"
        "the facility is abroad (`{}`), in no commune"
        "l’établissement est à l’étranger (`{}`), dans aucune commune",
    Remark NotDiffusible "not_diffusible"
        "the company does not want all of its data to be shown: what the register hides stands for nothing"
        "l’entreprise s’oppose à la diffusion de ses données : ce que le registre cache est tenu pour inconnu",
    Warning FormerCommune "former_commune"
        "`{}` is the code of a commune of the past; its current commune `{=}` was taken"
        "`{}` est le code d’une ancienne commune ; sa commune actuelle `{=}` est prise",
    Warning UnknownCommune "unknown_commune"
        "no commune has or had the code `{}`"
        "aucune commune n’a ni n’a eu le code `{}`",
    Remark HeadcountOfCompanyDiffers "headcount_of_company_differs"
        "the facility has the headcount band `{}`, and its company `{=}`"
        "l’établissement est dans la tranche d’effectif `{}`, et son entreprise dans la tranche `{=}`",
    Remark EmployerAndBandDiffer "employer_and_band_differ"
        "the register gives the headcount band `{}`, and says that there are no employees now"
        "le registre donne la tranche d’effectif `{}`, et dit qu’il n’y a plus de salarié",
    Remark SeveralOpcos "several_opcos"
        "the collective agreements lead to several OPCO: {}"
        "les conventions collectives mènent à plusieurs OPCO : {}",
    Remark MergedAgreement "merged_agreement"
        "the collective agreement `{}` joined `{=}`"
        "la convention collective `{}` a rejoint `{=}`",
    Remark NoAgreement "no_agreement"
        "`{}` stands for the want of a collective agreement, and was left out"
        "`{}` marque l’absence de convention collective : il n’est pas repris",
    Remark DateUnknown "date_unknown"
        "`{}` is how the register writes that it does not know the date"
        "`{}` est la façon dont le registre écrit qu’il ne connaît pas la date",
    Warning NoFacility "no_facility"
        "the answer has no facility: what is known is the company's"
        "la réponse n’a pas d’établissement : ce qui est connu est de l’entreprise",
    Remark SeveralFacilities "several_facilities"
        "the answer has several facilities and none was asked for: {}"
        "la réponse a plusieurs établissements et aucun n’a été demandé : {}",
    Warning LostZero "lost_zero"
        "`{}` was read as `{=}`, with the zeros that a spreadsheet took away"
        "`{}` a été lu `{=}`, avec les zéros qu’un tableur avait enlevés",
    Warning WrongKey "wrong_key"
        "`{}` has a wrong key: it is the number of no company or facility"
        "la clé de `{}` est fausse : ce n’est le numéro d’aucune entreprise ni d’aucun établissement",
    Warning NumbersDiffer "numbers_differ"
        "the company's number `{}` is not that of the facility `{=}`, whose company was taken"
        "le numéro `{}` de l’entreprise n’est pas celui de l’établissement `{=}`, dont l’entreprise est prise",
    Remark UnknownValue "unknown_value"
        "the value `{}` of `{@}` is not one that is known"
        "la valeur `{}` de `{@}` n’est pas connue",
    Warning DiffersFromNeed "differs_from_need"
        "of `{@}` the need says `{}`, and the register `{=}`: what the need says stays"
        "pour `{@}` le besoin dit `{}`, et le registre `{=}` : ce que dit le besoin reste",
    Warning OtherFacility "other_facility"
        "the need is of the facility `{}`, and the register's answer is of `{=}`"
        "le besoin est de l’établissement `{}`, et la réponse du registre est de `{=}`",
}

impl fmt::Display for FindingCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What is odd about the answer of a register, or about a need beside it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Finding {
    /// How grave it is.
    pub severity: Severity,
    /// Its kind.
    pub code: FindingCode,
    /// The text that was found, cut after 120 characters.
    pub text: String,
    /// What is wrong, in one sentence in English.
    pub message: String,
    /// The field where it stands: of the answer, or of the need beside it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// What was taken in place of the text, or stands beside it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taken: Option<String>,
    /// The open facilities of the company that the answer has, where its own is closed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub open: Vec<Siret>,
}

impl Finding {
    #[cold]
    pub(super) fn new(code: FindingCode, text: &str, taken: Option<&str>) -> Finding {
        let finding = Finding {
            severity: code.severity(),
            code,
            text: cut(text.trim(), 120).into_owned(),
            message: String::new(),
            field: None,
            taken: taken.map(|taken| cut(taken, 120).into_owned()),
            open: Vec::new(),
        };
        finding.told()
    }

    /// The finding with the field where it stands.
    pub(super) fn at(mut self, field: &str) -> Finding {
        self.field = Some(field.to_owned());
        self.told()
    }

    /// The finding with the open facilities of the company.
    pub(super) fn with_open(mut self, open: Vec<Siret>) -> Finding {
        self.open = open;
        self.told()
    }

    fn told(mut self) -> Finding {
        self.message = self.message_in(Language::English);
        self
    }

    /// What is wrong, in one sentence in French or in English.
    ///
    /// ```
    /// use aiguillage::Company;
    /// use aiguillage::language::Language;
    ///
    /// let row = [("siret", "82161143100015"), ("codeCommuneEtablissement", "59298")];
    /// let company = Company::from_row(row)?;
    /// let message = company.findings[0].message_in(Language::French);
    /// assert_eq!(message, "`59298` est le code d’une ancienne commune ; sa commune actuelle `59350` est prise");
    /// # Ok::<(), aiguillage::company::CompanyError>(())
    /// ```
    pub fn message_in(&self, language: Language) -> String {
        // One pass: a text of a register may itself hold braces.
        let mut message = String::new();
        let mut rest = self.code.sentence(language);
        while let Some((before, after)) = rest.split_once('{') {
            let (placeholder, after) = after.split_once('}').unwrap_or((after, ""));
            let value = match placeholder {
                "=" => self.taken.as_deref(),
                "@" => self.field.as_deref(),
                _ => Some(self.text.as_str()),
            };
            message.push_str(before);
            message.push_str(&shorten(value.unwrap_or_default(), 60));
            rest = after;
        }
        message.push_str(rest);
        if !self.open.is_empty() {
            let open: Vec<String> = self.open.iter().map(|siret| format!("`{siret}`")).collect();
            message.push_str(language.choose(" ; sont ouverts : ", "; these are open: "));
            message.push_str(&open.join(", "));
        }
        message
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_a_sentence_in_both_languages() {
        for code in FindingCode::ALL {
            let finding = Finding::new(*code, "{=} 1", Some("{} 2"));
            let [french, english] =
                [Language::French, Language::English].map(|language| finding.message_in(language));
            assert_ne!(french, english);
            assert_eq!(english, finding.message);
            assert_eq!(code.as_str(), code.as_str().to_lowercase());
        }
    }

    #[test]
    fn texts_of_registers_are_quoted_as_they_are() {
        let finding = Finding::new(FindingCode::FormerCommune, "{=}\u{1b}", Some("{}"));
        assert!(finding.message.starts_with("`{=}\\u{1b}` is the code"), "{}", finding.message);
        assert!(finding.message.ends_with("`{}` was taken"));
    }
}

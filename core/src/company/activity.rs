//! What the company does: its activity codes, its craft codes, and the natures of its activity.

use super::CompanyField;
use super::block::Written;
use super::draft::{Draft, MOST_VALUES};
use super::finding::FindingCode;
use crate::codes::{Activity, NafCode, NafVersion};
use crate::text::fold;

/// The natures that the *guichet unique* names, beside the folded labels that registers write where these are
/// not the name itself.
const NATURES: &[(&str, Option<&str>)] = &[
    ("COMMERCIALE", None),
    ("AGENT_COMMERCIAL", None),
    ("ARTISANALE", Some("artisanale non reglementee")),
    ("ARTISANALE_REGLEMENTEE", None),
    ("LIBERALE_REGLEMENTEE", None),
    ("LIBERALE_NON_REGLEMENTEE", None),
    ("INDEPENDANTE", None),
    ("GESTION_DE_BIENS", None),
    ("ACTIF_AGRICOLE", Some("agricole perimetre des actifs agricoles")),
    ("AGRICOLE_NON_ACTIF", Some("agricole perimetre des non actifs agricoles")),
];

/// The nomenclature of an activity code.
enum Nomenclature {
    Of(NafVersion),
    /// One of before 2008.
    Old,
    Unknown,
}

/// The nomenclature as INSEE names it: `NAFRev2`, `NAFRev1`, `NAF1993`, `NAP`.
fn nomenclature(name: &str) -> Nomenclature {
    let name: String = name.chars().take(20).filter(|c| c.is_ascii_alphanumeric()).collect();
    match name.to_ascii_lowercase().as_str() {
        "nafrev2" => Nomenclature::Of(NafVersion::Rev2),
        "naf2025" | "naf25" | "nafrev21" => Nomenclature::Of(NafVersion::Naf2025),
        old if old.starts_with("nap") || old.starts_with("naf") => Nomenclature::Old,
        _ => Nomenclature::Unknown,
    }
}

/// Whether a code has the shape that codes had before 2008: three digits and a letter, or digits alone.
fn is_of_old_shape(code: &str) -> bool {
    let bare: Vec<u8> = code.bytes().filter(|byte| *byte != b'.').take(6).collect();
    match bare.as_slice() {
        [digits @ .., letter] if digits.len() == 3 && letter.is_ascii_alphabetic() => {
            digits.iter().all(u8::is_ascii_digit)
        }
        digits => (3..=4).contains(&digits.len()) && digits.iter().all(u8::is_ascii_digit),
    }
}

/// Whether INSEE has not decided yet: division `00`, whatever the nomenclature's letter.
fn is_pending(code: &str) -> bool {
    let bare: Vec<u8> = code.bytes().filter(|byte| *byte != b'.').take(6).collect();
    matches!(bare.as_slice(), [b'0', b'0', b'0', b'0', letter] if letter.is_ascii_alphabetic())
}

impl Draft<'_> {
    /// Takes the activity, with the name of its nomenclature where the register tells it.
    pub(super) fn activity(&mut self, code: Option<Written<'_>>, named: Option<Written<'_>>) {
        let Some(code) = self.seen(code) else { return };
        let named = self.seen(named);
        if is_pending(&code.text) {
            self.find(FindingCode::ActivityPending, &code.text, None);
            return;
        }
        match named.as_ref().map_or(Nomenclature::Of(NafVersion::Rev2), |named| nomenclature(&named.text)) {
            Nomenclature::Of(version) if !is_of_old_shape(&code.text) => self.naf(version, &code),
            Nomenclature::Of(_) | Nomenclature::Old => {
                self.find(FindingCode::OldNomenclature, &code.text, None);
            }
            Nomenclature::Unknown => {
                if let Some(named) = named {
                    self.unknown(&named);
                }
            }
        }
    }

    /// Takes the activity in NAF 2025.
    pub(super) fn activity_2025(&mut self, code: Option<Written<'_>>) {
        let Some(code) = self.seen(code) else { return };
        match is_pending(&code.text) {
            true => self.find(FindingCode::ActivityPending, &code.text, None),
            false => self.naf(NafVersion::Naf2025, &code),
        }
    }

    fn naf(&mut self, version: NafVersion, code: &Written<'_>) {
        let Ok(naf) = NafCode::parse(version, &code.text) else {
            self.unknown(code);
            return;
        };
        let field = match version {
            NafVersion::Rev2 => {
                self.company.naf = Some(naf);
                CompanyField::Naf
            }
            NafVersion::Naf2025 => {
                self.company.naf_2025 = Some(naf);
                CompanyField::Naf2025
            }
        };
        self.know(field, code);
    }

    /// Takes craft codes.
    pub(super) fn craft_codes(&mut self, codes: Vec<Written<'_>>) {
        for written in codes.into_iter().take(MOST_VALUES) {
            let Some(written) = self.seen(Some(written)) else { continue };
            let Some(code) = self.parsed(&written, &written.text) else { continue };
            if !self.company.nafa_codes.contains(&code) {
                self.company.nafa_codes.push(code);
            }
            self.know(CompanyField::NafaCodes, &written);
        }
    }

    /// Takes natures of activity, by their names or by their labels. One that is not known is taken with a
    /// remark, since needs and criteria may name others.
    pub(super) fn natures(&mut self, natures: Vec<Written<'_>>) {
        for written in natures.into_iter().take(MOST_VALUES) {
            let Some(written) = self.seen(Some(written)) else { continue };
            let folded = fold(&written.text);
            let labelled = NATURES.iter().find(|(_, label)| *label == Some(folded.as_str()));
            let text = labelled.map_or(&*written.text, |(name, _)| *name);
            let Some(nature) = self.parsed::<Activity>(&written, text) else { continue };
            // These two say that there is no one nature.
            if matches!(nature.as_str(), "SANS_ACTIVITE" | "TOUTE_FORME_ACTIVITE" | "TOUTE_FORME_D_ACTIVITE")
            {
                continue;
            }
            if !NATURES.iter().any(|(name, _)| *name == nature.as_str()) {
                self.unknown(&written);
            }
            if !self.company.activities.contains(&nature) {
                self.company.activities.push(nature);
            }
            self.know(CompanyField::Activities, &written);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_older_nomenclatures_are_told_by_their_shape() {
        for old in ["51.5L", "515L", "72.4Z", "82.01", "8201"] {
            assert!(is_of_old_shape(old), "{old}");
        }
        for code in ["62.02A", "6202A", "00.00Z", "", "é", "12345", "1"] {
            assert!(!is_of_old_shape(code), "{code}");
        }
        assert!(is_pending("00.00Z") && is_pending("0000Y") && !is_pending("01.00Z") && !is_pending("00.00"));
    }

    #[test]
    fn nomenclatures_have_insees_names() {
        assert!(matches!(nomenclature("NAFRev2"), Nomenclature::Of(NafVersion::Rev2)));
        assert!(matches!(nomenclature("NAF2025"), Nomenclature::Of(NafVersion::Naf2025)));
        for old in ["NAFRev1", "NAF1993", "NAP", "NAP1973"] {
            assert!(matches!(nomenclature(old), Nomenclature::Old), "{old}");
        }
        assert!(matches!(nomenclature("APE"), Nomenclature::Unknown));
    }
}

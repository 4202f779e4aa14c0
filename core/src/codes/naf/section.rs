//! The sections of NAF rév. 2, with their titles (INSEE, in French; NACE Rev. 2, Eurostat, in English).

use crate::language::Language;

const SECTIONS: [(char, &str, &str); 21] = [
    ('A', "Agriculture, sylviculture et pêche", "Agriculture, forestry and fishing"),
    ('B', "Industries extractives", "Mining and quarrying"),
    ('C', "Industrie manufacturière", "Manufacturing"),
    (
        'D',
        "Production et distribution d’électricité, de gaz, de vapeur et d’air conditionné",
        "Electricity, gas, steam and air conditioning supply",
    ),
    (
        'E',
        "Production et distribution d’eau ; assainissement, gestion des déchets et dépollution",
        "Water supply; sewerage, waste management and remediation activities",
    ),
    ('F', "Construction", "Construction"),
    (
        'G',
        "Commerce ; réparation d’automobiles et de motocycles",
        "Wholesale and retail trade; repair of motor vehicles and motorcycles",
    ),
    ('H', "Transports et entreposage", "Transportation and storage"),
    ('I', "Hébergement et restauration", "Accommodation and food service activities"),
    ('J', "Information et communication", "Information and communication"),
    ('K', "Activités financières et d’assurance", "Financial and insurance activities"),
    ('L', "Activités immobilières", "Real estate activities"),
    (
        'M',
        "Activités spécialisées, scientifiques et techniques",
        "Professional, scientific and technical activities",
    ),
    (
        'N',
        "Activités de services administratifs et de soutien",
        "Administrative and support service activities",
    ),
    ('O', "Administration publique", "Public administration and defence; compulsory social security"),
    ('P', "Enseignement", "Education"),
    ('Q', "Santé humaine et action sociale", "Human health and social work activities"),
    ('R', "Arts, spectacles et activités récréatives", "Arts, entertainment and recreation"),
    ('S', "Autres activités de services", "Other service activities"),
    ('T', "Activités des ménages en tant qu’employeurs", "Activities of households as employers"),
    ('U', "Activités extra-territoriales", "Activities of extraterritorial organisations and bodies"),
];

/// What people read for a section of NAF rév. 2.
pub(crate) fn section_label(section: char, language: Language) -> Option<&'static str> {
    let found = SECTIONS.iter().find(|(letter, ..)| *letter == section);
    found.map(|(_, french, english)| language.choose(*french, *english))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codes::{NafCode, NafVersion};

    #[test]
    fn every_section_of_a_code_has_a_label() {
        for division in 1..=99 {
            if let Ok(code) = NafCode::parse(NafVersion::Rev2, &format!("{division:02}.11Z")) {
                assert!(section_label(code.section(), Language::French).is_some(), "{division}");
            }
        }
        assert_eq!(section_label('F', Language::English), Some("Construction"));
        assert_eq!(section_label('V', Language::French), None);
    }
}

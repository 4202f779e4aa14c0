//! The values that directories and needs share, so that needs often meet what is asked of them.

use std::sync::LazyLock;

use aiguillage::Geography;

pub(crate) const REV2: &[&str] = &["10.71C", "10.71A", "10.13B", "62.01Z", "47.11F", "43.21A"];
pub(crate) const NAF_2025: &[&str] = &["10.71Y", "10.13Y", "62.10Y", "58.21Y", "47.11Y", "43.21Y"];
/// Entries of lists, each with the letter of its section.
pub(crate) const NAF_ENTRIES: &[(&str, &str)] = &[
    ("10.71C", "C"),
    ("1071A", "C"),
    ("10.71", "C"),
    ("10.7", "C"),
    ("10", "C"),
    ("C", "C"),
    ("62.01Z", "J"),
    ("J", "J"),
    ("47", "G"),
    ("43.2", "F"),
    ("2025:10.71Y", "C"),
    ("2025:10.7", "C"),
    ("2025:C", "C"),
    ("2025:62.10Y", "K"),
    ("2025:K", "K"),
    ("2025:58", "J"),
    ("2025:47.11", "G"),
    ("2025:43", "F"),
];
pub(crate) const LEGAL_FORMS: &[&str] = &["5710", "5499", "5785", "1000", "9220"];
pub(crate) const LEGAL_FORM_ENTRIES: &[&str] = &["5", "57", "54", "5710", "5499", "1", "1000", "9", "92"];
pub(crate) const ACTIVITIES: &[&str] =
    &["COMMERCIALE", "ARTISANALE", "LIBERALE_REGLEMENTEE", "INDEPENDANTE", "GESTION_DE_BIENS", "AGRICOLE"];
pub(crate) const ORIGINS: &[&str] = &["campagne-rh", "site-partenaire"];
pub(crate) const BANDS: &[&str] =
    &["NN", "00", "01", "02", "03", "11", "12", "21", "22", "31", "32", "41", "42", "51", "52", "53"];
/// Of one OPCO, of two, merged, none, and one that nobody knows.
pub(crate) const AGREEMENTS: &[&str] = &["1486", "1979", "8241", "1543", "9999", "0001"];
/// Agreements that criteria list: one joined `3248`, one stands for the want of any.
pub(crate) const LISTED_AGREEMENTS: &[&str] = &["1486", "1979", "0054", "3248", "9999"];
pub(crate) const CRAFTS: &[&str] = &["4002CZ", "4321AB", "1071CA"];
pub(crate) const CRAFT_ENTRIES: &[&str] = &["43", "4321", "10.71C-A", "4002CZ", "10"];
pub(crate) const QUALITIES: &[&str] = &["ess", "bio", "procedure-collective"];
/// Ends of periods, around the days of needs.
pub(crate) const PERIOD_DAYS: &[&str] =
    &["2026-11-22", "2026-11-23", "2026-11-24", "2027-02-28", "2027-03-01", "2028-02-29"];
/// OPCO to which they lead.
pub(crate) const AGREED_OPCOS: &[&str] = &["akto", "ocapiat", "atlas"];
/// Names that a spreadsheet could trip over.
pub(crate) const NAMES: &[&str] = &[
    "CCI Amiens",
    "Chambre « des métiers », Somme",
    "L’équipe \"création\"; nord",
    "Été\net hiver",
    "=1+1",
    "0123",
];

/// What lies together: communes as needs and zones name them, some by a code of the past.
const AREAS: &[&[&str]] = &[
    &["75112", "75101", "75056", "93066", "92012", "94028"],
    &["69381", "69383", "69123", "69266", "13201", "13055"],
    &["40247", "32004", "40001", "64024"],
    &["80021", "76217", "80316", "76255", "59350"],
    &["97801", "97701", "97611", "97411", "22016", "22113"],
    &["2A004", "20004", "2B033", "02054", "02695", "55386", "55273"],
];

pub(crate) struct Area {
    /// Codes of communes as a need may give them.
    pub(crate) communes: Vec<String>,
    /// Zones that contain or neighbour them.
    pub(crate) zones: Vec<String>,
    /// Lists of zones that together make up one of these, or all of it but one commune.
    pub(crate) divided_zones: Vec<Vec<String>>,
}

/// Zones of more communes are not divided: that takes the reference matcher long.
const MOST_PARTS: usize = 60;

/// The zone as its communes or, where these are many, as its départements; and the same less the last.
fn divided(geography: &Geography, zone: &str) -> Vec<Vec<String>> {
    let communes = geography.communes_of(zone.parse().unwrap());
    let mut parts: Vec<String> = communes.iter().map(|commune| commune.zone().to_string()).collect();
    if parts.len() > MOST_PARTS {
        parts = communes.iter().map(|commune| commune.departement().to_string()).collect();
        parts.dedup();
    }
    let without_last = parts.iter().rev().skip(1).cloned().collect();
    [parts, without_last].into_iter().filter(|parts| (2..=MOST_PARTS).contains(&parts.len())).collect()
}

/// The areas, each with all the zones that contain one of its communes.
pub(crate) static AREA_POOL: LazyLock<Vec<Area>> = LazyLock::new(|| {
    let geography = Geography::embedded();
    let area = |communes: &&[&str]| {
        let mut zones: Vec<String> = communes.iter().map(|code| format!("commune:{code}")).collect();
        for code in *communes {
            let containing = geography.zones_containing(code);
            assert!(!containing.is_empty(), "`{code}` is no commune");
            zones.extend(containing.iter().map(ToString::to_string));
        }
        zones.sort();
        zones.dedup();
        let divided_zones = zones.iter().flat_map(|zone| divided(&geography, zone)).collect();
        Area { communes: communes.iter().map(|code| (*code).to_owned()).collect(), zones, divided_zones }
    };
    AREAS.iter().map(area).collect()
});

/// Codes that a need must not name: unknown, a postal code, without its zero, both at once, text.
pub(crate) const WRONG_COMMUNES: &[&str] =
    &["99999", "59800", "6002", "75012", "commune:80021", "Amiens", "é"];

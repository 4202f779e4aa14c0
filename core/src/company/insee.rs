//! Facilities and companies as INSEE's API Sirene 3.11 answers them, and as rows of its stock files, which have
//! the same names without the blocks around them.

use std::borrow::Cow;
use std::collections::BTreeMap;

use jiff::civil::Date;
use serde_json::Value;

use super::Register;
use super::answer::Answer;
use super::block::{Block, Written};
use super::choice::{Candidate, Choice, Facility};
use super::draft::Draft;
use super::finding::FindingCode;
use super::headcount::WrittenBand;
use super::numbers;

/// What the names of a facility's fields end with, and of a company's.
pub(super) const OF_FACILITY: &str = "Etablissement";
pub(super) const OF_COMPANY: &str = "UniteLegale";

/// The fields of a facility and of its company, from the innermost block to the outermost: the current period,
/// the facility or the company itself, its address, the company of the facility.
pub(super) struct Layers<'v> {
    blocks: Vec<Block<'v>>,
    /// The day on which each was last treated.
    facility_on: Option<Date>,
    company_on: Option<Date>,
}

impl<'v> Layers<'v> {
    pub(super) fn new(blocks: Vec<Block<'v>>) -> Layers<'v> {
        let day = |name: &str| blocks.iter().find_map(|block| block.day(name));
        let facility_on = day("dateDernierTraitementEtablissement");
        let company_on = day("dateDernierTraitementUniteLegale");
        Layers { blocks, facility_on, company_on }
    }

    fn field(&self, name: &'static str) -> Option<Written<'v>> {
        let on =
            if name.ends_with(OF_COMPANY) { self.company_on } else { self.facility_on.or(self.company_on) };
        self.blocks.iter().find_map(|block| block.dated(on).field(name))
    }

    fn band(&self, band: &'static str, year: &'static str) -> WrittenBand<'v> {
        WrittenBand { band: self.field(band), year: self.field(year) }
    }

    /// The facility's number, which may stand in two parts.
    pub(super) fn siret(&self) -> Option<Written<'v>> {
        self.field("siret").or_else(|| numbers::joined(self.field("siren"), self.field("nic")))
    }

    /// The number of the company's seat.
    fn seat(&self) -> Option<Written<'v>> {
        numbers::joined(self.field("siren"), self.field("nicSiegeUniteLegale"))
    }

    /// Whether there is the number of a facility or of a company.
    pub(super) fn has_number(&self) -> bool {
        self.siret().is_some() || self.field("siren").is_some()
    }

    /// Tells that not even the number of a facility is known.
    pub(super) fn tell_no_facility(&self, draft: &mut Draft<'_>) {
        if self.siret().or_else(|| self.seat()).is_none() {
            draft.find(FindingCode::NoFacility, "", None);
        }
    }
}

fn has_name_with(value: &Value, ending: &str) -> bool {
    value.as_object().is_some_and(|members| members.keys().any(|name| name.ends_with(ending)))
}

/// Whether a value is a facility by the names of its fields. One in its block may be a selection of nothing but
/// its number.
pub(super) fn is_facility(value: &Value, in_block: bool) -> bool {
    let Some(members) = value.as_object() else { return false };
    let has_number = members.contains_key("siret") || members.contains_key("siren");
    let is_number_alone =
        in_block && members.keys().all(|name| matches!(name.as_str(), "siren" | "nic" | "siret"));
    has_number && (has_name_with(value, OF_FACILITY) || is_number_alone)
}

/// Whether a value is a company by the names of its fields.
pub(super) fn is_company(value: &Value) -> bool {
    let has_number = value.as_object().is_some_and(|members| members.contains_key("siren"));
    has_number && has_name_with(value, OF_COMPANY)
}

/// The facilities of an answer, by their companies; nothing where there are some and none is INSEE's.
pub(super) fn facilities(values: &[Value]) -> Option<Answer<'_>> {
    let mut candidates: Vec<Candidate<'_>> = Vec::new();
    let mut places: BTreeMap<Cow<'_, str>, usize> = BTreeMap::new();
    for value in values.iter().filter(|value| is_facility(value, true)) {
        let layers = facility_layers(value);
        let siret = layers.siret();
        let text = siret.as_ref().map(|siret| &*siret.text);
        let is_open = layers.field("etatAdministratifEtablissement").is_some_and(|state| state.text == "A");
        let is_seat = Block::of(Some(value), "").flag("etablissementSiege") == Some(true);
        let facility = Facility::new(text, is_seat, is_open, value);
        let siren = layers.field("siren").map(|siren| siren.text).or_else(|| {
            let text = siret.as_ref()?.text.get(..9)?;
            Some(Cow::Owned(text.to_owned()))
        });
        let number = *places.entry(siren.unwrap_or_default()).or_insert(candidates.len());
        match candidates.get_mut(number) {
            Some(company) => company.facilities.push(facility),
            None => candidates.push(Candidate { value, facilities: vec![facility], seat: None }),
        }
    }
    let is_known = values.is_empty() || !candidates.is_empty();
    is_known.then_some(Answer { register: Register::Sirene, candidates, read: read_facility })
}

/// The companies of an answer; nothing where there are some and none is INSEE's.
pub(super) fn companies(values: &[Value]) -> Option<Answer<'_>> {
    let candidates: Vec<Candidate<'_>> = values
        .iter()
        .filter(|value| is_company(value))
        .map(|value| {
            let seat = company_layers(value).seat();
            let seat = seat.and_then(|seat| numbers::siret(&seat.text));
            Candidate { value, facilities: Vec::new(), seat }
        })
        .collect();
    let is_known = values.is_empty() || !candidates.is_empty();
    is_known.then_some(Answer { register: Register::Sirene, candidates, read: read_company })
}

fn facility_layers(value: &Value) -> Layers<'_> {
    let facility = Block::of(Some(value), "");
    Layers::new(vec![
        current(facility, "periodesEtablissement", "periodesEtablissement."),
        facility,
        facility.block("adresseEtablissement", "adresseEtablissement."),
        facility.block("uniteLegale", "uniteLegale."),
    ])
}

fn company_layers(value: &Value) -> Layers<'_> {
    let company = Block::of(Some(value), "");
    Layers::new(vec![current(company, "periodesUniteLegale", "periodesUniteLegale."), company])
}

/// The current one of the periods of a block, whatever their order: the one without an end, else the last that
/// began. Days in ISO 8601 are in the order of their texts.
fn current<'v>(block: Block<'v>, name: &str, path: &'static str) -> Block<'v> {
    let periods = block.items(name).iter().map(|period| Block::of(Some(period), path));
    let current = periods.max_by_key(|period| {
        let start = period.value("dateDebut").and_then(Value::as_str).unwrap_or_default();
        (period.field("dateFin").is_none() && !period.is_empty(), start)
    });
    current.unwrap_or_else(|| Block::of(None, path))
}

/// Reads a facility or, where several were answered and none asked for, the company that they share.
fn read_facility(draft: &mut Draft<'_>, choice: &Choice<'_>) {
    match choice.facility {
        Some(facility) => read_layers(draft, &facility_layers(facility.value), &choice.company.facilities),
        None => {
            let company = Block::of(Some(choice.company.value), "");
            let blocks = vec![company.block("uniteLegale", "uniteLegale.")];
            draft.siren(company.field("siren"));
            read_layers(draft, &Layers::new(blocks), &[]);
        }
    }
    if choice.is_open {
        draft.several_facilities(&choice.company.facilities);
    }
}

/// Reads a company: its seat is known by its number alone.
fn read_company(draft: &mut Draft<'_>, choice: &Choice<'_>) {
    let layers = company_layers(choice.company.value);
    read_layers(draft, &layers, &[]);
    layers.tell_no_facility(draft);
}

/// Reads the fields of a facility and of its company, whichever there are.
pub(super) fn read_layers(draft: &mut Draft<'_>, layers: &Layers<'_>, others: &[Facility<'_>]) {
    draft.siren(layers.field("siren"));
    names(draft, layers);
    let facility = layers.siret();
    let has_facility = facility.is_some();
    draft.siret(facility.or_else(|| layers.seat()));
    draft.place(layers.field("codeCommuneEtablissement"), layers.field("codePaysEtrangerEtablissement"));
    activities(draft, layers);
    draft.craft_codes(layers.field("activitePrincipaleRegistreMetiersEtablissement").into_iter().collect());
    let company = layers.band("trancheEffectifsUniteLegale", "anneeEffectifsUniteLegale");
    let facility = layers.band("trancheEffectifsEtablissement", "anneeEffectifsEtablissement");
    draft.headcount(has_facility.then_some(facility), company);
    let employer = match has_facility {
        true => layers.field("caractereEmployeurEtablissement"),
        false => layers.field("caractereEmployeurUniteLegale"),
    };
    draft.employer(employer);
    draft.legal_form(layers.field("categorieJuridiqueUniteLegale"));
    draft.created_on(layers.field("dateCreationUniteLegale"));
    draft.facility_state(layers.field("etatAdministratifEtablissement"), others);
    draft.company_state(layers.field("etatAdministratifUniteLegale"));
    draft.diffusion(layers.field("statutDiffusionEtablissement"));
    draft.diffusion(layers.field("statutDiffusionUniteLegale"));
    social_economy(draft, layers);
}

fn names(draft: &mut Draft<'_>, layers: &Layers<'_>) {
    draft.name([layers.field("denominationUniteLegale")]);
    let forename = layers.field("prenomUsuelUniteLegale").or_else(|| layers.field("prenom1UniteLegale"));
    draft.person(forename, layers.field("nomUsageUniteLegale").or_else(|| layers.field("nomUniteLegale")));
    let others = [
        "denominationUsuelle1UniteLegale",
        "pseudonymeUniteLegale",
        "denominationUsuelleEtablissement",
        "enseigne1Etablissement",
    ];
    draft.name(others.map(|name| layers.field(name)));
}

/// The facility's activity; its company's where the facility has none.
fn activities(draft: &mut Draft<'_>, layers: &Layers<'_>) {
    let of_facility = layers.field("activitePrincipaleEtablissement");
    let is_of_facility = of_facility.is_some();
    let nomenclature = match is_of_facility {
        true => layers.field("nomenclatureActivitePrincipaleEtablissement"),
        false => layers.field("nomenclatureActivitePrincipaleUniteLegale"),
    };
    draft.activity(of_facility.or_else(|| layers.field("activitePrincipaleUniteLegale")), nomenclature);
    let naf_2025 = layers.field("activitePrincipaleNAF25Etablissement");
    let of_company = || layers.field("activitePrincipaleNAF25UniteLegale").filter(|_| !is_of_facility);
    // A code of NAF 2025 under its nomenclature's name stands already.
    if draft.company.naf_2025.is_none() {
        draft.activity_2025(naf_2025.or_else(of_company));
    }
}

/// Whether the company is in the field of the social economy. INSEE says `N` only of companies that it has
/// looked at, and leaves the others blank: its no is one.
fn social_economy(draft: &mut Draft<'_>, layers: &Layers<'_>) {
    let Some(flag) = draft.seen(layers.field("economieSocialeSolidaireUniteLegale")) else { return };
    match &*flag.text {
        "O" => draft.quality("ess", true, &flag),
        "N" => draft.quality("ess", false, &flag),
        _ => draft.unknown(&flag),
    }
}

#[cfg(all(test, feature = "cog"))]
mod tests {
    use serde_json::json;

    use crate::Company;

    fn codes(company: &Company) -> Vec<&'static str> {
        company.findings.iter().map(|one| one.code.as_str()).collect()
    }

    #[test]
    fn without_an_open_period_the_last_one_is_the_current_one() {
        let period = |start: &str, end: &str, naf: &str| {
            json!({"dateDebut": start, "dateFin": end, "activitePrincipaleEtablissement": naf,
                "nomenclatureActivitePrincipaleEtablissement": "NAFRev2"})
        };
        let periods = json!([
            period("2012-01-01", "2015-01-01", "62.02A"),
            period("2015-01-02", "2019-01-01", "62.01Z")
        ]);
        let facility = json!({"siret": "82161143100015", "periodesEtablissement": periods});
        let company = Company::from_json(&facility.to_string()).unwrap();
        assert_eq!(company.naf.unwrap().to_string(), "62.01Z");
    }

    #[test]
    fn a_seat_is_known_by_its_number() {
        let company = json!({"uniteLegale": {"siren": "821611431", "nicSiegeUniteLegale": "00015",
            "economieSocialeSolidaireUniteLegale": "N", "trancheEffectifsUniteLegale": "02"}});
        let text = company.to_string();
        let company = Company::from_json_for(&text, "82161143100015".parse().unwrap()).unwrap();
        assert_eq!(company.qualities.get("ess"), Some(&false));
        assert_eq!(company.headcount_band, company.company_headcount_band);
        assert_eq!(codes(&company), [""; 0]);
        let error = Company::from_json_for(&text, "82161143100023".parse().unwrap()).unwrap_err();
        assert_eq!(error.code(), "no_company");
        let bare = Company::from_json(r#"{"siren": "821611431", "denominationUniteLegale": "A"}"#).unwrap();
        assert_eq!(codes(&bare), ["no_facility"]);
    }

    #[test]
    fn of_several_facilities_the_seat_is_taken_if_it_is_there() {
        let facility = |siret: &str, is_seat: bool| {
            json!({"siret": siret, "siren": "821611431", "etablissementSiege": is_seat,
                "etatAdministratifEtablissement": "A", "uniteLegale": {"denominationUniteLegale": "A"}})
        };
        let both = [facility("82161143100015", false), facility("82161143100023", true)];
        let company = Company::from_json(&json!({"etablissements": both}).to_string()).unwrap();
        assert_eq!(company.siret.unwrap().to_string(), "82161143100023");
        assert_eq!(codes(&company), ["several_facilities"]);
        let neither = [facility("82161143100015", false), facility("82161143100023", false)];
        let company = Company::from_json(&json!({"etablissements": neither}).to_string()).unwrap();
        assert_eq!((company.siret, company.name.as_deref()), (None, Some("A")));
        assert_eq!(codes(&company), ["several_facilities"]);
    }
}

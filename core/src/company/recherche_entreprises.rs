//! An answer of the API Recherche d'entreprises.

use std::collections::BTreeSet;

use serde_json::Value;

use super::Register;
use super::answer::Answer;
use super::block::Block;
use super::choice::{Candidate, Choice, Facility};
use super::draft::Draft;
use super::finding::FindingCode;
use super::headcount::WrittenBand;

/// The qualities that a list behind the register tells of. That a company is on none of them is no news: the
/// same `false` stands where the register knows nothing.
const QUALITIES: [(&str, &str); 5] = [
    ("est_ess", "ess"),
    ("est_bio", "bio"),
    ("est_rge", "rge"),
    ("est_qualiopi", "qualiopi"),
    ("est_siae", "siae"),
];

/// Whether a value is one company of an answer. Other services know `siren` and `siege` too.
pub(super) fn is_company(value: &Value) -> bool {
    let names = ["nom_complet", "nom_raison_sociale", "nombre_etablissements", "matching_etablissements"];
    value.as_object().is_some_and(|members| {
        members.contains_key("siren") && names.iter().any(|name| members.contains_key(*name))
    })
}

/// The companies of an answer; nothing where there are results and none is a company.
pub(super) fn answer(results: &[Value]) -> Option<Answer<'_>> {
    let candidates: Vec<Candidate<'_>> =
        results.iter().filter(|value| is_company(value)).map(candidate).collect();
    let is_known = results.is_empty() || !candidates.is_empty();
    is_known.then_some(Answer { register: Register::RechercheEntreprises, candidates, read })
}

fn candidate(value: &Value) -> Candidate<'_> {
    let company = Block::of(Some(value), "");
    let mut facilities = Vec::new();
    let mut known = BTreeSet::new();
    let seat = company.value("siege").into_iter().map(|seat| (seat, true));
    let matching = company.items("matching_etablissements").iter().map(|facility| (facility, false));
    for (value, is_seat) in seat.chain(matching) {
        let block = Block::of(Some(value), "");
        if block.is_empty() {
            continue;
        }
        let is_open = block.field("etat_administratif").is_some_and(|state| state.text == "A");
        let siret = block.field("siret");
        let facility = Facility::new(siret.as_ref().map(|siret| &*siret.text), is_seat, is_open, value);
        // The seat stands among the facilities that match, too.
        if facility.siret.is_none_or(|siret| known.insert(siret)) {
            facilities.push(facility);
        }
    }
    Candidate { value, facilities, seat: None }
}

/// Reads the company and its facility.
fn read(draft: &mut Draft<'_>, choice: &Choice<'_>) {
    let company = Block::of(Some(choice.company.value), "");
    let company =
        company.dated(company.day("date_mise_a_jour_insee").or_else(|| company.day("date_mise_a_jour")));
    draft.siren(company.field("siren"));
    draft.name([company.field("nom_complet"), company.field("nom_raison_sociale")]);
    draft.legal_form(company.field("nature_juridique"));
    draft.created_on(company.field("date_creation"));
    let facility = choice.facility.as_ref().map(|facility| {
        let path = if facility.is_seat { "siege." } else { "matching_etablissements." };
        let block = Block::of(Some(facility.value), path);
        block.dated(block.day("date_mise_a_jour_insee").or_else(|| company.day("date_mise_a_jour_insee")))
    });
    match facility {
        Some(facility) => read_facility(draft, facility, company, choice),
        None => {
            if !choice.is_open {
                draft.find(FindingCode::NoFacility, "", None);
            }
            activities(draft, company);
            draft.headcount(None, band(company));
            draft.employer(company.field("caractere_employeur"));
            draft.agreements(Vec::new(), complements(company).list("liste_idcc"));
        }
    }
    if choice.is_open {
        draft.several_facilities(&choice.company.facilities);
    }
    draft.company_state(company.field("etat_administratif"));
    draft.diffusion(company.field("statut_diffusion"));
    draft.accounts(company.dated(None));
    let registration = company.block("immatriculation", "immatriculation.");
    draft.natures(registration.dated(company.day("date_mise_a_jour_rne")).list("nature_entreprise"));
    qualities(draft, company);
}

fn read_facility(draft: &mut Draft<'_>, facility: Block<'_>, company: Block<'_>, choice: &Choice<'_>) {
    draft.siret(facility.field("siret"));
    draft.place(facility.field("commune"), facility.field("code_pays_etranger"));
    // Where the facility tells no activity, its company's is taken, in both nomenclatures.
    let has_activity = facility.field("activite_principale").is_some();
    activities(draft, if has_activity { facility } else { company });
    draft.craft_codes(facility.list("activite_principale_registre_metier"));
    draft.headcount(Some(band(facility)), band(company));
    draft.employer(facility.field("caractere_employeur"));
    draft.agreements(facility.dated(None).list("liste_idcc"), complements(company).list("liste_idcc"));
    draft.facility_state(facility.field("etat_administratif"), &choice.company.facilities);
    draft.diffusion(facility.field("statut_diffusion_etablissement"));
}

/// Takes the activity of a facility or of a company, which have it under the same names.
fn activities(draft: &mut Draft<'_>, block: Block<'_>) {
    draft.activity(block.field("activite_principale"), None);
    draft.activity_2025(block.field("activite_principale_naf25"));
}

/// What others than INSEE tell, on days that the answer does not give.
fn complements(company: Block<'_>) -> Block<'_> {
    company.dated(None).block("complements", "complements.")
}

/// The band of a facility or of a company, which have it under the same names.
fn band(block: Block<'_>) -> WrittenBand<'_> {
    WrittenBand {
        band: block.field("tranche_effectif_salarie"),
        year: block.field("annee_tranche_effectif_salarie"),
    }
}

fn qualities(draft: &mut Draft<'_>, company: Block<'_>) {
    let complements = complements(company);
    for (name, quality) in QUALITIES {
        if complements.flag(name) == Some(true)
            && let Some(written) = complements.field(name)
        {
            draft.quality(quality, true, &written);
        }
    }
}

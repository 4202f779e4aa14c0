//! A company of the RNE, the Registre national des entreprises that INPI keeps.

use jiff::civil::Date;
use serde_json::Value;

use super::answer::Answer;
use super::block::{Block, Written};
use super::choice::{Candidate, Choice, Facility};
use super::draft::Draft;
use super::finding::FindingCode;
use super::{CompanyField, Register};

/// The kinds of companies, each a block of its own.
const KINDS: [(&str, &str); 3] = [
    ("personneMorale", "formality.content.personneMorale."),
    ("personnePhysique", "formality.content.personnePhysique."),
    ("exploitation", "formality.content.exploitation."),
];

/// The fields of the end of a facility or company, in the order in which they are looked at.
const ENDS: [&str; 3] = ["dateRadiation", "dateEffet", "dateCessationTotaleActivite"];

/// Where the fields of a facility stand.
struct Paths {
    description: &'static str,
    address: &'static str,
    activities: &'static str,
    end: &'static str,
}

const PRINCIPAL: Paths = Paths {
    description: "etablissementPrincipal.descriptionEtablissement.",
    address: "etablissementPrincipal.adresse.",
    activities: "etablissementPrincipal.activites.",
    end: "etablissementPrincipal.detailCessationEtablissement.",
};

const OTHER: Paths = Paths {
    description: "autresEtablissements.descriptionEtablissement.",
    address: "autresEtablissements.adresse.",
    activities: "autresEtablissements.activites.",
    end: "autresEtablissements.detailCessationEtablissement.",
};

/// Whether a value is a company of the RNE.
pub(super) fn is_company(value: &Value) -> bool {
    let content = value.get("formality").and_then(|formality| formality.get("content"));
    content.is_some_and(Value::is_object)
}

/// The companies of an answer; nothing where none is the RNE's.
pub(super) fn answer(values: &[Value]) -> Option<Answer<'_>> {
    let candidates: Vec<Candidate<'_>> =
        values.iter().filter(|value| is_company(value)).map(candidate).collect();
    (!candidates.is_empty()).then_some(Answer { register: Register::Rne, candidates, read })
}

/// The blocks of a company: its content, and what is of its kind.
struct Parts<'v> {
    formality: Block<'v>,
    content: Block<'v>,
    person: Block<'v>,
    updated_on: Option<Date>,
}

fn parts(value: &Value) -> Parts<'_> {
    let whole = Block::of(Some(value), "");
    let updated_on = whole.day("updatedAt");
    let formality = whole.dated(updated_on).block("formality", "formality.");
    let content = formality.block("content", "formality.content.");
    let persons = KINDS.map(|(name, path)| content.block(name, path));
    let person = persons.into_iter().find(|person| !person.is_empty()).unwrap_or_else(|| Block::of(None, ""));
    Parts { formality, content, person, updated_on }
}

fn candidate(value: &Value) -> Candidate<'_> {
    let Parts { person, updated_on, .. } = parts(value);
    let principal = person.value("etablissementPrincipal").into_iter().map(|facility| (facility, true));
    let others = person.items("autresEtablissements").iter().map(|facility| (facility, false));
    let facility = |(value, is_seat)| {
        let description = Block::of(Some(value), "").block("descriptionEtablissement", "");
        let siret = description.field("siret");
        let is_open = end_of_facility(Block::of(Some(value), ""), &PRINCIPAL, updated_on).is_none();
        Facility::new(siret.as_ref().map(|siret| &*siret.text), is_seat, is_open, value)
    };
    let has_content = |(value, _): &(&Value, bool)| !Block::of(Some(value), "").is_empty();
    Candidate {
        value,
        facilities: principal.chain(others).filter(has_content).map(facility).collect(),
        seat: None,
    }
}

/// Reads the company and its facility.
fn read(draft: &mut Draft<'_>, choice: &Choice<'_>) {
    let parts = parts(choice.company.value);
    let Parts { formality, content, person, updated_on } = parts;
    let creation = content.block("natureCreation", "formality.content.natureCreation.");
    let identity = person.block("identite", "identite.");
    let company = identity.block("entreprise", "identite.entreprise.");
    draft.siren(formality.field("siren").or_else(|| company.field("siren")));
    draft.name([company.field("denomination")]);
    person_name(draft, identity);
    let form = creation.field("formeJuridique").or_else(|| formality.field("formeJuridique"));
    draft.legal_form(form.or_else(|| company.field("formeJuridique")));
    draft.created_on(creation.field("dateCreation").or_else(|| company.field("dateDebutActiv")));
    if let Some(micro) = creation.flag("microEntreprise")
        && let Some(written) = creation.field("microEntreprise")
    {
        draft.company.micro_entrepreneur = Some(micro);
        draft.know(CompanyField::MicroEntrepreneur, &written);
    }
    match choice.facility {
        Some(facility) => read_facility(draft, facility, company, choice, updated_on),
        None => {
            draft.activity(company.field("codeApe"), None);
            if !choice.is_open {
                draft.find(FindingCode::NoFacility, "", None);
            }
        }
    }
    let has_activities = choice
        .facility
        .is_some_and(|facility| !Block::of(Some(facility.value), "").items("activites").is_empty());
    if !has_activities {
        draft.natures(content.list("formeExerciceActivitePrincipale"));
    }
    if choice.is_open {
        draft.several_facilities(&choice.company.facilities);
    }
    end_of_company(draft, content, person, updated_on);
    draft.diffusion(formality.field("diffusionINSEE"));
    let description = identity.block("description", "identite.description.");
    if description.flag("ess") == Some(true)
        && let Some(written) = description.field("ess")
    {
        // Companies declare it themselves, so that a no is no news.
        draft.quality("ess", true, &written);
    }
}

fn read_facility(
    draft: &mut Draft<'_>,
    chosen: Facility<'_>,
    company: Block<'_>,
    choice: &Choice<'_>,
    updated_on: Option<Date>,
) {
    let paths = if chosen.is_seat { &PRINCIPAL } else { &OTHER };
    let facility = Block::of(Some(chosen.value), "").dated(updated_on);
    let description = facility.block("descriptionEtablissement", paths.description);
    draft.siret(description.field("siret"));
    let address = facility.block("adresse", paths.address);
    let country = address.field("codePays").filter(|country| !is_france(&country.text));
    draft.place(address.field("codeInseeCommune"), country);
    let activities: Vec<Block<'_>> = facility
        .items("activites")
        .iter()
        .map(|activity| Block::of(Some(activity), paths.activities).dated(updated_on))
        .filter(|activity| !has_ended(activity.day("dateFin"), updated_on))
        .collect();
    let principal = activities
        .iter()
        .find(|activity| activity.flag("indicateurPrincipal") == Some(true))
        .or_else(|| activities.first());
    let of_activity = principal.and_then(|activity| activity.field("codeApe"));
    let code = description.field("codeApe").or(of_activity).or_else(|| company.field("codeApe"));
    draft.activity(code, None);
    draft.craft_codes(activities.iter().filter_map(|activity| activity.field("codeAprm")).collect());
    draft.natures(activities.iter().filter_map(|activity| activity.field("formeExercice")).collect());
    match end_of_facility(facility, paths, updated_on) {
        Some(end) => draft.facility_closed(&end, &choice.company.facilities),
        None => {
            if let Some(siret) = description.field("siret") {
                draft.company.closed = Some(false);
                draft.know(CompanyField::Closed, &siret);
            }
        }
    }
}

/// Whether what ends on a day has ended when the register was last treated. An end without a day of treating
/// beside it has come.
fn has_ended(end: Option<Date>, updated_on: Option<Date>) -> bool {
    end.is_some_and(|end| updated_on.is_none_or(|updated_on| end <= updated_on))
}

/// The end of a facility, where it has come and is for good.
fn end_of_facility<'v>(facility: Block<'v>, paths: &Paths, updated_on: Option<Date>) -> Option<Written<'v>> {
    let ceased = end(facility.block("detailCessationEtablissement", paths.end), updated_on);
    let description = facility.block("descriptionEtablissement", paths.description);
    let is_closed = has_ended(description.day("dateEffetFermeture"), updated_on);
    ceased.or_else(|| description.field("dateEffetFermeture").filter(|_| is_closed))
}

fn end(detail: Block<'_>, updated_on: Option<Date>) -> Option<Written<'_>> {
    if detail.flag("indicateurCessationTemporaire") == Some(true) {
        return None;
    }
    let name = ENDS.into_iter().find(|name| has_ended(detail.day(name), updated_on))?;
    detail.field(name)
}

/// Takes the end of the company: what INSEE says of it there, else the day on which it was struck off.
fn end_of_company(draft: &mut Draft<'_>, content: Block<'_>, person: Block<'_>, updated_on: Option<Date>) {
    let nature = content.block("natureCessationEntreprise", "formality.content.natureCessationEntreprise.");
    match nature.field("etatAdministratifInsee") {
        Some(state) => draft.company_state(Some(state)),
        None => {
            if let Some(end) =
                end(person.block("detailCessationEntreprise", "detailCessationEntreprise."), updated_on)
            {
                draft.company_ceased(&end);
            }
        }
    }
}

fn person_name(draft: &mut Draft<'_>, identity: Block<'_>) {
    let person = identity
        .block("entrepreneur", "identite.entrepreneur.")
        .block("descriptionPersonne", "identite.entrepreneur.descriptionPersonne.");
    let forename = person.list("prenoms").into_iter().next();
    draft.person(forename, person.field("nomUsage").or_else(|| person.field("nom")));
}

/// Whether a country is France, by the codes that the RNE has used.
fn is_france(code: &str) -> bool {
    matches!(code, "FRA" | "FR" | "fra" | "99100")
}

#[cfg(all(test, feature = "cog"))]
mod tests {
    use serde_json::{Value, json};

    use crate::Company;
    use crate::company::FindingCode;

    fn answer(kind: &str, person: &Value) -> String {
        let content =
            json!({"natureCreation": {"microEntreprise": true, "formeJuridique": "1000"}, kind: person});
        json!({"updatedAt": "2026-02-18T08:37:04+01:00",
            "formality": {"siren": "821611431", "content": content, "diffusionINSEE": "N"}})
        .to_string()
    }

    #[test]
    fn a_person_has_a_name_and_other_facilities() {
        let person = json!({
            "identite": {"entrepreneur": {"descriptionPersonne": {"nom": "EXEMPLE", "prenoms": ["CAMILLE", "LOU"]}}},
            "etablissementPrincipal": {"descriptionEtablissement": {"siret": "82161143100015"},
                "detailCessationEtablissement": {"dateCessationTotaleActivite": "2019-02-22"}},
            "autresEtablissements": [{"descriptionEtablissement": {"siret": "82161143100023"},
                "adresse": {"codeInseeCommune": "59350", "codePays": "FRA"},
                "activites": [
                    {"formeExercice": "ARTISANALE", "codeAprm": "1071CZ", "codeApe": "1071C", "dateFin": "2026-12-31"},
                    {"formeExercice": "COMMERCIALE", "dateFin": "2019-01-01"}]}],
        });
        let text = answer("personnePhysique", &person);
        let principal = Company::from_json(&text).unwrap();
        assert_eq!((principal.name.as_deref(), principal.closed), (Some("CAMILLE EXEMPLE"), Some(true)));
        let closed = principal.findings.iter().find(|one| one.code == FindingCode::ClosedFacility).unwrap();
        assert_eq!(closed.open.iter().map(ToString::to_string).collect::<Vec<_>>(), ["82161143100023"]);

        let other = Company::from_json_for(&text, "82161143100023".parse().unwrap()).unwrap();
        assert_eq!(
            (other.closed, other.micro_entrepreneur, other.not_diffusible),
            (Some(false), Some(true), Some(true))
        );
        assert_eq!(other.naf.unwrap().to_string(), "10.71C");
        // What ends next year has not ended yet.
        assert_eq!(other.activities.iter().map(ToString::to_string).collect::<Vec<_>>(), ["ARTISANALE"]);
    }

    #[test]
    fn a_company_that_was_struck_off_has_ceased() {
        let person = json!({"detailCessationEntreprise": {"dateRadiation": "2020-01-01"}});
        let company = Company::from_json(&answer("personneMorale", &person)).unwrap();
        let codes: Vec<&str> = company.findings.iter().map(|one| one.code.as_str()).collect();
        assert_eq!(codes, ["no_facility", "ceased_company", "not_diffusible"]);
        let asleep = json!({"detailCessationEntreprise":
            {"dateCessationTotaleActivite": "2020-01-01", "indicateurCessationTemporaire": true}});
        let company = Company::from_json(&answer("personneMorale", &asleep)).unwrap();
        assert_eq!(company.closed, None);
    }
}

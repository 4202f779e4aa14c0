//! The verdicts in French, for advisers.

use super::Owner;
use super::verdict::{Case, Rejection};
use crate::directory::Criterion;
use crate::engine::conditions::Condition;
use crate::engine::facts::NafFact;
use crate::geography::{Geography, Zone, ZoneKind};
use crate::router::ZoneOwner;
use crate::taxonomy::{Question, Subject};

pub(super) fn subject(subject: &Subject) -> String {
    if subject.archived {
        format!("Le sujet « {} » est archivé : il n’est plus proposé.", subject.label)
    } else {
        format!("Compétent sur le sujet « {} ».", subject.label)
    }
}

pub(super) fn active(inactive: Option<Owner>) -> String {
    match inactive {
        None => "En activité.",
        Some(Owner::Institution) => "L’institution est désactivée.",
        Some(Owner::Antenne) => "L’antenne est désactivée.",
        Some(_) => "L’expert est désactivé.",
    }
    .to_owned()
}

pub(super) fn theme_elsewhere(case: &Case<'_, '_>) -> String {
    let directory = case.router.directory();
    let theme_id = &case.subject.theme;
    let theme = directory.themes().iter().find(|theme| theme.id == *theme_id);
    format!(
        "Le thème « {} » n’est pas proposé dans cette commune ({}).",
        theme.map_or(theme_id.as_str(), |theme| theme.label.as_str()),
        commune(case)
    )
}

pub(super) fn territory(case: &Case<'_, '_>, covering: Option<Zone>, owner: ZoneOwner) -> String {
    let whose = match owner {
        ZoneOwner::Competence => "zone propre à cette compétence",
        ZoneOwner::Expert => "zone propre à l’expert",
        ZoneOwner::Antenne => "zone de l’antenne",
    };
    match covering {
        Some(Zone::FRANCE) => format!("Couvre {} : toute la France ({whose}).", commune(case)),
        Some(zone) => format!(
            "Couvre {} par {} ({whose}).",
            commune(case),
            named(case.router.directory().geography(), zone)
        ),
        None => {
            let whose = match owner {
                ZoneOwner::Competence => "les zones propres à cette compétence ne la couvrent pas",
                ZoneOwner::Expert => {
                    "les zones propres à l’expert, qui remplacent celles de l’antenne, ne la couvrent pas"
                }
                ZoneOwner::Antenne if case.antenne.zones.is_empty() => "l’antenne n’a pas de territoire",
                ZoneOwner::Antenne => "le territoire de l’antenne ne la couvre pas",
            };
            format!("Ne couvre pas {} : {whose}.", commune(case))
        }
    }
}

pub(super) fn activities(case: &Case<'_, '_>, holds: bool) -> String {
    let listed = &case.institution.activities;
    if listed.is_empty() {
        return "Toutes les natures d’activité.".to_owned();
    }
    let listed: Vec<&str> = listed.iter().map(|activity| activity.as_str()).collect();
    let listed = listed.join(", ");
    match (holds, case.facts.activities.is_some()) {
        (true, true) => format!("La nature d’activité est de celles de l’institution ({listed})."),
        (true, false) => {
            format!("La nature d’activité n’est pas connue ; celles de l’institution : {listed}.")
        }
        (false, _) => format!("La nature d’activité n’est pas de celles de l’institution ({listed})."),
    }
}

pub(super) fn opco(case: &Case<'_, '_>, holds: bool) -> String {
    if !case.institution.is_opco() {
        return "N’est pas un OPCO.".to_owned();
    }
    match (holds, case.facts.opco) {
        (true, _) => "C’est l’OPCO de l’établissement.".to_owned(),
        (false, None) => "L’OPCO de l’établissement n’est pas connu.".to_owned(),
        (false, Some(number)) => {
            let own = case.router.directory().institutions().get(number as usize);
            format!("L’OPCO de l’établissement est {}.", own.map_or("un autre", |own| own.name.as_str()))
        }
    }
}

pub(super) fn criteria_hold(any: bool) -> String {
    if any { "Les filtres acceptent l’entreprise." } else { "Aucun filtre sur ce sujet." }.to_owned()
}

pub(super) fn criterion(case: &Case<'_, '_>, rejection: &Rejection<'_>) -> String {
    let owner = match rejection.owner {
        Owner::Institution => "de l’institution",
        Owner::Antenne => "de l’antenne",
        _ => "de l’expert",
    };
    let wanted = wanted(case, rejection.criterion, rejection.condition);
    let fact = fact(case, rejection.condition, rejection.undetermined);
    format!("Filtre {owner} : {wanted} ; {fact}.")
}

pub(super) fn answers(any: bool, contradicted: Option<&Question>) -> String {
    match contradicted {
        Some(question) => format!("L’institution attend une autre réponse à « {} »", question.label) + ".",
        None if any => "Les réponses conviennent à l’institution.".to_owned(),
        None => "Aucune réponse n’est attendue sur ce sujet.".to_owned(),
    }
}

/// What a condition asks for.
fn wanted(case: &Case<'_, '_>, criterion: &Criterion, condition: Condition) -> String {
    let number = |number: Option<u32>| number.unwrap_or_default();
    match condition {
        Condition::MinYears => format!("au moins {} d’existence", years(number(criterion.min_years))),
        Condition::BelowYears => format!("moins de {} d’existence", years(number(criterion.below_years))),
        Condition::MinHeadcount => format!("au moins {}", employees(number(criterion.min_headcount))),
        Condition::BelowHeadcount => format!("moins de {}", employees(number(criterion.below_headcount))),
        Condition::AcceptedNaf => format!("activités acceptées : {}", listed(&criterion.accepted_naf)),
        Condition::ExcludedNaf => format!("activités exclues : {}", listed(&criterion.excluded_naf)),
        Condition::AcceptedLegalForms => {
            format!("formes juridiques acceptées : {}", listed(&criterion.accepted_legal_forms))
        }
        Condition::ExcludedLegalForms => {
            format!("formes juridiques exclues : {}", listed(&criterion.excluded_legal_forms))
        }
        Condition::ExcludedZones => {
            let geography = case.router.directory().geography();
            let zones: Vec<String> =
                criterion.excluded_zones.iter().take(MOST).map(|zone| named(geography, *zone)).collect();
            format!("territoires exclus : {}{}", zones.join(", "), and_more(criterion.excluded_zones.len()))
        }
        Condition::Origins => format!("provenances acceptées : {}", listed(&criterion.origins)),
    }
}

/// What the need says to a condition.
fn fact(case: &Case<'_, '_>, condition: Condition, undetermined: bool) -> String {
    let facts = case.facts;
    match condition {
        Condition::MinYears | Condition::BelowYears => match facts.age {
            Some(age) => format!("l’entreprise a {}", years(age)),
            None => "la date de création n’est pas connue".to_owned(),
        },
        Condition::MinHeadcount | Condition::BelowHeadcount => match facts
            .headcount
            .map(|count| (count.lower(), count.upper()))
        {
            None => "l’effectif n’est pas connu".to_owned(),
            Some((lower, Some(upper))) if lower == upper => format!("l’établissement a {}", employees(lower)),
            Some((lower, upper)) => {
                let band = upper.map_or(format!("{lower} salariés et plus"), |upper| {
                    format!("{lower} à {upper} salariés")
                });
                if undetermined {
                    format!("la tranche connue, {band}, est à cheval sur ce seuil : il faut l’effectif exact")
                } else {
                    format!("l’établissement a {band}")
                }
            }
        },
        Condition::AcceptedNaf | Condition::ExcludedNaf => match (facts.rev2, facts.naf_2025) {
            (NafFact::Known(code), _) if !undetermined => format!("l’activité est {code}"),
            (_, NafFact::Known(code)) if !undetermined => format!("l’activité est {code} (NAF 2025)"),
            (NafFact::Unknown, NafFact::Unknown) => "le code d’activité n’est pas connu".to_owned(),
            _ => "le code d’activité n’est pas connu avec certitude dans cette nomenclature".to_owned(),
        },
        Condition::AcceptedLegalForms | Condition::ExcludedLegalForms => match facts.legal_form {
            Some(form) => format!("la forme juridique est {form}"),
            None => "la forme juridique n’est pas connue".to_owned(),
        },
        Condition::ExcludedZones => format!("l’établissement est à {}", commune(case)),
        Condition::Origins => match facts.origin {
            Some(origin) => format!("le besoin vient de « {origin} »"),
            None => "la provenance n’est pas connue".to_owned(),
        },
    }
}

/// How much of a long list is read out.
const MOST: usize = 8;

fn listed<T: std::fmt::Display>(items: &[T]) -> String {
    let shown: Vec<String> = items.iter().take(MOST).map(ToString::to_string).collect();
    format!("{}{}", shown.join(", "), and_more(items.len()))
}

fn and_more(count: usize) -> String {
    count
        .checked_sub(MOST)
        .filter(|more| *more > 0)
        .map(|more| format!(" et {more} de plus"))
        .unwrap_or_default()
}

fn years(number: u32) -> String {
    if number < 2 { format!("{number} an") } else { format!("{number} ans") }
}

fn employees(number: u32) -> String {
    if number < 2 { format!("{number} salarié") } else { format!("{number} salariés") }
}

fn commune(case: &Case<'_, '_>) -> String {
    let commune = case.router.directory().geography().commune_at(case.facts.place);
    format!("{} ({})", commune.name(), commune.code())
}

/// A zone as people name it: `Somme (département 80)`.
fn named(geography: &Geography, zone: Zone) -> String {
    let kind = match zone.kind() {
        ZoneKind::Commune => "commune",
        ZoneKind::Ept => "EPT",
        ZoneKind::Epci => "EPCI",
        ZoneKind::Departement => "département",
        ZoneKind::Region => "région",
        ZoneKind::France => return "toute la France".to_owned(),
    };
    format!("{} ({kind} {})", geography.zone_name(zone).unwrap_or_default(), zone.code())
}

//! The verdicts as sentences, for advisers.

use super::Owner;
use super::case::Case;
use super::inactive::Inactive;
use crate::codes::Truth;
use crate::engine::need_opco::OpcoFact;
use crate::geography::Zone;
use crate::language::Language;
use crate::router::ZoneOwner;
use crate::taxonomy::{Choice, Question};

pub(super) fn subject(case: &Case<'_, '_>) -> String {
    let label = &case.subject.label;
    match (case.language, case.subject.archived) {
        (Language::French, true) => format!("Le sujet « {label} » est archivé : il n’est plus proposé."),
        (Language::French, false) => format!("Compétent sur le sujet « {label} »."),
        (Language::English, true) => format!("The subject “{label}” is archived: it is no longer offered."),
        (Language::English, false) => format!("Handles the subject “{label}”."),
    }
}

pub(super) fn active(case: &Case<'_, '_>, inactive: Option<Inactive>) -> String {
    let language = case.language;
    let who = |owner: Owner| beginning(owner, language);
    match inactive {
        None => language.choose("En activité.", "Active.").to_owned(),
        Some(Inactive::SwitchedOff(owner)) => {
            let (french, english) = match owner {
                Owner::Institution => ("L’institution est désactivée.", "The institution is not active."),
                Owner::Antenne => ("L’antenne est désactivée.", "The antenne is not active."),
                _ => ("L’expert est désactivé.", "The expert is not active."),
            };
            language.choose(french, english).to_owned()
        }
        Some(Inactive::NotYet(owner, from)) => match language {
            Language::French => format!("{} ne compte qu’à partir du {}.", who(owner), language.day(from)),
            Language::English => format!("{} counts from {} on only.", who(owner), language.day(from)),
        },
        Some(Inactive::NoLonger(owner, until)) => match language {
            Language::French => format!("{} ne compte que jusqu’au {}.", who(owner), language.day(until)),
            Language::English => format!("{} counts up to {} only.", who(owner), language.day(until)),
        },
    }
}

pub(super) fn theme_elsewhere(case: &Case<'_, '_>) -> String {
    let directory = case.router.directory();
    let theme_id = &case.subject.theme;
    let theme = directory.themes().iter().find(|theme| theme.id == *theme_id);
    let label = theme.map_or(theme_id.as_str(), |theme| theme.label.as_str());
    let commune = commune(case);
    match case.language {
        Language::French => format!("Le thème « {label} » n’est pas proposé dans cette commune ({commune})."),
        Language::English => format!("The theme “{label}” is not offered in this commune ({commune})."),
    }
}

pub(super) fn territory(case: &Case<'_, '_>, covering: Option<Zone>, owner: ZoneOwner) -> String {
    match covering {
        Some(zone) => covers(case, zone, owner),
        None => does_not_cover(case, owner),
    }
}

fn covers(case: &Case<'_, '_>, zone: Zone, owner: ZoneOwner) -> String {
    let (french, english) = match owner {
        ZoneOwner::Competence => ("zone propre à cette compétence", "a zone of this competence"),
        ZoneOwner::Expert => ("zone propre à l’expert", "a zone of the expert"),
        ZoneOwner::Antenne => ("zone de l’antenne", "a zone of the antenne"),
    };
    let (whose, commune) = (case.language.choose(french, english), commune(case));
    match (case.language, zone == Zone::FRANCE) {
        (Language::French, true) => format!("Couvre {commune} : toute la France ({whose})."),
        (Language::French, false) => format!("Couvre {commune} par {} ({whose}).", named(case, zone)),
        (Language::English, true) => format!("Covers {commune}: the whole of France ({whose})."),
        (Language::English, false) => format!("Covers {commune} through {} ({whose}).", named(case, zone)),
    }
}

fn does_not_cover(case: &Case<'_, '_>, owner: ZoneOwner) -> String {
    let (french, english) = match owner {
        ZoneOwner::Competence => (
            "les zones propres à cette compétence ne la couvrent pas",
            "the zones of this competence do not cover it",
        ),
        ZoneOwner::Expert => (
            "les zones propres à l’expert, qui remplacent celles de l’antenne, ne la couvrent pas",
            "the zones of the expert, which replace those of the antenne, do not cover it",
        ),
        ZoneOwner::Antenne if case.antenne.zones.is_empty() => {
            ("l’antenne n’a pas de territoire", "the antenne has no territory")
        }
        ZoneOwner::Antenne => {
            ("le territoire de l’antenne ne la couvre pas", "the territory of the antenne does not cover it")
        }
    };
    let (why, commune) = (case.language.choose(french, english), commune(case));
    match case.language {
        Language::French => format!("Ne couvre pas {commune} : {why}."),
        Language::English => format!("Does not cover {commune}: {why}."),
    }
}

pub(super) fn activities(case: &Case<'_, '_>, holds: bool) -> String {
    let listed = &case.institution.activities;
    if listed.is_empty() {
        return case.language.choose("Toutes les natures d’activité.", "All natures of activity.").to_owned();
    }
    let listed: Vec<&str> = listed.iter().map(|activity| activity.as_str()).collect();
    let listed = listed.join(", ");
    match (case.language, holds, case.facts.activities.is_some()) {
        (Language::French, true, true) => {
            format!("La nature d’activité est de celles de l’institution ({listed}).")
        }
        (Language::French, true, false) => {
            format!("La nature d’activité n’est pas connue ; celles de l’institution : {listed}.")
        }
        (Language::French, false, _) => {
            format!("La nature d’activité n’est pas de celles de l’institution ({listed}).")
        }
        (Language::English, true, true) => {
            format!("The nature of activity is one of the institution’s ({listed}).")
        }
        (Language::English, true, false) => {
            format!("The nature of activity is not known; those of the institution: {listed}.")
        }
        (Language::English, false, _) => {
            format!("The nature of activity is none of the institution’s ({listed}).")
        }
    }
}

pub(super) fn opco(case: &Case<'_, '_>, is_it: Truth) -> String {
    let language = case.language;
    if !case.institution.is_opco() {
        return language.choose("N’est pas un OPCO.", "Is no OPCO.").to_owned();
    }
    let named = match (is_it, &case.facts.opco) {
        (Truth::Yes, _) => {
            return language.choose("C’est l’OPCO de l’établissement.", "Is the facility’s OPCO.").to_owned();
        }
        (_, OpcoFact::Unknown) => {
            return language
                .choose("L’OPCO de l’établissement n’est pas connu.", "The facility’s OPCO is not known.")
                .to_owned();
        }
        (Truth::Unknown, _) => {
            return language
                .choose(
                    "C’est l’un des OPCO auxquels mènent les conventions collectives : lequel est à vérifier.",
                    "Is one of the OPCO that the collective agreements lead to: which one has to be verified.",
                )
                .to_owned();
        }
        (Truth::No, OpcoFact::OneOf(_)) => {
            return language
                .choose(
                    "Les conventions collectives mènent à d’autres OPCO.",
                    "The collective agreements lead to other OPCO.",
                )
                .to_owned();
        }
        (Truth::No, OpcoFact::Known(number)) => {
            number.and_then(|number| case.router.directory().institutions().get(number as usize))
        }
    };
    let name =
        named.map_or(language.choose("un autre", "another one"), |institution| institution.name.as_str());
    match language {
        Language::French => format!("L’OPCO de l’établissement est {name}."),
        Language::English => format!("The facility’s OPCO is {name}."),
    }
}

pub(super) fn criteria_hold(case: &Case<'_, '_>, has_criteria: bool) -> String {
    let (french, english) = match has_criteria {
        true => ("Les filtres acceptent l’entreprise.", "The criteria accept the company."),
        false => ("Aucun filtre sur ce sujet.", "No criterion on this subject."),
    };
    case.language.choose(french, english).to_owned()
}

/// `contradicted` is the question that was answered otherwise, with the choices that would do.
pub(super) fn answers(
    case: &Case<'_, '_>,
    asking: Option<Owner>,
    contradicted: Option<(&Question, Vec<&Choice>)>,
) -> String {
    let language = case.language;
    let Some(owner) = asking else {
        return language
            .choose("Aucune réponse n’est attendue sur ce sujet.", "No answer is expected on this subject.")
            .to_owned();
    };
    let Some((question, accepted)) = contradicted else {
        let (french, english) = match owner {
            Owner::Institution => ("l’institution", "the institution"),
            Owner::Antenne => ("l’antenne", "the antenne"),
            _ => ("l’expert", "the expert"),
        };
        return match language {
            Language::French => format!("Les réponses conviennent à {french}."),
            Language::English => format!("The answers suit {english}."),
        };
    };
    let (who, label) = (beginning(owner, language), &question.label);
    let choices = accepted.iter().map(|choice| quoted(&choice.label, language)).collect::<Vec<_>>();
    match (language, choices.is_empty()) {
        (Language::French, true) => format!("{who} attend une autre réponse à « {label} »."),
        (Language::English, true) => format!("{who} expects another answer to “{label}”."),
        (Language::French, false) => {
            format!("{who} attend une autre réponse à « {label} » : {}.", choices.join(" ou "))
        }
        (Language::English, false) => {
            format!("{who} expects another answer to “{label}”: {}.", choices.join(" or "))
        }
    }
}

/// A label between quotes.
fn quoted(label: &str, language: Language) -> String {
    match language {
        Language::French => format!("« {label} »"),
        Language::English => format!("“{label}”"),
    }
}

/// An owner as a sentence begins with it.
fn beginning(owner: Owner, language: Language) -> &'static str {
    match owner {
        Owner::Institution => language.choose("L’institution", "The institution"),
        Owner::Antenne => language.choose("L’antenne", "The antenne"),
        Owner::Competence => language.choose("La compétence", "The competence"),
        _ => language.choose("L’expert", "The expert"),
    }
}

pub(super) fn commune(case: &Case<'_, '_>) -> String {
    let commune = case.router.directory().geography().commune_at(case.facts.place.id);
    format!("{} ({})", commune.name(), commune.code())
}

/// A zone as people name it: `Somme (département 80)`.
pub(super) fn named(case: &Case<'_, '_>, zone: Zone) -> String {
    let kind = zone.kind().label_in(case.language);
    if zone == Zone::FRANCE {
        return kind.to_owned();
    }
    let geography = case.router.directory().geography();
    // A directory holds no zone that its geography does not name.
    match geography.zone_name(zone) {
        Some(name) => format!("{name} ({kind} {})", zone.code()),
        None => format!("{kind} {}", zone.code()),
    }
}

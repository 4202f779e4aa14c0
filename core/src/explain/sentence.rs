//! The verdicts as sentences, for advisers.

use std::fmt::Display;

use super::Owner;
use super::activity;
use super::case::Case;
use super::rejection::Rejection;
use crate::codes::Truth;
use crate::engine::axis::Axis;
use crate::engine::conditions::{Comparison, ConditionValue};
use crate::engine::facts::NafFact;
use crate::engine::need_opco::OpcoFact;
use crate::geography::Zone;
use crate::language::Language;
use crate::router::ZoneOwner;
use crate::taxonomy::Question;

pub(super) fn subject(case: &Case<'_, '_>) -> String {
    let label = &case.subject.label;
    match (case.language, case.subject.archived) {
        (Language::French, true) => format!("Le sujet « {label} » est archivé : il n’est plus proposé."),
        (Language::French, false) => format!("Compétent sur le sujet « {label} »."),
        (Language::English, true) => format!("The subject “{label}” is archived: it is no longer offered."),
        (Language::English, false) => format!("Handles the subject “{label}”."),
    }
}

pub(super) fn active(case: &Case<'_, '_>, inactive: Option<Owner>) -> String {
    let (french, english) = match inactive {
        None => ("En activité.", "Active."),
        Some(Owner::Institution) => ("L’institution est désactivée.", "The institution is not active."),
        Some(Owner::Antenne) => ("L’antenne est désactivée.", "The antenne is not active."),
        Some(_) => ("L’expert est désactivé.", "The expert is not active."),
    };
    case.language.choose(french, english).to_owned()
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

pub(super) fn criterion(case: &Case<'_, '_>, rejection: &Rejection<'_>) -> String {
    let (french, english) = match rejection.owner {
        Owner::Institution => ("de l’institution", "the institution"),
        Owner::Antenne => ("de l’antenne", "the antenne"),
        _ => ("de l’expert", "the expert"),
    };
    let value = rejection.condition.value(rejection.criterion);
    let comparison = rejection.condition.comparison();
    let wanted = filled(rejection.condition.wording(case.language), &told(case, value, comparison));
    let fact = fact(case, value, comparison, rejection.undetermined);
    match case.language {
        Language::French => format!("Filtre {french} : {wanted} ; {fact}."),
        Language::English => format!("Criterion of {english}: {wanted}; {fact}."),
    }
}

pub(super) fn answers(case: &Case<'_, '_>, has_groups: bool, contradicted: Option<&Question>) -> String {
    match (case.language, contradicted) {
        (Language::French, Some(question)) => {
            format!("L’institution attend une autre réponse à « {} ».", question.label)
        }
        (Language::English, Some(question)) => {
            format!("The institution expects another answer to “{}”.", question.label)
        }
        (language, None) => {
            let (french, english) = match has_groups {
                true => ("Les réponses conviennent à l’institution.", "The answers suit the institution."),
                false => {
                    ("Aucune réponse n’est attendue sur ce sujet.", "No answer is expected on this subject.")
                }
            };
            language.choose(french, english).to_owned()
        }
    }
}

/// A wording with what its `{}` stands for.
fn filled(wording: &str, value: &str) -> String {
    wording.replacen("{}", value, 1)
}

/// What a criterion names for a condition.
fn told(case: &Case<'_, '_>, value: ConditionValue<'_>, comparison: Comparison) -> String {
    let language = case.language;
    match (value, comparison) {
        (ConditionValue::Unset, _) => String::new(),
        (ConditionValue::Number(number), Comparison::AtLeast(axis) | Comparison::Below(axis)) => {
            axis.wording().amount(number, language)
        }
        (ConditionValue::Number(number), _) => number.to_string(),
        (ConditionValue::Activities(entries), _) => match entries.len() {
            ..=activity::MOST_LABELLED => activity::entries(entries),
            _ => listed(entries, language),
        },
        (ConditionValue::LegalForms(entries), _) => listed(entries, language),
        (ConditionValue::Origins(entries), _) => listed(entries, language),
        (ConditionValue::Zones(zones), _) => {
            let shown: Vec<String> = zones.iter().take(MOST).map(|zone| named(case, *zone)).collect();
            format!("{}{}", shown.join(", "), and_more(zones.len(), language))
        }
    }
}

/// What the need says to a condition.
fn fact(
    case: &Case<'_, '_>,
    value: ConditionValue<'_>,
    comparison: Comparison,
    undetermined: bool,
) -> String {
    if let Comparison::AtLeast(axis) | Comparison::Below(axis) = comparison {
        return number_fact(case, axis, undetermined);
    }
    let language = case.language;
    match value {
        ConditionValue::Unset | ConditionValue::Number(_) => String::new(),
        ConditionValue::Activities(_) => activity_fact(case, undetermined),
        ConditionValue::LegalForms(_) => match (case.facts.legal_form, language) {
            (Some(form), Language::French) => format!("la forme juridique est {form}"),
            (Some(form), Language::English) => format!("the legal form is {form}"),
            (None, language) => language
                .choose("la forme juridique n’est pas connue", "the legal form is not known")
                .to_owned(),
        },
        ConditionValue::Zones(_) => match language {
            Language::French => format!("l’établissement est à {}", commune(case)),
            Language::English => format!("the facility is in {}", commune(case)),
        },
        ConditionValue::Origins(_) => match (case.facts.origin, language) {
            (Some(origin), Language::French) => format!("le besoin vient de « {origin} »"),
            (Some(origin), Language::English) => format!("the need comes from “{origin}”"),
            (None, language) => {
                language.choose("la provenance n’est pas connue", "the origin is not known").to_owned()
            }
        },
    }
}

fn number_fact(case: &Case<'_, '_>, axis: Axis, undetermined: bool) -> String {
    let (language, wording) = (case.language, axis.wording());
    let Some(interval) = axis.interval(case.facts) else { return wording.unknown(language).to_owned() };
    if interval.is_presumed && undetermined {
        return language
            .choose(
                "aucun salarié n’est déclaré, ou la déclaration manque : il faut l’effectif exact",
                "no employee is declared, or the declaration is missing: the exact headcount is needed",
            )
            .to_owned();
    }
    if interval.lower == interval.upper {
        return filled(wording.known(language), &wording.amount(interval.lower, language));
    }
    let (lower, upper, plural) = (interval.lower, interval.upper, wording.plural(language));
    let band = match (language, upper == u32::MAX) {
        (Language::French, true) => format!("{lower} {plural} et plus"),
        (Language::French, false) => format!("{lower} à {upper} {plural}"),
        (Language::English, true) => format!("{lower} {plural} and more"),
        (Language::English, false) => format!("{lower} to {upper} {plural}"),
    };
    match (language, undetermined) {
        (_, false) => filled(wording.known(language), &band),
        (Language::French, true) => {
            format!("la tranche connue, {band}, est à cheval sur ce seuil : il faut l’effectif exact")
        }
        (Language::English, true) => {
            format!(
                "the band that is known, {band}, lies on both sides of the bound: the exact headcount is needed"
            )
        }
    }
}

fn activity_fact(case: &Case<'_, '_>, undetermined: bool) -> String {
    let language = case.language;
    match (case.facts.rev2, case.facts.naf_2025) {
        (NafFact::Known(code), _) | (_, NafFact::Known(code)) if !undetermined => {
            let code = activity::code(code, language);
            match language {
                Language::French => format!("l’activité est {code}"),
                Language::English => format!("the activity is {code}"),
            }
        }
        (NafFact::Unknown, NafFact::Unknown) => language
            .choose("le code d’activité n’est pas connu", "the code of activity is not known")
            .to_owned(),
        _ => language
            .choose(
                "le code d’activité n’est pas connu avec certitude dans cette nomenclature",
                "the code of activity is not known for certain in this nomenclature",
            )
            .to_owned(),
    }
}

/// How much of a long list is read out.
const MOST: usize = 8;

fn listed<T: Display>(items: &[T], language: Language) -> String {
    let shown: Vec<String> = items.iter().take(MOST).map(ToString::to_string).collect();
    format!("{}{}", shown.join(", "), and_more(items.len(), language))
}

fn and_more(count: usize, language: Language) -> String {
    let more = count.saturating_sub(MOST);
    match language {
        _ if more == 0 => String::new(),
        Language::French => format!(" et {more} de plus"),
        Language::English => format!(" and {more} more"),
    }
}

fn commune(case: &Case<'_, '_>) -> String {
    let commune = case.router.directory().geography().commune_at(case.facts.place.id);
    format!("{} ({})", commune.name(), commune.code())
}

/// A zone as people name it: `Somme (département 80)`.
fn named(case: &Case<'_, '_>, zone: Zone) -> String {
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

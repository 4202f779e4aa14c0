//! A condition that rejects, as a sentence: what it asks for, and what the need says to it.

use std::collections::BTreeMap;
use std::fmt::Display;

use super::Owner;
use super::activity;
use super::case::Case;
use super::rejection::Rejection;
use super::sentence::{commune, named};
use crate::engine::axis::Axis;
use crate::engine::conditions::{Comparison, ConditionValue};
use crate::engine::facts::NafFact;
use crate::language::Language;

pub(super) fn criterion(case: &Case<'_, '_>, rejection: &Rejection<'_>) -> String {
    let (french, english) = match rejection.owner {
        Owner::Institution => ("de l’institution", "the institution"),
        Owner::Antenne => ("de l’antenne", "the antenne"),
        _ => ("de l’expert", "the expert"),
    };
    let value = rejection.condition.value(&rejection.asked);
    let comparison = rejection.condition.comparison();
    let wanted = filled(rejection.condition.wording(case.language), &told(case, value, comparison));
    let fact = fact(case, value, comparison, rejection.undetermined);
    match (case.language, rejection.criterion.any_of.len()) {
        (Language::French, count) if rejection.alternative.is_some() && count > 1 => {
            format!(
                "Filtre {french} : aucune des {count} possibilités ne convient ; la plus proche : {wanted} ; {fact}."
            )
        }
        (Language::English, count) if rejection.alternative.is_some() && count > 1 => {
            format!(
                "Criterion of {english}: none of {count} alternatives holds; the nearest: {wanted}; {fact}."
            )
        }
        (Language::French, _) => format!("Filtre {french} : {wanted} ; {fact}."),
        (Language::English, _) => format!("Criterion of {english}: {wanted}; {fact}."),
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
        (ConditionValue::Natures(natures), _) => {
            let labels: Vec<&str> = natures.iter().map(|nature| nature.label_in(language)).collect();
            listed(&labels, language)
        }
        (ConditionValue::Crafts(entries), _) => listed(entries, language),
        (ConditionValue::Agreements(agreements), _) => listed(agreements, language),
        (ConditionValue::Flag(flag), _) => yes_or_no(flag, language).to_owned(),
        (ConditionValue::Qualities(qualities), _) => listed_qualities(qualities, language),
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
        ConditionValue::Natures(_)
        | ConditionValue::Crafts(_)
        | ConditionValue::Agreements(_)
        | ConditionValue::Flag(_)
        | ConditionValue::Qualities(_) => given_fact(case, value),
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

/// What the need gives, of what is compared as it is given.
fn given_fact(case: &Case<'_, '_>, value: ConditionValue<'_>) -> String {
    let (need, language) = (case.facts.need, case.language);
    let (unknown, known, given) = match value {
        ConditionValue::Crafts(_) => (
            ["les métiers artisanaux ne sont pas connus", "the crafts are not known"],
            ["les métiers artisanaux sont", "the crafts are"],
            listed(&need.nafa_codes, language),
        ),
        ConditionValue::Agreements(_) => (
            ["la convention collective n’est pas connue", "the collective agreement is not known"],
            ["la convention collective est", "the collective agreement is"],
            listed(&need.idcc.iter().filter(|idcc| idcc.is_agreement()).collect::<Vec<_>>(), language),
        ),
        ConditionValue::Flag(_) => (
            [
                "le régime de micro-entrepreneur n’est pas connu",
                "the scheme of micro-entrepreneurs is not known",
            ],
            ["micro-entrepreneur :", "micro-entrepreneur:"],
            need.micro_entrepreneur.map_or_else(String::new, |flag| yes_or_no(flag, language).to_owned()),
        ),
        ConditionValue::Qualities(asked) => {
            let asked = |name: &String| asked.contains_key(name);
            let known = need.qualities.iter().filter(|(name, _)| asked(name));
            (
                ["ces qualités ne sont pas toutes connues", "not all of these qualities are known"],
                ["ce qui est connu :", "what is known:"],
                listed_qualities(&known.map(|(name, has)| (name.clone(), *has)).collect(), language),
            )
        }
        _ => {
            let labels: Vec<&str> = need.activities.iter().map(|nature| nature.label_in(language)).collect();
            (
                ["la nature d’activité n’est pas connue", "the nature of activity is not known"],
                ["la nature d’activité est", "the nature of activity is"],
                listed(&labels, language),
            )
        }
    };
    match given.is_empty() {
        true => language.choose(unknown[0], unknown[1]).to_owned(),
        false => format!("{} {given}", language.choose(known[0], known[1])),
    }
}

fn yes_or_no(flag: bool, language: Language) -> &'static str {
    match flag {
        true => language.choose("oui", "yes"),
        false => language.choose("non", "no"),
    }
}

fn listed_qualities(qualities: &BTreeMap<String, bool>, language: Language) -> String {
    let told = |(name, has): (&String, &bool)| match (has, language) {
        (true, _) => name.clone(),
        (false, Language::French) => format!("pas {name}"),
        (false, Language::English) => format!("not {name}"),
    };
    listed(&qualities.iter().map(told).collect::<Vec<_>>(), language)
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

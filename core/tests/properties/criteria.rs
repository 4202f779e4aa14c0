//! Criteria that some company satisfies: no empty ranges, no list that excludes all it accepts.

use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::build::{Json, list, maybe, merged, object, one_of};
use super::pool::{
    ACTIVITIES, CRAFT_ENTRIES, LEGAL_FORM_ENTRIES, LISTED_AGREEMENTS, NAF_ENTRIES, ORIGINS, PERIOD_DAYS,
    QUALITIES,
};
use super::world::Frame;

pub(crate) fn criterion(frame: &Frame) -> Json {
    let alternative = conditions(frame).prop_filter("an alternative has conditions", |one| {
        one.as_object().is_some_and(|members| members.values().any(|value| !value.is_null()))
    });
    merged(vec![
        conditions(frame),
        object(vec![
            ("subjects", maybe(0.3, list(one_of(&frame.subject_ids()), 1..=2))),
            ("when_unknown", maybe(0.6, one_of(&["accept", "accept", "reject"]))),
            ("any_of", maybe(0.3, vec(alternative, 1..=3).prop_map(Value::Array).boxed())),
            ("valid", maybe(0.2, period())),
        ]),
    ])
}

/// A period with one end or both.
pub(crate) fn period() -> Json {
    let ends = (prop::sample::select(PERIOD_DAYS), prop::sample::select(PERIOD_DAYS), 0..3_u8);
    ends.prop_map(|(one, other, which)| match which {
        0 => json!({"from": one}),
        1 => json!({"until": one}),
        _ => json!({"from": one.min(other), "until": one.max(other)}),
    })
    .boxed()
}

fn conditions(frame: &Frame) -> Json {
    let naf: Vec<&str> = NAF_ENTRIES.iter().map(|(entry, _)| *entry).collect();
    let qualities = btree_map(prop::sample::select(QUALITIES), any::<bool>(), 1..=2);
    merged(vec![
        object(vec![
            ("accepted_activities", maybe(0.06, list(one_of(ACTIVITIES), 1..=2))),
            ("excluded_activities", maybe(0.06, list(one_of(ACTIVITIES), 1..=2))),
            ("accepted_nafa", maybe(0.06, list(one_of(CRAFT_ENTRIES), 1..=2))),
            ("excluded_nafa", maybe(0.06, list(one_of(CRAFT_ENTRIES), 1..=2))),
            ("accepted_idcc", maybe(0.06, list(one_of(LISTED_AGREEMENTS), 1..=2))),
            ("excluded_idcc", maybe(0.06, list(one_of(LISTED_AGREEMENTS), 1..=2))),
            ("micro_entrepreneur", maybe(0.06, one_of(&[false, true]))),
            ("qualities", maybe(0.06, qualities.prop_map(|qualities| json!(qualities)).boxed())),
        ]),
        object(vec![
            ("accepted_naf", maybe(0.25, list(one_of(&naf), 1..=4))),
            ("excluded_naf", maybe(0.15, list(one_of(&naf), 1..=2))),
            ("accepted_legal_forms", maybe(0.2, list(one_of(LEGAL_FORM_ENTRIES), 1..=3))),
            ("excluded_legal_forms", maybe(0.15, list(one_of(LEGAL_FORM_ENTRIES), 1..=2))),
            ("excluded_zones", maybe(0.15, list(one_of(&frame.zones), 1..=2))),
            ("origins", maybe(0.1, list(one_of(ORIGINS), 1..=2))),
        ]),
        range("years", &[0, 1, 2, 3, 5], &[1, 2, 3, 10]),
        range("headcount", &[0, 1, 3, 10, 11, 20, 50, 250, 10_000], &[1, 9, 10, 39, 200, 20_000]),
        range("balance_sheet", &[0, 1, 20_000], &[1, 43_000_000]),
        range("turnover", &[0, 1, 50_000, 2_000_000], &[1, 50_000, u32::MAX - 2_000_000]),
    ])
    .prop_map(satisfiable)
    .boxed()
}

fn range(of: &'static str, least: &'static [u32], width: &'static [u32]) -> Json {
    let bounds = (prop::sample::select(least), prop::sample::select(width), 0..8_u8);
    bounds
        .prop_map(move |(least, width, which)| match which {
            0 => json!({format!("min_{of}"): least}),
            1 => json!({format!("below_{of}"): least + width}),
            2 => json!({format!("min_{of}"): least, format!("below_{of}"): least + width}),
            _ => json!({}),
        })
        .boxed()
}

/// Drops what excludes everything that is accepted.
fn satisfiable(mut criterion: Value) -> Value {
    for (accepted, excluded) in ["naf", "legal_forms", "activities", "nafa", "idcc"]
        .map(|list| (format!("accepted_{list}"), format!("excluded_{list}")))
    {
        let entries = |field: &str| -> Vec<String> {
            criterion[field]
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(Value::as_str)
                .map(Into::into)
                .collect()
        };
        let (own, not) = (entries(&accepted), entries(&excluded));
        let is_lost = |entry: &String| not.iter().any(|wide| includes(wide, entry));
        if !own.is_empty()
            && own.iter().all(is_lost)
            && let Some(members) = criterion.as_object_mut()
        {
            members.remove(&excluded);
        }
    }
    criterion
}

fn includes(wide: &str, narrow: &str) -> bool {
    // What the agreement joined is what it is.
    let today = |entry: &str| if entry == "0054" { "3248".to_owned() } else { entry.to_owned() };
    let (wide, narrow) = (&*today(wide), &*today(narrow));
    let split = |entry: &str| match entry.split_once(':') {
        Some((version, bare)) => (version.to_owned(), bare.replace(['.', '-'], "")),
        None => (String::new(), entry.replace(['.', '-'], "")),
    };
    let section = NAF_ENTRIES.iter().find(|(entry, _)| *entry == narrow).map(|(_, section)| *section);
    let ((wide_version, wide), (narrow_version, narrow)) = (split(wide), split(narrow));
    wide_version == narrow_version && (narrow.starts_with(&wide) || section == Some(wide.as_str()))
}

//! Needs that meet a small world, near its thresholds; a few are wrong.

use std::collections::HashMap;

use aiguillage::{MatchOptions, ShareAmong, WhenUnavailable};
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::build::{Json, fixed, list, maybe, merged, object, one_of};
use super::pool::{
    ACTIVITIES, AGREEMENTS, BANDS, CRAFTS, LEGAL_FORMS, NAF_2025, ORIGINS, QUALITIES, REV2, WRONG_COMMUNES,
};
use super::world::{Frame, answered};

const DAYS: &[&str] = &["2026-11-23", "2026-11-22", "2027-02-28", "2027-03-01", "2028-02-29"];
const BIRTHDAYS: &[&str] =
    &["2023-11-23", "2023-11-24", "2024-02-29", "2025-11-22", "2026-11-22", "2021-02-28", "1998-01-01"];
const HEADCOUNTS: &[u32] = &[0, 1, 2, 9, 10, 11, 19, 20, 49, 50, 250, 10_000, 30_000];
const POSTAL_CODES: &[&str] = &["80000", "80001", "59160", "69005", "2000", "59999", "", "n/a"];
const TOWNS: &[&str] = &["Amiens", "LOMME", "Lyon 5", "St Denis", "Lile", "LILLE CEDEX", "Nulle-Part", " "];
const SIRETS: &[&str] = &["82161143100015", "356 000 000 00001", "35600000000048"];

pub(crate) fn need(frame: &Frame) -> Json {
    merged(vec![
        about(frame),
        place(frame),
        object(vec![
            ("id", maybe(0.7, (0..1_000_u32).prop_map(|number| format!(" n{number}").into()).boxed())),
            ("on", one_of(DAYS)),
            ("siret", maybe(0.3, one_of(SIRETS))),
            ("naf", maybe(0.6, prop_oneof![19 => one_of(REV2), 1 => one_of(&["00.00Z", " "])].boxed())),
            ("naf_2025", maybe(0.3, one_of(NAF_2025))),
            ("nafa_codes", maybe(0.3, list(one_of(CRAFTS), 1..=2))),
            ("micro_entrepreneur", maybe(0.4, one_of(&[false, true]))),
            ("balance_sheet", maybe(0.4, one_of(&[0, 1, 19_999, 20_000, 43_000_000, 5_000_000_000_u64]))),
            (
                "qualities",
                maybe(
                    0.5,
                    btree_map(prop::sample::select(QUALITIES), any::<bool>(), 1..=3)
                        .prop_map(|qualities| json!(qualities))
                        .boxed(),
                ),
            ),
            ("legal_form", maybe(0.7, one_of(LEGAL_FORMS))),
            (
                "created_on",
                maybe(0.8, prop_oneof![40 => one_of(BIRTHDAYS), 1 => one_of(&["2027-03-01"])].boxed()),
            ),
            ("activities", maybe(0.5, list(one_of(ACTIVITIES), 0..=2))),
            ("opco", maybe(0.5, opco(frame))),
            ("idcc", maybe(0.4, list(one_of(AGREEMENTS), 0..=2))),
            ("origin", maybe(0.6, prop_oneof![9 => one_of(ORIGINS), 1 => one_of(&["autre", "  "])].boxed())),
        ]),
        headcount(),
        object(vec![("turnover", maybe(0.4, one_of(&[0, 1, 49_999, 50_000, 2_000_000, 5_000_000_000_u64])))]),
    ])
}

/// The subject and the answers to its questions.
fn about(frame: &Frame) -> Json {
    let all: Vec<String> =
        (0..frame.questions.len()).flat_map(|subject| frame.question_ids(subject)).collect();
    let frame = frame.clone();
    (0..frame.questions.len(), 0..50_u8)
        .prop_flat_map(move |(subject, slip)| {
            let own = frame.question_ids(subject);
            let answers: BoxedStrategy<_> = match (own.is_empty(), slip) {
                (_, 0) if !all.is_empty() => {
                    vec(prop::sample::select(all.clone()).prop_flat_map(answered), 0..=2).boxed()
                }
                (_, 1) => vec(answered("nulle-part".to_owned()), 0..=1).boxed(),
                (true, _) => Just(Vec::new()).boxed(),
                // Now and then a choice where yes or no is asked, or the other way round.
                (false, 4) => {
                    vec((prop::sample::select(own), one_of(&[json!(true), json!("tel")])), 1..=1).boxed()
                }
                (false, _) => vec(prop::sample::select(own).prop_flat_map(answered), 0..=3).boxed(),
            };
            let answers = answers.prop_map(|answers| answers.into_iter().collect::<serde_json::Map<_, _>>());
            answers.prop_map(move |answers| match slip {
                2 => json!({"subject": "inconnu", "answers": answers}),
                3 => json!({"subject": " ", "answers": answers}),
                _ => json!({"subject": format!("s{subject}"), "answers": answers}),
            })
        })
        .boxed()
}

/// A code, or now and then what people write.
fn place(frame: &Frame) -> Json {
    prop_oneof![
        12 => object(vec![("commune", commune(frame))]),
        1 => object(vec![
            ("commune", maybe(0.2, commune(frame))),
            ("postal_code", maybe(0.8, one_of(POSTAL_CODES))),
            ("town", maybe(0.8, one_of(TOWNS))),
        ]),
    ]
    .boxed()
}

fn commune(frame: &Frame) -> Json {
    prop_oneof![
        60 => one_of(&frame.communes),
        1 => one_of(WRONG_COMMUNES),
        1 => one_of(&["80021", "69385", " 59350 "]),
        1 => one_of(&["", "2a004"]),
    ]
    .boxed()
}

/// By id or alias; a few are no OPCO or nothing.
fn opco(frame: &Frame) -> Json {
    let ids = frame.opco_ids();
    let any_one = (0..frame.opcos.len()).prop_map(|number| format!("i{number}").into()).boxed();
    if ids.is_empty() {
        return prop_oneof![12 => fixed(""), 1 => any_one].boxed();
    }
    let former: Vec<String> = ids.iter().map(|id| id.replace('i', "ANCIEN")).collect();
    prop_oneof![2 => one_of(&["akto", "opco-ep"]), 20 => one_of(&ids), 2 => one_of(&former), 1 => any_one, 1 => one_of(&["nul", " "])].boxed()
}

/// None, exact, a band, both in accord, or both as it happens.
fn headcount() -> Json {
    prop_oneof![
        2 => fixed(json!({})),
        3 => object(vec![("headcount", one_of(HEADCOUNTS))]),
        4 => object(vec![("headcount_band", one_of(BANDS))]),
        1 => fixed(json!({"headcount": 12, "headcount_band": "11"})),
        1 => (one_of(HEADCOUNTS), one_of(BANDS), 0..4_u8).prop_map(|(exact, band, which)| match which {
            0 => json!({"headcount": exact, "headcount_band": band}),
            _ => json!({"headcount": 10_000, "headcount_band": "53"}),
        }),
        2 => (any::<bool>(), one_of(&["", "NN", "00", "11"])).prop_map(|(employer, band)| {
            json!({"employer": employer, "headcount_band": band})
        }),
    ]
    .boxed()
}

pub(crate) fn options(frame: &Frame) -> impl Strategy<Value = MatchOptions> + use<> {
    let open = vec(
        (prop::sample::select(frame.expert_ids()), prop::sample::select(vec![0.0, 1.0, 2.0, 3.0, 0.5, 7.0])),
        0..=6,
    );
    let slip = prop_oneof![
        60 => Just(None),
        1 => Just(Some(("personne".to_owned(), 1.0))),
        1 => Just(Some((frame.expert_ids()[0].clone(), -1.0))),
    ];
    let ids = frame.expert_ids();
    let received =
        btree_map(prop::sample::select(ids), prop::sample::select(&[0.0, 1.0, 2.0, 5.0][..]), 0..=4)
            .prop_map(|received| received.into_iter().collect::<HashMap<_, _>>());
    let when = || option::weighted(0.25, prop::sample::select(WhenUnavailable::ALL.to_vec()));
    let load = (open, slip).prop_map(|(open, slip)| open.into_iter().chain(slip).collect::<HashMap<_, _>>());
    let share = option::weighted(0.3, prop::sample::select(ShareAmong::ALL.to_vec()));
    (
        option::weighted(0.25, 0..4_usize),
        option::weighted(0.25, 0..3_usize),
        option::weighted(0.4, load),
        share,
        option::weighted(0.3, received),
        (when(), when()),
    )
        .prop_map(|(limit, per_institution, load, share, received, (absent, full))| MatchOptions {
            limit,
            per_institution,
            load,
            share,
            received,
            absent,
            full,
        })
}

/// The needs of an arbitrary caller: any field, any value.
pub(crate) fn hostile() -> Json {
    let names = prop_oneof![
        8 => prop::sample::select(aiguillage::NeedField::ALL.to_vec()).prop_map(|field| field.as_str().to_owned()),
        1 => any::<String>(),
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        one_of(&[
            "s0",
            "80021",
            "75112",
            "2026-11-23",
            "10.71C",
            "11",
            "5710",
            "i0",
            "s0-q0",
            "82161143100015"
        ]),
    ];
    let value = leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::Array),
            btree_map(prop_oneof![any::<String>(), Just("s0-q0".to_owned())], inner, 0..4)
                .prop_map(|members| members.into_iter().collect::<serde_json::Map<_, _>>().into()),
        ]
    });
    btree_map(names, value, 0..8)
        .prop_map(|members| members.into_iter().collect::<serde_json::Map<_, _>>().into())
        .boxed()
}

//! Whatever comes in: a typed answer, never a panic.

use std::collections::BTreeSet;

use aiguillage::{Directory, Need, NeedError, ReadOptions, Router, Severity};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};

use super::need::hostile;
use super::world::{Request, World, read, world};
use crate::check;

/// Reads a text, strictly and leniently; whatever is read can be routed with.
fn survive(text: &str, requests: &[Request]) -> Result<(), TestCaseError> {
    let lenient = ReadOptions::default().lenient();
    for options in [ReadOptions::default(), lenient.clone()] {
        match Directory::from_json_with(text, &options) {
            Ok(directory) => route(directory, requests)?,
            Err(error) => {
                let found = error.diagnostics();
                prop_assert!(found.iter().any(|one| one.severity == Severity::Error), "{found:?}");
                prop_assert!(!error.to_string().is_empty());
            }
        }
    }
    Ok(())
}

/// A directory, however it came to be, matches and is written in a form that reads back.
fn route(directory: Directory, requests: &[Request]) -> Result<(), TestCaseError> {
    let again = Directory::from_json(&directory.to_json());
    let faults = again.as_ref().err().map(ToString::to_string);
    prop_assert!(again.is_ok_and(|again| again == directory), "{}: {faults:?}", directory.to_json());
    let router = Router::new(directory);
    for request in requests {
        let answer =
            request.need().and_then(|need| Ok(router.match_experts_with(&need, &request.options)?.len()));
        prop_assert!(answer.err().is_none_or(|error| is_known(&error)));
    }
    Ok(())
}

fn is_known(error: &NeedError) -> bool {
    let codes = [
        "missing_field",
        "unknown_subject",
        "unknown_commune",
        "ambiguous_commune",
        "unknown_question",
        "unknown_institution",
        "unknown_field",
        "unknown_expert",
        "invalid_value",
    ];
    codes.contains(&error.code()) && !error.to_string().is_empty()
}

#[derive(Clone, Debug)]
enum Edit {
    Flip(Index, u8),
    Cut(Index, usize),
    Insert(Index, String),
    Truncate(Index),
    Repeat(Index, usize),
}

fn edit() -> impl Strategy<Value = Edit> {
    let tokens = prop::sample::select(vec![
        "{", "}", "[", "]", "\"", ",", ":", "null", "-1", "1e999", "\\ud800", "\u{0}", "\u{feff}", " ",
    ]);
    prop_oneof![
        3 => (any::<Index>(), any::<u8>()).prop_map(|(at, byte)| Edit::Flip(at, byte)),
        2 => (any::<Index>(), 1..40_usize).prop_map(|(at, length)| Edit::Cut(at, length)),
        2 => (any::<Index>(), tokens).prop_map(|(at, token)| Edit::Insert(at, token.to_owned())),
        1 => (any::<Index>(), any::<String>()).prop_map(|(at, text)| Edit::Insert(at, text)),
        1 => any::<Index>().prop_map(Edit::Truncate),
        1 => (any::<Index>(), 1..200_usize).prop_map(|(at, length)| Edit::Repeat(at, length)),
    ]
}

fn edited(text: &str, edits: &[Edit]) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    for edit in edits {
        if bytes.is_empty() {
            break;
        }
        let length = bytes.len();
        match edit {
            Edit::Flip(at, byte) => bytes[at.index(length)] = *byte,
            Edit::Cut(at, count) => {
                let at = at.index(length);
                bytes.drain(at..length.min(at + count));
            }
            Edit::Insert(at, text) => {
                let at = at.index(length);
                bytes.splice(at..at, text.bytes());
            }
            Edit::Truncate(at) => bytes.truncate(at.index(length)),
            Edit::Repeat(at, count) => {
                let at = at.index(length);
                let part = bytes[at..length.min(at + count)].to_vec();
                bytes.splice(at..at, part);
            }
        }
    }
    bytes
}

/// Puts values where others stood: the shape stays JSON, the meaning does not.
fn replaced(document: &mut Value, changes: &[(Index, Value)]) {
    for (at, value) in changes {
        let mut places = Vec::new();
        pointers(document, String::new(), &mut places);
        if let Some(place) = document.pointer_mut(&places[at.index(places.len())]) {
            *place = value.clone();
        }
    }
}

fn pointers(value: &Value, here: String, places: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            members.iter().for_each(|(name, inner)| pointers(inner, format!("{here}/{name}"), places));
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(at, inner)| pointers(inner, format!("{here}/{at}"), places));
        }
        _ => {}
    }
    places.push(here);
}

fn value() -> impl Strategy<Value = Value> {
    let values = vec![
        json!(null),
        json!(true),
        json!(0),
        json!(-1),
        json!(1e300),
        json!(5e-324),
        json!(u64::MAX),
        json!(""),
        json!(" "),
        json!([]),
        json!({}),
        json!("s0"),
        json!("i0"),
        json!("a0"),
        json!("france"),
        json!("region:978"),
        json!("commune:75012"),
        json!("commune:6002"),
        json!("9999-12-31"),
        json!("-9999-01-01"),
        json!("2025:10"),
        json!([["x"]]),
        json!([{"subject": "s0"}]),
        json!({"from": "0000-01-01", "until": "9999-12-31"}),
        json!({"s0-q0": true}),
        json!("opco"),
        json!("national"),
    ];
    prop_oneof![4 => prop::sample::select(values), 1 => any::<String>().prop_map(Value::from)]
}

#[test]
fn any_text_is_a_directory_or_an_error() {
    check(400, &any::<String>(), |text| survive(&text, &[]));
    check(
        200,
        &vec(
            prop::sample::select(vec!["{", "}", "[", "]", "\"", ":", ",", "themes", "experts", "1", "\\"]),
            0..60,
        ),
        |parts| survive(&parts.concat(), &[]),
    );
}

#[test]
fn damaged_directories_are_refused_or_read() {
    check(500, &(world(2), vec(edit(), 1..5)), |(World { directory, requests }, edits)| {
        let bytes = edited(&directory.to_string(), &edits);
        survive(&String::from_utf8_lossy(&bytes), &requests)
    });
}

#[test]
fn strange_directories_are_refused_or_read() {
    check(
        500,
        &(world(2), vec((any::<Index>(), value()), 1..5)),
        |(World { mut directory, requests }, changes)| {
            replaced(&mut directory, &changes);
            survive(&directory.to_string(), &requests)
        },
    );
}

#[test]
fn damaged_folders_are_refused_or_read() {
    let damage = (world(1), any::<Index>(), vec(edit(), 1..4));
    check(100, &damage, |(World { directory, requests }, which, edits)| {
        let folder = tempfile::tempdir().unwrap();
        read(&directory).save_csv(folder.path()).unwrap();
        let mut files: Vec<_> =
            std::fs::read_dir(folder.path()).unwrap().map(|file| file.unwrap().path()).collect();
        files.sort();
        let file = &files[which.index(files.len())];
        let text = std::fs::read_to_string(file).unwrap();
        std::fs::write(file, edited(&text, &edits)).unwrap();
        for options in [ReadOptions::default(), ReadOptions::default().lenient()] {
            match Directory::open_with(folder.path(), &options) {
                Ok(directory) => route(directory, &requests)?,
                Err(error) => prop_assert!(!error.diagnostics().is_empty()),
            }
        }
        Ok(())
    });
}

#[test]
fn any_need_is_answered_or_refused() {
    let World { directory, .. } = sample();
    let router = Router::new(read(&directory));
    let ask = |text: &str| match Need::from_json(text).and_then(|need| Ok(router.match_experts(&need)?.len()))
    {
        Ok(_) => Ok(()),
        Err(error) => {
            prop_assert!(is_known(&error), "{error:?}");
            Ok(())
        }
    };
    check(3_000, &hostile(), |need| ask(&need.to_string()));
    check(500, &any::<String>(), |text| ask(&text));
    check(500, &(hostile(), vec(edit(), 1..4)), |(need, edits)| {
        ask(&String::from_utf8_lossy(&edited(&need.to_string(), &edits)))
    });
}

#[test]
fn a_strange_need_made_in_code_is_answered_or_refused() {
    // In Rust the fields are public: texts that no reader has trimmed or checked come in too.
    let texts = || {
        prop_oneof![
            any::<String>(),
            prop::sample::select(vec!["s0", "80021", " s0 ", "i0", "75012", ""]).prop_map(str::to_owned)
        ]
    };
    let World { directory, .. } = sample();
    let router = Router::new(read(&directory));
    let parts = (
        texts(),
        texts(),
        proptest::option::of(texts()),
        proptest::option::of(texts()),
        proptest::option::of(any::<u32>()),
    );
    check(1_000, &parts, |(subject, commune, id, opco, headcount)| {
        let need = Need { id, opco, headcount, ..Need::new(subject, commune) };
        let error = router.match_experts(&need).err();
        prop_assert!(error.is_none_or(|error| is_known(&error)));
        Ok(())
    });
}

/// A directory in which the fields of hostile needs mean something.
fn sample() -> World {
    let directory = json!({
        "themes": [{"id": "t0", "label": "T"}],
        "subjects": [{"id": "s0", "theme": "t0", "label": "S", "questions": [{"id": "s0-q0", "label": "?"}]}],
        "institutions": [{"id": "i0", "name": "I", "categories": ["opco"],
            "criteria": [{"min_years": 3, "below_headcount": 50, "accepted_naf": ["10"], "when_unknown": "accept"}],
            "answer_groups": [{"subject": "s0", "answers": {"s0-q0": true}}]}],
        "antennes": [{"id": "a0", "institution": "i0", "name": "A", "level": "national"}],
        "experts": [{"id": "e0", "antenne": "a0", "name": "E", "competences": [{"subject": "s0"}]}],
        "opco_by_zone": [{"zone": "departement:80", "institution": "i0"}],
    });
    World { directory, requests: Vec::new() }
}

#[test]
fn every_code_of_a_need_error_is_reached() {
    // So that `is_known` is not a list of wishes.
    let reached = std::cell::RefCell::new(BTreeSet::new());
    check(300, &world(8), |World { directory, requests }| {
        let router = Router::new(read(&directory));
        for request in &requests {
            if let Err(error) =
                request.need().and_then(|need| Ok(router.match_experts_with(&need, &request.options)?.len()))
            {
                prop_assert!(is_known(&error));
                reached.borrow_mut().insert(error.code());
            }
        }
        Ok(())
    });
    let reached = reached.into_inner();
    assert_eq!(reached.len(), 8, "{reached:?}");
}

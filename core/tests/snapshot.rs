//! Snapshots: the same directory, and nothing but typed errors from anything else.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::path::PathBuf;

use aiguillage::{MatchOptions, Need, Router, SnapshotError};
use serde_json::Value;

/// Every directory of the vectors.
fn directories() -> Vec<Router> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/vectors");
    let mut routers = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "json") {
            let vectors: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
            let documents =
                vectors.as_array().into_iter().flatten().map(|vector| vector["directory"].to_string());
            routers.extend(documents.map(|document| Router::from_json(&document).unwrap()));
        }
    }
    routers
}

fn small() -> Router {
    Router::from_json(
        r#"{"themes": [{"id": "t", "label": "T", "zones": ["region:32"]}],
            "subjects": [{"id": "s", "theme": "t", "label": "S", "keywords": ["a b"], "questions": [{"id": "q", "label": "?"}]}],
            "institutions": [{"id": "o", "name": "O", "categories": ["opco"], "aliases": ["former o"], "activities": ["COMMERCIALE"],
                "answer_groups": [{"subject": "s", "answers": {"q": true}}],
                "criteria": [{"subjects": ["s"], "min_headcount": 10, "accepted_naf": ["10", "2025:K"], "excluded_zones": ["commune:80001"]}]}],
            "antennes": [{"id": "a", "institution": "o", "name": "A", "level": "national"}],
            "experts": [{"id": "e", "antenne": "a", "name": "E", "email": "e@o.example", "capacity": 2.5, "max_open": 3,
                "absences": [{"from": "2026-12-24", "until": "2027-01-03"}],
                "competences": [{"subject": "s", "note": "n", "zones": ["departement:80"]}]}],
            "opco_by_zone": [{"zone": "departement:80", "institution": "o"}],
            "rules": "any-in-level", "naf_correspondence": [{"from": "62.01Z", "to": "62.10Y"}],
            "examples": [{"subject": "s", "text": "un message"}]}"#,
    )
    .unwrap()
}

#[test]
fn a_loaded_router_is_the_one_that_was_saved() {
    let mut routers = directories();
    assert!(routers.len() > 20);
    routers.push(small());
    for router in &routers {
        let loaded = Router::from_bytes(&router.to_bytes().unwrap()).unwrap();
        assert_eq!(loaded.directory(), router.directory());
        assert_eq!(loaded.to_bytes().unwrap(), router.to_bytes().unwrap());
        for subject in router.directory().subjects() {
            let need = Need::new(&subject.id, "59392");
            let ids = |router: &Router| -> Vec<String> {
                let matches = router.match_experts(&need).unwrap();
                matches.iter().map(|one| one.expert.id.clone()).collect()
            };
            assert_eq!(ids(&loaded), ids(router));
        }
    }
}

#[test]
fn files_are_written_and_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("night.aiguillage");
    let router = small();
    router.save(&path).unwrap();
    assert_eq!(Router::load(&path).unwrap().directory(), router.directory());
    assert_eq!(Router::load(folder.path().join("none")).unwrap_err().code(), "unreadable_file");
    assert!(router.save(folder.path()).is_err());
}

#[test]
fn a_flipped_bit_anywhere_is_refused() {
    let bytes = small().to_bytes().unwrap();
    for position in 0..bytes.len() {
        for bit in 0..8 {
            let mut damaged = bytes.clone();
            damaged[position] ^= 1 << bit;
            assert!(Router::from_bytes(&damaged).is_err(), "byte {position}, bit {bit}");
        }
    }
}

#[test]
fn every_truncation_and_every_addition_is_refused() {
    let bytes = small().to_bytes().unwrap();
    for length in 0..bytes.len() {
        let error = Router::from_bytes(&bytes[..length]).unwrap_err();
        assert!(matches!(error.code(), "not_a_snapshot" | "truncated"), "{length}: {error}");
    }
    let longer = [&bytes[..], b"x"].concat();
    assert_eq!(Router::from_bytes(&longer).unwrap_err().code(), "truncated");
}

#[test]
fn formats_and_years_are_told_apart() {
    let bytes = small().to_bytes().unwrap();
    let with = |position: usize, byte: u8| {
        let mut changed = bytes.clone();
        changed[position] = byte;
        Router::from_bytes(&changed).unwrap_err()
    };
    assert!(matches!(with(8, 3), SnapshotError::NewerFormat { found: 3, newest: 2 }));
    assert!(matches!(with(8, 1), SnapshotError::OlderFormat { found: 1, oldest: 2 }));
    // 2026 is 0x07EA, the low byte first.
    let error = with(10, 0xEB);
    assert!(matches!(error, SnapshotError::OtherYear { snapshot: 2027, geography: 2026 }), "{error}");
}

#[test]
fn content_that_makes_no_sense_is_refused_even_with_a_right_checksum() {
    let bytes = small().to_bytes().unwrap();
    let mut refused = 0;
    for position in 28..bytes.len() {
        for value in [0, 1, 0x7F, 0x80, 0xFF, bytes[position].wrapping_add(1)] {
            let mut changed = bytes.clone();
            changed[position] = value;
            let checksum = xxhash_rust::xxh3::xxh3_64(&changed[28..]);
            changed[20..28].copy_from_slice(&checksum.to_le_bytes());
            match Router::from_bytes(&changed) {
                // What is loaded is as sound as any directory: it writes and reads back.
                Ok(router) => {
                    let json = router.directory().to_json();
                    let again =
                        Router::from_json(&json).unwrap_or_else(|error| panic!("byte {position}: {error}"));
                    assert_eq!(again.directory(), router.directory(), "byte {position}");
                    let _ = router.match_batch(&[Need::new("s", "80021")], &MatchOptions::default());
                }
                Err(error) => {
                    // Another tag may be that of a field that a later version has.
                    assert!(matches!(error.code(), "malformed" | "newer_format"), "byte {position}: {error}");
                    refused += 1;
                }
            }
        }
    }
    assert!(refused > 100, "only {refused} were refused");
}

/// The snapshot of a router where one text stands instead of another of the same length, with a
/// checksum that fits.
fn with_text(router: &Router, text: &str, instead: &str) -> Result<Router, SnapshotError> {
    assert_eq!(text.len(), instead.len());
    let mut bytes = router.to_bytes().unwrap();
    let found = bytes.windows(text.len()).rposition(|window| window == text.as_bytes()).unwrap();
    bytes[found..found + text.len()].copy_from_slice(instead.as_bytes());
    let checksum = xxhash_rust::xxh3::xxh3_64(&bytes[28..]);
    bytes[20..28].copy_from_slice(&checksum.to_le_bytes());
    Router::from_bytes(&bytes)
}

/// Found by fuzzing: reading CSV or JSON would have changed the name, so that the directory was not
/// the same in each of its forms.
#[test]
fn texts_that_reading_would_change_are_refused() {
    assert!(with_text(&small(), "former o", "former x").is_ok());
    for (text, instead) in [
        ("former o", "former  "),
        ("former o", " ormer o"),
        ("former o", "fo\u{0}mer o"),
        ("a b", "a  "),
        ("a b", "   "),
    ] {
        assert_eq!(with_text(&small(), text, instead).unwrap_err().code(), "malformed", "`{instead}`");
    }
}

/// Found by fuzzing: reading would have left out the second one.
#[test]
fn lists_with_one_thing_twice_are_refused() {
    let router = Router::from_json(
        r#"{"themes": [{"id": "t", "label": "T", "zones": ["departement:80", "departement:59"]}],
            "subjects": [{"id": "s", "theme": "t", "label": "S", "keywords": ["key a", "key b"]}],
            "institutions": [{"id": "i", "name": "I", "activities": ["PECHE", "CHASSE"],
                "criteria": [{"accepted_naf": ["47.1", "47.2"], "origins": ["site-a", "site-b"]}]}]}"#,
    )
    .unwrap();
    for (text, other, twice) in [
        ("departement:59", "departement:60", "departement:80"),
        ("key b", "key c", "key a"),
        ("CHASSE", "GLANER", "PECHE "),
        ("47.2", "47.3", "47.1"),
        ("site-b", "site-c", "site-a"),
    ] {
        assert!(with_text(&router, text, other).is_ok(), "{other}");
        assert_eq!(with_text(&router, text, twice).unwrap_err().code(), "malformed", "{twice}");
    }
}

/// A snapshot of format 2 as it was first written, and the same directory as people read it. Files
/// that hosts keep open like this one.
#[test]
fn the_fossil_of_format_2_opens() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fossils");
    let fossil = Router::load(folder.join("format-2.aiguillage")).unwrap();
    let readable = std::fs::read_to_string(folder.join("format-2.json")).unwrap();
    let twin = Router::from_json(&readable).unwrap();
    assert_eq!(fossil.directory(), twin.directory());
    assert_eq!(fossil.directory().to_json().trim_end(), readable.trim_end());
    // Fields that were added since are not written where nobody uses them.
    assert_eq!(twin.to_bytes().unwrap(), std::fs::read(folder.join("format-2.aiguillage")).unwrap());
}

/// Format 1 was never published: what it holds is written again, and the error says how.
#[test]
fn the_fossil_of_format_1_is_refused_with_what_to_do() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fossils");
    let error = Router::load(folder.join("format-1.aiguillage")).unwrap_err();
    assert_eq!(error.code(), "older_format");
    assert!(error.to_string().contains("aiguillage snapshot"), "{error}");
}

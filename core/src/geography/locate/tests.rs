//! The vectors of places, and what they do not say.

use serde::Deserialize;

use super::{Certainty, PlaceQuery};
use crate::geography::Geography;

#[derive(Deserialize)]
struct Vectors {
    cases: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    name: String,
    input: Input,
    expected: Expected,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Input {
    code: Option<String>,
    postal_code: Option<String>,
    town: Option<String>,
    address: Option<String>,
    departement: Option<String>,
}

#[derive(Deserialize)]
struct Expected {
    certainty: String,
    #[serde(default)]
    also: Vec<String>,
    commune: Option<String>,
    #[serde(default)]
    or: Vec<String>,
    #[serde(default)]
    candidates: Vec<String>,
}

/// What is wrong with the answer to a case; nothing where it is right.
fn fault(geography: &Geography, case: &Case) -> Option<String> {
    let Input { code, postal_code, town, address, departement } = &case.input;
    let location = geography.locate(&PlaceQuery {
        code: code.as_deref(),
        postal_code: postal_code.as_deref(),
        town: town.as_deref(),
        address: address.as_deref(),
        departement: departement.as_deref(),
    });
    let certainty = location.certainty.as_str();
    let expected = &case.expected;
    let code = location.commune.map(|found| found.commune.code());
    let candidates: Vec<&str> = location.candidates.iter().map(|found| found.commune.code()).collect();
    let is_decided = matches!(location.certainty, Certainty::Certain | Certainty::Likely);
    let is_certainty_right =
        expected.certainty == certainty || expected.also.iter().any(|also| also == certainty);
    let mut communes = expected.commune.iter().chain(&expected.or);
    let is_commune_right = !is_decided
        || expected.commune.is_none() && expected.candidates.is_empty()
        || expected.candidates.first().map(String::as_str) == code
        || communes.any(|commune| Some(commune.as_str()) == code);
    let listed: Vec<&str> = candidates
        .iter()
        .copied()
        .filter(|code| expected.candidates.iter().any(|other| other == code))
        .collect();
    let are_candidates_right = certainty != "ambiguous" || listed == expected.candidates;
    let is_right = is_certainty_right
        && is_commune_right
        && are_candidates_right
        && is_decided == code.is_some()
        && (certainty == "ambiguous") != candidates.is_empty();
    (!is_right).then(|| {
        format!(
            "{}: {:?}\n  {certainty} {code:?} {candidates:?} {:?}",
            case.name, case.input, location.reading
        )
    })
}

#[test]
fn the_vectors_pass() {
    let vectors: Vectors = serde_json::from_str(include_str!("../../../tests/vectors/places.json"))
        .expect("the vectors can be read");
    let geography = Geography::embedded();
    let faults: Vec<String> = vectors.cases.iter().filter_map(|case| fault(&geography, case)).collect();
    assert!(vectors.cases.len() > 400);
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

/// The name as an old program writes it: capitals, no accents, no hyphens.
fn shouted(name: &str) -> String {
    crate::text::fold(name).to_uppercase()
}

#[test]
fn every_commune_is_certain_by_its_postal_code_and_name() {
    let geography = Geography::embedded();
    for commune in geography.communes_of(crate::geography::Zone::FRANCE) {
        let name = shouted(commune.name());
        for code in commune.postal_codes() {
            let query = PlaceQuery { postal_code: Some(code), town: Some(&name), ..PlaceQuery::default() };
            let location = geography.locate(&query);
            assert_eq!(location.certainty, Certainty::Certain, "{code} {name}");
            assert_eq!(location.commune.map(|found| found.commune), Some(commune), "{code} {name}");
            let cedex = format!("{name} CEDEX");
            let query = PlaceQuery { postal_code: Some(code), town: Some(&cedex), ..PlaceQuery::default() };
            assert_eq!(geography.locate(&query).commune, location.commune, "{code} {cedex}");
        }
    }
}

#[test]
fn names_of_the_past_are_never_certain_of_another_commune() {
    let geography = Geography::embedded();
    let mut certain = 0;
    for (place, name) in geography.past_names.iter() {
        let commune = geography.commune_at(place);
        for code in commune.postal_codes() {
            let query = PlaceQuery { postal_code: Some(code), town: Some(name), ..PlaceQuery::default() };
            let location = geography.locate(&query);
            let found = location.commune.map(|found| found.commune);
            // Another commune of the code may have the very name today.
            let is_named = |found: crate::geography::Commune<'_>| {
                crate::text::fold(found.name()) == crate::text::fold(name)
            };
            let is_part = |found: crate::geography::Commune<'_>| found.parent() == Some(commune);
            let is_right = found.is_none_or(|found| found == commune || is_named(found) || is_part(found));
            assert!(is_right, "{code} {name}: {location:?}");
            certain += usize::from(location.certainty == Certainty::Certain);
        }
    }
    assert!(certain > 6_000, "{certain}");
}

#[test]
fn whatever_is_written_is_answered_and_fits_together() {
    let geography = Geography::embedded();
    let cells = [
        "",
        " ",
        "\0",
        "🦀",
        "((((",
        "))))",
        "(",
        "(le",
        "cedex",
        "CEDEX 99",
        "59",
        "75112",
        "0",
        "#",
        "é",
        "5900é",
        "59000,,,",
        "%s",
        "\u{202e}Lille",
        "bp",
        "BP 75012",
        ",,,",
        "Paris 99",
        "2A",
        "20",
        "l",
        "le la les",
        "saint",
    ];
    let long = "saint ".repeat(10_000);
    for one in cells.into_iter().chain([long.as_str()]) {
        for other in cells {
            let query = PlaceQuery {
                code: Some(other),
                postal_code: Some(one),
                town: Some(other),
                address: Some(one),
                departement: Some(other),
            };
            let without_code = PlaceQuery { code: None, ..query };
            for query in [query, without_code, PlaceQuery { town: Some(one), ..PlaceQuery::default() }] {
                let location = geography.locate(&query);
                let is_decided = matches!(location.certainty, Certainty::Certain | Certainty::Likely);
                assert_eq!(location.commune.is_some(), is_decided, "{query:?}");
                assert_eq!(
                    location.candidates.is_empty(),
                    location.certainty != Certainty::Ambiguous,
                    "{query:?}"
                );
                let people: Vec<u64> =
                    location.candidates.iter().map(|found| found.commune.population()).collect();
                assert!(people.is_sorted_by(|a, b| a >= b), "{query:?}");
            }
        }
    }
}

/// What is certain must be right: numbers in an address that are no postal code, and several places.
#[test]
fn another_number_in_an_address_takes_the_certainty_away() {
    let geography = Geography::embedded();
    let locate = |address| {
        let query = PlaceQuery { address: Some(address), ..PlaceQuery::default() };
        let location = geography.locate(&query);
        (location.certainty, location.commune.map(|found| found.commune.code().to_owned()))
    };
    for address in [
        "8 rue X, 80000 Amiens, code 59000",
        "8 rue X, 80000 Amiens, dossier 33000",
        "8 rue X, 80000 Amiens, bâtiment 33000",
        "Amiens, 10000 €",
        "80000 Amiens 33000",
        "Amiens (33000)",
        "Amiens, 80000, 33000",
        "Lyon 75012",
        "13002 Marseille, Bâtiment 13008",
        "80000 Amiens ou 59000 Lille",
        "80000 Amiens / 59000 Lille",
        "80000 Amiens\n59000 Lille",
        "75002 Paris, siège: 59000 Lille",
        "Lille, Roubaix",
        "Lille - Roubaix",
        "12 rue X, Lyon, Paris",
        "12 rue X\nLille\nRoubaix",
    ] {
        assert_eq!(locate(address), (Certainty::Ambiguous, None), "{address}");
    }
    for (address, commune) in [
        ("80000 Amiens", "80021"),
        ("12 rue de Paris, 59100 Roubaix", "59512"),
        ("12 rue de Paris, Roubaix 59100", "59512"),
        ("80000 Amiens, 80000 Amiens", "80021"),
        ("7 rue Jean Jaurès, BP 80100, 59300 Valenciennes", "59606"),
    ] {
        assert_eq!(locate(address), (Certainty::Certain, Some(commune.to_owned())), "{address}");
    }
    assert_ne!(locate("10000 rue du Port Lille").1.as_deref(), Some("10387"));
    // What lies abroad is not the commune that is called like the country.
    for address in [
        "1201 Genève, Suisse",
        "Lens, Suisse",
        "6000 Luzern, SUISSE",
        "Troyes, Allemagne",
        "59100 Roubaix, Belgique",
        "59000 Lille\nLuxembourg",
    ] {
        assert_eq!(locate(address), (Certainty::Unknown, None), "{address}");
    }
    assert_eq!(locate("57340 Suisse").1.as_deref(), Some("57662"));
}

#[test]
fn a_code_that_the_rest_contradicts_is_not_certain() {
    let geography = Geography::embedded();
    let locate = |code: &str, postal_code: &str, town: &str| {
        let said = |text| Some(text).filter(|text: &&str| !text.is_empty());
        let query = PlaceQuery {
            code: said(code),
            postal_code: said(postal_code),
            town: said(town),
            ..PlaceQuery::default()
        };
        geography.locate(&query).certainty
    };
    for (code, postal_code, town) in [
        ("93066", "97400", "Saint-Denis"),
        ("93066", "", "Saint-Denis (Réunion)"),
        ("80021", "59000", "Amiens"),
        ("80021", "", "Amiens (59)"),
        ("75112", "75020", ""),
        ("75112", "75020", "Paris"),
        ("75112", "", "Paris 20"),
        ("69381", "69009", "Lyon"),
        ("13201", "", "Marseille 8"),
        ("59350", "80000", "Lomme"),
        ("03094", "03300", "Creuzier-le-Neuf"),
        ("", "75006", "PARIS CEDEX 12"),
        ("", "99", "Lille"),
        ("", "59000", &"Marseille ".repeat(12)),
        ("", "", "Genève, Suisse"),
        ("", "", "Cologne, Allemagne"),
    ] {
        assert_ne!(locate(code, postal_code, town), Certainty::Certain, "{code} {postal_code} {town}");
    }
    for (code, postal_code, town) in [
        ("93066", "93200", "St Denis"),
        ("80021", "80001", "AMIENS CEDEX 1"),
        ("75112", "75012", "Paris 12"),
        ("75112", "75570", "PARIS CEDEX 12"),
        ("75056", "75012", "Paris"),
        ("69381", "69001", "Lyon 1er"),
        ("13208", "13008", "Marseille"),
        ("59350", "59160", "Lomme"),
        ("", "75012", "PARIS CEDEX 12"),
    ] {
        assert_eq!(locate(code, postal_code, town), Certainty::Certain, "{code} {postal_code} {town}");
    }
}

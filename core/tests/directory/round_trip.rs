//! What is written reads back, with every field used.

use aiguillage::{Directory, Router};
use serde_json::{Value, json};

use crate::{folder, lines};

/// A criterion with every condition.
fn whole_criterion() -> Value {
    json!({"subjects": ["s", "ancien"], "min_years": 1, "below_years": 30, "min_headcount": 10, "below_headcount": 250,
           "accepted_naf": ["C", "10.7", "2025:10.71G"], "excluded_naf": ["10.71C"], "accepted_legal_forms": ["5", "57"], "excluded_legal_forms": ["5710"],
           "excluded_zones": ["commune:2A004", "epci:200093201"], "origins": ["site", "campagne"], "when_unknown": "accept",
           "min_turnover": 1, "below_turnover": 2, "min_balance_sheet": 3, "below_balance_sheet": 4,
           "accepted_activities": ["ARTISANALE"], "excluded_activities": ["COMMERCIALE"], "accepted_nafa": ["43", "1071CA"], "excluded_nafa": ["4321AB"],
           "accepted_idcc": ["1486", "0016"], "excluded_idcc": ["3248"], "micro_entrepreneur": false, "qualities": {"ess": true, "rge": false},
           "any_of": [{"accepted_naf": ["A"], "excluded_naf": ["02.20Z"], "below_turnover": 750000}, {"accepted_activities": ["ARTISANALE"]}],
           "valid": {"from": "2026-01-01", "until": "2027-03-31"}})
}

/// Every field that there is, with the texts that formats stumble over.
fn full() -> Value {
    json!({
        "themes": [{"id": "t", "label": "Thème, \"premier\""}, {"id": "mer", "label": "Mer", "zones": ["departement:976", "commune:75112", "region:94"]}],
        "subjects": [
            {"id": "s", "theme": "t", "label": "Sujet; l’un", "description": "Deux\nlignes, \"citées\"", "keywords": ["cotisations sociales", "URSSAF", "a,b;c"],
             "questions": [{"id": "q", "label": "Oui ?"}, {"id": "r", "label": "Non ?"},
                {"id": "c", "label": "Contact ?", "choices": [{"id": "tel", "label": "Téléphone; fixe"}, {"id": "visio", "label": "Visio"}]}]},
            {"id": "ancien", "theme": "mer", "label": "Archivé", "archived": true, "keywords": ["seul"]}
        ],
        "institutions": [
            {"id": "i", "name": "=I+1", "aliases": ["Pôle emploi", "pe", "L’ANPE; \"jadis\""], "categories": ["chambre", "x"], "activities": ["COMMERCIALE", "LIBERALE_REGLEMENTEE"],
             "active": false, "single_taker": true,
             "criteria": [whole_criterion()],
             "answer_groups": [{"subject": "s", "answers": {"c": "tel", "q": true, "r": false}}, {"subject": "s", "answers": {"c": ["tel", "visio"], "r": true}}]},
            {"id": "akto", "name": "Akto", "aliases": ["faf"], "categories": ["opco"]},
            {"id": "seule", "name": "Seule", "aliases": ["Ancien nom"]}
        ],
        "antennes": [
            {"id": "a", "institution": "i", "name": "A", "level": "regional", "zones": ["france", "ept:200057867"], "active": false, "valid": {"until": "2027-12-31"}, "answer_groups": [{"subject": "s", "answers": {"q": false}}],
             "criteria": [{}, {"min_years": 0, "any_of": [{"qualities": {"bio": true}}]}, {"any_of": [{"micro_entrepreneur": true}, {"min_headcount": 1}]}]},
            {"id": "n", "institution": "akto", "name": "N", "level": "national"}
        ],
        "experts": [
            {"id": "e", "antenne": "a", "name": "E", "email": "e@i.example", "phone": "01 02;03", "job": "Chargée, d’affaires", "zones": ["departement:80"],
             "active": false, "capacity": 0.1, "max_open": 0, "valid": {"from": "2026-06-01"}, "members": [{"name": "Accueil, CCI", "email": "accueil@i.example", "phone": "01;02"}, {"name": "Conseil"}],
                "answer_groups": [{"subject": "s", "answers": {"r": true}}, {"subject": "s", "answers": {"q": true}}],
             "max_per_period": 2, "absences": [{"from": "2026-12-24", "until": "2027-01-03", "substitute": "f"}, {"from": "2026-01-01", "until": "9999-12-31"}],
             "competences": [
                {"subject": "s", "note": "Le \"lundi\";\nou, à défaut, le | mardi", "zones": ["commune:80021", "commune:80001"]},
                {"subject": "s", "valid": {"from": "2026-12-31", "until": "2026-12-31"}},
                {"subject": "ancien", "note": "'=1+1"}
             ],
             "criteria": [{"origins": ["site"]}]},
            {"id": "f", "antenne": "n", "name": "F", "capacity": 3}
        ],
        "opco_by_zone": [{"zone": "departement:976", "institution": "akto"}],
        "seed": "le secret du gestionnaire",
        "rules": "any-in-level",
        "naf_correspondence": [{"from": "10.71C", "to": "10.71G"}, {"from": "10.71D", "to": "10.71G"}],
        "examples": [{"subject": "s", "text": "bjr jpeu pas payer, \"tout\" ; l’Urssaf"}, {"subject": "ancien", "text": "Deux\nlignes"}]
    })
}

#[test]
fn a_document_with_every_field_comes_back() {
    let directory = Directory::from_json(&full().to_string()).unwrap();
    let again = Directory::from_json(&directory.to_json()).unwrap();
    assert_eq!(again, directory);
    assert_eq!(again.to_json(), directory.to_json());
    // What was written is what was given, but for numbers that are written otherwise.
    let written: Value = serde_json::from_str(&directory.to_json()).unwrap();
    let mut given = full();
    given["experts"][1]["capacity"] = json!(3.0);
    assert_eq!(written, given);
}

#[test]
fn a_folder_with_every_field_comes_back() {
    let directory = Directory::from_json(&full().to_string()).unwrap();
    let folder = folder(&[("needs.csv", b"mine"), ("experts.csv", b"of another directory")]);
    directory.save_csv(folder.path()).unwrap();
    let again = Directory::open(folder.path()).unwrap();
    assert_eq!(again.to_json(), directory.to_json());
    assert_eq!(again, directory);
    // Twice the same bytes.
    let second = crate::folder(&[]);
    again.save_csv(second.path().join("deeper")).unwrap();
    let mut files = 0;
    for entry in std::fs::read_dir(second.path().join("deeper")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap();
        assert_eq!(
            std::fs::read(&path).unwrap(),
            std::fs::read(folder.path().join(name)).unwrap(),
            "{name:?}"
        );
        files += 1;
    }
    assert_eq!(files, 18);
    // What is not the directory's stays.
    assert_eq!(std::fs::read(folder.path().join("needs.csv")).unwrap(), b"mine");
}

#[test]
fn the_same_findings_in_both_forms() {
    let directory = Directory::from_json(&full().to_string()).unwrap();
    let folder = folder(&[]);
    directory.save_csv(folder.path()).unwrap();
    let texts = |found: &[aiguillage::Diagnostic]| {
        let mut texts: Vec<_> = found.iter().map(|one| format!("{} {}", one.code, one.text)).collect();
        texts.sort();
        texts
    };
    let mut from_folder = Directory::check(folder.path());
    // Cells of several lines are remarked, which a document does not have.
    from_folder.retain(|one| one.code.as_str() != "stray_quote");
    assert_eq!(texts(&from_folder), texts(directory.diagnostics()), "{:?}", lines(&from_folder));
}

/// A table without rows says that nothing corresponds; no table leaves that to INSEE's.
#[test]
fn a_correspondence_without_rows_is_kept_apart_from_none() {
    for (table, is_given) in
        [(", \"naf_correspondence\": []", true), ("", false), (", \"naf_correspondence\": null", false)]
    {
        let document = format!(r#"{{"themes": [{{"id": "t", "label": "T"}}]{table}}}"#);
        let directory = Directory::from_json(&document).unwrap();
        let folder = folder(&[("naf_correspondence.csv", b"from,to\n62.01Z,62.10Y\n")]);
        directory.save_csv(folder.path()).unwrap();
        let forms = [
            Directory::from_json(&directory.to_json()).unwrap(),
            Directory::open(folder.path()).unwrap(),
            Router::from_bytes(&Router::new(directory.clone()).to_bytes().unwrap())
                .unwrap()
                .directory()
                .clone(),
            directory.merge(&[&directory]).unwrap(),
            directory.clone(),
        ];
        for form in forms {
            assert_eq!((form.has_naf_correspondence(), &form), (is_given, &directory), "{table}");
            assert_eq!(form.naf_correspondence().is_empty(), is_given, "{table}");
        }
    }
}

#[test]
fn lists_that_became_empty_leave_no_file_behind() {
    let directory = Directory::from_json(&full().to_string()).unwrap();
    let folder = folder(&[]);
    directory.save_csv(folder.path()).unwrap();
    let empty = Directory::from_json("{}").unwrap();
    empty.save_csv(folder.path()).unwrap();
    assert_eq!(Directory::open(folder.path()).unwrap(), empty);
    let left: Vec<_> =
        std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["rules.csv"]);
}

#[test]
fn what_a_cell_could_not_hold_is_refused_in_a_document_too() {
    for (list, item) in [
        ("institutions", json!({"id": "i", "name": "I", "aliases": ["a|b"]})),
        ("institutions", json!({"id": "i", "name": "I", "categories": ["a b"]})),
        ("institutions", json!({"id": "i", "name": "I", "criteria": [{"origins": ["a b"]}]})),
        ("subjects", json!({"id": "s", "theme": "t", "label": "S", "keywords": ["a|b"]})),
        (
            "subjects",
            json!({"id": "s", "theme": "t", "label": "S", "questions": [{"id": "q=r", "label": "Q"}]}),
        ),
    ] {
        let text = json!({"themes": [{"id": "t", "label": "T"}], list: [item]}).to_string();
        assert!(Directory::from_json(&text).is_err(), "{text}");
    }
}

#[test]
fn white_space_around_texts_is_no_part_of_them() {
    let text = r#"{"themes": [{"id": " t ", "label": "\n T\t", "zones": [" departement:80 ", ""]}]}"#;
    let directory = Directory::from_json(text).unwrap();
    let folder = folder(&[]);
    directory.save_csv(folder.path()).unwrap();
    assert_eq!(Directory::open(folder.path()).unwrap(), directory);
    assert_eq!((directory.themes()[0].id.as_str(), directory.themes()[0].label.as_str()), ("t", "T"));
}

/// Found by fuzzing: a name with NUL passed JSON, and made a sheet that was taken for noise.
#[test]
fn characters_that_nobody_sees_are_taken_away_in_every_form() {
    let document = |name: &str, alias: &str| {
        json!({
            "institutions": [{"id": "cci", "name": name, "aliases": [alias]}],
            "seed": format!("{name}, ou un autre secret")
        })
        .to_string()
    };
    let seen = Directory::from_json(&document("Chambre de commerce", "consulaire")).unwrap();
    let spoiled = document("Cham\u{0}bre de\u{200b} commerce\u{1b}", "\u{feff}consulaire\u{7f}");
    let read = Directory::from_json(&spoiled).unwrap();
    assert_eq!(read, seen);
    let found = lines(read.diagnostics());
    assert_eq!(found.iter().filter(|line| line.contains("repaired_cell")).count(), 3, "{found:?}");

    let sheet = folder(&[(
        "institutions.csv",
        "id,name,aliases\ncci,Cham\u{1}bre de\u{200b} commerce,\u{feff}consulaire\n".as_bytes(),
    )]);
    assert_eq!(Directory::open(sheet.path()).unwrap().institutions(), seen.institutions());
}

//! Lenient reading: without what is faulty, guessing nothing.

use aiguillage::{Directory, Need, Router, Severity};
use serde_json::{Value, json};

use crate::{check_json, folder, leniently, lines, open_leniently};

fn document(parts: Value) -> Value {
    let mut document = json!({
        "themes": [{"id": "t", "label": "T"}],
        "subjects": [{"id": "s", "theme": "t", "label": "S", "questions": [{"id": "q", "label": "Q"}]}, {"id": "u", "theme": "t", "label": "U"}],
        "institutions": [{"id": "i", "name": "I"}],
        "antennes": [{"id": "a", "institution": "i", "name": "A", "zones": ["departement:80"]}],
        "experts": [expert("e", json!({}))]
    });
    if let Value::Object(parts) = parts {
        document.as_object_mut().unwrap().extend(parts);
    }
    document
}

fn expert(id: &str, more: Value) -> Value {
    let mut expert =
        json!({"id": id, "antenne": "a", "name": id, "competences": [{"subject": "s"}, {"subject": "u"}]});
    if let Value::Object(more) = more {
        expert.as_object_mut().unwrap().extend(more);
    }
    expert
}

/// What is left, and the errors.
fn read(parts: Value) -> (Directory, Vec<String>) {
    let text = document(parts).to_string();
    assert!(Directory::from_json(&text).is_err(), "it is sound");
    let directory = leniently(&text).unwrap();
    let errors: Vec<_> = directory
        .diagnostics()
        .iter()
        .filter(|one| one.severity == Severity::Error)
        .map(|one| format!("{} `{}`", one.code, one.text))
        .collect();
    // What is left is sound.
    let again = Directory::from_json(&directory.to_json()).unwrap();
    assert_eq!(again, directory);
    (directory, errors)
}

fn experts_for(directory: Directory, subject: &str, commune: &str) -> Vec<String> {
    let router = Router::new(directory);
    let matches = router.match_experts(&Need::new(subject, commune)).unwrap();
    let mut ids: Vec<_> = matches.iter().map(|one| one.expert.id.clone()).collect();
    ids.sort();
    ids
}

#[test]
fn an_unknown_commune_leaves_the_rest_of_the_list() {
    let mut zones: Vec<String> = (80001..=80029).map(|code| format!("commune:{code}")).collect();
    zones.push("commune:80999".to_owned());
    zones.push("commune:".to_owned());
    let (directory, errors) =
        read(json!({"antennes": [{"id": "a", "institution": "i", "name": "A", "zones": zones}]}));
    assert_eq!(errors, ["unknown_zone `commune:80999`", "invalid_zone `commune:`"]);
    assert_eq!(directory.antennes()[0].zones.len(), 29);
    assert_eq!(experts_for(directory, "s", "80021"), ["e"]);
}

#[test]
fn a_zone_list_of_which_nothing_is_left_does_not_hand_on_the_antennes_territory() {
    let (directory, errors) = read(json!({"experts": [
        expert("own", json!({"zones": ["commune:99999"]})),
        expert("competence", json!({"competences": [{"subject": "s", "zones": ["nulle part", "commune:99999"]}, {"subject": "u"}]})),
        expert("e", json!({}))
    ]}));
    assert_eq!(errors.len(), 3, "{errors:?}");
    assert_eq!(experts_for(directory.clone(), "s", "80021"), ["e"]);
    assert_eq!(experts_for(directory, "u", "80021"), ["competence", "e"]);
}

#[test]
fn an_antenne_without_any_sound_zone_covers_nothing_and_stays() {
    let (directory, errors) = read(json!({
        "antennes": [{"id": "a", "institution": "i", "name": "A", "zones": ["commune:99999"]}],
        "experts": [expert("e", json!({})), expert("own", json!({"zones": ["departement:80"]}))]
    }));
    assert_eq!(errors, ["unknown_zone `commune:99999`"]);
    assert_eq!(experts_for(directory, "s", "80021"), ["own"]);
}

#[test]
fn a_theme_whose_zones_are_all_faulty_is_not_offered_everywhere() {
    let (directory, errors) = read(json!({
        "themes": [{"id": "t", "label": "T"}, {"id": "mer", "label": "Mer", "zones": ["epci:1"]}],
        "subjects": [{"id": "s", "theme": "t", "label": "S"}, {"id": "u", "theme": "mer", "label": "U"}]
    }));
    assert_eq!(errors, ["invalid_zone `epci:1`"]);
    assert_eq!(directory.subjects().len(), 1);
}

#[test]
fn nothing_is_guessed_for_a_faulty_flag() {
    for (list, item) in [
        ("institutions", json!({"id": "i", "name": "I", "active": "non"})),
        (
            "antennes",
            json!({"id": "a", "institution": "i", "name": "A", "zones": ["departement:80"], "active": "non"}),
        ),
        (
            "antennes",
            json!({"id": "a", "institution": "i", "name": "A", "zones": ["departement:80"], "level": "nationale"}),
        ),
        ("experts", expert("e", json!({"active": 0}))),
        ("experts", expert("e", json!({"capacity": "2"}))),
        ("subjects", json!({"id": "s", "theme": "t", "label": "S", "archived": "oui"})),
    ] {
        let (directory, errors) = read(json!({ list: [item] }));
        assert_eq!(errors.len() - usize::from(list == "subjects"), 1, "{list} {errors:?}");
        let left = match list {
            "institutions" => directory.institutions().len(),
            "antennes" => directory.antennes().len(),
            "experts" => directory.experts().len(),
            _ => directory.subjects().len(),
        };
        assert_eq!(left, 0, "{list} {errors:?}");
    }
}

#[test]
fn an_address_that_is_none_leaves_the_expert() {
    let (directory, errors) =
        read(json!({"experts": [expert("e", json!({"email": "e@i,example", "phone": "1"}))]}));
    assert_eq!(errors, ["invalid_value `e@i,example`"]);
    assert_eq!(
        (directory.experts()[0].email.as_deref(), directory.experts()[0].phone.as_deref()),
        (None, Some("1"))
    );
    assert_eq!(experts_for(directory, "s", "80021"), ["e"]);
}

#[test]
fn a_faulty_criterion_is_left_out_and_a_faulty_entry_of_a_list_too() {
    let (directory, errors) = read(json!({"experts": [expert("e", json!({"criteria": [
        {"min_years": 5, "below_years": 3},
        {"accepted_naf": ["10.71C", "boulanger"]},
        {"accepted_naf": ["boulanger"]},
        {"accepted_naf": ["10.71"], "excluded_naf": ["C"]},
        {"subjects": ["v"], "min_years": 3},
        {"subjects": ["v", "u"], "min_years": 3},
        {"min_years": "3"},
        {"min_headcount": 20, "when_unknown": "maybe"}
    ]}))]}));
    assert_eq!(
        errors,
        [
            "empty_range `3`",
            "invalid_value `boulanger`",
            "invalid_value `boulanger`",
            "empty_range `[…]`",
            "unknown_subject `v`",
            "unknown_subject `v`",
            "invalid_value `3`",
            "invalid_value `maybe`"
        ]
    );
    let left = serde_json::to_value(&directory.experts()[0].criteria).unwrap();
    assert_eq!(left, json!([{"accepted_naf": ["10.71C"]}, {"subjects": ["u"], "min_years": 3}]));
}

#[test]
fn an_answer_group_that_lost_an_answer_is_left_out() {
    let (directory, errors) = read(json!({"institutions": [{"id": "i", "name": "I", "answer_groups": [
        {"subject": "s", "answers": {"q": true, "qq": false}},
        {"subject": "s", "answers": {"q": "oui"}},
        {"subject": "s", "answers": {"q": false}}
    ]}]}));
    assert_eq!(errors, ["unknown_question `qq`", "invalid_value `oui`"]);
    let left = serde_json::to_value(&directory.institutions()[0].answer_groups).unwrap();
    assert_eq!(left, json!([{"subject": "s", "answers": {"q": false}}]));
}

#[test]
fn a_question_that_lost_all_its_choices_is_none() {
    let question = |choices: Value| json!({"id": "c", "label": "Comment ?", "choices": choices});
    let subject = |question: Value| json!({"id": "s", "theme": "t", "label": "S", "questions": [question, {"id": "q", "label": "Oui ?"}]});
    let institutions = json!([{"id": "i", "name": "I", "answer_groups": [
        {"subject": "s", "answers": {"c": true}}, {"subject": "s", "answers": {"q": true}}]}]);
    let (directory, mut errors) = read(json!({
        "subjects": [subject(question(json!([{"id": "par tel", "label": "T"}, {"id": "m"}])))],
        "institutions": institutions
    }));
    errors.retain(|error| !error.starts_with("unknown_subject"));
    assert_eq!(errors, ["invalid_id `par tel`", "missing_field `label`"]);
    let left: Vec<&str> = directory.subjects()[0].questions.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(left, ["q"]);
    assert_eq!(directory.institutions()[0].answer_groups.len(), 1);
    // One that keeps a choice stays.
    let (directory, _) = read(
        json!({"subjects": [subject(question(json!([{"id": "par tel", "label": "T"}, {"id": "m", "label": "M"}])))]}),
    );
    assert_eq!(directory.subjects()[0].questions[0].choices.len(), 1);
}

#[test]
fn what_hangs_on_a_faulty_item_goes_with_it_silently() {
    // The institution is the fault; antenne, expert and their parts are not at fault.
    let (directory, errors) = read(json!({
        "institutions": [
            {"id": "i", "name": "", "aliases": ["ancien"], "criteria": [{"min_years": 1}]},
            {"id": "j", "name": "J"}
        ],
        "antennes": [
            {"id": "a", "institution": "i", "name": "A", "zones": ["departement:80"], "criteria": [{"min_years": 1}]},
            {"id": "b", "institution": "j", "name": "B", "zones": ["departement:80"]}
        ],
        "experts": [
            expert("e", json!({"criteria": [{"min_years": 1}], "absences": [{"from": "2026-01-01", "until": "2026-01-02"}]})),
            expert("f", json!({"antenne": "b"}))
        ],
        "opco_by_zone": [{"zone": "departement:976", "institution": "i"}]
    }));
    assert_eq!(errors, ["missing_field `name`"]);
    assert_eq!(experts_for(directory, "s", "80021"), ["f"]);

    let (_, errors) =
        read(json!({"themes": [{"id": "t", "label": "T", "labels": "T"}, {"id": "x y", "label": "T"}]}));
    assert_eq!(errors, ["unknown_field `labels`", "invalid_id `x y`"]);
}

#[test]
fn a_reference_to_nothing_is_reported_at_each_place_and_once_there() {
    let folder = folder(&[
        ("themes.csv", b"id,label\nt,T\n"),
        ("subjects.csv", b"id,theme,label\ns,t,S\n"),
        ("institutions.csv", b"id,name\ni,I\n"),
        ("antennes.csv", b"id,institution,name,zones\na,i,A,departement:80\nb,absente,B,departement:80\n"),
        ("experts.csv", b"id,antenne,name\ne,a,E\nf,b,F\ng,ailleurs,G\n"),
        ("competences.csv", b"expert,subject\ne,s\nf,s\ng,s\npersonne,s\npersonne,s\n"),
        ("absences.csv", b"expert,from,until\nf,2026-01-01,2026-01-02\ng,2026-01-01,2026-01-02\n"),
        ("criteria.csv", b"owner_kind,owner,min_years\nexpert,f,1\nantenne,b,1\ninstitution,absente,1\n"),
    ]);
    let directory = open_leniently(folder.path()).unwrap();
    assert_eq!(
        lines(directory.diagnostics()),
        [
            "antennes.csv:3:2 unknown_institution `absente`",
            "experts.csv:2: no_address `e`",
            "experts.csv:4:2 unknown_antenne `ailleurs`",
            "competences.csv:5:1 unknown_expert `personne`",
            "competences.csv:6:1 unknown_expert `personne`",
            "criteria.csv:4:2 unknown_institution `absente`",
        ]
    );
    assert_eq!(experts_for(directory, "s", "80021"), ["e"]);
}

#[test]
fn of_two_with_one_id_the_first_stays() {
    let (directory, mut errors) = read(json!({
        "institutions": [
            {"id": "i", "name": "I", "aliases": ["ancien", "j", "commun"]},
            {"id": "j", "name": "J", "aliases": ["Commun", "j"]},
            {"id": "i", "name": "Encore"}
        ],
        "experts": [expert("e", json!({})), expert("e", json!({"name": "Encore", "criteria": [{"min_years": 3}]}))]
    }));
    // In which order the members of the document stand is the business of whoever wrote it.
    errors.sort_unstable();
    assert_eq!(errors, ["duplicate_id `Commun`", "duplicate_id `e`", "duplicate_id `i`", "duplicate_id `j`"]);
    assert_eq!(directory.experts().len(), 1);
    assert_eq!((directory.experts()[0].name.as_str(), directory.experts()[0].criteria.len()), ("e", 0));
    assert_eq!(directory.institutions()[0].aliases, ["ancien", "commun"]);
    assert_eq!(directory.institution("COMMUN").unwrap().id, "i");
}

#[test]
fn what_is_no_directory_at_all_is_refused_all_the_same() {
    for text in ["", "{", "[]", "42", "{\"themes\": 3}", "null"] {
        assert!(leniently(text).is_err(), "{text}");
    }
    assert!(open_leniently("/nowhere/at/all").is_err());
    // Nothing wrong, and nothing there.
    assert!(leniently("{}").is_ok());
}

#[test]
fn a_territory_without_zones_is_an_error_and_takes_nobody_away_silently() {
    for zones in ["[]", "[\"\"]", "[null]", "null", "\" \""] {
        let json = format!(
            r#"{{"territories": [{{"id": "x", "label": "X", "zones": {zones}}}],
                "institutions": [{{"id": "i", "name": "I"}}],
                "antennes": [{{"id": "a", "institution": "i", "name": "A", "zones": ["territory:x"]}}]}}"#
        );
        let found = check_json(&json);
        assert!(found.iter().any(|one| one.severity == Severity::Error), "{zones}: {found:?}");
    }
}

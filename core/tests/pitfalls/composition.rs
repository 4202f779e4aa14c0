//! Rows R1 to R14: how rules compose, the directory, its people.

use aiguillage::directory::Import;
use aiguillage::{Directory, MatchOptions, Router, RulesVersion};
use serde_json::{Value, json};

use crate::{
    accepts, criterion, document, expert, experts, findings, matching, need, read_leniently, refusal,
    refused, router, shown,
};

#[test]
fn r01_a_criterion_with_subjects_applies_to_those_only() {
    let competences = json!([{"subject": "s"}, {"subject": "u"}]);
    let router = experts(json!([expert(
        "e",
        json!({"competences": competences, "criteria": [{"subjects": ["u"], "min_headcount": 10}]})
    )]));
    let small = |subject: &str| json!({"subject": subject, "headcount": 3});
    assert!(accepts(&router, small("s")) && !accepts(&router, small("u")));
    // Without subjects it applies to all; one that names none that exists is left out, not widened.
    assert!(!accepts(&criterion(json!({"subjects": [], "min_headcount": 10})), small("s")));
    let dangling =
        json!({"experts": [expert("e", json!({"criteria": [{"subjects": ["v"], "min_headcount": 10}]}))]});
    assert_eq!(refusal(dangling.clone()), "unknown_subject");
    assert!(accepts(&Router::new(read_leniently(dangling).unwrap()), small("s")));
}

#[test]
fn r02_composition_is_a_named_setting_that_answers_quote() {
    let with_rules = |rules: &str| {
        let criteria = json!([{"min_headcount": 10}, {"min_years": 3}]);
        let institution = json!([{"id": "i", "name": "I", "criteria": [{"excluded_naf": ["A"]}]}]);
        let experts = json!([expert("e", json!({ "criteria": criteria }))]);
        router(json!({"institutions": institution, "experts": experts, "rules": rules}))
    };
    let (every, any) = (with_rules("every"), with_rules("any-in-level"));
    let half = || json!({"headcount": 30, "created_on": "2026-01-01", "naf": "10.71C"});
    assert!(!accepts(&every, half()) && accepts(&any, half()));
    // Every level still counts.
    assert!(!accepts(&any, json!({"headcount": 30, "naf": "01.11Z"})));
    assert_eq!(every.match_experts(&need(half())).unwrap().rules(), RulesVersion::Every);
    assert_eq!(any.match_experts(&need(half())).unwrap().rules(), RulesVersion::AnyInLevel);
    assert_eq!(router(json!({})).directory().rules(), RulesVersion::default());
    let found = findings(json!({"rules": "anyinlevel"}));
    assert_eq!((found[0].0, found[0].1.as_str()), ("invalid_value", "anyinlevel"));
}

#[test]
fn r03_one_group_of_answers_is_enough_and_an_open_question_contradicts_nothing() {
    let groups = json!([
        {"subject": "s", "answers": {"q": true, "r": false}},
        {"subject": "s", "answers": {"q": false}},
        {"subject": "u", "answers": {"of_u": true}}
    ]);
    let institution = json!([{"id": "i", "name": "I", "answer_groups": groups}]);
    let router = router(json!({"institutions": institution, "experts": [expert("e", json!({}))]}));
    for (answers, expected) in [
        (json!({}), true),
        (json!({"q": true}), true),
        (json!({"r": true}), true),
        (json!({"q": true, "r": false}), true),
        (json!({"q": true, "r": true}), false),
        (json!({"q": false, "r": true}), true),
    ] {
        assert_eq!(accepts(&router, json!({ "answers": answers })), expected, "{answers}");
    }
    let (code, field, hint) = refused(&router, json!({"answers": {"of_u": true}}));
    assert_eq!((code, field.as_str()), ("unknown_question", "answers.of_u"));
    assert!(hint.contains("`u`"));
}

#[test]
fn r04_answers_are_true_or_false_and_no_text() {
    let router = experts(json!([expert("e", json!({}))]));
    for wrong in [json!("true"), json!(1), json!("oui"), json!([true])] {
        let (code, field, _) = refused(&router, json!({"answers": {"q": wrong}}));
        assert_eq!((code, field.as_str()), ("invalid_value", "answers.q"), "{wrong}");
    }
    let group = |answer: Value| json!({"institutions": [{"id": "i", "name": "I", "answer_groups": [{"subject": "s", "answers": {"q": answer}}]}]});
    assert_eq!(refusal(group(json!("true"))), "invalid_value");
    assert!(Router::from_json(&document(group(json!(true)))).is_ok());
}

#[test]
fn r05_the_origin_of_a_need_is_a_criterion_like_any_other() {
    let router = criterion(json!({"origins": ["campagne-2026"]}));
    assert!(accepts(&router, json!({"origin": "campagne-2026"})));
    assert!(accepts(&router, json!({"origin": " campagne-2026 "})));
    for other in [json!("campagne"), json!("CAMPAGNE-2026"), json!(""), Value::Null] {
        assert!(!accepts(&router, json!({ "origin": other })));
    }
    let lax = criterion(json!({"origins": ["campagne-2026"], "when_unknown": "accept"}));
    assert_eq!(shown(&lax, json!({}))["unverified"], json!(["origin"]));
    assert!(!accepts(&lax, json!({"origin": "site"})));
}

#[test]
fn r06_a_renamed_institution_keeps_its_former_names_and_an_unknown_one_is_an_error() {
    let institutions = json!([{"id": "france-travail", "name": "France Travail", "aliases": ["pole-emploi", "Pôle emploi Hauts-de-France"]}]);
    let named = |name: &str| {
        json!({
            "institutions": institutions,
            "antennes": [{"id": "a", "institution": name, "name": "Amiens", "zones": ["departement:80"]}],
            "experts": [expert("e", json!({}))],
        })
    };
    for alias in ["pole-emploi", "Pôle-Emploi", "pole emploi hauts de france"] {
        let found = findings(named(alias));
        let warning = ("institution_alias", alias.to_owned(), Some("france-travail".to_owned()));
        assert!(found.contains(&warning), "{found:?}");
        assert_eq!(shown(&router(named(alias)), json!({}))["institution"], "france-travail");
    }
    let found = findings(named("france-travail-pro"));
    assert!(
        found.iter().any(|(code, text, _)| *code == "unknown_institution" && text == "france-travail-pro")
    );
    assert_eq!(refusal(named("france-travai")), "unknown_institution");
    let nearest = findings(named("france-travai"));
    assert_eq!(nearest[0].2.as_deref(), Some("france-travail"));
}

#[test]
fn r07_who_cannot_be_reached_is_never_routed_and_is_listed() {
    let parts = json!({
        "institutions": [{"id": "i", "name": "I"}, {"id": "closed", "name": "C", "active": false}],
        "antennes": [
            {"id": "a", "institution": "i", "name": "A", "zones": ["departement:80"]},
            {"id": "shut", "institution": "i", "name": "S", "zones": ["departement:80"], "active": false},
            {"id": "of_closed", "institution": "closed", "name": "O", "zones": ["departement:80"]},
            {"id": "nowhere", "institution": "i", "name": "N"}
        ],
        "experts": [
            expert("reached", json!({})),
            expert("gone", json!({"active": false})),
            expert("of_shut", json!({"antenne": "shut"})),
            expert("of_closed", json!({"antenne": "of_closed"})),
            expert("idle", json!({"competences": []})),
            expert("lost", json!({"antenne": "nowhere"})),
        ]
    });
    assert_eq!(matching(&router(parts.clone()), json!({})), ["reached"]);
    let found = findings(parts);
    let never: Vec<_> =
        found.iter().filter(|(code, ..)| *code == "expert_never_matches").map(|(_, id, _)| id).collect();
    assert_eq!(never, ["idle", "lost"]);
    assert_eq!(refusal(json!({"experts": [expert("e", json!({"antenne": "deleted"}))]})), "unknown_antenne");
}

#[test]
fn r08_an_expert_who_holds_a_subject_twice_receives_the_need_once() {
    let offers = json!([
        {"subject": "s", "note": "Diagnostic"},
        {"subject": "s", "note": "Prêt", "zones": ["commune:80021"]},
        {"subject": "s"},
        {"subject": "s", "note": "Ailleurs", "zones": ["commune:80001"]}
    ]);
    let router = experts(json!([expert("e", json!({ "competences": offers }))]));
    let one = shown(&router, json!({}));
    assert_eq!(one["note"], "Diagnostic; Prêt");
    assert_eq!((&one["zone"], &one["zone_owner"]), (&json!("commune:80021"), &json!("competence")));
    assert_eq!(shown(&router, json!({"commune": "80001"}))["note"], "Diagnostic; Ailleurs");
}

#[test]
fn r10_absences_include_both_days_and_put_people_last() {
    let router = experts(json!([
        expert(
            "away",
            json!({"zones": ["commune:80021"], "absences": [
                {"from": "2026-12-24", "until": "2026-12-31"}, {"from": "2027-01-01", "until": "2027-01-03"}
            ]})
        ),
        expert("here", json!({})),
    ]));
    let order = |on: &str| -> Vec<(String, Option<String>)> {
        let matches = router.match_experts(&need(json!({ "on": on }))).unwrap();
        let until = matches.iter().map(|one| one.absent_until.map(|day| day.to_string()));
        matches.iter().map(|one| one.expert.id.clone()).zip(until).collect()
    };
    let present = [("away".to_owned(), None), ("here".to_owned(), None)];
    let absent = [("here".to_owned(), None), ("away".to_owned(), Some("2027-01-03".to_owned()))];
    assert_eq!(order("2026-12-23"), present);
    for day in ["2026-12-24", "2026-12-31", "2027-01-01", "2027-01-03"] {
        assert_eq!(order(day), absent, "{day}");
    }
    assert_eq!(order("2027-01-04"), present);
    let first = MatchOptions { limit: Some(1), ..MatchOptions::default() };
    let matches = router.match_experts_with(&need(json!({"on": "2026-12-24"})), &first).unwrap();
    assert_eq!(matches.get(0).unwrap().expert.id, "here");
    let backwards = json!({"absences": [{"from": "2026-12-31", "until": "2026-12-24"}]});
    assert_eq!(refusal(json!({"experts": [expert("e", backwards)]})), "empty_range");
}

#[test]
fn r11_a_team_is_an_expert_whose_absence_counts_too() {
    // A team is one expert by its e-mail; an absence that all of it shares is the expert's.
    let base = Directory::from_json(&document(json!({}))).unwrap();
    let mut import = Import::onto(&base);
    let sheet = "Institution;Antenne;Prénom et nom;Email;Nom de l'équipe;Email de l'équipe;Sujet\n\
                 Institution;Somme;Une;une@i.example;Équipe;equipe@i.example;s\n\
                 Institution;Somme;Deux;deux@i.example;Équipe;Equipe@i.example;s\n";
    import.experts("experts.csv", sheet.as_bytes());
    let directory = import.finish().unwrap();
    assert_eq!(directory.experts().len(), 1);
    assert_eq!(directory.experts()[0].name, "Équipe");

    let mut team = serde_json::to_value(&directory.experts()[0]).unwrap();
    team["absences"] = json!([{"from": "2026-11-23", "until": "2026-11-23"}]);
    let router = experts(json!([team, expert("other", json!({"antenne": "national"}))]));
    let matches = router.match_experts(&need(json!({}))).unwrap();
    let order: Vec<_> = matches.iter().map(|one| one.expert.name.clone()).collect();
    assert_eq!(order, ["other", "Équipe"]);
}

#[test]
fn r14_an_ambiguous_name_is_reported_with_its_line_and_what_is_written_reads_back() {
    let subjects = json!([{"id": "s", "theme": "t", "label": "Recruter"}, {"id": "u", "theme": "v", "label": "Recruter"}]);
    let themes = json!([{"id": "t", "label": "Emploi"}, {"id": "v", "label": "Mer"}]);
    let base = Directory::from_json(&document(json!({"themes": themes, "subjects": subjects}))).unwrap();
    let read = |subject: &str| {
        let mut import = Import::onto(&base);
        let sheet = format!(
            "Institution;Antenne;Prénom et nom;Email;Sujet\nInstitution;Somme;Une;une@i.example;{subject}\n"
        );
        import.experts("experts.csv", sheet.as_bytes());
        import.finish()
    };
    let error = read("Recruter").unwrap_err();
    let fault = &error.diagnostics()[0];
    assert_eq!((fault.code.as_str(), fault.line, fault.column), ("unknown_subject", Some(2), Some(5)));
    assert!(fault.message().contains("s, u"), "{}", fault.message());

    for (written, subject) in [("s", "s"), ("Emploi:Recruter", "s"), ("mer : recruter", "u")] {
        let directory = read(written).unwrap();
        assert_eq!(directory.experts()[0].competences[0].subject, subject, "{written}");
        assert_eq!(Directory::from_json(&directory.to_json()).unwrap(), directory);
        let folder = tempfile::tempdir().unwrap();
        directory.save_csv(folder.path()).unwrap();
        assert_eq!(Directory::open(folder.path()).unwrap(), directory);
    }
}

//! Demand on the sample directory and its year, and what each figure means. `tests/properties/demand.rs` holds
//! every figure and every change to a plain count.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::collections::BTreeSet;
use std::path::PathBuf;

use aiguillage::demand::{DemandBy, DemandChangeKind, DemandQuery, DemandReport, DemandRow};
use aiguillage::follow_up::{Referral, ReferralState};
use aiguillage::impact::ReferralFile;
use aiguillage::language::Language;
use aiguillage::{Answer, Need, Router};
use serde_json::{Value, json};

fn sample() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../examples/hauts-de-france")
}

fn year() -> Vec<Need> {
    let bytes = std::fs::read(sample().join("needs.csv")).unwrap();
    let rows = Need::read_csv("needs.csv", &bytes).unwrap().rows;
    rows.into_iter().map(|row| row.need.unwrap()).collect()
}

fn row<'r>(report: &'r DemandReport, id: &str) -> &'r DemandRow {
    report.rows.iter().find(|row| row.id == id).unwrap()
}

/// How many needs an institution matches, asked one by one.
fn matched(router: &Router, needs: &[Need], institution: &str) -> u64 {
    let matches = |need: &&Need| {
        let found = router.match_experts(need).unwrap();
        found.iter().any(|one| one.institution.id == institution)
    };
    needs.iter().filter(matches).count() as u64
}

#[test]
fn the_sample_names_the_change_that_brings_four_institutions_most() {
    let router = Router::open(sample()).unwrap();
    let needs = year();
    let institutions = ["agefiph", "apec", "banque-de-france", "urssaf"];
    let all =
        DemandQuery { institutions: institutions.map(str::to_owned).to_vec(), ..DemandQuery::default() };
    let is_other = |kind: &DemandChangeKind| *kind != DemandChangeKind::Subject;
    let others = DemandChangeKind::ALL.iter().copied().filter(is_other).collect();
    let on_their_subjects = DemandQuery { kinds: others, ..all.clone() };
    let mut firsts = Vec::new();
    for query in [all, on_their_subjects] {
        let report = router.demand(&needs, &[], &query).unwrap();
        assert!(report.rows.iter().map(|row| row.id.as_str()).eq(institutions));
        for row in &report.rows {
            let before = matched(&router, &needs, &row.id);
            assert_eq!(row.matched, before, "{}", row.id);
            for change in &row.changes {
                let changed = router.with_changes(&change.document).unwrap();
                let after = matched(&changed, &needs, &row.id);
                assert_eq!(after, before + change.needs, "{}", change.sentence);
            }
            let first =
                row.changes.first().map(|first| (first.kind.as_str(), first.subject.clone(), first.needs));
            firsts.push((row.id.clone(), first));
        }
    }
    let first =
        |id: &str, kind, subject: &str, needs| (id.to_owned(), Some((kind, Some(subject.to_owned()), needs)));
    assert_eq!(
        firsts,
        [
            first("agefiph", "subject", "recruter", 206),
            first("apec", "answers", "recruter", 129),
            first("banque-de-france", "subject", "recruter", 95),
            first("urssaf", "subject", "recruter", 144),
            // Agefiph matches everything that it is asked.
            ("agefiph".to_owned(), None),
            first("apec", "answers", "recruter", 129),
            first("banque-de-france", "answers", "financer-projet", 26),
            first("urssaf", "answers", "tresorerie", 51),
        ]
    );
}

#[test]
fn what_was_sent_answered_and_helped_is_that_of_the_referrals() {
    let router = Router::open(sample()).unwrap();
    let bytes = std::fs::read(sample().join("referrals.csv")).unwrap();
    let referrals = ReferralFile::read_csv("referrals.csv", &bytes, None).unwrap().referrals;
    let needs = year();
    let known: BTreeSet<&str> = needs.iter().filter_map(|need| need.id.as_deref()).collect();
    for by in [DemandBy::Institution, DemandBy::Expert] {
        let query = DemandQuery { by, changes: 0, ..DemandQuery::default() };
        let report = router.demand(&needs, &referrals, &query).unwrap();
        let mut sent = 0;
        for row in &report.rows {
            // Everybody who had a referral, with its state there.
            let count = |counts: fn(ReferralState) -> bool| {
                let present = referrals.iter().map(|one| (one, &one.institution, &one.expert, one.state));
                let past = referrals.iter().flat_map(|one| {
                    one.past.iter().map(move |past| (one, &past.institution, &past.expert, past.state))
                });
                let in_row = |(one, institution, expert, state): (&Referral, &String, &String, _)| {
                    let id = if by == DemandBy::Expert { expert } else { institution };
                    let counts = *id == row.id && known.contains(one.need.as_str()) && counts(state);
                    counts.then(|| one.need.clone())
                };
                present.chain(past).filter_map(in_row).collect::<BTreeSet<_>>().len() as u64
            };
            let told = row.referrals.unwrap();
            assert_eq!(told.sent, count(|_| true), "{}", row.id);
            let answers = |state| !matches!(state, ReferralState::Waiting | ReferralState::TakenBySibling);
            assert_eq!(told.answered, count(answers), "{}", row.id);
            assert_eq!(told.helped, count(|state| state == ReferralState::Done), "{}", row.id);
            sent += told.sent;
        }
        assert!(sent > 2_000, "{sent}");
    }
}

/// Two institutions in the Somme: `i` with an expert who is away, `j` with one who stands in.
fn small(more: Value) -> Router {
    let expert = |id: &str, antenne: &str, subject: &str, more: Value| {
        let mut expert =
            json!({"id": id, "antenne": antenne, "name": id, "competences": [{"subject": subject}]});
        expert.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        expert
    };
    let absences =
        json!({"absences": [{"from": "2026-01-01", "until": "2026-12-31", "substitute": "other"}]});
    let mut directory = json!({
        "themes": [{"id": "t", "label": "T"}],
        "subjects": [
            {"id": "s", "theme": "t", "label": "Sujet S"},
            {"id": "old", "theme": "t", "label": "Ancien", "archived": true}
        ],
        "institutions": [
            {"id": "i", "name": "Institution I", "aliases": ["alias"]},
            {"id": "j", "name": "J"}
        ],
        "antennes": [
            {"id": "a", "institution": "i", "name": "Somme", "zones": ["departement:80"],
             "criteria": [{"min_headcount": 20}]},
            {"id": "b", "institution": "j", "name": "B", "zones": ["region:32"]}
        ],
        "experts": [
            expert("away", "a", "s", absences),
            expert("other", "b", "old", json!({})),
        ]
    });
    directory.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    Router::from_json(&directory.to_string()).unwrap()
}

fn need(subject: &str, commune: &str, headcount: Option<u32>) -> Need {
    Need { headcount, on: "2026-11-30".parse().ok(), ..Need::new(subject, commune) }
}

#[test]
fn who_stands_in_does_so_in_the_row_of_the_absent_one() {
    let router = small(json!({}));
    let needs = [need("s", "80021", Some(30)), need("s", "80021", Some(3)), need("old", "80021", None)];
    let report = router.demand(&needs, &[], &DemandQuery::default()).unwrap();
    assert_eq!(router.match_experts(&needs[0]).unwrap().get(0).unwrap().expert.id, "other");
    let i = row(&report, "i");
    assert_eq!((i.asked, i.matched, i.outside, i.stopped.len()), (2, 1, 0, 1));
    let j = row(&report, "j");
    assert_eq!((j.asked, j.matched, j.stopped[0].rule.as_str()), (1, 0, "subject"));
}

#[test]
fn referrals_to_whom_no_row_has_are_counted_apart() {
    let router = small(json!({}));
    let needs = [Need { id: Some("n".into()), ..need("s", "80021", Some(30)) }];
    let referral = |id: &str, need: &str, expert: &str, antenne: &str, institution: &str, past: Value| {
        let referral = json!({"id": id, "need": need, "expert": expert, "antenne": antenne, "past": past,
            "institution": institution, "sent_on": "2026-11-30", "state": "waiting"});
        serde_json::from_value::<Referral>(referral).unwrap()
    };
    let before = json!([{"expert": "gone", "antenne": "a", "institution": "i", "sent_on": "2026-11-29",
        "until": "2026-11-30", "state": "not_for_me"}]);
    let referrals = [
        referral("1", "n", "away", "a", "i", json!([])),
        referral("2", "n", "gone", "a", "i", json!([])),
        referral("3", "n", "gone", "closed", "i", json!([])),
        referral("4", "n", "gone", "closed", "merged", json!([])),
        // Once, whoever of those who had it is in no row.
        referral("5", "n", "other", "b", "j", before),
        referral("6", "of another file", "gone", "closed", "merged", json!([])),
    ];
    let told = |by, institutions: &[&str]| {
        let institutions = institutions.iter().map(|id| (*id).to_owned()).collect();
        let query = DemandQuery { by, institutions, changes: 0, ..DemandQuery::default() };
        let report = router.demand(&needs, &referrals, &query).unwrap();
        let sent: Vec<u64> = report.rows.iter().map(|row| row.referrals.unwrap().sent).collect();
        (report.referrals_elsewhere, sent)
    };
    assert_eq!(told(DemandBy::Institution, &[]), (1, vec![1, 1]));
    assert_eq!(told(DemandBy::Antenne, &[]), (2, vec![1, 1]));
    assert_eq!(told(DemandBy::Expert, &[]), (4, vec![1, 1]));
    assert_eq!(told(DemandBy::Institution, &["j"]), (5, vec![1]));
    let none = router.demand(&needs, &[], &DemandQuery::default()).unwrap();
    assert_eq!(none.referrals_elsewhere, 0);
}

#[test]
fn changes_are_told_in_both_languages() {
    let router = small(json!({}));
    let needs = [
        need("s", "80021", Some(12)),
        need("s", "80021", None),
        need("s", "59350", Some(30)),
        need("s", "60057", Some(40)),
    ];
    let sentences = |language| {
        let query = DemandQuery { institutions: vec!["alias".into()], language, ..DemandQuery::default() };
        let report = router.demand(&needs, &[], &query).unwrap();
        assert_eq!(report.rows.len(), 1);
        report.rows[0].changes.iter().map(|change| change.sentence.clone()).collect::<Vec<_>>()
    };
    assert_eq!(
        sentences(Language::French),
        [
            "Filtre n° 1 de l’antenne « Somme » : le retirer (2 besoins de plus).",
            "Ajouter Hauts-de-France (region:32) au territoire de l’antenne « Somme » (2 besoins de plus).",
            "Filtre n° 1 de l’antenne « Somme » : « au moins 12 salariés » au lieu de « au moins 20 salariés » (1 besoin de plus).",
            "Filtre n° 1 de l’antenne « Somme » : accepter, à vérifier, quand l’information manque (1 besoin de plus).",
            "Ajouter Lille (commune:59350) au territoire de l’antenne « Somme » (1 besoin de plus).",
            "Ajouter Beauvais (commune:60057) au territoire de l’antenne « Somme » (1 besoin de plus).",
        ]
    );
    assert_eq!(
        sentences(Language::English)[..3],
        [
            "Criterion 1 of the antenne “Somme”: take it away (2 needs more).",
            "Add Hauts-de-France (region:32) to the territory of the antenne “Somme” (2 needs more).",
            "Criterion 1 of the antenne “Somme”: “at least 12 employees” instead of “at least 20 employees” (1 need more).",
        ]
    );
}

#[test]
fn combinations_of_answers_are_told_apart_and_equals_are_in_order() {
    let group =
        |second: bool| json!({"subject": "s", "answers": {"first": true, "second": second, "how": "tel"}});
    let questions = json!([
        {"id": "first", "label": "Première ?"},
        {"id": "second", "label": "Seconde ?"},
        {"id": "how", "label": "Comment ?",
         "choices": [{"id": "tel", "label": "Téléphone"}, {"id": "visio", "label": "Visio"}]}
    ]);
    let router = small(json!({
        "subjects": [
            {"id": "s", "theme": "t", "label": "Sujet S", "questions": questions},
            {"id": "old", "theme": "t", "label": "Ancien", "archived": true}
        ],
        "institutions": [
            {"id": "i", "name": "I", "answer_groups": [group(true), group(false)]}, {"id": "j", "name": "J"}
        ]
    }));
    let mut asking = need("s", "80021", Some(30));
    let changes = |need: &Need, language| {
        let kinds = vec![DemandChangeKind::Answers];
        let query = DemandQuery { kinds, of_kind: 10, language, ..DemandQuery::default() };
        let report = router.demand(std::slice::from_ref(need), &[], &query).unwrap();
        let changes = &row(&report, "i").changes;
        for change in changes {
            let changed = router.with_changes(&change.document).unwrap();
            let report = changed.demand(std::slice::from_ref(need), &[], &query).unwrap();
            assert_eq!(row(&report, "i").matched, 1, "{}", change.sentence);
        }
        changes.iter().map(|change| change.sentence.clone()).collect::<Vec<_>>()
    };
    asking.answers.insert("first".to_owned(), false.into());
    assert_eq!(
        changes(&asking, Language::French),
        [1, 2].map(|number| format!(
            "Réponses attendues par l’institution « I » sur « Sujet S », combinaison n° {number} : \
         ne plus tenir compte de la question « Première ? » (1 besoin de plus)."
        ))
    );
    assert_eq!(
        changes(&asking, Language::English),
        [1, 2].map(|number| format!(
            "Answers that the institution “I” waits for on “Sujet S”, combination {number}: \
         leave the question “Première ?” out (1 need more)."
        ))
    );
    // What asks for less comes first: a choice more, then a question less.
    asking.answers.insert("first".to_owned(), true.into());
    asking.answers.insert("how".to_owned(), Answer::Choices(vec!["visio".into()]));
    let told = changes(&asking, Language::English);
    let whats = ["accept “Visio” to the question “Comment ?” too", "leave the question “Comment ?” out"];
    assert_eq!(told.len(), 4);
    for (told, (what, number)) in told.iter().zip(whats.into_iter().flat_map(|what| [(what, 1), (what, 2)])) {
        assert!(told.contains(&format!("combination {number}: {what}")), "{told}");
    }
}

#[test]
fn an_origin_for_each_visit_hangs_nothing() {
    let criteria = json!([{"origins": ["salon"]}]);
    let router = small(json!({"institutions": [
        {"id": "i", "name": "I", "criteria": criteria}, {"id": "j", "name": "J"}
    ]}));
    let of = |origin: String| Need { origin: Some(origin), ..need("s", "80021", Some(30)) };
    // The last of all by name is the most frequent.
    let visits = (0..20_000).map(|visit| of(format!("visit-{visit:05}")));
    let needs: Vec<Need> = visits.chain((0..3).map(|_| of("zz".to_owned()))).collect();
    let query = DemandQuery {
        institutions: vec!["i".into()],
        kinds: vec![DemandChangeKind::Entry],
        changes: 1_000,
        of_kind: 1_000,
        ..DemandQuery::default()
    };
    let report = router.demand(&needs, &[], &query).unwrap();
    let changes = &row(&report, "i").changes;
    assert_eq!(changes.len(), 200);
    let told = |position: usize| (changes[position].after.as_deref(), changes[position].needs);
    assert_eq!(
        [told(0), told(1), told(199)],
        [(Some("zz"), 3), (Some("visit-00000"), 1), (Some("visit-00198"), 1)]
    );
}

#[test]
fn faulty_needs_sink_nothing_and_unknown_names_are_errors() {
    let router = small(json!({}));
    let mut faulty = need("s", "99999", None);
    faulty.id = Some("b-2".into());
    let needs = [need("s", "80021", Some(30)), faulty, need("s", "80021", Some(31))];
    let report = router.demand(&needs, &[], &DemandQuery::default()).unwrap();
    assert_eq!((report.needs, report.faults.len(), row(&report, "i").matched), (2, 1, 2));
    let fault = &report.faults[0];
    assert_eq!(
        (fault.position, fault.need.as_deref(), fault.code.as_str()),
        (1, Some("b-2"), "unknown_commune")
    );

    let refused = |query: DemandQuery| {
        let error = router.demand(&needs, &[], &query).unwrap_err();
        (error.code(), error.field().unwrap().to_owned())
    };
    let names = vec!["zz".to_owned()];
    let query = DemandQuery { institutions: names.clone(), ..DemandQuery::default() };
    assert_eq!(refused(query), ("unknown_institution", "institutions".to_owned()));
    let query = DemandQuery { subjects: names, ..DemandQuery::default() };
    assert_eq!(refused(query), ("unknown_subject", "subjects".to_owned()));
    let query = DemandQuery { subjects: vec!["old".into()], ..DemandQuery::default() };
    assert_eq!(router.demand(&needs, &[], &query).unwrap().needs, 0);
}

#[test]
fn entries_of_lists_are_named() {
    let criteria = |criterion: Value| json!({"institutions": [{"id": "i", "name": "I", "criteria": [criterion]}, {"id": "j", "name": "J"}]});
    let company = Need::from_json(
        r#"{"subject": "s", "commune": "80021", "on": "2026-11-30", "headcount": 30, "naf": "10.71C",
            "legal_form": "5710", "activities": ["ARTISANALE"]}"#,
    )
    .unwrap();
    let told = |criterion: Value, kind: DemandChangeKind| {
        let query =
            DemandQuery { institutions: vec!["i".into()], kinds: vec![kind], ..DemandQuery::default() };
        let report = small(criteria(criterion)).demand(std::slice::from_ref(&company), &[], &query).unwrap();
        let change = report.rows[0].changes[0].clone();
        (change.before.or(change.after).unwrap_or_default(), change.sentence)
    };
    let of = |rest: &str| format!("Filtre n° 1 de l’institution « I » : {rest} (1 besoin de plus).");
    for (criterion, kind, entry, sentence) in [
        (
            json!({"accepted_naf": ["62"]}),
            DemandChangeKind::Entry,
            "10",
            "ajouter 10 à la liste « activités acceptées »",
        ),
        (
            json!({"accepted_legal_forms": ["10"]}),
            DemandChangeKind::Entry,
            "5710",
            "ajouter 5710 à la liste « formes juridiques acceptées »",
        ),
        (
            json!({"excluded_zones": ["departement:80", "departement:59"]}),
            DemandChangeKind::Exclusion,
            "departement:80",
            "retirer Somme (departement:80) de la liste « territoires exclus »",
        ),
        (
            json!({"accepted_activities": ["COMMERCIALE"]}),
            DemandChangeKind::Entry,
            "ARTISANALE",
            "ajouter « Artisanale » à la liste « natures d’activité acceptées »",
        ),
    ] {
        assert_eq!(told(criterion, kind), (entry.to_owned(), of(sentence)));
    }
}

//! Requests: every figure against a plain count, at any day, by any group.

use std::collections::BTreeMap;

use aiguillage::follow_up::{
    ClosureReason, HoldReason, RequestEvent, RequestEventKind, Survey, TrackedNeed, TrackedRequest, Transfer,
    fold_requests, from_json, transfer,
};
use aiguillage::impact::{
    Dimension, Figures, ImpactFacts, ImpactQuery, ImpactReport, Period, RequestFigures,
};
use aiguillage::language::Language;
use jiff::ToSpan;
use jiff::civil::Date;

use super::super::{day, need, referral};

/// A year of requests: events as they happen by chance.
fn live(seed: u64, count: usize) -> Vec<RequestEvent> {
    let mut rng = fastrand::Rng::with_seed(seed);
    let mut events = Vec::new();
    for number in 0..count {
        let id = format!("d{number}");
        let mut on = day(1, 1).checked_add(rng.i64(0..330).days()).unwrap();
        let subject = ["recruter", "former", "clients"][rng.usize(..3)];
        let event = |kind, on| RequestEvent::new(id.clone(), kind, on);
        events.push(RequestEvent {
            subject: (rng.u8(..4) > 0).then(|| subject.to_owned()),
            origin: rng.bool().then(|| "site".to_owned()),
            commune: rng.bool().then(|| "59350".to_owned()),
            ..event(RequestEventKind::Deposited, on)
        });
        for step in 0..rng.usize(..5) {
            on = on.checked_add(rng.i64(0..4).days()).unwrap();
            let kind = RequestEventKind::ALL[rng.usize(1..RequestEventKind::ALL.len())];
            let is = |wanted| kind == wanted;
            events.push(RequestEvent {
                subject: is(RequestEventKind::Requalified)
                    .then(|| ["recruter", "former", "clients"][rng.usize(..3)].to_owned()),
                needs: if is(RequestEventKind::Transmitted) {
                    vec![format!("n{number}-{step}")]
                } else {
                    vec![]
                },
                held_for: is(RequestEventKind::Held)
                    .then(|| HoldReason::ALL[rng.usize(..HoldReason::ALL.len())]),
                closed_for: is(RequestEventKind::Closed)
                    .then(|| ClosureReason::ALL[rng.usize(..ClosureReason::ALL.len())]),
                ..event(kind, on)
            });
        }
    }
    events
}

fn measure(requests: &[TrackedRequest], query: &ImpactQuery) -> ImpactReport {
    let needs: Vec<TrackedNeed> =
        requests.iter().flat_map(|own| &own.needs).map(|id| need(id, day(1, 1))).collect();
    let facts = ImpactFacts { needs: &needs, requests, ..ImpactFacts::default() };
    let report = facts.measure(query, None).unwrap();
    assert!(report.faults.is_empty(), "{:?}", report.faults);
    report
}

/// Counts plainly, by the words of the definitions.
fn check(requests: &[&TrackedRequest], on: Date, figures: &RequestFigures) {
    let mut counts: BTreeMap<String, u64> = BTreeMap::new();
    for own in requests {
        let mut add = |name: &str| *counts.entry(name.to_owned()).or_default() += 1;
        add("deposited");
        let by = |day: Option<Date>| day.is_some_and(|day| day <= on);
        let waiting = (on - own.deposited_on).get_days() > 3;
        if by(own.closed_on) {
            add("closed");
            add(own.closed_for.unwrap().as_str());
        } else if by(own.transmitted_on) {
            add("transmitted");
            let days = (own.transmitted_on.unwrap() - own.deposited_on).get_days();
            if days < 3 {
                add("in time");
            }
        } else {
            add(if by(own.held_on) { "held" } else { "to read" });
            if waiting {
                add("late");
            }
        }
        if own.chosen_subject.is_some() {
            add("chosen");
            if own.chosen_subject != own.subject {
                add("requalified");
            }
        }
    }
    let count = |name: &str| counts.get(name).copied().unwrap_or(0);
    assert_eq!(figures.deposited, count("deposited"));
    assert_eq!((figures.to_read, figures.held), (count("to read"), count("held")));
    assert_eq!((figures.transmitted, figures.closed), (count("transmitted"), count("closed")));
    assert_eq!(figures.deposited, figures.to_read + figures.held + figures.transmitted + figures.closed);
    for closure in &figures.closures {
        assert_eq!(closure.count, count(closure.reason.unwrap().as_str()));
    }
    assert_eq!(figures.closures.iter().map(|closure| closure.count).sum::<u64>(), figures.closed);
    let in_time = figures.transmitted_in_time;
    assert_eq!((in_time.count, in_time.of), (count("in time"), count("transmitted") + count("late")));
    assert_eq!((figures.requalified.count, figures.requalified.of), (count("requalified"), count("chosen")));
    assert_eq!(figures.transmitted_share.count, count("transmitted"));
}

#[test]
fn figures_agree_with_the_plain_count_at_any_day() {
    for seed in 0..6 {
        let events = live(seed, 200);
        for on in [day(3, 1), day(7, 14), day(12, 31)] {
            // As it stood then: of what was undone later only the fold of that day knows.
            let requests = fold_requests(&events, Some(on)).requests;
            let query = ImpactQuery { period: Some(Period::Month), ..ImpactQuery::on(on) };
            let report = measure(&requests, &query);
            check(&requests.iter().collect::<Vec<_>>(), on, &report.total.requests);
            for row in &report.rows {
                let month = row.period.clone().unwrap();
                let own = requests.iter().filter(|own| own.deposited_on.to_string().starts_with(&month));
                check(&own.collect::<Vec<_>>(), on, &row.figures.requests);
            }
        }
    }
}

#[test]
fn requests_add_up_over_groups_of_every_kind() {
    let requests = fold_requests(&live(9, 300), None).requests;
    let columns: [fn(&Figures) -> u64; 5] = [
        |own| own.requests.deposited,
        |own| own.requests.held,
        |own| own.requests.transmitted,
        |own| own.requests.closed,
        |own| own.requests.transmitted_in_time.of,
    ];
    for by in Dimension::ALL.iter().filter(|by| **by != Dimension::Theme) {
        let report = measure(&requests, &ImpactQuery { by: Some(*by), ..ImpactQuery::on(day(12, 31)) });
        for of in columns {
            let sum: u64 = report.rows.iter().map(|row| of(&row.figures)).sum();
            assert_eq!(sum, of(&report.total), "{by}");
        }
    }
    let by = ImpactQuery { by: Some(Dimension::Origin), ..ImpactQuery::on(day(12, 31)) };
    for row in measure(&requests, &by).rows {
        let own = requests.iter().filter(|own| own.origin == row.group);
        check(&own.collect::<Vec<_>>(), day(12, 31), &row.figures.requests);
    }
}

#[test]
fn filters_look_at_requests_and_receivers_have_none() {
    let requests = fold_requests(&live(4, 100), None).requests;
    let only = |change: fn(&mut ImpactQuery)| {
        let mut query = ImpactQuery::on(day(12, 31));
        change(&mut query);
        measure(&requests, &query).total.requests.deposited as usize
    };
    let count = |wanted: fn(&TrackedRequest) -> bool| requests.iter().filter(|own| wanted(own)).count();
    assert_eq!(
        only(|query| query.subjects = vec!["former".into()]),
        count(|own| own.subject.as_deref() == Some("former"))
    );
    assert_eq!(only(|query| query.zones = vec!["departement:59".into()]), count(|own| own.commune.is_some()));
    assert_eq!(only(|query| query.origins = vec!["site".into()]), count(|own| own.origin.is_some()));
    assert_eq!(only(|query| query.from = Some(day(6, 1))), count(|own| own.deposited_on >= day(6, 1)),);
    assert_eq!(only(|query| query.institutions = vec!["cci".into()]), 0);
    assert_eq!(only(|query| query.advisers = vec!["a".into()]), 0);
}

#[test]
fn faulty_requests_sink_nothing() {
    let deposit = RequestEvent {
        commune: Some("99999".into()),
        ..RequestEvent::new("d", RequestEventKind::Deposited, day(11, 2))
    };
    let request = TrackedRequest::begin(&deposit).unwrap();
    let mut transmitted = TrackedRequest { id: "e".into(), commune: None, ..request.clone() };
    let needs = vec!["gone".to_owned()];
    transmitted
        .apply(&RequestEvent { needs, ..RequestEvent::new("e", RequestEventKind::Transmitted, day(11, 3)) })
        .unwrap();
    let other = TrackedRequest { origin: Some("x".into()), ..request.clone() };
    let closed = TrackedRequest { id: "f".into(), closed_on: Some(day(11, 3)), ..request.clone() };
    let requests = [request.clone(), request, transmitted, other, closed];
    let facts = ImpactFacts { requests: &requests, ..ImpactFacts::default() };
    let report = facts.measure(&ImpactQuery::on(day(12, 31)), None).unwrap();
    let faults: Vec<(&str, &str, bool)> = report
        .faults
        .iter()
        .map(|fault| (fault.code.as_str(), fault.request.as_deref().unwrap(), fault.left_out))
        .collect();
    assert_eq!(
        faults,
        [
            ("unknown_commune", "d", false),
            ("unknown_need", "e", false),
            ("duplicate_id", "d", true),
            ("invalid_value", "f", true)
        ]
    );
    assert_eq!(report.total.requests.deposited, 2, "what is given twice counts once");
    let later = facts.measure(&ImpactQuery::on(day(11, 1)), None).unwrap();
    assert_eq!(later.total.requests.deposited, 0, "nothing was deposited yet");
}

#[test]
fn the_zero_that_a_spreadsheet_took_from_a_commune_is_put_back() {
    let cut = TrackedNeed { commune: Some("2691".into()), ..need("n", day(11, 2)) };
    let facts = ImpactFacts { needs: &[cut], ..ImpactFacts::default() };
    let by = ImpactQuery { by: Some(Dimension::Departement), ..ImpactQuery::on(day(12, 31)) };
    let report = facts.measure(&by, None).unwrap();
    assert_eq!((report.faults.len(), report.rows[0].label.as_str()), (0, "Aisne"));
}

#[test]
fn needs_are_requalified_out_of_one_group_and_into_another() {
    let moved = |id: &str, from: &str, to: &str| TrackedNeed {
        first_subject: Some(from.to_owned()),
        ..TrackedNeed::new(id, to, day(11, 2))
    };
    let needs = [
        moved("a", "former", "recruter"),
        moved("b", "former", "recruter"),
        moved("c", "clients", "former"),
        moved("d", "former", "former"),
    ];
    let facts = ImpactFacts { needs: &needs, ..ImpactFacts::default() };
    let by = ImpactQuery { by: Some(Dimension::Subject), ..ImpactQuery::on(day(12, 31)) };
    let report = facts.measure(&by, None).unwrap();
    let moves = |group: &str| {
        let row = report.rows.iter().find(|row| row.group.as_deref() == Some(group)).unwrap();
        (row.figures.requalified_in, row.figures.requalified_out)
    };
    assert_eq!((moves("recruter"), moves("former"), moves("clients")), ((2, 0), (1, 2), (0, 1)));
    assert_eq!((report.total.requalified_in, report.total.requalified_out), (3, 3));
    let by = ImpactQuery { by: Some(Dimension::Origin), period: Some(Period::Month), ..by };
    let row = facts.measure(&by, None).unwrap().rows.remove(0);
    assert_eq!((row.figures.requalified_in, row.figures.requalified_out), (3, 3));
}

#[test]
fn surveys_count_where_their_needs_do() {
    let needs = [need("a", day(11, 2)), need("b", day(11, 2)), need("c", day(11, 2))];
    let survey = |text: &str| from_json::<Survey>(text).unwrap();
    let surveys = [
        survey(
            r#"{"need": "a", "asked_on": "2026-11-20", "answered_on": "2026-11-22", "called_back": true, "useful": true}"#,
        ),
        survey(
            r#"{"need": "b", "asked_on": "2026-11-20", "answered_on": "2026-11-25", "called_back": false}"#,
        ),
        survey(r#"{"need": "c", "asked_on": "2026-11-21"}"#),
        survey(r#"{"need": "c", "asked_on": "2026-11-22"}"#),
        survey(r#"{"need": "z", "asked_on": "2026-11-22"}"#),
    ];
    let done = r#""state": "done", "taken_on": "2026-11-04", "closed_on": "2026-11-05""#;
    let referrals =
        [referral("r1", "a", "cci", day(11, 2), done), referral("r2", "a", "cma", day(11, 2), done)];
    let measured = |surveys: &[Survey], query: &ImpactQuery| {
        let facts = ImpactFacts { needs: &needs, referrals: &referrals, surveys, ..ImpactFacts::default() };
        facts.measure(query, None).unwrap()
    };
    let by = ImpactQuery { by: Some(Dimension::Institution), ..ImpactQuery::on(day(12, 31)) };
    let report = measured(&surveys, &by);
    let total = &report.total.surveys;
    assert_eq!((total.asked, total.answered, total.called_back, total.satisfied), (3, 2, 1, 1));
    assert_eq!((total.answers.of, total.satisfaction.of), (3, 2));
    for row in report.rows.iter().filter(|row| row.group.is_some()) {
        assert_eq!(row.figures.surveys.satisfied, 1, "two institutions helped with the need");
    }
    let codes: Vec<&str> = report.faults.iter().map(|fault| fault.code.as_str()).collect();
    assert_eq!(codes, ["duplicate_id", "unknown_need"]);
    let mut turned = surveys.to_vec();
    turned.reverse();
    turned.extend(surveys.iter().cloned());
    assert_eq!(measured(&turned, &by).total, report.total, "neither order nor repetition matters");
    let early = measured(&surveys, &ImpactQuery::on(day(11, 23))).total.surveys;
    assert_eq!((early.asked, early.answered), (3, 1), "what was answered later is not known yet");
}

#[test]
fn before_a_transfer_a_referral_is_with_who_had_it() {
    let held = referral("r1", "a", "cci", day(11, 2), r#""state": "waiting""#);
    let to = Transfer {
        referral: "r1".into(),
        expert: "new".into(),
        antenne: None,
        institution: "cci".into(),
        on: day(11, 20),
        author: None,
    };
    let referrals = transfer(&[held], &to).unwrap().referrals;
    let facts =
        ImpactFacts { needs: &[need("a", day(11, 2))], referrals: &referrals, ..ImpactFacts::default() };
    let experts = |on| {
        let query = ImpactQuery { by: Some(Dimension::Expert), ..ImpactQuery::on(on) };
        let rows = facts.measure(&query, None).unwrap().rows;
        let waiting = rows.into_iter().filter(|row| row.figures.referrals.waiting > 0);
        waiting.filter_map(|row| row.group).collect::<Vec<_>>()
    };
    assert_eq!(
        (experts(day(11, 10)), experts(day(11, 21))),
        (vec!["e-r1".to_owned()], vec!["new".to_owned()])
    );
}

#[test]
fn bands_and_sections_are_groups() {
    let with = |id: &str, change: fn(&mut TrackedNeed)| {
        let mut need = need(id, day(11, 2));
        change(&mut need);
        need
    };
    let needs = [
        with("a", |need| (need.headcount, need.naf) = (Some(12), Some("10.71C".into()))),
        with("b", |need| (need.headcount_band, need.naf) = (Some("11".into()), Some("1071C".into()))),
        with("c", |need| (need.headcount, need.naf_2025) = (Some(0), Some("10.71G".into()))),
        with("d", |need| (need.headcount_band, need.naf) = (Some("NN".into()), Some("62.01Z".into()))),
        with("e", |need| need.headcount_band = Some("NR".into())),
        with("f", |need| (need.headcount_band, need.naf) = (Some("1".into()), Some("zzz".into()))),
    ];
    let facts = ImpactFacts { needs: &needs, ..ImpactFacts::default() };
    let groups = |by| {
        let query = ImpactQuery { by: Some(by), ..ImpactQuery::on(day(12, 31)) };
        let rows = facts.measure(&query, None).unwrap().rows;
        rows.into_iter().map(|row| (row.group, row.label, row.figures.funnel.deposited)).collect::<Vec<_>>()
    };
    let group = |id: &str, label: &str, needs| (Some(id.to_owned()), label.to_owned(), needs);
    assert_eq!(
        groups(Dimension::Headcount),
        [
            group("11", "10 à 19 salariés", 2),
            group("NN", "Aucun salarié dans l’année", 1),
            group("00", "0 salarié", 1),
            (None, "Effectif inconnu".to_owned(), 2)
        ]
    );
    let faults = facts.measure(&ImpactQuery::on(day(12, 31)), None).unwrap().faults;
    let fields: Vec<_> =
        faults.iter().map(|fault| (fault.field.as_deref().unwrap(), fault.left_out)).collect();
    assert_eq!(fields, [("headcount_band", false), ("naf", false)], "what is in no group is told");
    let sections = groups(Dimension::Section);
    assert_eq!((sections[0].0.as_deref(), sections[0].2), (Some("C"), 3));
    assert!(sections[0].1.to_lowercase().contains("industrie manufacturière"), "{sections:?}");
    assert_eq!((sections[1].0.as_deref(), sections[2].0.as_deref()), (Some("J"), None));
    let query = ImpactQuery { by: Some(Dimension::Section), least: 2, ..ImpactQuery::on(day(12, 31)) };
    let table = facts.measure(&query, None).unwrap().table_in(Language::English);
    let labels = &table.columns.iter().find(|column| column.name == "label").unwrap().texts;
    let labels: Vec<&str> = labels.iter().flatten().map(String::as_str).collect();
    assert_eq!(labels, ["Manufacturing", "Small groups together"], "what is in no group is a group");
}

#[cfg(feature = "csv")]
mod files {
    use aiguillage::impact::RequestFile;

    use super::*;

    #[test]
    fn events_are_written_and_read_back() {
        let mut events = live(2, 60);
        events[0].at = Some("2026-11-02T09:00:00Z".parse().unwrap());
        events[0].on = day(11, 2);
        events[1].author = Some("conseiller; 2".into());
        let text = RequestFile::to_csv(&events);
        let file = RequestFile::read_csv("requests.csv", text.as_bytes()).unwrap();
        let folded = fold_requests(&events, None);
        let counts = |event: &&RequestEvent| !folded.ignored.iter().any(|own| own.event == **event);
        assert_eq!(file.events, events.iter().filter(counts).cloned().collect::<Vec<_>>());
        assert!(!folded.ignored.is_empty() && file.faults.len() == folded.ignored.len());
        assert_eq!(file.requests, folded.requests);
        // What could not happen changes no day before, either.
        for month in 1..=12 {
            let on = day(month, 15);
            assert_eq!(file.on(on), fold_requests(&events, Some(on)).requests, "{on}");
        }
    }

    #[test]
    fn a_past_day_is_what_the_events_until_then_say() {
        let text = "request,on,kind,subject,needs,held_for,closed_for\n\
            a,2026-01-01,deposited,recruter,,,\na,2026-01-02,held,,,scope,\na,2026-01-10,transmitted,,b,,\n\
            c,2026-01-01,deposited,recruter,,,\nc,2026-01-02,closed,,,,spam\nc,2026-01-10,reopened,,,,\n\
            d,2026-01-01,deposited,recruter,,,\nd,2026-01-10,requalified,former,,,\n";
        let file = RequestFile::read_csv("r.csv", text.as_bytes()).unwrap();
        let on = day(1, 5);
        let facts = ImpactFacts { requests: &file.on(on), ..ImpactFacts::default() };
        let figures = facts.measure(&ImpactQuery::on(on), None).unwrap().total.requests;
        assert_eq!((figures.held, figures.closed, figures.to_read, figures.transmitted), (1, 1, 1, 0));
        assert_eq!(figures.requalified.count, 0);
    }

    #[test]
    fn bad_rows_are_told_with_their_lines() {
        let text = "request,on,kind,closed_for,needs,seq\n\
            d,2026-11-02,deposited,,,\n\
            d,2026-11-03,clsed,,,\n\
            d,32/11/2026,closed,spam,,\n\
            d,2026-11-04,closed,,,\n\
            d,2026-11-05,transmitted,,b-1 | b-2,deux\n\
            e,2026-11-05,transmitted,,b-3,2\n\
            d,46331,transmitted,,b-1 | b-2,\n";
        let file = RequestFile::read_csv("r.csv", text.as_bytes()).unwrap();
        let faults: Vec<(Option<u32>, &str, Option<&str>)> = file
            .faults
            .iter()
            .map(|fault| (fault.line, fault.code.as_str(), fault.field.as_deref()))
            .collect();
        assert_eq!(
            faults,
            [
                (Some(3), "unknown_kind", Some("kind")),
                (Some(4), "invalid_value", Some("on")),
                (Some(5), "missing_field", Some("closed_for")),
                (Some(6), "invalid_value", Some("seq")),
                (Some(7), "unknown_request", Some("request")),
                (Some(8), "repaired_cell", Some("on")),
            ]
        );
        assert_eq!(file.events.len(), 2, "what could not happen is no event");
        assert_eq!(file.requests[0].needs, ["b-1", "b-2"]);
        assert_eq!(file.requests[0].transmitted_on, Some(day(11, 5)));
        let code = |text: &str| RequestFile::read_csv("r.csv", text.as_bytes()).unwrap_err().code();
        assert_eq!((code(""), code("request,on\nd,2026-11-02\n")), ("invalid_value", "missing_field"));
        assert_eq!(code("request,on,kind,subjet\nd,2026-11-02,deposited,x\n"), "unknown_field");
        assert_eq!(code("request,on,kind,on\nd,2026-11-02,deposited,x\n"), "duplicate_id");
    }
}

//! Events as a table: of the sample's year all are there, and nothing that names a company.

use std::collections::BTreeMap;

use aiguillage::Directory;
use aiguillage::follow_up::{
    Referral, ReferralEvent, ReferralState, Survey, SurveyEvent, SurveyOutcome, TrackedNeed, fold,
    fold_surveys,
};
use aiguillage::impact::{EventTable, ImpactEvents, ImpactQuery, ReferralFile, RequestFile};
use aiguillage::language::Language;

use super::super::{day, need, referral};

const SAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../examples/hauts-de-france");

struct Year {
    directory: Directory,
    referrals: ReferralFile,
    requests: RequestFile,
}

fn year() -> Year {
    let directory = Directory::open(SAMPLE).unwrap();
    let bytes = |name: &str| std::fs::read(format!("{SAMPLE}/{name}")).unwrap();
    Year {
        referrals: ReferralFile::read_csv("r", &bytes("referrals.csv"), Some(&directory)).unwrap(),
        requests: RequestFile::read_csv("d", &bytes("requests.csv")).unwrap(),
        directory,
    }
}

/// The rows of a CSV file, by the names of their columns.
fn rows(csv: &str) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let headers = reader.headers().unwrap().clone();
    let row = |record: Result<csv::StringRecord, csv::Error>| {
        let record = record.unwrap();
        headers.iter().map(str::to_owned).zip(record.iter().map(str::to_owned)).collect()
    };
    reader.records().map(row).collect()
}

#[test]
fn the_samples_year_is_told_event_by_event() {
    let year = year();
    let known: Vec<ReferralEvent> =
        year.referrals.referrals.iter().flat_map(Referral::known_events).collect();
    let events = ImpactEvents {
        needs: &year.referrals.needs,
        requests: &year.requests.events,
        referrals: &known,
        surveys: &[],
    };
    let table = events.table();
    assert_eq!(table.len(), year.requests.events.len() + known.len());
    let rows = rows(&table.to_csv());
    assert_eq!(rows.len(), table.len());
    let count = |of: &str, kind: &str, to: &str| {
        rows.iter().filter(|row| row["of"] == of && row["kind"] == kind && row["to"] == to).count()
    };
    assert_eq!(count("request", "deposited", ""), 1_410);
    let sent = year.referrals.referrals.len();
    assert_eq!(count("referral", "sent", "waiting"), sent);
    for state in ReferralState::ALL.iter().filter(|state| !state.is_open()) {
        let closed = year.referrals.referrals.iter().filter(|referral| referral.state == *state).count();
        let refused_before = year.referrals.referrals.iter().flat_map(|referral| &referral.past);
        let refused_before = refused_before.filter(|past| past.state == *state).count();
        assert_eq!(count("referral", "moved", state.as_str()), closed + refused_before, "{state}");
    }
    assert!(rows.windows(2).all(|two| two[0]["on"] <= two[1]["on"]));
    // Whatever order the events arrive in, the table is the same.
    let mut shuffled = known.clone();
    fastrand::Rng::with_seed(7).shuffle(&mut shuffled);
    assert_eq!(ImpactEvents { referrals: &shuffled, ..events }.table(), table);

    // Each column is filled by what it is of, and no company stands in any.
    let first = rows.iter().find(|row| row["of"] == "referral" && row["to"] == "not_for_me").unwrap();
    for column in ["need", "referral", "subject", "expert", "institution", "from", "seq"] {
        assert!(!first[column].is_empty(), "{column}");
    }
    let text = table.to_csv();
    let companies = year.referrals.needs.iter().filter_map(|need| need.company.as_deref());
    let told: std::collections::HashSet<&str> = text.split([',', '\n']).collect();
    assert!(
        companies.clone().count() > 1_000 && companies.into_iter().all(|company| !told.contains(company))
    );
    assert!(
        year.referrals.needs.iter().filter_map(|need| need.commune.as_deref()).all(|own| !told.contains(own))
    );
    assert!(!text.contains("referent-"), "nobody who did something");
}

/// What a referral tells of makes it again, as far as it can be told.
#[test]
fn known_events_fold_to_their_referral() {
    let year = year();
    let kept = |referral: &Referral| {
        let (state, dates) = (referral.state, (referral.sent_on, referral.taken_on, referral.closed_on));
        let past: Vec<_> = referral.past.iter().map(|past| (past.expert.clone(), past.until)).collect();
        (referral.id.clone(), referral.expert.clone(), state, dates, referral.reason, past)
    };
    let referrals = year.referrals.referrals.iter().filter(|referral| referral.reopened_on.is_none());
    let mut some_are_reassigned = false;
    for referral in referrals {
        let folded = fold(&referral.known_events(), None);
        assert!(folded.ignored.is_empty(), "{:?}", folded.ignored);
        assert_eq!(kept(&folded.referrals[0]), kept(referral));
        some_are_reassigned |= !referral.past.is_empty();
    }
    let transferred = r#""state": "taken_in_charge", "taken_on": "2026-11-04", "past": [{"expert": "p",
        "institution": "i", "sent_on": "2026-11-02", "until": "2026-11-09", "state": "taken_in_charge"}]"#;
    let transferred = referral("r", "n", "i", day(11, 2), transferred);
    let events = transferred.known_events();
    let told: Vec<String> = events.iter().map(|own| format!("{} {} {}", own.on, own.kind, own.to)).collect();
    assert_eq!(
        told,
        [
            "2026-11-02 sent waiting",
            "2026-11-04 moved taken_in_charge",
            "2026-11-09 transferred taken_in_charge"
        ]
    );
    assert_eq!(kept(&fold(&events, None).referrals[0]), kept(&transferred));
    assert!(some_are_reassigned || year.referrals.referrals.len() > 1_000);
}

#[test]
fn a_query_lets_events_through() {
    let year = year();
    let known: Vec<ReferralEvent> =
        year.referrals.referrals.iter().flat_map(Referral::known_events).collect();
    let events = ImpactEvents {
        needs: &year.referrals.needs,
        requests: &year.requests.events,
        referrals: &known,
        surveys: &[],
    };
    let directory = Some(&year.directory);
    let everything = ImpactQuery::on(day(11, 30));
    assert_eq!(events.table_of(&everything, directory).unwrap(), events.table());
    let march = ImpactQuery::on(day(3, 31));
    let of_march = rows(&events.table_of(&march, directory).unwrap().to_csv());
    assert!(!of_march.is_empty() && of_march.iter().all(|row| row["on"].as_str() <= "2026-03-31"));
    let of_apec = ImpactQuery { institutions: vec!["apec".into()], ..everything.clone() };
    let of_apec = rows(&events.table_of(&of_apec, directory).unwrap().to_csv());
    assert!(!of_apec.is_empty() && of_apec.iter().all(|row| row["institution"] == "apec"));
    let of_one = ImpactQuery { subjects: vec!["recruter".into()], ..everything.clone() };
    let of_one = rows(&events.table_of(&of_one, directory).unwrap().to_csv());
    let is_of_one = |row: &BTreeMap<String, String>| row["of"] == "request" || row["subject"] == "recruter";
    assert!(of_one.iter().all(is_of_one) && of_one.iter().any(|row| row["of"] == "request"));
    let unknown = ImpactQuery { institutions: vec!["apecc".into()], ..everything };
    assert_eq!(events.table_of(&unknown, directory).unwrap_err().code(), "unknown_institution");
}

#[test]
fn what_a_spreadsheet_would_compute_is_protected_and_people_read_words() {
    let needs = [TrackedNeed { id: "=1+1".into(), ..need("n", day(11, 2)) }];
    let sent = referral(
        "@r",
        "=1+1",
        "+33-x",
        day(11, 2),
        r#""state": "not_for_me", "closed_on": "2026-11-03",
        "reason": "capacity""#,
    );
    let surveys = [Survey {
        need: "=1+1".into(),
        asked_on: day(11, 20),
        answered_on: Some(day(11, 21)),
        called_back: Some(true),
        useful: Some(false),
        outcomes: vec![SurveyOutcome::ActionsStarted, SurveyOutcome::Other],
    }];
    let (referrals, surveys) = (sent.known_events(), EventTable::survey_events(&surveys));
    let folded: Vec<SurveyEvent> = surveys.clone();
    assert_eq!(fold_surveys(&folded, None).surveys[0].useful, Some(false));
    let events =
        ImpactEvents { needs: &needs, referrals: &referrals, surveys: &surveys, ..ImpactEvents::default() };
    let text = events.table().to_csv_in(Language::French);
    let read = rows(&text);
    assert_eq!((read[0]["Besoin"].as_str(), read[0]["Institution"].as_str()), ("'=1+1", "'+33-x"));
    assert_eq!(read[1]["Motif"], "Pas disponible");
    assert_eq!(read[1]["État précédent"], "En attente de réponse");
    assert_eq!(read[3]["L’échange a permis"], "Engager des actions|Autre");
    assert_eq!((read[3]["Entreprise rappelée"].as_str(), read[3]["Échange utile"].as_str()), ("oui", "non"));
    assert_eq!(rows(&events.table().to_csv())[3]["outcomes"], "actions_started|other");
    assert!(ImpactEvents::default().table().is_empty());
}

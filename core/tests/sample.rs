//! The sample directory of Hauts-de-France: what its generator writes, sound, and routable.

#![cfg(all(feature = "csv", feature = "naf"))]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[path = "../../examples/hauts-de-france/generate.rs"]
#[expect(dead_code, reason = "its main is not called")]
mod generate;

use std::path::PathBuf;

use aiguillage::compare::compare;
use aiguillage::follow_up::{Survey, SurveyPolicy, surveys_due};
use aiguillage::impact::{Dimension, ImpactQuery, ReferralFile, RequestFile, SurveyFile};
use aiguillage::{CoverageQuery, Directory, MatchOptions, Need, Router};

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../examples/hauts-de-france")
}

fn needs() -> Vec<Need> {
    let bytes = std::fs::read(folder().join("needs.csv")).unwrap();
    Need::read_csv("needs.csv", &bytes).unwrap().rows.into_iter().map(|row| row.need.unwrap()).collect()
}

#[test]
fn the_files_are_what_the_generator_writes() {
    let written = tempfile::tempdir().unwrap();
    generate::write(written.path()).unwrap();
    let mut count = 0;
    for entry in std::fs::read_dir(written.path()).unwrap() {
        let name = entry.unwrap().file_name();
        let [new, kept] =
            [written.path(), &folder()].map(|folder| std::fs::read(folder.join(&name)).unwrap());
        assert!(new == kept, "{} differs: run `make sample`", name.display());
        count += 1;
    }
    assert_eq!(count, 17);
}

#[test]
fn the_directory_is_sound_and_of_the_size_it_says() {
    assert_eq!(Directory::check(folder()), []);
    let directory = Directory::open(folder()).unwrap();
    assert_eq!(directory.institutions().len(), 50);
    assert_eq!(directory.antennes().len(), 175);
    assert_eq!(directory.experts().len(), 400);
    assert_eq!(directory.subjects().len(), 24);
    assert!(directory.institution("Pôle emploi").is_some(), "former names are aliases");
    assert_eq!(Directory::from_json(&directory.to_json()).unwrap(), directory);
    let copy = tempfile::tempdir().unwrap();
    directory.save_csv(copy.path()).unwrap();
    assert_eq!(Directory::open(copy.path()).unwrap(), directory);
}

#[test]
fn nothing_moves_when_naf_2025_takes_over() {
    let both = Directory::open(folder()).unwrap();
    assert!(both.with_naf_2025().1.is_empty());
    let mut lists = 0;
    let mut document: serde_json::Value = serde_json::from_str(&both.to_json()).unwrap();
    for kind in ["institutions", "antennes", "experts"] {
        let owners = document[kind].as_array_mut().unwrap();
        for criterion in owners.iter_mut().filter_map(|owner| owner["criteria"].as_array_mut()).flatten() {
            if let Some(list) = criterion.get_mut("accepted_naf").and_then(|list| list.as_array_mut()) {
                list.retain(|entry| !entry.as_str().unwrap().starts_with("2025:"));
                lists += 1;
            }
        }
    }
    let rev2 = Directory::from_json(&document.to_string()).unwrap();
    assert_eq!(rev2.with_naf_2025().0, both);
    let (rev2, both) = (Router::new(rev2), Router::new(both));
    // As needs are on 31 December 2026, and with the new code beside the old one from 1 January.
    let before = needs();
    let mut after = before.clone();
    for need in &mut after {
        need.naf_2025 = need.naf.and_then(|code| code.correspondents().first().copied());
    }
    for needs in [&before, &after] {
        let comparison = compare(&rev2, &both, needs);
        assert!(lists == 2 && comparison.differences.is_empty(), "{lists} {:?}", comparison.differences);
    }
    let experts = |need: &Need| {
        both.match_experts(need).unwrap().iter().map(|one| one.expert.id.clone()).collect::<Vec<_>>()
    };
    assert!(before.iter().zip(&after).all(|(before, after)| experts(before) == experts(after)));
}

#[test]
fn every_need_is_routed_and_nearly_every_one_helped() {
    let router = Router::open(folder()).unwrap();
    let needs = needs();
    assert_eq!(needs.len(), 1_200);
    let results = router.match_batch(&needs, &MatchOptions::default()).unwrap();
    let helped = results.iter().filter(|result| !result.as_ref().unwrap().is_empty()).count();
    assert!(helped >= 1_164, "only {helped} of 1,200 needs are helped");
    let former = needs.iter().filter(|need| router.directory().geography().commune(&need.commune).is_none());
    assert!(former.count() >= 10, "some needs are located by former codes");
}

#[test]
fn the_year_has_figures_and_no_faults() {
    let directory = Directory::open(folder()).unwrap();
    let bytes = std::fs::read(folder().join("referrals.csv")).unwrap();
    let file = ReferralFile::read_csv("referrals.csv", &bytes, Some(&directory)).unwrap();
    assert_eq!((file.needs.len(), file.faults.len()), (1_200, 0));
    let query = ImpactQuery { by: Some(Dimension::Theme), ..ImpactQuery::on("2026-11-30".parse().unwrap()) };
    let report = file.measure(&query, Some(&directory)).unwrap();
    assert_eq!(report.faults, []);
    assert_eq!(report.rows.len(), 9, "each theme has needs");
    let funnel = serde_json::to_value(report.total.funnel).unwrap();
    let without: Vec<_> = funnel.as_object().unwrap().iter().filter(|(_, count)| **count == 0).collect();
    assert_eq!(without.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["not_sent"]);
    let referrals = report.total.referrals;
    assert!(referrals.taken_by_sibling > 0 && referrals.withdrawn == 0 && referrals.sent > 2_500);
    assert!(file.referrals.iter().any(|own| !own.past.is_empty()), "some were given to another");
    assert_eq!(ReferralFile::read_csv("again.csv", file.to_csv().as_bytes(), None).unwrap(), file);
}

#[test]
fn the_year_begins_with_its_requests() {
    let directory = Directory::open(folder()).unwrap();
    let read = |name: &str| std::fs::read(folder().join(name)).unwrap();
    let file = ReferralFile::read_csv("referrals.csv", &read("referrals.csv"), Some(&directory)).unwrap();
    let requests = RequestFile::read_csv("requests.csv", &read("requests.csv")).unwrap();
    assert_eq!(requests.faults, []);
    let query = ImpactQuery::on("2026-11-30".parse().unwrap());
    let report = file.measure_with(&requests.requests, &[], &query, Some(&directory)).unwrap();
    assert_eq!(report.faults, [], "needs of requests are those of the year");
    let figures = &report.total.requests;
    assert_eq!(figures.transmitted, 1_200, "every need comes from a request");
    assert!(figures.to_read > 0 && figures.held > 0 && figures.closed > 150);
    assert!(figures.closures.len() >= 10 && figures.transmitted_in_time.count < figures.transmitted);
    // The same change of subject is told by the request and by its need.
    assert_eq!(figures.requalified.count, report.total.requalified.count);
    let mut needs: Vec<&String> = requests.requests.iter().flat_map(|own| &own.needs).collect();
    needs.sort_unstable();
    needs.dedup();
    assert_eq!(needs.len(), 1_200, "each need has exactly one request");
}

#[test]
fn the_year_ends_with_what_companies_say() {
    let directory = Directory::open(folder()).unwrap();
    let read = |name: &str| std::fs::read(folder().join(name)).unwrap();
    let file = ReferralFile::read_csv("referrals.csv", &read("referrals.csv"), Some(&directory)).unwrap();
    let surveys = SurveyFile::read_csv("surveys.csv", &read("surveys.csv")).unwrap();
    assert_eq!(surveys.faults, []);
    assert_eq!(SurveyFile::to_csv(&surveys.events).as_bytes(), read("surveys.csv"));
    let last = "2026-11-30".parse().unwrap();
    let report = file.measure_with(&[], &surveys.on(last), &ImpactQuery::on(last), Some(&directory)).unwrap();
    assert_eq!(report.faults, [], "who is asked was helped");
    let figures = &report.total.surveys;
    let count = |is: fn(&Survey) -> bool| surveys.surveys.iter().filter(|own| is(own)).count() as u64;
    assert_eq!(figures.asked, count(|_| true));
    assert_eq!(figures.answered, count(|own| own.answered_on.is_some()));
    assert_eq!(figures.satisfied, count(Survey::is_satisfied));
    assert!(figures.asked > 300 && figures.outcomes.len() == 4);
    assert!(2 * figures.answered < figures.asked, "most stay silent");
    // Nobody is asked who is not due: what is due on the last day was helped in the last days.
    let due = surveys_due(&file.referrals, &surveys.surveys, last, &SurveyPolicy::default());
    assert!(due.iter().all(|due| due.since > "2026-11-23".parse().unwrap()), "{due:?}");
}

#[test]
fn r12_the_hole_of_cap_emploi_in_the_somme_is_found() {
    let router = Router::open(folder()).unwrap();
    let query = CoverageQuery {
        subject: Some("handicap-entreprise".into()),
        zones: vec!["departement:80".parse().unwrap()],
        institution: Some("cap-emploi".into()),
        ..CoverageQuery::default()
    };
    let coverage = router.coverage(&query).unwrap();
    let gaps: Vec<&str> = coverage.subjects[0].gaps.iter().map(|area| area.name).collect();
    assert_eq!(gaps.len(), 41);
    assert!(gaps.contains(&"Vitz-sur-Authie") && gaps.contains(&"Ham") && !gaps.contains(&"Pithon"));
    let geography = router.directory().geography();
    let hole: Vec<&str> = geography
        .communes_of("epci:200070985".parse().unwrap())
        .into_iter()
        .filter(|commune| commune.departement().code() == "80")
        .map(|commune| commune.name())
        .collect();
    assert_eq!(hole.len(), 40);
    assert!(hole.iter().all(|name| gaps.contains(name)));

    let pithon = CoverageQuery { zones: vec!["commune:02604".parse().unwrap()], ..query };
    assert!(router.coverage(&pithon).unwrap().subjects[0].gaps.is_empty(), "Cap emploi Aisne covers Pithon");
}

#[test]
fn the_default_taxonomy_is_a_directory_by_itself() {
    let text = std::fs::read_to_string(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("data/taxonomy.json"))
        .unwrap();
    let directory = Directory::from_json(&text).unwrap();
    assert_eq!((directory.themes().len(), directory.subjects().len()), (9, 24));
}

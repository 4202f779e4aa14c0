//! What must hold of whatever was read. Each function panics where it does not.

use std::collections::HashMap;
use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

use aiguillage::codes::{NafCode, NafVersion};
use aiguillage::directory::OPCO;
use std::collections::BTreeSet;

use aiguillage::explain::ExpertVerdict;
use aiguillage::geography::ZoneKind;
use aiguillage::router::positions::Positions;
use aiguillage::taxonomy::Question;
use aiguillage::{Answer, Directory, DirectoryError, MatchOptions, Need, Router, Severity};
use jiff::civil::date;

use crate::reference::{self, Found};

/// A directory that was read, or the findings that say why not.
pub fn read(result: Result<Directory, DirectoryError>) -> Option<Directory> {
    match result {
        Ok(directory) => Some(directory),
        Err(error) => {
            let found = error.diagnostics();
            assert!(found.iter().any(|one| one.severity == Severity::Error), "refused without a reason");
            assert!(found.iter().all(|one| !one.message().is_empty()) && !error.to_string().is_empty());
            None
        }
    }
}

/// A directory, however it came to be, is the same in each of its forms, and routes.
pub fn directory(directory: &Directory) {
    let json = directory.to_json();
    let again = Directory::from_json(&json);
    let again = again.unwrap_or_else(|error| panic!("what was written is refused: {error}\n{json}"));
    assert!(again == *directory, "another directory in JSON: {json}");

    let router = Router::new(directory.clone());
    let bytes = router.to_bytes().expect("a sound router is written");
    let again = Router::from_bytes(&bytes);
    let again = again.unwrap_or_else(|error| panic!("the snapshot is refused: {error}\n{json}"));
    assert!(again.directory() == directory, "another directory in a snapshot: {json}");

    for need in needs(directory) {
        agreement(&router, &need, &MatchOptions::default());
    }
}

/// Written to a folder of CSV files, it reads back the same.
pub fn csv(directory: &Directory) {
    let folder = empty_folder("written");
    directory.save_csv(&folder).unwrap_or_else(|error| panic!("{error}"));
    let again = Directory::open(&folder);
    let again = again.unwrap_or_else(|error| panic!("{:#?}\n{}", error.diagnostics(), directory.to_json()));
    assert!(again == *directory, "another directory in CSV: {}\n{}", again.to_json(), directory.to_json());
}

/// A folder without any file, the same at each call: making one takes longer than reading it.
pub fn empty_folder(name: &str) -> PathBuf {
    static ROOT: LazyLock<tempfile::TempDir> = LazyLock::new(|| {
        // In memory, where there is such a folder.
        let memory = PathBuf::from("/dev/shm");
        let folder = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() };
        folder.unwrap_or_else(|error| panic!("{error}"))
    });
    let folder = ROOT.path().join(name);
    fs::create_dir_all(&folder).unwrap_or_else(|error| panic!("{error}"));
    for file in fs::read_dir(&folder).into_iter().flatten().flatten() {
        fs::remove_file(file.path()).unwrap_or_else(|error| panic!("{error}"));
    }
    folder
}

/// The router, the reference matcher and the explanation say the same.
pub fn agreement(router: &Router, need: &Need, options: &MatchOptions) {
    let directory = router.directory();
    let expected = reference::match_experts(directory, need, options);
    let answered = router.match_experts_with(need, options);
    let told = || format!("{need:?} with {options:?} in {}", directory.to_json());
    match (answered, expected) {
        (Ok(matches), Ok(expected)) => {
            let found: Vec<Found> = matches.iter().map(|one| Found::of(&one)).collect();
            assert_eq!(found, expected, "the router (left) and the reference on {}", told());
        }
        (Err(error), Err(faults)) => {
            assert!(faults.contains(error.code()), "{error}, not {faults:?} on {}", told());
        }
        (answered, expected) => {
            panic!("{:?}, not {expected:?} on {}", answered.map(|matches| matches.len()), told());
        }
    }
    explanation(router, need);
}

/// The explanation proposes whom the router finds, and its figures add up.
fn explanation(router: &Router, need: &Need) {
    let told = || format!("{need:?} in {}", router.directory().to_json());
    let (matches, explanation) = match (router.match_experts(need), router.explain(need)) {
        (Ok(matches), Ok(explanation)) => (matches, explanation),
        (matches, explanation) => {
            assert_eq!(matches.err(), explanation.err(), "{}", told());
            return;
        }
    };
    // Where several lead to one substitute, it is listed once.
    let listed: BTreeSet<&str> = matches.iter().map(|one| one.expert.id.as_str()).collect();
    let named = |one: &ExpertVerdict<'_>| one.replaced_by.unwrap_or(one.expert).id.clone();
    let proposed: BTreeSet<String> = explanation.matching().map(named).collect();
    let is_same = proposed.iter().map(String::as_str).eq(listed.iter().copied());
    assert!(is_same, "the explanation proposes {proposed:?} and the router {listed:?} on {}", told());
    assert_eq!(listed.len(), matches.len(), "somebody is listed twice on {}", told());
    for found in matches.iter() {
        let holder = found.instead_of.unwrap_or(found.expert);
        let verdict = explanation.matching().find(|one| one.expert.id == holder.id);
        let zone = verdict.and_then(|one| one.rules.iter().find_map(|rule| rule.zone));
        assert_eq!(zone, Some(found.zone), "{}", told());
    }
    let funnel: Vec<usize> = explanation.funnel.iter().map(|step| step.left).collect();
    assert!(funnel.is_sorted_by(|before, after| before >= after), "{funnel:?} on {}", told());
    assert_eq!(funnel.last(), Some(&explanation.matching().count()), "{}", told());
    let stopped_once = explanation.experts.iter().filter(|one| one.stopped_by().count() == 1).count();
    assert_eq!(explanation.nearest.len(), stopped_once, "{}", told());
    assert!(explanation.experts.iter().flat_map(|one| &one.rules).all(|rule| !rule.sentence.is_empty()));
}

/// A router that was changed says what one does that is compiled from its directory, and that is
/// what the reference says.
pub fn change(changed: &Router, needs: &[Need]) {
    let compiled = Router::new(changed.directory().clone());
    assert_eq!(changed.to_bytes().ok(), compiled.to_bytes().ok(), "{}", changed.directory().to_json());
    for need in needs {
        agreement(changed, need, &MatchOptions::default());
        let positions = |router: &Router| {
            router.match_experts(need).map(|matches| matches.positions().collect::<Vec<_>>())
        };
        assert_eq!(positions(changed), positions(&compiled), "{need:?}");
    }
}

/// A few needs that the directory may help: each of some subjects in some of its communes, with
/// nothing known of the company, then with much.
fn needs(directory: &Directory) -> Vec<Need> {
    let geography = directory.geography();
    let zones = directory.antennes().iter().flat_map(|antenne| &antenne.zones);
    let zones = zones.chain(directory.experts().iter().flat_map(|expert| &expert.zones));
    let mut communes = vec!["80021".to_owned()];
    for zone in zones.take(20) {
        let code = match zone.kind() {
            ZoneKind::Commune => zone.code().to_owned(),
            _ => geography.communes_of(*zone).first().map_or(String::new(), |one| one.code().to_owned()),
        };
        if communes.len() < 4 && !communes.contains(&code) {
            communes.push(code);
        }
    }
    let mut needs = Vec::new();
    for subject in directory.subjects().iter().take(3) {
        for commune in &communes {
            let mut bare = Need::new(&subject.id, commune);
            bare.on = Some(date(2026, 11, 23));
            let mut known = bare.clone();
            known.id = Some("besoin".to_owned());
            known.naf = NafCode::parse(NafVersion::Rev2, "10.71C").ok();
            known.headcount_band = "11".parse().ok();
            known.legal_form = "5710".parse().ok();
            known.created_on = Some(date(2024, 2, 29));
            known.activities.extend("ARTISANALE".parse().ok());
            known.opco = opco(directory);
            known.origin = Some("campagne-rh".to_owned());
            known.answers = subject.questions.iter().map(|one| (one.id.clone(), answer(one))).collect();
            needs.extend([bare, known]);
        }
    }
    needs
}

/// Some answer that a question offers.
fn answer(question: &Question) -> Answer {
    match question.choices.last() {
        Some(choice) => choice.id.as_str().into(),
        None => (question.id.len() % 2 == 0).into(),
    }
}

fn opco(directory: &Directory) -> Option<String> {
    let is_opco = |categories: &[String]| categories.iter().any(|category| category == OPCO);
    let opco = directory.institutions().iter().find(|institution| is_opco(&institution.categories));
    opco.map(|institution| institution.id.clone())
}

/// Loads for all experts of a directory, none of them alike.
pub fn loads(directory: &Directory) -> HashMap<String, f64> {
    directory
        .experts()
        .iter()
        .zip(0_u32..)
        .map(|(expert, open)| (expert.id.clone(), f64::from(open % 4)))
        .collect()
}

use aiguillage::directory::{Directory, Level, Severity};
use aiguillage::geography::ZoneKind;
use aiguillage::{MatchOptions, Router};

use super::*;

/// The national shape, small enough for a test.
const TENTH: Size = Size { experts: 1_000, antennes: 150, needs: 2_000, ..Size::NATIONAL };

#[test]
fn the_same_size_gives_the_same_world() {
    let size = Size { experts: 200, needs: 200, ..Size::SMALL };
    let world = generate(size);
    assert_eq!(world, generate(size));
    assert_ne!(world.needs, generate(Size { seed: 1, ..size }).needs);
    // More needs do not make another directory.
    let more = generate(size.with_needs(300));
    assert_eq!(world.directory_json, more.directory_json);
    assert_eq!(world.needs[..], more.needs[..200]);
}

#[test]
fn directories_are_sound() {
    for size in [Size { needs: 10, ..Size::SMALL }, TENTH] {
        let directory = Directory::from_json(&generate(size).directory_json).unwrap();
        let errors: Vec<_> =
            directory.diagnostics().iter().filter(|found| found.severity == Severity::Error).collect();
        assert!(errors.is_empty(), "{errors:?}");
        assert_eq!(directory.experts().len(), size.experts);
        assert_eq!(directory.subjects().len(), size.subjects);
        assert_eq!(directory.institutions().len(), size.institutions);
        assert_eq!(directory.antennes().len(), size.antennes);
        assert!(directory.experts().iter().all(|expert| expert.competences.len() == 5));
    }
}

#[test]
fn a_fifth_of_the_owners_have_criteria() {
    let directory = Directory::from_json(&generate(TENTH).directory_json).unwrap();
    let share = |with: usize, all: usize| {
        let percent = 100 * with / all;
        assert!((14..=26).contains(&percent), "{with} of {all}");
    };
    share(directory.experts().iter().filter(|e| !e.criteria.is_empty()).count(), 1_000);
    share(directory.antennes().iter().filter(|a| !a.criteria.is_empty()).count(), 150);
}

#[test]
fn antennes_reach_as_far_as_real_ones() {
    let directory = Directory::from_json(&generate(TENTH).directory_json).unwrap();
    let antennes = directory.antennes();
    assert!(antennes.iter().any(|antenne| antenne.level == Level::National));
    for kind in [ZoneKind::Commune, ZoneKind::Epci, ZoneKind::Departement, ZoneKind::Region] {
        assert!(antennes.iter().any(|a| a.zones.iter().any(|zone| zone.kind() == kind)), "{kind}");
    }
}

#[test]
fn every_need_can_be_routed_and_most_find_somebody() {
    let world = generate(TENTH);
    let router = Router::from_json(&world.directory_json).unwrap();
    let results = router.match_batch(&world.needs, &MatchOptions::default()).unwrap();
    let found = results.iter().map(|result| result.as_ref().unwrap().len()).filter(|len| *len > 0).count();
    assert!(2 * found > world.needs.len(), "{found}");
}

//! Any text is a need or an error with a code; a need reads back the same, and is answered alike by
//! the router, the reference and the explanation.
#![no_main]

use std::sync::LazyLock;

use aiguillage::{Directory, MatchOptions, Need, Router};
use aiguillage_fuzz::check;
use jiff::civil::date;
use libfuzzer_sys::fuzz_target;
use serde_json::Value;

/// The directories of the vectors, all rules among them.
static ROUTERS: LazyLock<Vec<Router>> = LazyLock::new(|| {
    let files = [
        include_str!("../../core/tests/vectors/age.json"),
        include_str!("../../core/tests/vectors/answers.json"),
        include_str!("../../core/tests/vectors/composition.json"),
        include_str!("../../core/tests/vectors/headcount.json"),
        include_str!("../../core/tests/vectors/naf.json"),
        include_str!("../../core/tests/vectors/need_errors.json"),
        include_str!("../../core/tests/vectors/opco.json"),
        include_str!("../../core/tests/vectors/territory.json"),
    ];
    let vectors = files.map(|file| serde_json::from_str::<Vec<Value>>(file).expect("a vector is JSON"));
    let directories = vectors.into_iter().flatten().map(|vector| vector["directory"].to_string());
    directories.map(|text| Router::new(Directory::from_json(&text).expect("a vector is sound"))).collect()
});

fuzz_target!(|text: &str| {
    let mut need = match Need::from_json(text) {
        Ok(need) => need,
        Err(error) => {
            assert!(!error.code().is_empty() && !error.to_string().is_empty());
            return;
        }
    };
    let written = serde_json::to_string(&need).expect("a need can be written");
    let again = Need::from_json(&written).unwrap_or_else(|error| panic!("{written} is refused: {error}"));
    assert_eq!(again, need, "{written}");
    // The clock would be read twice, and midnight may fall between.
    need.on.get_or_insert(date(2026, 11, 23));
    for router in &*ROUTERS {
        if router.directory().subjects().iter().any(|subject| subject.id == need.subject.trim()) {
            let load = Some(check::loads(router.directory()));
            check::agreement(router, &need, &MatchOptions::default());
            check::agreement(
                router,
                &need,
                &MatchOptions { load, limit: Some(3), per_institution: Some(1), ..MatchOptions::default() },
            );
        }
    }
    check::agreement(&ROUTERS[0], &need, &MatchOptions::default());
});

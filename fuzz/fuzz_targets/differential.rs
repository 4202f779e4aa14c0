//! The router, the reference matcher and the explanation agree on any directory and any need, and a
//! changed router is the router of the changed directory.
#![no_main]

use aiguillage::{Directory, MatchOptions, Need, ReadOptions, Router};
use aiguillage_fuzz::check;
use aiguillage_fuzz::world::World;
use libfuzzer_sys::fuzz_target;
use serde_json::Value;

fuzz_target!(|world: World| {
    let text = world.directory.to_string();
    let read = Directory::from_json_with(&text, &ReadOptions::default().lenient());
    // Its parts may clash: what is left without them is routed with.
    let Some(directory) = check::read(read) else { return };
    let router = Router::new(directory);
    let mut needs = Vec::new();
    for (need, options) in &world.requests {
        let Some(need) = drawn(need) else { continue };
        check::agreement(&router, &need, options);
        check::agreement(&router, &need, &MatchOptions::default());
        needs.push(need);
    }
    match router.with_changes(&world.change.to_string()) {
        Ok(changed) => check::change(&changed, &needs),
        Err(error) => {
            check::read(Err(error));
        }
    }
});

/// A need; the dates and figures that are drawn may contradict each other.
fn drawn(need: &Value) -> Option<Need> {
    let read = Need::from_json(&need.to_string());
    read.map_err(|error| assert_eq!(error.code(), "invalid_value", "{error} in {need}")).ok()
}

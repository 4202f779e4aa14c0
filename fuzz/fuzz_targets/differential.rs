//! The router, the reference matcher and the explanation agree on any directory and any need.
#![no_main]

use aiguillage::{Directory, MatchOptions, Need, ReadOptions, Router};
use aiguillage_fuzz::check;
use aiguillage_fuzz::world::World;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|world: World| {
    let text = world.directory.to_string();
    let read = Directory::from_json_with(&text, &ReadOptions::default().lenient());
    // Its parts may clash: what is left without them is routed with.
    let Some(directory) = check::read(read) else { return };
    let router = Router::new(directory);
    for (need, options) in &world.requests {
        match Need::from_json(&need.to_string()) {
            Ok(need) => {
                check::agreement(&router, &need, options);
                check::agreement(&router, &need, &MatchOptions::default());
            }
            Err(error) => assert_eq!(error.code(), "invalid_value", "{error} in {need}"),
        }
    }
});

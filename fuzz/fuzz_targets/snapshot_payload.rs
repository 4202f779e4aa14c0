//! Any content behind a header that fits is a sound directory or a typed error: the decoder trusts
//! nothing that a checksum could not vouch for.
#![no_main]

use aiguillage::{Router, SnapshotError};
use aiguillage_fuzz::{check, sealed};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|payload: &[u8]| {
    match Router::from_bytes(&sealed::snapshot(payload)) {
        Ok(router) => {
            check::csv(router.directory());
            check::directory(router.directory());
        }
        // A tag that this version does not know is that of a field which a later one has.
        Err(SnapshotError::Malformed(why) | SnapshotError::NewerField(why)) => assert!(!why.is_empty()),
        Err(error) => panic!("the header is sound, and yet: {error}"),
    }
});

//! Any bytes are a snapshot or a typed error.
#![no_main]

use aiguillage::Router;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    match Router::from_bytes(bytes) {
        Ok(router) => {
            let again = Router::from_bytes(&router.to_bytes().expect("a sound router is written"))
                .expect("what was written is a snapshot");
            assert!(again.directory() == router.directory());
        }
        Err(error) => assert!(!error.code().is_empty() && !error.to_string().is_empty()),
    }
});

//! Any spreadsheets are imported or refused with findings; what they give is a sound directory.
#![no_main]

use std::sync::LazyLock;

use aiguillage::Directory;
use aiguillage::directory::Import;
use aiguillage_fuzz::{bundle, check};
use libfuzzer_sys::fuzz_target;
use serde_json::Value;

/// The directory that the vectors of the import begin with.
static BASE: LazyLock<Directory> = LazyLock::new(|| {
    let vectors: Value = serde_json::from_str(include_str!("../../core/tests/vectors/csv_import.json"))
        .expect("a vector is JSON");
    Directory::from_json(&vectors["base"].to_string()).expect("a base that is sound")
});

fuzz_target!(|input: &[u8]| {
    let files = bundle::files(input);
    let import = || {
        let mut import = Import::onto(&BASE);
        for (name, content) in &files {
            if name.starts_with('a') { import.antennes(name, content) } else { import.experts(name, content) }
        }
        import
    };
    let strict = check::read(import().finish());
    let lenient = check::read(import().lenient().finish());
    if let Some(strict) = &strict {
        assert!(lenient.as_ref() == Some(strict), "lenient reading changes what is sound");
    }
    if let Some(directory) = lenient {
        check::csv(&directory);
        check::directory(&directory);
    }
});

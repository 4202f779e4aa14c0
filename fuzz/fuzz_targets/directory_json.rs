//! Any text is a directory or a list of findings; a directory is the same in each of its forms, and
//! the router, the reference and the explanation agree on it.
#![no_main]

use aiguillage::{Directory, ReadOptions};
use aiguillage_fuzz::check;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let strict = check::read(Directory::from_json(text));
    let lenient = check::read(Directory::from_json_with(text, &ReadOptions::default().lenient()));
    if let Some(strict) = &strict {
        assert!(lenient.as_ref() == Some(strict), "lenient reading changes what is sound");
    }
    if let Some(directory) = lenient {
        check::csv(&directory);
        check::directory(&directory);
    }
});

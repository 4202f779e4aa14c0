//! Any folder of files is a directory or a list of findings; a directory is the same in each of its
//! forms.
#![no_main]

use std::fs;

use aiguillage::{Directory, ReadOptions};
use aiguillage_fuzz::{bundle, check};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    let folder = check::empty_folder("read");
    for (name, content) in bundle::files(input) {
        fs::write(folder.join(name), content).expect("a file in a folder of one's own");
    }
    let strict = check::read(Directory::open(&folder));
    let lenient = check::read(Directory::open_with(&folder, &ReadOptions::default().lenient()));
    if let Some(strict) = &strict {
        assert!(lenient.as_ref() == Some(strict), "lenient reading changes what is sound");
    }
    if let Some(directory) = lenient {
        check::csv(&directory);
        check::directory(&directory);
    }
});

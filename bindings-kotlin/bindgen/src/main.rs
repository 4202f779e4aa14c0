//! Writes the Kotlin half of the binding: `aiguillage-kotlin-bindgen LIBRARY CONFIG FOLDER`.

use std::process::ExitCode;

use camino::Utf8PathBuf;
use uniffi_bindgen::bindings::{GenerateOptions, TargetLanguage, generate};

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1).map(Utf8PathBuf::from);
    let (Some(source), Some(config), Some(out_dir), None) =
        (arguments.next(), arguments.next(), arguments.next(), arguments.next())
    else {
        eprintln!("usage: aiguillage-kotlin-bindgen LIBRARY CONFIG FOLDER");
        return ExitCode::FAILURE;
    };
    let options = GenerateOptions {
        languages: vec![TargetLanguage::Kotlin],
        source,
        out_dir,
        config_override: Some(config),
        ..GenerateOptions::default()
    };
    match generate(options) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

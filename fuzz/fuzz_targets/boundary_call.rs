//! The calls of the boundary, by name and JSON: the first line of the input is the function, the rest
//! its arguments. Each call gives JSON or an error with a code.
#![no_main]

use std::sync::LazyLock;

use aiguillage::Directory;
use aiguillage::boundary::{Target, call};
use libfuzzer_sys::fuzz_target;
use serde_json::Value;

/// One of the vectors' directories, for the functions that look names up.
static DIRECTORY: LazyLock<Directory> = LazyLock::new(|| {
    let vectors: Vec<Value> =
        serde_json::from_str(include_str!("../../core/tests/vectors/opco.json")).expect("a vector is JSON");
    Directory::from_json(&vectors[0]["directory"].to_string()).expect("a vector is sound")
});

fuzz_target!(|text: &str| {
    let (function, arguments) = text.split_once('\n').unwrap_or((text, "{}"));
    for target in [Target::Nothing, Target::Directory(&DIRECTORY)] {
        match call(function, target, arguments) {
            Err(error) => assert!(!error.code.is_empty() && !error.to_string().is_empty()),
            Ok(answer) => {
                serde_json::from_str::<Value>(&answer).expect("an answer is JSON");
                if function == "impact" {
                    // A report can be handed on.
                    for (function, arguments) in [
                        ("impact_table", format!(r#"{{"report": {answer}}}"#)),
                        ("impact_csv", format!(r#"{{"report": {answer}}}"#)),
                        ("compare_impact", format!(r#"{{"before": {answer}, "after": {answer}}}"#)),
                    ] {
                        if let Err(error) = call(function, target, &arguments) {
                            panic!("{function} refuses a report: {error} in {answer}");
                        }
                    }
                }
            }
        }
    }
});

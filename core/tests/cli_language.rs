//! The command line speaks one language in a run: `--lang`, else the locale.

#![cfg(feature = "cli")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::path::PathBuf;
use std::process::Command;

const BROKEN: &str = r#"{"subjects": [{"id": "s", "theme": "t", "label": "S"}]}"#;

/// What is printed on both streams.
fn printed(locale: &str, arguments: &[&str]) -> String {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../examples/hauts-de-france");
    let mut command = Command::new(env!("CARGO_BIN_EXE_aiguillage"));
    command.args(arguments).current_dir(folder).env_remove("CLICOLOR_FORCE");
    for variable in ["LC_ALL", "LC_MESSAGES", "LANG"] {
        command.env_remove(variable);
    }
    let output = command.env("LANG", locale).output().unwrap();
    [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap()).concat()
}

#[test]
fn findings_are_told_in_the_language_of_the_locale_or_of_the_flag() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("annuaire.json");
    std::fs::write(&file, BROKEN).unwrap();
    let file = file.to_str().unwrap();
    for told in [printed("fr_FR.UTF-8", &["check", file]), printed("C", &["check", file, "--lang", "fr"])] {
        assert!(told.contains("erreur[unknown_theme]"), "{told}");
        assert!(told.contains("le thème «\u{a0}t\u{a0}» n’existe pas"), "{told}");
        assert!(told.contains("1 erreur, 0 avertissement"), "{told}");
        assert!(!told.contains("error") && !told.contains("there is"), "{told}");
    }
    for told in [printed("C", &["check", file]), printed("fr_FR.UTF-8", &["--lang=en", "check", file])] {
        assert!(told.contains("error[unknown_theme]") && told.contains("there is no theme `t`"), "{told}");
        assert!(told.contains("1 error, 0 warnings") && !told.contains('«'), "{told}");
    }
}

#[test]
fn needs_are_refused_in_the_language_of_the_run() {
    let of =
        |language| printed("C", &["match", ".", "--subject", "x", "--commune", "80021", "--lang", language]);
    assert!(of("fr").contains("le sujet «\u{a0}x\u{a0}» n’existe pas [unknown_subject]"), "{}", of("fr"));
    assert!(of("en").contains("there is no subject `x` [unknown_subject]"), "{}", of("en"));
}

#[test]
fn places_and_help_are_told_in_the_language_of_the_run() {
    let place = printed("fr_FR.UTF-8", &["where", "80021"]);
    assert!(place.contains("code postal 80") && place.contains("habitants"), "{place}");
    let place = printed("en_GB.UTF-8", &["where", "80021"]);
    assert!(place.contains("postal code 80") && place.contains("inhabitants"), "{place}");
    let help = printed("fr_FR.UTF-8", &["--help"]);
    assert!(help.contains("Commandes") && help.contains("Dit tout ce qui ne va pas"), "{help}");
    assert!(help.contains("Codes de sortie") && !help.contains("Commands:"), "{help}");
    assert!(printed("C", &["--help"]).contains("Commands:"));
    assert!(printed("C", &["check", ".", "--lang", "de"]).contains("`de` is not one of `fr`, `en`"));
}

//! What a stray quote may do to the files that are read as sheets: nothing that is not said.

#![cfg(feature = "csv")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::path::PathBuf;

use aiguillage::directory::Import;
use aiguillage::impact::ReferralFile;
use aiguillage::{Directory, Need, Severity};
use proptest::prelude::*;

fn sample(file: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../examples/hauts-de-france").join(file)
}

/// The text with quotes put before some of its characters, below the header.
fn torn(text: &str, places: &[usize]) -> String {
    let header = text.find('\n').unwrap() + 1;
    let mut torn = text.to_owned();
    for place in places {
        let mut at = header + place % (torn.len() - header);
        while !torn.is_char_boundary(at) {
            at -= 1;
        }
        torn.insert(at, '"');
    }
    torn
}

/// As many rows of needs as lines: none of them holds a quote.
fn needs() -> String {
    let text = std::fs::read_to_string(sample("needs.csv")).unwrap();
    text.lines().filter(|line| !line.contains('"')).take(60).map(|line| format!("{line}\n")).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn needs_in_are_rows_and_findings(places in proptest::collection::vec(any::<usize>(), 0..6)) {
        let plain = needs();
        let file = Need::read_csv("needs.csv", torn(&plain, &places).as_bytes()).unwrap();
        let errors = file.diagnostics.iter().filter(|one| one.severity == Severity::Error).count();
        let remarked = file.diagnostics.iter().any(|one| one.message.contains("were read as one row"));
        prop_assert!(remarked || file.rows.len() + errors == plain.lines().count() - 1);
    }
}

#[test]
fn two_quotes_in_a_directory_lose_their_own_rows_only() {
    let folder = tempfile::tempdir().unwrap();
    for entry in std::fs::read_dir(sample("")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "csv") {
            std::fs::copy(&path, folder.path().join(path.file_name().unwrap())).unwrap();
        }
    }
    let path = folder.path().join("competences.csv");
    let lines: Vec<String> = std::fs::read_to_string(&path).unwrap().lines().map(str::to_owned).collect();
    for (first, second) in [(100, 400), (50, 51), (200, 600)] {
        let mut lines = lines.clone();
        for number in [first, second] {
            let at = lines[number].rfind(',').unwrap() + 1;
            lines[number].insert(at, '"');
        }
        std::fs::write(&path, lines.join("\n")).unwrap();
        let found: Vec<_> = Directory::check(folder.path())
            .into_iter()
            .filter(|one| one.severity == Severity::Error)
            .collect();
        let places: Vec<_> =
            found.iter().map(|one| (one.code.as_str(), one.line.unwrap() as usize)).collect();
        assert_eq!(places, [("malformed_csv", first + 1), ("malformed_csv", second + 1)], "{found:#?}");
    }
}

#[test]
fn two_quotes_in_referrals_and_sheets_of_partners_are_said() {
    let text = std::fs::read_to_string(sample("referrals.csv")).unwrap();
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    for number in [100, 900] {
        let at = lines[number].rfind([',', ';']).unwrap() + 1;
        lines[number].insert(at, '"');
    }
    let file = ReferralFile::read_csv("referrals.csv", lines.join("\n").as_bytes(), None).unwrap();
    let left_out: Vec<_> =
        file.faults.iter().filter(|fault| fault.left_out).map(|fault| fault.line).collect();
    assert!(left_out.contains(&Some(101)) && left_out.contains(&Some(901)), "{left_out:?}");
    let whole = ReferralFile::read_csv("referrals.csv", text.as_bytes(), None).unwrap();
    assert!(whole.referrals.len() - file.referrals.len() <= 2);

    let base = Directory::from_json(
        r#"{"themes": [{"id": "t", "label": "T"}], "subjects": [{"id": "s", "theme": "t", "label": "S"}],
            "institutions": [{"id": "i", "name": "I"}]}"#,
    )
    .unwrap();
    let mut import = Import::onto(&base);
    import.antennes(
        "antennes.csv",
        b"Institution;Nom;Codes r\xe9gions\nI;\"A;32\nI;B;32\nI;C;32\nI;\"D;32\nI;E;32\n",
    );
    let error = import.finish().unwrap_err();
    let lines: Vec<_> = error.diagnostics().iter().map(|one| (one.code.as_str(), one.line)).collect();
    assert_eq!(lines, [("malformed_csv", Some(2)), ("malformed_csv", Some(5))]);
}

/// A country of antennes, with an expert in each of the same name, and as many rows with faults. What
/// is quadratic in them would take minutes.
#[test]
fn a_country_is_imported_in_time() {
    let begun = std::time::Instant::now();
    let base = Directory::from_json(
        r#"{"themes": [{"id": "t", "label": "T"}], "subjects": [{"id": "s", "theme": "t", "label": "S"}],
            "institutions": [{"id": "i", "name": "I"}]}"#,
    )
    .unwrap();
    let (mut antennes, mut experts) = ("Institution;Nom;Codes régions\n".to_owned(), String::new());
    experts.push_str("Institution;Antenne;Prénom et nom;Email;Sujet\n");
    for number in 0..3_000 {
        antennes.push_str(&format!("I;Antenne {number};32\n"));
        experts.push_str(&format!("I;Antenne {number};Conseil;conseil@i.example;S\n"));
        experts.push_str(&format!("I;Bureau numéro {number};Conseil;conseil@i.example;S\n"));
    }
    let mut import = Import::onto(&base).lenient();
    import.antennes("antennes.csv", antennes.as_bytes());
    import.experts("experts.csv", experts.as_bytes());
    let directory = import.finish().unwrap();
    assert_eq!((directory.antennes().len(), directory.experts().len()), (3_000, 3_000));
    assert_eq!(directory.experts()[2_999].id, "conseil-i-example-3000");
    assert_eq!(
        directory.diagnostics().iter().filter(|one| one.code.as_str() == "unknown_antenne").count(),
        3_000
    );
    assert!(begun.elapsed().as_secs() < 60, "{:?}", begun.elapsed());
}

#[test]
fn a_row_that_makes_no_expert_is_said() {
    let base = Directory::from_json(
        r#"{"themes": [{"id": "t", "label": "T"}], "subjects": [{"id": "s", "theme": "t", "label": "S"}],
            "institutions": [{"id": "i", "name": "I"}], "antennes": [{"id": "a", "institution": "i", "name": "A"}]}"#,
    )
    .unwrap();
    let mut import = Import::onto(&base);
    import.experts(
        "e.csv",
        "Institution;Antenne;Prénom et nom;Email;S\nI;A;Une;une@i.example;\nI;A;Deux;deux@i.example;x\n"
            .as_bytes(),
    );
    let directory = import.finish().unwrap();
    let found: Vec<_> =
        directory.diagnostics().iter().map(|one| (one.code.as_str(), one.line, one.text.as_str())).collect();
    assert!(found.contains(&("expert_never_matches", Some(2), "Une")), "{found:?}");
}

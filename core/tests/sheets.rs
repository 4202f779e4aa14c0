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
        let remarked = file.diagnostics.iter().any(|one| one.message().contains("were read as one row"));
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

/// Two people without a team under one id are no one expert, and neither is lost without a word.
#[test]
fn two_people_with_one_id_are_told() {
    let base = Directory::from_json(
        r#"{"themes": [{"id": "t", "label": "T"}], "subjects": [{"id": "s", "theme": "t", "label": "S"}],
            "institutions": [{"id": "i", "name": "I"}], "antennes": [{"id": "a", "institution": "i", "name": "A"}]}"#,
    )
    .unwrap();
    let import = |rows: &str| {
        let mut import = Import::onto(&base);
        let header = "Institution;Antenne;Prénom et nom;Email;Id de l'équipe;S\n";
        import.experts("e.csv", format!("{header}{rows}").as_bytes());
        import.finish()
    };
    let error = import("I;A;Une;une@i.example;n;x\nI;A;Deux;deux@i.example;n;x\n").unwrap_err();
    let found: Vec<_> = error.diagnostics().iter().map(|one| (one.code.as_str(), one.line)).collect();
    assert!(found.contains(&("duplicate_id", Some(3))), "{found:?}");
    // The same person twice is one expert; a bare yes and a note are one competence.
    let same = import("I;A;Une;une@i.example;n;oui\nI;A;UNE;une@i.example;n;le mardi\n").unwrap();
    let competences: Vec<_> = same.experts()[0].competences.iter().map(|one| one.note.as_deref()).collect();
    assert_eq!((same.experts().len(), competences), (1, vec![Some("le mardi")]));
}

/// A sheet of a folder may be a workbook, or of tabs.
#[test]
fn folders_hold_sheets_of_any_kind() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    write("themes.tsv", "Nos thèmes\nid\tlabel\nt\tT\n");
    write("subjects.csv", "sep=;\nid;theme;label\ns;t;S\n");
    let directory = Directory::open(folder.path()).unwrap();
    assert_eq!((directory.themes().len(), directory.subjects().len()), (1, 1));
    // What is written must not stand beside what would be read besides.
    let error = directory.save_csv(folder.path()).unwrap_err();
    assert!(error.to_string().contains("themes.tsv"), "{error}");
    write("themes.csv", "id,label\nt,T\n");
    let error = Directory::open(folder.path()).unwrap_err();
    assert_eq!(error.code(), "unknown_file");
}

/// A partner's sheet says what it has columns for, and nothing else.
#[test]
fn an_import_touches_what_the_sheet_speaks_of() {
    let base = Directory::from_json(
        r#"{"themes": [{"id": "t", "label": "T"}],
            "subjects": [{"id": "s", "theme": "t", "label": "S"}, {"id": "u", "theme": "t", "label": "U"}],
            "institutions": [{"id": "i", "name": "I"}],
            "antennes": [{"id": "a", "institution": "i", "name": "A", "level": "regional",
                          "zones": ["commune:80021", "departement:59"]}],
            "experts": [
                {"id": "e", "antenne": "a", "name": "Équipe", "email": "e@i.example", "phone": "03 22 00 00 00",
                 "job": "accueil", "max_open": 3, "absences": [{"from": "2026-12-24", "until": "2026-12-31"}],
                 "members": [{"name": "Ana Roy", "email": "ana@i.example"}, {"name": "Léo Petit"}],
                 "competences": [{"subject": "s", "note": "lundi", "zones": ["commune:80021"]}, {"subject": "u"}]},
                {"id": "f", "antenne": "a", "name": "Paul Martin", "email": "paul@i.example",
                 "competences": [{"subject": "s"}]}]}"#,
    )
    .unwrap();
    let sheet = "Institution;Antenne;Prénom et nom;Email;Nom de l'équipe;Email de l'équipe;S\n\
        I;A;ANA ROY;ana@i.example;Equipe;E@i.example;mardi\nI;A;Zoé Blanc;zoe@i.example;Équipe;e@i.example;mardi\n";
    let import = |whole: bool| {
        let import = Import::onto(&base);
        let mut import = if whole { import.whole() } else { import };
        import.experts("experts.csv", sheet.as_bytes());
        import.antennes("antennes.csv", b"Institution;Nom;Codes INSEE\ni;a;80001\n");
        import.finish().unwrap()
    };
    let directory = import(false);
    let (before, after) = (base.expert("e").unwrap(), directory.expert("e").unwrap());
    assert_eq!((&after.name, &after.email, &after.phone), (&before.name, &before.email, &before.phone));
    assert_eq!((&after.job, after.max_open, &after.absences), (&before.job, Some(3), &before.absences));
    let competences: Vec<_> =
        after.competences.iter().map(|one| (one.subject.as_str(), one.note.as_deref())).collect();
    assert_eq!(competences, [("s", Some("mardi")), ("u", None)]);
    assert_eq!(after.competences[0].zones, before.competences[0].zones);
    let members: Vec<_> = after.members.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(members, ["Ana Roy", "Léo Petit", "Zoé Blanc"]);
    let antenne = directory.antenne("a").unwrap();
    let zones: Vec<String> = antenne.zones.iter().map(ToString::to_string).collect();
    assert_eq!(zones, ["departement:59", "commune:80001"]);
    let update = directory.update().unwrap();
    let fields: Vec<_> = update.experts.changed[0].fields.iter().map(|field| field.field.as_str()).collect();
    assert_eq!((fields, &update.experts.gone), (vec!["competences", "members"], &vec!["f".to_owned()]));
    assert_eq!(update.antennes.changed[0].fields[0].before.as_deref(), Some("commune:80021 departement:59"));
    assert!(directory.expert("f").is_some());

    let whole = import(true);
    assert!(whole.expert("f").is_none() && whole.expert("e").unwrap().members.len() == 2);
    assert_eq!(base.diff(&whole).experts.removed, ["f"]);
    // A row that makes no expert does not speak for its antenne.
    let mut import = Import::onto(&base).whole();
    import
        .experts("e.csv", "Institution;Antenne;Prénom et nom;Email;S\nI;A;Accueil;a@i.example;\n".as_bytes());
    let directory = import.finish().unwrap();
    assert_eq!((directory.experts().len(), directory.update().unwrap().experts.gone.len()), (2, 0));
    // A row at fault may be the one of who seems to be gone.
    let mut import = Import::onto(&base).whole().lenient();
    import.experts(
        "e.csv",
        "Institution;Antenne;Prénom et nom;Email;S\nI;A;Paul Martin;paul@i;x\nI;B;Équipe;;x\n".as_bytes(),
    );
    let lenient = import.finish().unwrap();
    assert_eq!(
        (lenient.experts().len(), lenient.expert("f").unwrap().email.as_deref()),
        (2, Some("paul@i.example"))
    );
}

#[test]
fn territories_stay_where_sheets_have_no_column_for_them() {
    let base = Directory::from_json(
        r#"{"territories": [{"id": "sud", "label": "Sud", "zones": ["epci:200043396", "epci:200043263"]}],
            "themes": [{"id": "t", "label": "T"}], "subjects": [{"id": "s", "theme": "t", "label": "S"}],
            "institutions": [{"id": "i", "name": "I"}],
            "antennes": [{"id": "a", "institution": "i", "name": "A", "zones": ["commune:59606", "territory:sud"]}],
            "experts": [{"id": "e", "antenne": "a", "name": "E", "email": "e@i.example", "zones": ["territory:sud"],
                         "competences": [{"subject": "s", "zones": ["territory:sud", "commune:59606"]}]}]}"#,
    )
    .unwrap();
    let mut import = Import::onto(&base).whole();
    import.antennes("a.csv", base.export_antennes().as_bytes());
    import.experts("e.csv", base.export_experts().as_bytes());
    let again = import.finish().unwrap();
    assert!(again.update().unwrap().changes_nothing(), "{:?}", again.update());
    assert_eq!(again, base);
    let mut import = Import::onto(&base);
    import.antennes("a.csv", b"Institution;Nom;Codes INSEE\nI;A;59392\n");
    let changed = import.finish().unwrap();
    let zones = &changed.antenne("a").unwrap().zones;
    assert_eq!(
        (zones.own()[0].to_string().as_str(), zones.territories()),
        ("commune:59392", &["sud".to_owned()][..])
    );
}

/// The cells of a row that may make an expert, in ways that are sound, odd or faulty.
fn cells() -> impl Strategy<Value = [&'static str; 5]> {
    let select = |cells: &'static [&'static str]| proptest::sample::select(cells);
    (
        select(&["CCI", "cci", "", "Autre"]),
        select(&["Nord", "NORD", "", "Sud"]),
        select(&["Ana", "", "Léo Roy"]),
        select(&["0327123456", "327123456", "abc", ""]),
        select(&["x", "non", "NC", "le mardi", ""]),
    )
        .prop_map(|(institution, antenne, name, phone, subject)| [institution, antenne, name, phone, subject])
}

proptest! {
    /// No row of a sheet is lost: each is an expert or a finding; and what was read is read again as the same.
    #[test]
    fn rows_in_are_experts_and_findings(rows in proptest::collection::vec(cells(), 0..12)) {
        let base = Directory::from_json(
            r#"{"themes": [{"id": "t", "label": "T"}], "subjects": [{"id": "s", "theme": "t", "label": "S"}],
                "institutions": [{"id": "cci", "name": "CCI"}],
                "antennes": [{"id": "nord", "institution": "cci", "name": "Nord", "zones": ["departement:59"]}]}"#,
        )
        .unwrap();
        let mut sheet = "Institution;Antenne;Prénom et nom;Téléphone;Email;S\n".to_owned();
        for (number, [institution, antenne, name, phone, subject]) in rows.iter().enumerate() {
            sheet += &format!("{institution};{antenne};{name};{phone};p{number}@cci.example;{subject}\n");
        }
        let read = |onto: &Directory| {
            let mut import = Import::onto(onto).lenient();
            import.experts("e.csv", sheet.as_bytes());
            import.finish().unwrap()
        };
        let directory = read(&base);
        let told: Vec<_> = directory.diagnostics().iter().map(|one| one.line).collect();
        for number in 0..rows.len() {
            let line = u32::try_from(number + 2).unwrap();
            let email = format!("p{number}@cci.example");
            let is_expert = directory.experts().iter().any(|expert| expert.email.as_deref() == Some(&email));
            prop_assert!(is_expert || told.contains(&Some(line)), "{sheet}\n{:?}", directory.diagnostics());
        }
        let again = read(&directory);
        prop_assert!(again.update().unwrap().changes_nothing() && again == directory, "{:?}", again.update());
        let mut import = Import::onto(&directory);
        import.experts("export.csv", directory.export_experts().as_bytes());
        prop_assert!(import.finish().unwrap().update().unwrap().changes_nothing());
    }
}

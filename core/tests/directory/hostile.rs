//! Files as people and programs really send them, and files that nobody should.

use aiguillage::{Diagnostic, Directory, Geography, Router, Severity};

use crate::{check, check_json, codes, folder, lines, open_leniently};

const SUBJECTS: (&str, &[u8]) = ("subjects.csv", b"id,theme,label\ns,t,S\n");

/// The findings that are not about what a small sample does not have.
fn faults(files: &[(&str, &[u8])]) -> Vec<String> {
    let mut found = check(files);
    found.retain(|one| one.code.as_str() != "subject_unhandled");
    lines(&found)
}

#[test]
fn files_that_hold_nothing() {
    for nothing in [&b""[..], b"\n", b" \r\n\t", b"\xef\xbb\xbf", b",,,\n,,", b"\"\"\n"] {
        assert_eq!(faults(&[("themes.csv", nothing)]), ["themes.csv:: empty_file ``"], "{nothing:?}");
    }
    // Each of them is named, whatever was wrong before.
    assert_eq!(
        faults(&[("themes.csv", b""), ("subjects.csv", b" \n,"), ("experts.csv", b";")]),
        ["themes.csv:: empty_file ``", "subjects.csv:: empty_file ``", "experts.csv:: empty_file ``"]
    );
    // A header without rows is an empty list.
    assert_eq!(faults(&[("themes.csv", b"id,label\n")]), [""; 0]);
    assert_eq!(lines(&check_json("")), [":: empty_file ``"]);
    assert_eq!(lines(&check_json("\u{feff} \n")), [":: empty_file ``"]);
}

#[test]
fn a_folder_without_any_file_of_a_directory() {
    let empty = folder(&[]);
    let found = Directory::check(empty.path());
    assert_eq!((codes(&found), found.len()), (vec!["empty_file"], 1));
    assert_eq!(found[0].text, empty.path().to_string_lossy());
    let other = folder(&[("contacts.csv", b"nom\n"), ("lisez-moi.txt", b"")]);
    assert_eq!(codes(&Directory::check(other.path())), ["empty_file", "unused_file"]);
}

#[test]
fn a_directory_that_does_not_exist() {
    let folder = folder(&[]);
    let found = Directory::check(folder.path().join("absent"));
    assert_eq!(
        (codes(&found), found[0].file.as_deref(), found[0].line),
        (vec!["unreadable_file"], None, None)
    );
    assert!(found[0].message().contains("absent"));
    assert_eq!(Router::open(folder.path().join("absent.json")).unwrap_err().code(), "unreadable_file");
}

#[test]
fn a_file_name_with_a_typing_fault() {
    for (name, meant) in
        [("expert.csv", "experts.csv"), ("Experts.CSV", "experts.csv"), ("critères.csv", "criteria.csv")]
    {
        let rows: &[u8] = b"id,antenne,name\n";
        let found = faults(&[SUBJECTS, ("themes.csv", b"id,label\nt,T\n"), (name, rows)]);
        assert_eq!(found, [format!("{name}:: unknown_file `{name}` → {meant}")]);
    }
    // Where the right one is there too, the other is a copy at most.
    let found = faults(&[("themes.csv", b"id,label\nt,T\n"), ("theme.csv", b"x\n"), ("needs.csv", b"x\n")]);
    assert_eq!(found, ["theme.csv:: unused_file `theme.csv`"]);
}

#[test]
fn encodings_separators_and_line_ends() {
    let utf16 = |text: &str, big: bool| -> Vec<u8> {
        text.encode_utf16()
            .flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() })
            .collect()
    };
    let text = "id,label\nt,L’été coûte 3 € à l’œuvre\n";
    let utf8_marked = format!("\u{feff}{text}");
    let windows_1252 = b"id,label\nt,L\x92\xe9t\xe9 co\xfbte 3 \x80 \xe0 l\x92\x9cuvre\n";
    for bytes in [
        text.as_bytes().to_vec(),
        utf8_marked.as_bytes().to_vec(),
        windows_1252.to_vec(),
        utf16(&utf8_marked, false),
        utf16(&utf8_marked, true),
        text.replace('\n', "\r\n").into_bytes(),
        text.replace('\n', "\r").into_bytes(),
        text.replace(',', ";").into_bytes(),
        text.replace(',', " ; ").replace('\n', "\r\n\r\n ; \r\n").into_bytes(),
        text.trim_end().as_bytes().to_vec(),
    ] {
        let folder = folder(&[("themes.csv", &bytes)]);
        let directory = Directory::open(folder.path()).unwrap();
        assert_eq!(directory.themes()[0].label, "L’été coûte 3 € à l’œuvre", "{bytes:?}");
        assert!(directory.diagnostics().is_empty(), "{:?}", lines(directory.diagnostics()));
    }
    // Latin-1 agrees with Windows-1252 in all that French writes with it.
    let folder = folder(&[("themes.csv", b"id,label\nt,Tr\xe9sorerie\n")]);
    assert_eq!(Directory::open(folder.path()).unwrap().themes()[0].label, "Trésorerie");
    // UTF-16 without its mark cannot be told, and is refused, not read as something else.
    let unmarked = crate::folder(&[("themes.csv", &utf16(text, false))]);
    assert!(Directory::open(unmarked.path()).is_err());
    assert!(open_leniently(unmarked.path()).is_err());
}

#[test]
fn a_document_in_a_file() {
    let folder = folder(&[
        ("sound.json", "\u{feff}{\"themes\": [{\"id\": \"t\", \"label\": \"É\"}]}".as_bytes()),
        ("latin.json", b"{\"themes\": [{\"id\": \"t\", \"label\": \"\xe9\"}]}"),
        ("broken.json", b"{\n \"themes\": [}"),
    ]);
    assert_eq!(Directory::open(folder.path().join("sound.json")).unwrap().themes()[0].label, "É");
    assert_eq!(codes(&Directory::check(folder.path().join("latin.json"))), ["unreadable_file"]);
    assert_eq!(
        lines(&Directory::check(folder.path().join("broken.json"))),
        ["broken.json:2:13 malformed_json `\"themes\": [}`"]
    );
}

#[test]
fn cells_of_several_lines_and_quotes() {
    let label = "Un \"label\";\nde deux, lignes";
    let quoted = format!("id,label\n\nt,\"{}\"\nu,\n", label.replace('"', "\"\""));
    let folder = folder(&[("themes.csv", quoted.as_bytes())]);
    let directory = open_leniently(folder.path()).unwrap();
    assert_eq!(directory.themes()[0].label, label);
    // The lines are the file's, not the rows'.
    assert_eq!(
        lines(directory.diagnostics()),
        [
            "themes.csv:3:2 stray_quote `Un \"label\";\nde deux, lignes`",
            "themes.csv:5: missing_field `label`"
        ]
    );

    // A quote that never closes swallows no row in silence.
    let unclosed = "id,label\nt,\"T\nu,U\nv,V\n";
    assert_eq!(faults(&[("themes.csv", unclosed.as_bytes())]), ["themes.csv:2: malformed_csv `T\nu,U\nv,V`"]);
    let last = "id,label,zones\nt,T,\nu,\"U,departement:80\n";
    assert_eq!(codes(&check(&[("themes.csv", last.as_bytes())])), ["malformed_csv"]);
    // An inch is no quote.
    assert_eq!(faults(&[("themes.csv", b"id,label\nt,5\" de tube\nu,U\n")]), [""; 0]);
}

#[test]
fn headers_and_rows_out_of_shape() {
    assert_eq!(
        faults(&[("themes.csv", b"id,label,id,Label,,note\nt,T,u,x,,\nv,V,,,y,\n")]),
        [
            "themes.csv:1:3 duplicate_field `id`",
            "themes.csv:1:4 unknown_field `Label` → label",
            "themes.csv:1:5 unknown_field ``",
            "themes.csv:1:6 unknown_field `note`",
        ]
    );
    // Columns without header and cells are a spreadsheet's margin, and short rows are its habit.
    assert_eq!(faults(&[("themes.csv", b"id,label,zones,,\nt,T,,,\nu,U\nv,V,,,,,\n")]), [""; 0]);
    assert_eq!(
        faults(&[("themes.csv", b"id,label\nt,T,departement:80\n,T\nu\n")]),
        [
            "themes.csv:2:3 malformed_csv `departement:80`",
            "themes.csv:3: missing_field `id`",
            "themes.csv:4: missing_field `label`",
        ]
    );
}

#[test]
fn json_that_is_none_with_its_place() {
    for (text, place) in [
        ("{\"themes\": [}", "1:13"),
        ("{\n  \"themes\": [\n    {\"id\": \"t\",}\n  ]\n}", "3:16"),
        ("{\"themes\": []", "1:13"),
        ("{\"themes\": NaN}", "1:12"),
        ("{\"themes\": [{\"id\": \"t\n\"}]}", "1:21"),
        ("{} {}", "1:4"),
    ] {
        let found = check_json(text);
        let place_of = |one: &Diagnostic| format!("{}:{}", one.line.unwrap_or(0), one.column.unwrap_or(0));
        assert_eq!(
            (codes(&found), found.len(), place_of(&found[0]).as_str()),
            (vec!["malformed_json"], 1, place),
            "{text}"
        );
        assert!(!found[0].message().contains(" at line "), "{}", found[0].message());
    }
}

#[test]
fn json_as_deep_as_it_likes() {
    let refused = |text: &str| {
        let found = check_json(text);
        // The value that is too deep, and that a list or an object is no version of the rules.
        assert!(codes(&found).contains(&"malformed_json") && found.len() <= 2, "{:?}", lines(&found));
        assert!(found.iter().all(|one| one.text.len() < 500 && one.message().len() < 500));
    };
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        for depth in [100, 100_000] {
            refused(&format!("{{\"rules\": {}1{}}}", open.repeat(depth), close.repeat(depth)));
            refused(&open.repeat(depth));
        }
    }
}

#[test]
fn numbers_out_of_range() {
    let expert = |field: &str, value: &str| {
        format!(
            r#"{{"institutions": [{{"id": "i", "name": "I"}}], "antennes": [{{"id": "a", "institution": "i", "name": "A"}}],
                "experts": [{{"id": "e", "antenne": "a", "name": "E", "{field}": {value}}}]}}"#
        )
    };
    for (field, value) in [
        ("capacity", "0"),
        ("capacity", "-1"),
        ("capacity", "1e400"),
        ("capacity", "-0.0"),
        ("capacity", "\"NaN\""),
        ("capacity", "1e-400"),
        ("max_open", "-1"),
        ("max_open", "1.5"),
        ("max_open", "4294967296"),
        ("max_open", "99999999999999999999999999"),
        ("max_open", "true"),
        ("active", "1"),
    ] {
        let found = check_json(&expert(field, value));
        let errors: Vec<_> = found.iter().filter(|one| one.code.as_str() == "invalid_value").collect();
        assert_eq!(errors.len(), 1, "{field} {value} {:?}", lines(&found));
        assert_eq!(errors[0].text, value.trim_matches('"'));
    }
    for value in ["NaN", "inf", "-Infinity", "1e400", "0", "\"0,0\"", "un"] {
        let experts = format!("id,antenne,name,capacity\ne,a,E,{value}\n");
        let found = check(&[
            ("institutions.csv", b"id,name\ni,I\n"),
            ("antennes.csv", b"id,institution,name,zones\na,i,A,france\n"),
            ("experts.csv", experts.as_bytes()),
        ]);
        assert_eq!(lines(&found), [format!("experts.csv:2:4 invalid_value `{}`", value.trim_matches('"'))]);
    }
    let sound = expert("capacity", "2.5e0");
    assert!((Directory::from_json(&sound).unwrap().experts()[0].capacity - 2.5).abs() < 1e-9);
}

#[test]
fn contradictory_criteria() {
    let of = |criterion: &str| {
        let text = format!(r#"{{"institutions": [{{"id": "i", "name": "I", "criteria": [{criterion}]}}]}}"#);
        let mut found = check_json(&text);
        // What NAF 2025 does to lists is no contradiction.
        found.retain(|one| one.severity != Severity::Remark);
        codes(&found)
    };
    for nobody in [
        r#"{"min_years": 3, "below_years": 3}"#,
        r#"{"below_years": 0}"#,
        r#"{"min_headcount": 50, "below_headcount": 20}"#,
        r#"{"below_headcount": 0}"#,
        r#"{"accepted_naf": ["10.71C", "10.72Z"], "excluded_naf": ["10.7"]}"#,
        r#"{"accepted_legal_forms": ["5710"], "excluded_legal_forms": ["57"]}"#,
    ] {
        assert_eq!(of(nobody), ["empty_range"], "{nobody}");
    }
    for somebody in [
        r#"{"min_years": 3, "below_years": 4}"#,
        r#"{"accepted_naf": ["10.7", "11"], "excluded_naf": ["10.71C"]}"#,
        r#"{"accepted_naf": ["10"], "excluded_naf": ["2025:10"]}"#,
        r#"{"excluded_naf": ["10.7"]}"#,
        "{}",
    ] {
        assert_eq!(of(somebody), [""; 0], "{somebody}");
    }
}

/// What is quadratic in the line would not end.
#[test]
fn a_line_of_200_megabytes_is_refused() {
    let folder = folder(&[]);
    let themes = folder.path().join("themes.csv");
    let monster = |beginning: &[u8], length: usize| {
        let mut bytes = beginning.to_vec();
        bytes.resize(length, b'x');
        bytes
    };
    let refused = |found: &[Diagnostic], line: &str| {
        assert_eq!(lines(found).len(), 1);
        assert!(lines(found)[0].starts_with(line), "{:?}", lines(found));
        assert!(found[0].text.len() < 500 && found[0].message().len() < 500);
    };
    std::fs::write(&themes, monster(b"id,label\nt,", 200_000_000)).unwrap();
    refused(&Directory::check(folder.path()), "themes.csv:2:2 malformed_csv `xxx");
    // As a header, and as a document.
    std::fs::write(&themes, monster(b"id,label,", 20_000_000)).unwrap();
    refused(&Directory::check(folder.path()), "themes.csv:1:3 unknown_field `xxx");
    let mut document = monster(b"{\"rules\": \"", 20_000_000);
    document.extend(b"\"}");
    refused(&check_json(&String::from_utf8(document).unwrap()), ":1:11 invalid_value `xxx");
}

/// What is quadratic in the list would take minutes.
#[test]
fn a_list_of_all_communes_is_read() {
    let geography = Geography::embedded();
    let all = geography.communes_of("france".parse().unwrap());
    let zones: Vec<String> = all.iter().map(|commune| commune.zone().to_string()).collect();
    let text = format!(
        r#"{{"institutions": [{{"id": "i", "name": "I"}}],
            "antennes": [{{"id": "a", "institution": "i", "name": "A", "zones": ["{}"]}}]}}"#,
        zones.join("\", \"")
    );
    let directory = Directory::from_json(&text).unwrap();
    assert_eq!(directory.antennes()[0].zones.len(), all.len());
}

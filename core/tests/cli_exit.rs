//! The exit code of each command in each situation, as the table of the guide has them, and where what
//! is said goes: results to standard output, faults of what was given to standard error.

#![cfg(feature = "cli")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

const DIRECTORY: &str = r#"{
  "themes": [{"id": "t", "label": "T"}],
  "subjects": [{"id": "s", "theme": "t", "label": "S"}, {"id": "alone", "theme": "t", "label": "Alone"}],
  "institutions": [{"id": "i", "name": "I"}],
  "antennes": [{"id": "a", "institution": "i", "name": "A", "zones": ["departement:80"]}],
  "experts": [{"id": "e", "antenne": "a", "name": "E", "competences": [{"subject": "s"}]}]
}"#;

/// Files of every kind: sound, faulty, unusable.
fn files() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let referral = "need,subject,deposited_on,referral,expert,institution,sent_on,state\n";
    for (name, text) in [
        ("sound.json", DIRECTORY.to_owned()),
        ("other.json", DIRECTORY.replace("departement:80", "departement:59")),
        ("faulty.json", DIRECTORY.replace("\"departement:80\"", "\"departement:80\", \"departement:00\"")),
        ("broken.json", "{".to_owned()),
        ("copy.json", DIRECTORY.to_owned()),
        (
            "food.json",
            DIRECTORY.replace(
                "\"name\": \"E\"",
                "\"name\": \"E\", \"criteria\": [{\"accepted_naf\": [\"10.71C\"]}]",
            ),
        ),
        ("food.csv", "id,subject,commune,naf\nn1,s,80021,10.71C\nn2,s,80021,10.86Z\n".to_owned()),
        ("moving.csv", "id,subject,commune,naf_2025\nn1,s,80021,10.71H\n".to_owned()),
        ("places.csv", "client;cp;ville\nA;80001;AMIENS CEDEX 1\n".to_owned()),
        ("unknown_places.csv", "client;cp;ville\nA;80000;Amiens\nB;00000;Nulle-Part\n".to_owned()),
        ("needs.csv", "id,subject,commune\nn1,s,80021\n".to_owned()),
        ("needs.jsonl", "{\"subject\": \"s\", \"commune\": \"80021\"}\n".to_owned()),
        ("faulty.csv", "id,subject,commune\nn1,s,80021\nn2,s,99999\n".to_owned()),
        ("faulty.jsonl", "{\"subject\": \"s\", \"commune\": \"80021\"}\n{\"subject\": \"s\"}\n".to_owned()),
        ("torn.csv", "id,subject,commune,origin\nn1,s,80021,\"x\nn2,s,80021,x\nn3,s,80021,\"x\n".to_owned()),
        ("lost.csv", "id,subject,commune\n\"n1,s,80021\n".to_owned()),
        ("empty.csv", String::new()),
        ("header.csv", "id,towns\nn1,Amiens\n".to_owned()),
        ("load.csv", "expert,open\ne,2\n".to_owned()),
        ("headless.csv", "e,2\n".to_owned()),
        ("twice.csv", "expert,open\ne,2\ne,3\n".to_owned()),
        ("referrals.csv", format!("{referral}n1,s,2026-11-02,r1,e,i,2026-11-03,waiting\n")),
        ("faulty_referrals.csv", format!("{referral}n1,s,2026-11-02,r1,e,i,2026-11-03,gone\n")),
        ("antennes.csv", "Institution,Nom,Codes régions\nI,Neuve,32\n".to_owned()),
        ("faulty_antennes.csv", "Institution,Nom,Codes régions\nI,Neuve,32\nJ,Autre,32\n".to_owned()),
    ] {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

fn command(folder: &Path, arguments: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_aiguillage"));
    command
        .args(arguments.split_whitespace())
        .current_dir(folder)
        .env_remove("CLICOLOR_FORCE")
        .env("LC_ALL", "C");
    command
}

fn printed(output: &Output) -> (i32, String, String) {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code().unwrap(), text(&output.stdout), text(&output.stderr))
}

/// What is run, its exit code, and what standard error must hold.
const CASES: &[(&str, i32, &str)] = &[
    ("match sound.json --subject s --commune 80021", 0, ""),
    ("match sound.json --needs needs.csv", 0, ""),
    ("match sound.json --needs needs.jsonl --json", 0, ""),
    ("match sound.json --needs needs.csv --load load.csv --csv", 0, ""),
    ("match sound.json --subject alone --commune 80021", 1, ""),
    ("match sound.json --needs faulty.csv", 1, "faulty.csv:3"),
    ("match sound.json --needs faulty.csv --csv", 1, "unknown_commune"),
    ("match sound.json --needs faulty.jsonl --json", 1, "faulty.jsonl:2"),
    ("match sound.json --needs faulty.csv --output result.csv", 1, "unknown_commune"),
    ("match sound.json --needs torn.csv", 1, "malformed_csv"),
    ("match sound.json --needs torn.csv --csv", 1, "malformed_csv"),
    ("match sound.json --needs lost.csv", 1, "malformed_csv"),
    ("match sound.json --needs empty.csv", 1, "empty_file"),
    ("match faulty.json --needs needs.csv --csv", 1, "unknown_zone"),
    ("match faulty.json --needs needs.csv --csv --lenient", 1, "unknown_zone"),
    ("match faulty.json --subject s --commune 80021 --lenient --json", 1, "left out"),
    ("match sound.json --needs header.csv", 2, "unknown_field"),
    ("match sound.json --subject s --postal-code 80001 --town AMIENS", 0, "likely, not certain"),
    ("match sound.json --subject s --town Saint-Denis", 2, "ambiguous_commune"),
    ("explain sound.json --subject s --town Zzyzx", 2, "unknown_commune"),
    ("match sound.json --needs absent.csv", 2, "cannot be read"),
    ("match absent.json --needs needs.csv", 2, "cannot be read"),
    ("match sound.json --subject s --commune 99999", 2, "unknown_commune"),
    ("match sound.json --needs needs.csv --load headless.csv", 2, "missing_field"),
    ("match sound.json --needs needs.csv --load twice.csv", 2, "duplicate_id"),
    ("match sound.json --needs needs.csv --output needs.csv", 2, "would take its place"),
    ("match sound.json --needs needs.csv --output sound.json", 2, "would take its place"),
    ("match sound.json --needs needs.csv --load load.csv --output ./load.csv", 2, "would take its place"),
    ("match sound.json --needs needs.csv --output absent/result.csv", 2, "cannot be written"),
    ("match sound.json", 2, ""),
    ("explain sound.json --subject s --commune 80021", 0, ""),
    ("explain sound.json --subject alone --commune 80021 --json", 1, ""),
    ("explain faulty.json --subject s --commune 80021 --json", 1, "unknown_zone"),
    ("explain sound.json --subject none --commune 80021", 2, "unknown_subject"),
    ("check sound.json", 0, ""),
    ("check faulty.json", 1, ""),
    ("check faulty.json --json", 1, ""),
    ("check broken.json", 1, ""),
    ("check absent.json", 2, "does not exist"),
    ("coverage sound.json --subject s --zone departement:80", 0, ""),
    ("coverage sound.json --subject s --zone region:32 --csv", 1, ""),
    ("coverage faulty.json --json", 1, "unknown_zone"),
    ("coverage sound.json --zone departement:00", 2, "departement:00"),
    ("coverage sound.json --subject s --zone departement:80 --svg sound.json", 2, "would take its place"),
    ("compare sound.json sound.json --needs needs.csv", 0, ""),
    ("compare sound.json other.json --needs needs.csv --json", 1, ""),
    ("compare sound.json sound.json --needs faulty.csv", 1, "unknown_commune"),
    ("compare sound.json sound.json --needs torn.csv --csv", 1, "malformed_csv"),
    ("compare sound.json faulty.json --needs needs.csv --csv", 1, "unknown_zone"),
    ("compare sound.json absent.json --needs needs.csv", 2, "cannot be read"),
    ("compare sound.json --needs needs.csv", 2, ""),
    ("demand sound.json --needs needs.csv", 0, ""),
    ("demand sound.json --needs faulty.csv --json", 1, "unknown_commune"),
    ("demand sound.json --needs torn.csv --csv", 1, "malformed_csv"),
    ("demand faulty.json --needs needs.csv", 1, "unknown_zone"),
    ("demand sound.json --needs needs.csv --institution none", 2, "unknown_institution"),
    ("demand sound.json --needs needs.csv --svg needs.csv", 2, "would take its place"),
    ("demand sound.json", 2, ""),
    ("where 80021", 0, ""),
    ("where zzzzzz --json", 1, "nothing found"),
    ("where", 2, ""),
    ("naf 10.71C", 0, ""),
    ("naf C 2025:10.71G 107 --json", 0, ""),
    ("naf 10.71G", 1, "did you mean `2025:10.71G`?"),
    ("naf 10.71X 10.71C --json", 1, "did you mean `10.71A`?"),
    ("naf 34", 1, "has no division 34"),
    ("naf 2008:10", 1, "the versions are"),
    ("naf", 2, ""),
    ("locate places.csv", 0, ""),
    ("locate places.csv --output located.csv", 0, ""),
    ("locate unknown_places.csv", 1, ""),
    ("locate torn.csv", 1, "malformed_csv"),
    ("locate load.csv", 2, "no such column of places"),
    ("locate places.csv --town Nowhere", 2, "no such column of places"),
    ("locate absent.csv", 2, "cannot be read"),
    ("locate places.csv --output places.csv", 2, "would take its place"),
    ("suggest recruter", 0, ""),
    ("suggest recruter --directory faulty.json --json", 1, "unknown_zone"),
    ("suggest recruter --directory absent.json", 2, "cannot be read"),
    ("impact referrals.csv", 0, ""),
    ("impact faulty_referrals.csv", 1, ""),
    ("impact faulty_referrals.csv --csv", 1, "unknown_state"),
    ("impact faulty_referrals.csv --json", 1, ""),
    ("impact referrals.csv --directory faulty.json --csv", 1, "unknown_zone"),
    ("impact empty.csv", 2, "is empty"),
    ("impact absent.csv", 2, "cannot be read"),
    ("impact referrals.csv --svg referrals.csv", 2, "would take its place"),
    ("snapshot sound.json --output result.aiguillage", 0, ""),
    ("snapshot faulty.json --output result.aiguillage", 1, "unknown_zone"),
    ("snapshot faulty.json --lenient --output result.aiguillage", 1, "left out"),
    ("snapshot sound.json --output sound.json", 2, "would take its place"),
    ("snapshot sound.json --output absent/result.aiguillage", 2, "cannot be written"),
    ("import --base sound.json --antennes antennes.csv --output result", 0, ""),
    ("import --base sound.json --antennes faulty_antennes.csv --output none", 1, ""),
    ("import --base sound.json --antennes faulty_antennes.csv --output lenient --lenient", 1, ""),
    ("import --base faulty.json --antennes antennes.csv --output none", 1, "unknown_zone"),
    ("import --base sound.json --antennes antennes.csv", 0, ""),
    ("import --base sound.json --antennes antennes.csv --json", 0, ""),
    ("import --base sound.json --antennes faulty_antennes.csv", 1, ""),
    ("import --base copy.json --antennes antennes.csv --write", 0, ""),
    ("naf-2025 sound.json", 0, ""),
    ("naf-2025 food.json --needs food.csv", 0, ""),
    ("naf-2025 food.json --needs food.csv --json", 0, ""),
    ("naf-2025 food.json --needs moving.csv --output food_2025.json", 1, ""),
    ("naf-2025 food.json --needs faulty.csv", 1, "unknown_commune"),
    ("naf-2025 food_2025.json --needs moving.csv --write", 0, ""),
    ("naf-2025 faulty.json", 1, "unknown_zone"),
    ("naf-2025 absent.json", 2, "cannot be read"),
    ("naf-2025 food.json --needs absent.csv", 2, "cannot be read"),
    ("naf-2025 food.json --needs food.csv --output food.csv", 2, "would take its place"),
    ("naf-2025 food.json --output food.json", 2, "would take its place"),
    ("merge sound.json copy.json", 0, ""),
    ("merge sound.json sound.json --output whole.json", 0, ""),
    ("merge sound.json other.json", 1, ""),
    ("merge faulty.json sound.json", 1, "unknown_zone"),
    ("merge sound.json", 2, "2 values"),
    ("merge sound.json absent.json", 2, "cannot be read"),
    ("merge sound.json copy.json --output copy.json", 2, "would take its place"),
    ("export sound.json", 0, ""),
    ("export sound.json --sheet antennes", 0, ""),
    ("export faulty.json", 1, "unknown_zone"),
    ("export absent.json", 2, "cannot be read"),
    ("import --base sound.json --antennes absent.csv --output none", 2, "cannot be read"),
    ("import --base sound.json --antennes antennes.csv --output needs.csv", 2, "cannot be written"),
    ("import --base sound.json --antennes antennes.csv --output antennes.csv", 2, "would take its place"),
    ("completions bash", 0, ""),
    ("completions cmd", 2, "powershell"),
    ("manual --output pages", 0, ""),
    ("manual --output needs.csv", 2, "cannot be written"),
];

#[test]
fn each_command_in_each_situation() {
    let folder = files();
    for (arguments, expected, said) in CASES {
        let output = command(folder.path(), arguments).output().unwrap();
        let (code, out, err) = printed(&output);
        assert_eq!(code, *expected, "{arguments}\n{out}\n{err}");
        assert!(err.contains(said), "{arguments}\n{err}");
        assert!(!err.contains("panicked"), "{arguments}\n{err}");
        if *expected == 0 && said.is_empty() {
            assert_eq!(err, "", "{arguments}");
        }
        // Whatever is wrong, what programs read is whole.
        if arguments.contains("--json") {
            let lines = out.lines().map(serde_json::from_str::<serde_json::Value>);
            assert!(lines.into_iter().all(|line| line.is_ok()), "{arguments}\n{out}");
        }
        if arguments.contains("--csv") && !out.is_empty() {
            let mut reader = csv::Reader::from_reader(out.as_bytes());
            assert!(reader.headers().unwrap().len() > 3, "{arguments}\n{out}");
            assert!(reader.records().all(|row| row.is_ok()), "{arguments}\n{out}");
        }
    }
    // What was refused was not written, and what stood there still does.
    assert!(!folder.path().join("none").exists());
    assert_eq!(std::fs::read_to_string(folder.path().join("sound.json")).unwrap(), DIRECTORY);
    assert!(folder.path().join("lenient/antennes.csv").exists());
}

/// Telling a fault never fails: any file, any encoding, any first character.
#[test]
fn faults_of_any_file_are_told() {
    let folder = files();
    let header = "Énergie;Institution;Antenne\nx;I;A\n";
    let utf16: Vec<u8> = format!("\u{feff}{header}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let latin: Vec<u8> = header.chars().map(|c| c as u8).collect();
    for bytes in [
        header.as_bytes(),
        format!("\u{feff}{header}").as_bytes(),
        &utf16,
        &latin,
        b"\x00\xff\xfe\xe9",
        b"PK\x03\x04\xe9\xff",
        "\u{a0};\u{1b}\n".as_bytes(),
    ] {
        std::fs::write(folder.path().join("sheet.csv"), bytes).unwrap();
        for kind in ["experts", "antennes"] {
            let arguments = format!("import --base sound.json --{kind} sheet.csv --output none");
            let (code, out, err) = printed(&command(folder.path(), &arguments).output().unwrap());
            assert!(code == 1 && out.contains("error["), "{bytes:?}: {code} {out} {err}");
        }
    }
    std::fs::create_dir(folder.path().join("folder")).unwrap();
    std::fs::write(folder.path().join("folder/themes.csv"), "label,id\nÉnergie,\n").unwrap();
    let (code, out, _) = printed(&command(folder.path(), "check folder").output().unwrap());
    assert!(code == 1 && out.contains("missing_field"), "{out}");
}

#[test]
fn the_guide_has_the_same_table() {
    let page = include_str!("../guide/command-line.md");
    let section = page.split_once("## Exit codes").unwrap().1.split("\n## ").next().unwrap();
    let mut told = BTreeSet::new();
    for row in section.lines().filter(|line| line.starts_with("| `")) {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        let commands = cells[0].split(", ").map(|name| name.trim_matches('`').to_owned());
        for command in commands {
            told.extend(
                (0..3).filter(|code| cells[code + 1] != "–").map(|code| (command.clone(), code as i32)),
            );
        }
    }
    let tested: BTreeSet<(String, i32)> = CASES
        .iter()
        .map(|(arguments, code, _)| (arguments.split_whitespace().next().unwrap().to_owned(), *code))
        .collect();
    assert_eq!(told, tested);
}

#[test]
fn faulty_needs_are_counted_with_those_that_cannot_be_cut() {
    let folder = files();
    let (_, out, _) = printed(&command(folder.path(), "match sound.json --needs torn.csv").output().unwrap());
    assert!(out.contains("3 needs: 1 routed") && out.contains("2 faulty"), "{out}");
    let arguments = "compare sound.json sound.json --needs faulty.csv";
    let (_, out, _) = printed(&command(folder.path(), arguments).output().unwrap());
    assert!(out.contains("1 rows are faulty") && out.contains("No difference over 1 needs"), "{out}");
}

#[test]
fn a_closed_stream_swallows_nothing_but_itself() {
    let folder = files();
    let run = |arguments: &str, close_out: bool| {
        let mut child =
            command(folder.path(), arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        if close_out {
            drop(child.stdout.take());
        } else {
            drop(child.stderr.take());
        }
        printed(&child.wait_with_output().unwrap())
    };
    // Nobody reads the faults: the results are whole, and the code tells.
    for arguments in ["match sound.json --needs faulty.csv --csv", "match sound.json --needs torn.csv --csv"]
    {
        let (code, out, _) = run(arguments, false);
        assert!(code == 1 && out.lines().count() == 2, "{arguments}: {code} {out}");
    }
    let (code, ..) = run("match sound.json --needs faulty.csv --output unheard.csv", false);
    assert!(code == 1 && folder.path().join("unheard.csv").exists());
    // Nobody reads the results: the faults are said, and the code is the same.
    for (arguments, code) in [
        ("match sound.json --needs faulty.csv --csv", 1),
        ("match sound.json --needs faulty.csv", 1),
        ("check faulty.json", 1),
        ("compare sound.json other.json --needs needs.csv", 1),
        ("match sound.json --needs needs.csv --csv", 0),
    ] {
        assert_eq!(run(arguments, true).0, code, "{arguments}");
    }
    assert!(run("match sound.json --needs faulty.csv --csv", true).2.contains("unknown_commune"));
}

/// A full disk, as a limit on the length of files: the process is killed while it writes.
#[cfg(unix)]
#[test]
fn what_is_killed_while_it_writes_leaves_the_old_file_whole() {
    let folder = files();
    let needs: String = (0..2_000).map(|number| format!("n{number},s,80021\n")).collect();
    std::fs::write(folder.path().join("many.csv"), format!("id,subject,commune\n{needs}")).unwrap();
    for (name, arguments) in [
        ("old.csv", "match sound.json --needs many.csv --output old.csv"),
        ("old.jsonl", "match sound.json --needs many.csv --output old.jsonl"),
    ] {
        std::fs::write(folder.path().join(name), "old").unwrap();
        let status = Command::new("sh")
            .arg("-c")
            .arg(format!("ulimit -f 8; exec {} {arguments}", env!("CARGO_BIN_EXE_aiguillage")))
            .current_dir(folder.path())
            .stdout(Stdio::null())
            .status()
            .unwrap();
        assert!(!status.success());
        assert_eq!(std::fs::read_to_string(folder.path().join(name)).unwrap(), "old", "{arguments}");
    }
}

#[test]
fn labels_do_not_command_a_terminal_and_cells_do_not_compute() {
    let folder = files();
    let evil = DIRECTORY
        .replace("\"name\": \"E\"", "\"name\": \"E\\u001b[31m\\u009b2J\\u202e\"")
        .replace("{\"subject\": \"s\"}", "{\"subject\": \"s\", \"note\": \"=cmd|' /C calc'!A0\"}");
    std::fs::write(folder.path().join("evil.json"), evil.replace("departement:80", "departement:8\\u202e"))
        .unwrap();
    std::fs::write(folder.path().join("notes.json"), evil).unwrap();
    let run = |arguments: &str| {
        // As on a terminal, where nothing is taken out of what is printed.
        printed(&command(folder.path(), arguments).env("CLICOLOR_FORCE", "1").output().unwrap())
    };
    let (_, out, _) = run("match notes.json --subject s --commune 80021");
    // Reading takes characters away that nobody sees; what turns a line around is shown as its escape.
    assert!(out.contains("E[31m2J\\u{202e}"), "{out:?}");
    assert!(!out.contains('\u{9b}') && !out.contains('\u{202e}') && !out.contains("\u{1b}[31m"), "{out:?}");
    let (_, out, _) = run("check evil.json");
    assert!(out.contains("8\\u{202e}") && !out.contains('\u{202e}'), "{out:?}");

    let (_, _, err) = run("match notes.json --subject s\u{1b}[31m\u{9b}2J --commune 80021");
    assert!(err.contains("s\\u{1b}[31m\\u{9b}2J"), "{err:?}");
    assert!(!err.contains('\u{9b}') && !err.contains("s\u{1b}"), "{err:?}");

    let (_, out, _) = run("match notes.json --needs needs.csv --csv");
    assert!(out.contains("'=cmd|"), "{out}");
}

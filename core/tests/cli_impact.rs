//! The files that `aiguillage impact` writes for partners, as its users write them.

#![cfg(feature = "cli")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::path::{Path, PathBuf};
use std::process::Command;

use calamine::{Data, Reader, Xlsx, open_workbook};

fn sample() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../examples/hauts-de-france")
}

/// Runs on the sample's year, and returns the exit code and what was printed.
fn impact(arguments: &[&str]) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_aiguillage"));
    command.args(["impact", "referrals.csv", "--requests", "requests.csv"]).args(arguments);
    let output =
        command.current_dir(sample()).env_remove("CLICOLOR_FORCE").env("LC_ALL", "C").output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

/// A sheet as rows of texts.
fn sheet(path: &Path, name: &str) -> Vec<Vec<String>> {
    let mut workbook: Xlsx<_> = open_workbook(path).unwrap();
    let range = workbook.worksheet_range(name).unwrap();
    range.rows().map(|row| row.iter().map(Data::to_string).collect()).collect()
}

#[test]
fn a_workbook_is_written_beside_what_is_printed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("impact.xlsx");
    let written = path.to_str().unwrap();
    let quarter = ["--from", "2026-07-01", "--until", "2026-09-30", "--period", "month", "--by", "theme"];
    let (code, out, err) = impact(&[&quarter[..], &["--workbook", written]].concat());
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(out.contains("needs, deposited from 2026-07-01"), "{out}");
    let workbook: Xlsx<_> = open_workbook(&path).unwrap();
    let names = ["Guide de lecture", "Ensemble", "Par institution", "Par antenne", "Par mois", "Par thème"];
    assert_eq!(workbook.sheet_names(), names);
    let guide = sheet(&path, "Guide de lecture");
    let told = |word: &str| guide.iter().find(|row| row[0] == word).unwrap()[1].clone();
    assert_eq!(told("Période"), "déposés du 1er\u{a0}juillet\u{a0}2026 au 30\u{a0}septembre\u{a0}2026");
    assert_eq!(told("Période précédente"), "déposés du 1er\u{a0}avril\u{a0}2026 au 30\u{a0}juin\u{a0}2026");
    assert!(told("Jour de lecture").starts_with("30\u{a0}novembre\u{a0}2026"));
    assert!(
        told("Abandonnés").contains("45 jours après la première")
            && told("Abandonnés").contains("9 jours au moins")
    );
    assert!(names[1..].iter().all(|name| !told(&format!("Feuille « {name} »")).is_empty()));
    let whole = sheet(&path, "Ensemble");
    assert_eq!(whole[0][1..4], ["Valeur", "Nombre", "Effectif"]);
    assert_eq!(sheet(&path, "Par mois").len(), 4);
    assert!(!whole.iter().any(|row| row[0] == "Taux de satisfaction"), "nobody was asked");
    let answered = folder.path().join("answered.xlsx");
    let (code, ..) = impact(&["--surveys", "surveys.csv", "--workbook", answered.to_str().unwrap()]);
    assert_eq!(code, 0);
    assert!(sheet(&answered, "Ensemble").iter().any(|row| row[0] == "Taux de satisfaction"));
    let first = std::fs::read(&path).unwrap();
    impact(&[&quarter[..], &["--workbook", written]].concat());
    assert_eq!(first, std::fs::read(&path).unwrap(), "the same report is the same file");
}

#[test]
fn partners_have_workbooks_of_their_own() {
    let folder = tempfile::tempdir().unwrap();
    let partners = folder.path().join("new/partners");
    let written = partners.to_str().unwrap();
    let (code, _, err) = impact(&["--institution", "cci", "--partner-workbooks", written]);
    assert_eq!((code, err.as_str()), (0, ""));
    let names: Vec<String> = std::fs::read_dir(&partners)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert!(names.len() == 2 && partners.join("cci.xlsx").is_file(), "{names:?}");
    let antennes = sheet(&partners.join("cci.xlsx"), "Par antenne");
    assert_eq!(antennes.len() - 1, std::fs::read_dir(partners.join("cci")).unwrap().count());
    let whole = |path: &Path, label: &str| {
        let rows = sheet(path, "Ensemble");
        rows.iter().find(|row| row[0] == label).unwrap()[1].parse::<f64>().unwrap()
    };
    let column = antennes[0].iter().position(|header| header == "Mises en relation").unwrap();
    let sum: f64 = antennes[1..].iter().map(|row| row[column].parse::<f64>().unwrap()).sum();
    assert_eq!(whole(&partners.join("cci.xlsx"), "Mises en relation"), sum);
    for row in &antennes[1..] {
        let own = partners.join("cci").join(format!("{}.xlsx", row[1]));
        assert_eq!(whole(&own, "Mises en relation").to_string(), row[column]);
    }
    // One that got nothing, and is named, has its noughts.
    let others = folder.path().join("others");
    let first_day = ["--institution", "apec", "--from", "2026-01-01", "--until", "2026-01-01"];
    let (code, ..) = impact(&[&first_day[..], &["--partner-workbooks", others.to_str().unwrap()]].concat());
    assert_eq!((code, whole(&others.join("apec.xlsx"), "Mises en relation")), (0, 0.0));
}

#[test]
fn events_are_written_as_rows() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("events.csv");
    let written = path.to_str().unwrap();
    let (code, _, err) = impact(&["--institution", "cci", "--events", written]);
    assert_eq!((code, err.as_str()), (0, ""));
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.starts_with("of,kind,on,at,seq,request,need,") && text.lines().count() > 100, "{text}");
    let (code, ..) = impact(&["--surveys", "surveys.csv", "--events", written]);
    let text = std::fs::read_to_string(&path).unwrap();
    let of_surveys = text.lines().filter(|line| line.starts_with("survey,")).count();
    assert_eq!((code, of_surveys), (0, 983), "as many as the sample has");
    let answers = folder.path().join("answers.csv");
    std::fs::write(&answers, "need,on,kind,called_back\nb-0049,2026-11-26,answered,oui\n").unwrap();
    let (code, ..) = impact(&["--surveys", answers.to_str().unwrap(), "--events", written]);
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(code == 1 && !text.contains("survey,"), "nobody was asked, so nobody answered");
    let (code, ..) = impact(&["--subject", "recruter", "--events", written, "--french"]);
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(code == 0 && text.starts_with("Objet,Événement,Jour,"), "{text}");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    assert!(reader.records().all(|row| row.unwrap().len() == 21));
}

#[test]
fn what_cannot_be_written_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let nowhere = folder.path().join("nowhere/impact.xlsx");
    let file = folder.path().join("file");
    std::fs::write(&file, "mine").unwrap();
    let [nowhere, file, new] =
        [&nowhere, &file, &folder.path().join("new.xlsx")].map(|path| path.to_str().unwrap().to_owned());
    let refused = |arguments: &[&str], wanted: &str| {
        let (code, out, err) = impact(arguments);
        assert_eq!((code, out.as_str()), (2, ""), "{arguments:?}: {err}");
        assert!(err.contains(wanted), "{arguments:?}: {err}");
    };
    refused(&["--workbook", &nowhere], "cannot be written");
    refused(&["--partner-workbooks", &file], "cannot be written");
    refused(&["--events", &nowhere], "cannot be written");
    refused(&["--workbook", &new, "--institution", "apecc"], "[unknown_institution]");
    refused(&["--workbook", "referrals.csv"], "the result would take its place");
    refused(&["--events", "requests.csv"], "the result would take its place");
    refused(&["--french"], "--events");
    // Nothing takes the place of another output, and no workbook of an earlier run stays among the new ones.
    refused(&["--workbook", &new, "--events", &new], "is to be written twice");
    refused(&["--svg", &new, "--workbook", &new], "is to be written twice");
    let full = folder.path().to_str().unwrap();
    refused(&["--partner-workbooks", full], "is not empty");
    // What is too small to be shown is not shown as a whole, nor as single events.
    refused(&["--least", "10", "--events", &new], "--least");
    refused(
        &["--least", "10", "--institution", "calais-promotion", "--workbook", &new],
        "only 2 needs are selected",
    );
    // The period before, January, has 93 needs where February has 95.
    refused(
        &["--from", "2026-02-01", "--until", "2026-02-28", "--least", "95", "--compare"],
        "only 93 needs are selected",
    );
    assert!(!Path::new(&new).exists() && std::fs::read_to_string(&file).unwrap() == "mine");
}

//! The command line as its users run it.

#![cfg(feature = "cli")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};

fn sample() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../examples/hauts-de-france")
}

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_aiguillage"));
    command.args(arguments).current_dir(sample()).env_remove("CLICOLOR_FORCE").env("LC_ALL", "C");
    command
}

fn run(arguments: &[&str]) -> Output {
    command(arguments).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// Runs and returns the exit code and what was printed, which holds no colours: it is piped.
fn printed(arguments: &[&str]) -> (i32, String, String) {
    let output = run(arguments);
    let (out, err) = (text(&output.stdout), text(&output.stderr));
    assert!(!out.contains('\u{1b}') && !err.contains('\u{1b}'), "colours in a pipe: {out}{err}");
    (output.status.code().unwrap(), out, err)
}

fn copy_of_sample(to: &Path) {
    for entry in std::fs::read_dir(sample()).unwrap() {
        let entry = entry.unwrap();
        std::fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
    }
}

#[test]
fn the_first_command_of_the_readme() {
    let (code, out, err) = printed(&["match", ".", "--needs", "needs.csv"]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(out.contains("France Travail") && out.contains(" with nobody, 0 faulty."), "{out}");
}

#[test]
fn a_message_is_explained() {
    let message =
        "Mon patron me doit 900 euros de cotisations urssaf impayées à Péronne, je cherche un apprentie";
    let (code, out, err) = printed(&["suggest", message]);
    assert_eq!((code, err.as_str()), (0, ""));
    for part in
        ["tresorerie", "words that decided", "urssaf", "employee", "Mon patron", "80620 Péronne", "900 €"]
    {
        assert!(out.contains(part), "{part}: {out}");
    }
    // The words of a directory of one's own, and the whole answer for programs.
    let (code, out, _) = printed(&["suggest", message, "--directory", ".", "--json", "--limit", "1"]);
    let answer: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(code, 0);
    assert_eq!(answer["suggestions"]["subjects"].as_array().unwrap().len(), 1);
    assert_eq!(answer["screening"]["flags"][0]["reason"], "employee");
    assert_eq!(answer["extract"]["amounts"][0]["euros"], 900.0);

    let student = "je suis étudiante en licence et je cherche un stage pour mon mémoire sur l'export";
    let (_, out, _) = printed(&["suggest", student]);
    assert!(out.contains("about none of the subjects: “Étudiant”") && out.contains("Not sure"), "{out}");

    let (code, out, _) = printed(&["suggest", "?"]);
    assert_eq!(code, 0);
    assert!(out.contains("No word of the message") && out.contains("too_short"), "{out}");
}

#[test]
fn one_need_is_shown_with_the_zone_that_covers() {
    let (code, out, _) = printed(&[
        "match",
        ".",
        "--subject",
        "recruter",
        "--commune",
        "80021",
        "--limit",
        "4",
        "--on",
        "2026-11-23",
    ]);
    assert_eq!(code, 0);
    assert!(out.starts_with("4 experts for this need in Amiens:"), "{out}");
    assert!(out.contains("epci:248000531 CA Amiens Métropole"), "{out}");
}

#[test]
fn machines_get_csv_and_json_lines() {
    let (code, out, _) = printed(&["match", ".", "--needs", "needs.csv", "--csv"]);
    assert_eq!(code, 0);
    let mut reader = csv::Reader::from_reader(out.as_bytes());
    assert_eq!(reader.headers().unwrap().get(3), Some("expert"));
    assert!(reader.records().map(Result::unwrap).count() > 5_000);

    let (_, out, _) = printed(&["match", ".", "--subject", "recruter", "--commune", "80021", "--json"]);
    let lines: Vec<Value> = out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(lines.iter().all(|line| line["subject"] == "recruter" && line["zone"].is_string()));

    let folder = tempfile::tempdir().unwrap();
    for name in ["matches.csv", "matches.jsonl"] {
        let path = folder.path().join(name);
        let (code, out, _) =
            printed(&["match", ".", "--needs", "needs.csv", "--output", path.to_str().unwrap()]);
        assert!(code == 0 && out.contains("All matches are in"), "{out}");
        assert!(std::fs::read_to_string(path).unwrap().lines().count() > 5_000);
    }
}

#[test]
fn a_bad_row_is_reported_with_its_line_and_stops_nobody() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("needs.csv");
    std::fs::write(
        &path,
        "id;subject;commune;headcount\na;recruter;80021;\nb;recrutter;80021;\nc;recruter;59000;\nd;recruter;80021;some\n",
    )
    .unwrap();
    let (code, out, err) = printed(&["match", ".", "--needs", path.to_str().unwrap()]);
    assert_eq!(code, 1);
    assert!(out.contains("4 needs: 1 routed") && out.contains("3 faulty."), "{out}");
    for expected in [
        "error[unknown_subject]",
        "needs.csv:3, field `subject`",
        "did you mean `recruter`?",
        "needs.csv:4, field `commune`",
        "`59350`",
        "needs.csv:5, field `headcount`",
    ] {
        assert!(err.contains(expected), "{expected} is not in {err}");
    }
    std::fs::write(&path, "id;subjet;commune\na;recruter;80021\n").unwrap();
    let (code, _, err) = printed(&["match", ".", "--needs", path.to_str().unwrap()]);
    assert!(code == 2 && err.contains("did you mean `subject`?"), "{err}");
}

#[test]
fn ten_faults_are_named_with_their_places() {
    let folder = tempfile::tempdir().unwrap();
    copy_of_sample(folder.path());
    let change = |file: &str, line: usize, from: &str, to: &str| {
        let path = folder.path().join(file);
        let content = std::fs::read_to_string(&path).unwrap();
        let mut lines: Vec<String> = content.lines().map(str::to_owned).collect();
        assert!(lines[line - 1].contains(from), "{file}:{line}: {}", lines[line - 1]);
        lines[line - 1] = lines[line - 1].replacen(from, to, 1);
        std::fs::write(&path, lines.join("\n")).unwrap();
    };
    let append = |file: &str, row: &str| {
        let path = folder.path().join(file);
        let content = std::fs::read_to_string(&path).unwrap();
        std::fs::write(&path, format!("{content}{row}\n")).unwrap();
        content.lines().count() + 1
    };
    change("subjects.csv", 2, "recrutement-formation", "recrutement-formaton");
    change("antennes.csv", 2, "region:32", "regions:32");
    change("antennes.csv", 4, "epci:200090751", "epci:200090752");
    change("experts.csv", 5, "@", " at ");
    change("absences.csv", 2, "2026-08-03", "2026-02-30");
    change("questions.csv", 1, "label", "labels");
    let competence = append("competences.csv", "nobody,recruter");
    let criterion = append("criteria.csv", "antenne,apec-centre-de-lille,,,50,20,,");
    let institution = append("institutions.csv", "apec,APEC encore,,emploi,,");
    let rules = append("rules.csv", "some");
    let (code, out, _) = printed(&["check", folder.path().to_str().unwrap()]);
    assert_eq!(code, 1);
    for expected in [
        "subjects.csv:2:".to_owned(),
        "antennes.csv:2:".to_owned(),
        "antennes.csv:4:".to_owned(),
        "experts.csv:5:".to_owned(),
        "absences.csv:2:".to_owned(),
        "questions.csv:1:".to_owned(),
        format!("competences.csv:{competence}:1"),
        format!("criteria.csv:{criterion}"),
        format!("institutions.csv:{institution}:1"),
        format!("rules.csv:{rules}"),
    ] {
        assert!(out.contains(&expected), "{expected} is not in\n{out}");
    }
    assert!(out.contains("did you mean `recrutement-formation`?"), "{out}");

    let (code, out, _) = printed(&["check", folder.path().to_str().unwrap(), "--json"]);
    let found: Vec<Value> = serde_json::from_str(&out).unwrap();
    assert!(code == 1 && found.iter().filter(|one| one["severity"] == "error").count() >= 10);
    assert!(found.iter().all(|one| one["code"].is_string()));
}

#[test]
fn a_sound_directory_passes_its_check() {
    assert_eq!(printed(&["check", "."]), (0, "0 errors, 0 warnings\n".to_owned(), String::new()));
}

#[test]
fn communes_are_found_by_code_postal_code_and_name() {
    for (what, expected) in [
        (&["59350"][..], "departement:59"),
        (&["59000"], "59350"),
        (&["Saint", "Quentin"], "02691"),
        (&["02695"], "is a former code of"),
        (&["75012"], "75112"),
        // Both readings of a code.
        (&["59200"], "Tourcoing"),
        (&["59200"], "also the INSEE code of"),
        (&["75012"], "also a former code of"),
        // Names of the past, and what the post adds.
        (&["Hellemmes"], "Hellemmes is today in Lille (59350)"),
        (&["Lomme"], "59350"),
        (&["AMIENS", "CEDEX", "1"], "80021"),
        (&["86007", "POITIERS", "CEDEX"], "86194"),
        (&["Saint-Denis", "(974)"], "97411"),
        // Zones of today and of the past.
        (&["200093201"], "Métropole Européenne de Lille"),
        (&["245900410"], "epci:200093201"),
        (&["region:31"], "departement:59, departement:62"),
        (&["hauts-de-france"], "region:32"),
        // A guess is called one.
        (&["Helemes"], "No commune is called `Helemes`; similar names are:"),
    ] {
        let (code, out, _) = printed(&[&["where"], what].concat());
        assert!(code == 0 && out.contains(expected), "{what:?}: {out}");
    }
    let (code, _, err) = printed(&["where", "zzzzzzzz"]);
    assert!(code == 1 && err.contains("nothing found"), "{err}");
    let (code, _, err) = printed(&["where", "69M"]);
    assert!(code == 1 && err.contains("epci:200046977"), "{err}");
    let (_, out, _) = printed(&["where", "lomme", "--json"]);
    assert_eq!(serde_json::from_str::<Value>(&out).unwrap()["former_name"], "Lomme");
    let (_, out, _) = printed(&["where", "80021", "--json"]);
    assert_eq!(serde_json::from_str::<Value>(&out).unwrap()["name"], "Amiens");
}

#[test]
fn a_file_of_places_gains_its_codes() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (clients, codes) = (path("clients.csv"), path("codes.csv"));
    let sheet = "VILLE;CODE POSTAL;Client\nAMIENS CEDEX 1;80001;a\nLOMME;59160;b\nROUBAIX;59100;c\n";
    std::fs::write(&clients, sheet).unwrap();
    let (code, out, _) = printed(&["locate", &clients]);
    assert_eq!(code, 0);
    let lines: Vec<&str> = out.lines().collect();
    assert!(lines[0].ends_with("insee_code,insee_name,certainty,found,candidates"), "{out}");
    assert!(lines[1].ends_with("80001,a,80021,Amiens,likely,name,"), "{out}");
    assert!(lines[2].ends_with("59160,b,59350,Lille,certain,former_name,"), "{out}");

    std::fs::write(&clients, format!("{sheet}LENS;59100;d\nZzyzx;;e\n")).unwrap();
    let (code, out, _) = printed(&["locate", &clients, "--output", &codes]);
    assert!(code == 1 && out.contains("5 rows: 2 certain, 1 likely, 1 ambiguous, 1 unknown."), "{out}");
    assert!(std::fs::read_to_string(&codes).unwrap().contains("ambiguous,,59512 62498"));
    let (code, _, err) = printed(&["locate", &clients, "--town", "Commune"]);
    assert!(code == 2 && err.contains("VILLE"), "{err}");
    let (code, _, err) = printed(&["locate", &clients, "--output", &clients]);
    assert!(code == 2, "{err}");
}

#[test]
fn an_explanation_fits_one_screen_and_is_data_too() {
    let arguments = [
        "explain",
        ".",
        "--subject",
        "international",
        "--commune",
        "80021",
        "--answer",
        "outside_europe=non",
    ];
    let (_, out, _) = printed(&arguments);
    assert!(out.lines().count() <= 50, "{out}");
    assert!(
        out.contains("Experts left after each rule: Subject") && out.contains("What stops the others first:"),
        "{out}"
    );
    let (_, out, _) = printed(&[&arguments[..], &["--json"]].concat());
    assert!(serde_json::from_str::<Value>(&out).unwrap()["funnel"].is_array());
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("substitute.json");
    let directory = r#"{"themes": [{"id": "t", "label": "T"}], "subjects": [{"id": "s", "theme": "t", "label": "S"}],
        "institutions": [{"id": "i", "name": "I"}],
        "antennes": [{"id": "a", "institution": "i", "name": "A", "level": "national"}],
        "experts": [{"id": "e", "antenne": "a", "name": "E", "competences": [{"subject": "s"}],
                     "absences": [{"from": "2026-07-01", "until": "2026-07-31", "substitute": "f"}]},
                    {"id": "f", "antenne": "a", "name": "F", "competences": [{"subject": "s"}]}]}"#;
    std::fs::write(&file, directory).unwrap();
    for (on, heading) in
        [("2026-07-15", "2 match (experts who receive the need: 1):"), ("2026-08-01", "2 match:")]
    {
        let need = ["--subject", "s", "--commune", "80021", "--on", on];
        let (_, out, err) = printed(&[&["explain", file.to_str().unwrap()], &need[..]].concat());
        assert!(out.contains(heading), "{on}: {out}{err}");
    }
    let (code, _, err) = printed(&["explain", ".", "--subject", "recruter", "--commune", "6002"]);
    assert!(code == 2 && err.contains("unknown_commune") && err.contains("06002"), "{err}");
}

#[test]
fn coverage_is_printed_counted_and_drawn() {
    let hole = [
        "coverage",
        ".",
        "--subject",
        "handicap-entreprise",
        "--institution",
        "cap-emploi",
        "--zone",
        "departement:80",
    ];
    let (code, out, _) = printed(&hole);
    assert_eq!(code, 1);
    assert!(out.contains("Vitz-sur-Authie") && out.contains("Gaps: 41 communes"), "{out}");
    let (_, out, _) = printed(&[&hole[..], &["--csv"]].concat());
    assert_eq!(out.lines().filter(|line| line.starts_with("handicap-entreprise,gap,")).count(), 41);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("coverage.svg");
    let (code, _, _) = printed(&["coverage", ".", "--zone", "region:32", "--svg", path.to_str().unwrap()]);
    assert_eq!(code, 0);
    let drawn = std::fs::read_to_string(path).unwrap();
    assert!(drawn.starts_with("<svg") && drawn.trim_end().ends_with("</svg>") && drawn.contains("80 Somme"));
    let (code, _, err) = printed(&["coverage", ".", "--zone", "region:978"]);
    assert!(code == 2 && err.contains("departement:978"), "{err}");
}

#[test]
fn a_comparison_fails_a_partners_own_ci_where_something_differs() {
    let (code, out, _) = printed(&["compare", ".", ".", "--needs", "needs.csv"]);
    assert!(code == 0 && out.contains("No difference over"), "{out}");
    let folder = tempfile::tempdir().unwrap();
    copy_of_sample(folder.path());
    let path = folder.path().join("experts.csv");
    let experts = std::fs::read_to_string(&path)
        .unwrap()
        .replace("agefiph-delegation-hauts-de-france-recrutement-et-formation,", "other,");
    std::fs::write(&path, experts).unwrap();
    for file in ["competences.csv", "absences.csv", "criteria.csv"] {
        let path = folder.path().join(file);
        let rows = std::fs::read_to_string(&path).unwrap();
        let kept = rows
            .lines()
            .filter(|row| !row.starts_with("agefiph-delegation-hauts-de-france-recrutement-et-formation,"));
        std::fs::write(&path, kept.collect::<Vec<_>>().join("\n")).unwrap();
    }
    let (code, out, _) =
        printed(&["compare", ".", folder.path().to_str().unwrap(), "--needs", "needs.csv", "--csv"]);
    assert_eq!(code, 1, "{out}");
    assert!(
        out.contains("agefiph-delegation-hauts-de-france-recrutement-et-formation,agefiph,lost,expert"),
        "{out}"
    );
}

#[test]
fn spreadsheets_become_a_directory() {
    let vectors = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/vectors");
    let base: Value =
        serde_json::from_str(&std::fs::read_to_string(vectors.join("csv_import.json")).unwrap()).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    std::fs::write(path("base.json"), base["base"].to_string()).unwrap();
    let sheet = |name: &str| vectors.join("csv_import").join(name).to_str().unwrap().to_owned();
    let (base, output) = (path("base.json"), path("out"));
    let (code, out, _) = printed(&[
        "import",
        "--base",
        &base,
        "--antennes",
        &sheet("two_antennes.csv"),
        "--experts",
        &sheet("note.csv"),
        "--output",
        &output,
    ]);
    assert!(code == 0 && out.contains("2 antennes and 1 experts added"), "{out}");
    assert_eq!(printed(&["check", &output]).0, 0);
    let (code, out, _) = printed(&[
        "import",
        "--base",
        &base,
        "--antennes",
        &sheet("unknown_header.csv"),
        "--output",
        &output,
    ]);
    assert!(code == 1 && out.contains("unknown_field") && out.contains("Foo"), "{out}");
}

#[test]
fn what_cannot_be_done_is_said_and_never_a_panic() {
    for arguments in [
        &["check", "nowhere"][..],
        &["match", "nowhere", "--needs", "needs.csv"],
        &["match", ".", "--needs", "nothing.csv"],
        &["match", "."],
        &["match", ".", "--subject", "recruter"],
        &["coverage", ".", "--zone", "32"],
        &["unknown"],
    ] {
        let (code, _, err) = printed(arguments);
        assert_eq!(code, 2, "{arguments:?}: {err}");
        assert!(!err.is_empty() && !err.contains("panicked"), "{arguments:?}: {err}");
    }
}

#[test]
fn a_reader_who_leaves_early_is_no_error() {
    let mut child = command(&["match", ".", "--needs", "needs.csv", "--csv"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert_eq!(text(&output.stderr), "");
}

#[test]
fn impact_is_printed_compared_and_drawn() {
    let (code, out, err) = printed(&["impact", "referrals.csv", "--by", "theme"]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(out.starts_with("1\u{202f}200 needs, seen on 2026-11-30: "), "{out}");
    for wanted in ["nobody found", "Recrutement, formation et organisation du travail", "Gini", "Refusals: "]
    {
        assert!(out.contains(wanted), "{wanted}: {out}");
    }
    let (code, out, _) =
        printed(&["impact", "referrals.csv", "--from", "2026-07-01", "--until", "2026-09-30", "--compare"]);
    assert_eq!(code, 0);
    assert!(out.contains("2026-04-01 to 2026-06-30") && out.contains(" points"), "{out}");

    let folder = tempfile::tempdir().unwrap();
    let picture = folder.path().join("impact.svg");
    let whole = ["impact", "referrals.csv", "--requests", "requests.csv", "--surveys", "surveys.csv"];
    let (code, ..) = printed(&[&whole[..], &["--svg", picture.to_str().unwrap()]].concat());
    assert_eq!(code, 0);
    let drawn = std::fs::read_to_string(picture).unwrap();
    assert!(
        drawn.starts_with("<svg ") && drawn.contains("De la demande à l’aide") && drawn.ends_with("</svg>\n")
    );
    assert_eq!(
        drawn,
        std::fs::read_to_string(sample().join("impact.svg")).unwrap(),
        "draw the sample's page again"
    );
}

#[test]
fn impact_begins_with_requests_where_these_are_given() {
    let arguments = ["impact", "referrals.csv", "--requests", "requests.csv"];
    let (code, out, err) = printed(&arguments);
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(out.contains("1\u{202f}410") && out.contains("held for an adviser"), "{out}");
    assert!(out.contains("within 72 hours") && out.contains("creation 27"), "{out}");
    let folder = tempfile::tempdir().unwrap();
    let picture = folder.path().join("impact.svg");
    printed(&[&arguments[..], &["--svg", picture.to_str().unwrap()]].concat());
    assert!(std::fs::read_to_string(&picture).unwrap().contains("1\u{202f}410 demandes"));
    let faulty = folder.path().join("requests.csv");
    std::fs::write(&faulty, "request,on,kind\nd-1,2026-11-02,depositd\n").unwrap();
    let (code, out, _) = printed(&["impact", "referrals.csv", "--requests", faulty.to_str().unwrap()]);
    assert_eq!(code, 1, "{out}");
    assert!(out.contains("did you mean `deposited`?") && out.contains("2"), "{out}");
    let (code, _, err) = printed(&["impact", "referrals.csv", "--requests", "needs.csv"]);
    assert!(code == 2 && err.contains("[unknown_field]"), "{err}");
}

#[test]
fn impact_ends_with_what_companies_say_where_they_were_asked() {
    let arguments = ["impact", "referrals.csv", "--surveys", "surveys.csv"];
    let (code, out, err) = printed(&arguments);
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(out.contains("696 surveys were sent") && out.contains("offer_discovered 115"), "{out}");
    let (_, out, _) =
        printed(&[&arguments[..], &["--from", "2026-06-01", "--until", "2026-08-31", "--compare"]].concat());
    assert!(out.contains("surveys_satisfaction_rate"), "{out}");
    let folder = tempfile::tempdir().unwrap();
    let faulty = folder.path().join("surveys.csv");
    let rows = "need,on,kind,called_back\nb-0049,2026-01-26,asked,\nb-0049,2026-01-25,answered,oui\n\
                b-0163,2026-01-26,asked,peut-être\n";
    std::fs::write(&faulty, rows).unwrap();
    let (code, out, _) = printed(&["impact", "referrals.csv", "--surveys", faulty.to_str().unwrap()]);
    assert_eq!(code, 1, "{out}");
    assert!(out.contains("in the surveys, ") && out.contains("`oui` or `non`"), "{out}");
    assert!(out.contains("unknown_need") && out.contains("1 surveys were sent"), "{out}");
    let (code, _, err) = printed(&[&arguments[..], &["--csv"]].concat());
    assert_eq!((code, err.as_str()), (0, ""));
    let (code, _, err) =
        printed(&["impact", "referrals.csv", "--surveys", faulty.to_str().unwrap(), "--csv"]);
    assert!(code == 1 && err.contains("surveys.csv:3"), "{err}");
    let (code, _, err) = printed(&["impact", "referrals.csv", "--surveys", "requests.csv"]);
    assert!(code == 2 && err.contains("[unknown_field]"), "{err}");
}

#[test]
fn impact_for_machines() {
    let (code, out, _) =
        printed(&["impact", "referrals.csv", "--by", "departement", "--period", "month", "--csv"]);
    assert_eq!(code, 0);
    let mut reader = csv::Reader::from_reader(out.as_bytes());
    assert!(reader.headers().unwrap().iter().any(|header| header == "taken_within_5_days_rate"));
    assert_eq!(reader.records().map(Result::unwrap).count(), 5 * 11);
    let (_, out, _) = printed(&["impact", "referrals.csv", "--json", "--zone", "departement:80"]);
    let report: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(report["total"]["funnel"]["deposited"], report["equity"]["territories"][0]["needs"]);
}

#[test]
fn impact_without_a_directory_and_with_faults() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("mine.csv");
    let rows = "need;subject;deposited_on;referral;expert;institution;sent_on;state\n\
                n1;<b>x</b>;02/11/2026;r1;e;i;03/11/2026;waiting\nn2;x;02/11/2026;r2;e;i;03/11/2026;parti\n";
    std::fs::write(&file, rows).unwrap();
    let picture = folder.path().join("mine.svg");
    let [file, svg] = [&file, &picture].map(|path| path.to_str().unwrap());
    let (code, out, _) = printed(&["impact", file, "--by", "subject", "--svg", svg]);
    assert_eq!(code, 1);
    assert!(out.contains("unknown_state") && out.contains("1 faults; 1 rows left out."), "{out}");
    assert!(std::fs::read_to_string(&picture).unwrap().contains("&lt;b&gt;x&lt;/b&gt;"));
    let refused = |arguments: &[&str]| {
        let (code, out, err) = printed(arguments);
        assert_eq!((code, out.as_str()), (2, ""), "{arguments:?}");
        err
    };
    assert!(refused(&["impact", file, "--by", "theme"]).contains("[directory_needed]"));
    assert!(refused(&["impact", "nothing.csv"]).contains("cannot be read"));
    assert!(refused(&["impact", "needs.csv"]).contains("[unknown_field]"));
    assert!(
        refused(&["impact", "referrals.csv", "--by", "departements"]).contains("did you mean `departement`?")
    );
    assert!(
        refused(&["impact", "referrals.csv", "--institution", "france-travial"])
            .contains("did you mean `france-travail`?")
    );
}

#[test]
fn a_snapshot_is_written_and_routes_as_its_directory_does() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("hdf.aiguillage");
    let file = file.to_str().unwrap();
    let (code, out, err) = printed(&["snapshot", ".", "--output", file]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(out.contains("400 experts on 24 subjects, over the geography of 2026"), "{out}");
    let need = ["--subject", "recruter", "--commune", "80021", "--on", "2026-11-23", "--json"];
    let matches = |directory: &str| printed(&[&["match", directory], need.as_slice()].concat());
    assert_eq!(matches(file), matches("."));
    let nowhere = folder.path().join("none/hdf.aiguillage");
    let (code, _, err) = printed(&["snapshot", ".", "--output", nowhere.to_str().unwrap()]);
    assert_eq!(code, 2);
    assert!(err.contains("cannot be written"), "{err}");
}

#[test]
fn an_import_shows_what_changes_before_it_writes() {
    let sheets = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/vectors/sheets");
    let index: Value =
        serde_json::from_str(&std::fs::read_to_string(sheets.join("index.json")).unwrap()).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let base = folder.path().join("base.json").to_str().unwrap().to_owned();
    std::fs::write(&base, index["bases"]["small"].to_string()).unwrap();
    let sheet = |name: &str| sheets.join(name).to_str().unwrap().to_owned();
    let import = |name: &str, more: &[&str]| {
        let sheet = sheet(name);
        printed(&[&["import", "--base", &base, "--experts", &sheet][..], more].concat())
    };
    let before = std::fs::read(&base).unwrap();
    let (code, out, _) = import("before-two-experts.csv", &[]);
    assert!(code == 0 && out.contains("experts: 2 added") && out.contains("Nothing was written"), "{out}");
    assert_eq!(std::fs::read(&base).unwrap(), before);
    let (code, out, _) = import("before-two-experts.csv", &["--write"]);
    assert!(code == 0 && out.contains("2 experts added; written to"), "{out}");
    let (code, out, _) = import("same-sheet-twice.csv", &["--write"]);
    assert!(code == 0 && out.contains("Nothing changes.") && out.contains("2 the same"), "{out}");
    let (code, out, _) = import("one-subject-more.csv", &[]);
    assert!(code == 0 && out.contains("~ Élodie Durand, CCI Nord") && out.contains("competences:"), "{out}");
    let (_, out, _) = import("one-gone-kept.csv", &["--whole"]);
    assert!(out.contains("- Paul Martin, CCI Nord") && out.contains("taken away"), "{out}");
    let (code, out, _) = import("several-faults.csv", &["--write"]);
    assert!(code == 1 && out.contains("CCI Nor"), "{out}");
    let (code, out, _) = import("one-subject-more.csv", &["--json"]);
    let update: Value = serde_json::from_str(&out).unwrap();
    assert!(code == 0 && update["experts"]["changed"][0]["fields"][0]["field"] == "competences", "{out}");
    let (code, out, _) = printed(&["export", &base]);
    assert!(code == 0 && out.contains("CCI Hauts-de-France,CCI Nord,Élodie Durand"), "{out}");
}

/// A register's answer routes like the same facts typed by hand, and what is odd about it is told.
#[test]
fn a_register_completes_a_need() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("answer.json");
    let file = file.to_str().unwrap();
    let answer = json!({"results": [{
        "siren": "821611431", "nom_complet": "BOULANGERIE", "etat_administratif": "A", "nature_juridique": "5499",
        "date_creation": "2016-07-25",
        "siege": {"siret": "82161143100015", "commune": "80021", "activite_principale": "10.71C",
                  "tranche_effectif_salarie": "02", "annee_tranche_effectif_salarie": "2023", "etat_administratif": "A"}
    }]});
    std::fs::write(file, answer.to_string()).unwrap();
    let need = ["match", ".", "--id", "b", "--subject", "recruter", "--on", "2026-11-23", "--json"];
    let told = |more: &[&str]| printed(&[&need[..], more].concat());
    let by_hand = [
        "--commune",
        "80021",
        "--siret",
        "82161143100015",
        "--naf",
        "10.71C",
        "--headcount-band",
        "02",
        "--legal-form",
        "5499",
        "--created-on",
        "2016-07-25",
    ];
    let (code, out, err) = told(&["--company", file]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert_eq!(out, told(&by_hand).1);

    let (_, out, err) = told(&["--company", file, "--commune", "59350"]);
    assert!(out.contains("59350") && err.contains("warning[differs_from_need]"), "{out}{err}");
    let (code, _, err) = told(&["--company", file, "--siret", "35600000000048"]);
    assert!(code == 2 && err.contains("no_company"), "{err}");
    std::fs::write(file, "<html>429</html>").unwrap();
    let (code, _, err) = told(&["--company", file]);
    assert!(code == 2 && err.contains("[unknown_shape]"), "{err}");
}

/// Whatever the ending of the sheet, and wherever the directory was found.
#[test]
fn no_result_takes_the_place_of_a_sheet() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let small = json!({
        "themes": [{"id": "t", "label": "T"}],
        "subjects": [{"id": "s", "theme": "t", "label": "S"}],
        "institutions": [{"id": "cci", "name": "CCI"}]
    });
    std::fs::write(path("small.json"), small.to_string()).unwrap();
    std::fs::write(path("other.json"), json!({"institutions": [{"id": "cma", "name": "CMA"}]}).to_string())
        .unwrap();
    let merged = printed(&["merge", &path("small.json"), &path("other.json"), "--output", &path("sheets")]);
    assert_eq!(merged.0, 0, "{merged:?}");
    std::fs::rename(path("sheets/themes.csv"), path("sheets/themes.tsv")).unwrap();
    std::fs::write(path("needs.csv"), "subject;commune\ns;80021\n").unwrap();
    std::fs::write(path("sheets/referrals.csv"), "need,expert,state,sent_on\n").unwrap();
    std::fs::create_dir(path("partner")).unwrap();
    std::fs::write(path("partner/antennes.csv"), "Institution;Nom;Codes départements\nCCI;Amiens;80\n")
        .unwrap();
    let before = |name: &str| std::fs::read(path(name)).unwrap();
    for (arguments, kept) in [
        (
            vec!["match", "sheets", "--needs", "needs.csv", "--output", "sheets/themes.tsv"],
            "sheets/themes.tsv",
        ),
        (vec!["impact", "sheets/referrals.csv", "--svg", "sheets/subjects.csv"], "sheets/subjects.csv"),
        (
            vec![
                "import",
                "--base",
                "small.json",
                "--antennes",
                "partner/antennes.csv",
                "--output",
                "partner",
            ],
            "partner/antennes.csv",
        ),
    ] {
        let text = before(kept);
        let named = |argument: &&str| match argument.contains('.') || ["sheets", "partner"].contains(argument)
        {
            true => path(argument),
            false => (*argument).to_owned(),
        };
        let arguments: Vec<String> = arguments.iter().map(named).collect();
        let (code, _, err) = printed(&arguments.iter().map(String::as_str).collect::<Vec<_>>());
        assert!(code == 2 && err.contains("would take its place"), "{arguments:?}: {code} {err}");
        assert_eq!(before(kept), text, "{arguments:?}");
    }
}

/// With `--json`, standard output holds JSON or nothing.
#[test]
fn faults_of_sheets_stand_in_no_json() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    std::fs::write(path("base.json"), json!({"institutions": [{"id": "cci", "name": "CCI"}]}).to_string())
        .unwrap();
    std::fs::write(path("antennes.csv"), "Institution;Nom\nCCX;Amiens\n").unwrap();
    let (code, out, err) =
        printed(&["import", "--base", &path("base.json"), "--antennes", &path("antennes.csv"), "--json"]);
    assert!(code == 1 && out.is_empty() && err.contains("unknown_institution"), "{out}{err}");
}

#[test]
fn headcounts_that_differ_are_told() {
    let need = ["--subject", "recruter", "--commune", "80021", "--headcount", "1", "--headcount-band"];
    for command in ["match", "explain"] {
        let told = |band: &str| printed(&[&[command, "."], &need[..], &[band]].concat()).2;
        assert!(told("NN").contains("bands are two years old"), "{command}");
        assert_eq!(told("01"), "", "{command}");
    }
}

#[test]
fn needs_with_postal_codes_for_communes_are_told() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("needs.csv");
    let told = |communes: &[&str]| {
        let rows: String = communes.iter().map(|code| format!("recruter;{code}\n")).collect();
        std::fs::write(&file, format!("subject;commune\n{rows}")).unwrap();
        let (code, _, err) = printed(&["match", ".", "--needs", file.to_str().unwrap()]);
        assert_eq!(code, 0, "{err}");
        err
    };
    let err = told(&["59200", "62100", "80100"]);
    assert!(
        err.contains("3 of 3 INSEE codes are also postal codes of other communes (59200, 62100, 80100)"),
        "{err}"
    );
    assert!(err.contains("make sure that INSEE codes were meant"), "{err}");
    assert_eq!(told(&["59200", "62041", "80021"]), "");
}

#[test]
fn what_a_written_directory_takes_the_place_of_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let institution = |id: &str| json!({"institutions": [{"id": id, "name": id}]}).to_string();
    std::fs::write(path("cci.json"), institution("cci")).unwrap();
    std::fs::write(path("cma.json"), institution("cma")).unwrap();
    let merge =
        |output: &str| printed(&["merge", &path("cci.json"), &path("cma.json"), "--output", &path(output)]);
    // Nothing stood there: nothing is told.
    let (code, _, err) = merge("whole");
    assert_eq!((code, err.as_str()), (0, ""));
    std::fs::write(path("whole/seed.csv"), "seed\nsecret\n").unwrap();
    let (code, _, err) = merge("whole");
    assert!(code == 0 && err.contains("held another directory") && err.contains("seed.csv of"), "{err}");
    assert!(!PathBuf::from(path("whole/seed.csv")).exists());
    // The ending of the name says the form.
    assert_eq!(merge("whole.json").0, 0);
    let whole: Value = serde_json::from_str(&std::fs::read_to_string(path("whole.json")).unwrap()).unwrap();
    assert_eq!(whole["institutions"].as_array().unwrap().len(), 2);
}

/// Telling a fault never fails: any encoding, any first character; and what is quoted is decoded.
#[test]
fn faults_of_any_sheet_are_told() {
    let sheets = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/vectors/sheets");
    let index: Value =
        serde_json::from_str(&std::fs::read_to_string(sheets.join("index.json")).unwrap()).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    std::fs::write(path("base.json"), index["bases"]["small"].to_string()).unwrap();
    let text = "Prénom;Institution;Antenne;Email\nÉlodie;CCI;CCI Nord;e@cci.example\n";
    let utf16: Vec<u8> =
        [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    for (name, bytes) in [
        ("mark.csv", [b"\xef\xbb\xbf", text.as_bytes()].concat()),
        ("utf-16.txt", utf16),
        ("windows.csv", text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect()),
    ] {
        std::fs::write(path(name), bytes).unwrap();
        let (code, out, err) = printed(&["import", "--base", &path("base.json"), "--experts", &path(name)]);
        assert!(code == 1 && out.contains("Prénom;Institution"), "{name}: {out}{err}");
        assert!(!out.contains('\u{fffd}') && !err.contains("panicked"), "{name}: {out}{err}");
    }
}

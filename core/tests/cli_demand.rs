//! `aiguillage demand` as its users run it.

#![cfg(feature = "cli")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::path::PathBuf;
use std::process::Command;

use serde_json::Value;

fn sample() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../examples/hauts-de-france")
}

/// Runs on the sample directory and its year, and returns the exit code and what was printed.
fn demand(arguments: &[&str]) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_aiguillage"));
    command.args(["demand", ".", "--needs"]).args(arguments);
    let output =
        command.current_dir(sample()).env_remove("CLICOLOR_FORCE").env("LC_ALL", "C").output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

#[test]
fn institutions_are_shown_with_the_change_that_brings_most() {
    let (code, out, err) = demand(&["needs.csv", "--referrals", "referrals.csv"]);
    assert_eq!((code, err.as_str()), (0, ""));
    for part in [
        "1\u{202f}200 needs counted.",
        "asked   matched   stopped by",
        "sent   answered   helped",
        "(129 needs more).",
    ] {
        assert!(out.contains(part), "{part}: {out}");
    }
    // Of one institution every change is told.
    let (_, out, _) = demand(&["needs.csv", "--institution", "apec", "--kind", "answers"]);
    assert!(out.contains("+129") && out.contains("+67") && out.contains("+35"), "{out}");
    let (_, out, _) = demand(&["needs.csv", "--by", "expert", "--institution", "apec", "--changes", "1"]);
    assert!(out.contains("APEC, Centre de Lille"), "{out}");
}

#[test]
fn machines_get_csv_and_json() {
    let (code, out, _) = demand(&["needs.csv", "--institution", "apec", "--csv"]);
    assert_eq!(code, 0);
    let mut reader = csv::Reader::from_reader(out.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let figure = |name: &str| {
        let row = rows.iter().find(|row| row.get(2) == Some(name)).unwrap();
        row.get(4).unwrap().to_owned()
    };
    assert_eq!(
        [figure("asked"), figure("matched"), figure("stopped"), figure("change")],
        ["206", "77", "129", "129"]
    );

    let (_, out, _) = demand(&["needs.csv", "--institution", "apec", "--json"]);
    let report: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(report["rows"][0]["changes"][0]["needs"], 129);
    assert!(report["rows"][0]["changes"][0]["document"].is_string());
}

#[test]
fn a_bad_row_is_told_with_its_line_and_does_not_count() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("needs.csv");
    std::fs::write(
        &path,
        "subject;commune;headcount\nrecruter;80021;\nrecruter;99999;\nrecruter;80021;some\n",
    )
    .unwrap();
    let (code, out, err) = demand(&[path.to_str().unwrap(), "--changes", "0"]);
    assert_eq!(code, 1);
    assert!(out.starts_with("1 needs counted.\n2 rows are faulty and were not counted."), "{out}");
    assert!(
        err.contains("needs.csv:3, field `commune`") && err.contains("needs.csv:4, field `headcount`"),
        "{err}"
    );
    let (code, _, err) = demand(&["needs.csv", "--institution", "zz"]);
    assert!(code == 2 && err.contains("unknown_institution"), "{err}");
}

#[test]
fn referrals_that_are_none_or_of_no_need_are_told() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("referrals.csv");
    let rows = "need,subject,deposited_on,referral,expert,institution,sent_on,state\n\
        b-0002,financer-projet,2026-06-22,m1,nobody,apec,2026-06-23,donne\n\
        b-9999,recruter,2026-06-22,m2,zzz,apec,2026-06-23,waiting\n";
    std::fs::write(&file, rows).unwrap();
    let (code, _, err) = demand(&["needs.csv", "--referrals", file.to_str().unwrap()]);
    assert_eq!(code, 1);
    assert!(err.contains(":2: ") && err.contains("did you mean `done`?"), "{err}");
    assert!(err.contains(":3: there is no need `b-9999` among the needs"), "{err}");
}

#[test]
fn what_is_wrong_with_referrals_is_told_as_impact_tells_it() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("referrals.csv");
    // The second row says otherwise of the need than the first, which counts.
    let rows = "need,subject,deposited_on,referral,expert,institution,sent_on,state\n\
        b-0002,financer-projet,2026-06-22,m1,nobody,apec,2026-06-23,waiting\n\
        b-0002,recruter,2026-06-22,m2,nobody,closed,2026-06-23,waiting\n";
    std::fs::write(&file, rows).unwrap();
    let arguments = ["needs.csv", "--referrals", file.to_str().unwrap()];
    let (code, out, err) = demand(&arguments);
    assert!(code == 0 && err.contains("counted[") && err.contains("referrals.csv:3"), "{code} {err}");
    assert!(
        out.contains("1 referrals of these needs went to somebody whom the directory does not have"),
        "{out}"
    );
    let (_, out, _) = demand(&[&arguments[..], &["--csv"]].concat());
    assert!(out.ends_with(",,referrals_elsewhere,,1,,,,,,,\n"), "{out}");
    let (_, out, _) = demand(&[&arguments[..], &["--json"]].concat());
    assert_eq!(serde_json::from_str::<Value>(&out).unwrap()["referrals_elsewhere"], 1);

    std::fs::write(&file, rows.replace("apec,2026-06-23,waiting", "apec,2026-06-23,donne")).unwrap();
    let (code, _, err) = demand(&arguments);
    assert!(code == 1 && err.contains("left out[unknown_state]") && err.contains("referrals.csv:2"), "{err}");
}

#[test]
fn a_picture_is_drawn_and_never_over_what_was_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("demand.svg");
    let (code, ..) = demand(&["needs.csv", "--svg", path.to_str().unwrap(), "--json"]);
    let drawn = std::fs::read_to_string(&path).unwrap();
    assert_eq!(code, 0);
    assert!(drawn.starts_with("<svg ") && drawn.ends_with("</svg>\n") && drawn.contains("APEC"), "{drawn}");
    assert_eq!(drawn, std::fs::read_to_string(sample().join("demand.svg")).unwrap());
    let (code, _, err) = demand(&["needs.csv", "--svg", "needs.csv"]);
    assert!(code == 2 && err.contains("would take its place"), "{err}");
}

//! Writes the seeds again from the conformance vectors and the sample directory:
//! `cargo run --manifest-path fuzz/Cargo.toml --example seeds`.
//!
//! Files that fuzzers found stay: only names that this writes are overwritten.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use aiguillage::boundary::{Target, call};
use aiguillage::{Directory, Router};
use aiguillage_fuzz::{bundle, sealed};
use serde_json::Value;

/// Lines of each file of the sample.
const LINES: usize = 6;

/// Bytes of a drawn world, and how many of them.
const DRAWN: (usize, u64) = (2_048, 12);

const REFERRAL: &str = r#"{"id": "r1", "need": "b-17", "expert": "e1", "antenne": "a1", "institution": "cci",
    "sent_on": "2026-11-02", "state": "waiting"}"#;
const NEED: &str =
    r#"{"id": "b-17", "subject": "recruter", "deposited_on": "2026-11-02", "commune": "80021"}"#;
const CALLS: [(&str, &str); 14] = [
    (
        "send",
        r#"{"referrals": [REFERRAL], "sending": {"referral": "r2", "need": "b-17", "expert": "e2",
            "institution": "cma", "on": "2026-11-05"}}"#,
    ),
    (
        "move_referral",
        r#"{"referrals": [REFERRAL], "single_takers": ["cci"],
            "move": {"referral": "r1", "to": "taken_in_charge", "on": "2026-11-05"}}"#,
    ),
    (
        "reassign",
        r#"{"referrals": [REFERRAL],
            "reassignment": {"referral": "r1", "expert": "e2", "institution": "cma", "on": "2026-11-05"}}"#,
    ),
    (
        "apply",
        r#"{"referral": REFERRAL, "event": {"referral": "r1", "need": "b-17", "seq": 2, "on": "2026-11-03",
            "kind": "moved", "to": "taken_in_charge"}}"#,
    ),
    (
        "fold",
        r#"{"on": "2026-11-23", "events": [
            {"referral": "r1", "need": "b-17", "seq": 2, "on": "2026-11-03", "kind": "moved", "to": "taken_in_charge"},
            {"referral": "r1", "need": "b-17", "seq": 1, "on": "2026-11-02", "kind": "sent", "to": "waiting",
             "expert": "e1", "institution": "cci"}]}"#,
    ),
    ("check", r#"{"referral": REFERRAL}"#),
    ("need_status", r#"{"states": ["waiting", "done_no_help"]}"#),
    ("reminders", r#"{"referrals": [REFERRAL], "on": "2026-11-23"}"#),
    ("need_reminder", r#"{"referrals": [REFERRAL], "on": "2026-11-23"}"#),
    (
        "classify_request",
        r#"{"request": {"id": "q2", "company": "c", "subject": "recruter", "at": "2026-11-23T10:00:00Z"},
            "earlier": [{"id": "q1", "company": "c", "subject": "recruter", "at": "2026-11-23T08:00:00Z"}]}"#,
    ),
    ("due_for_anonymisation", r#"{"needs": [NEED], "referrals": [REFERRAL], "on": "2030-11-23"}"#),
    ("anonymise", r#"{"need": NEED, "on": "2030-11-23"}"#),
    (
        "read_referrals_csv",
        r#"{"name": "r.csv", "text": "need;subject;deposited_on;referral;expert;institution;sent_on;state\nb-17;recruter;02/11/2026;r1;e1;cci;02/11/2026;waiting\nb-17;;;r2;e2;cma;02/11/2026;waitting\n"}"#,
    ),
    (
        "render",
        r#"{"kind": "expert_last_chance", "overrides": [{"template": "expert_last_chance.subject", "source": "{{ need.subject }}"}],
            "data": {"service": {"name": "S"}, "need": {"subject": "Recruter", "days": 21},
            "facility": {"name": "Boulangerie <Test>", "commune": "Amiens"}, "contact": {"phone": "03 53 01 00 00"},
            "links": {"take_charge": "https://example.org/oui", "not_for_me": "https://example.org/non"}}}"#,
    ),
];

fn main() -> Result<(), Box<dyn Error>> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let seeds = Seeds(root.join("seeds"));
    let vectors = root.join("../core/tests/vectors");
    for file in files(&vectors)? {
        let family = stem(&file);
        if file.extension().is_some_and(|extension| extension == "json") {
            match serde_json::from_str(&fs::read_to_string(&file)?)? {
                Value::Array(cases) => {
                    for (vector, number) in cases.iter().zip(1..) {
                        seeds.vector(&format!("{family}-{number}"), vector)?;
                    }
                }
                _ => continue,
            }
        }
    }
    for file in files(&vectors.join("csv_import"))? {
        let content = fs::read(&file)?;
        let kind = if content.starts_with(b"Institution;Nom;") { "antennes.csv" } else { "experts.csv" };
        seeds.write("spreadsheet_import", &stem(&file), &bundle::write(&[(kind.to_owned(), content)]))?;
    }
    let mut sample = Vec::new();
    for file in files(&root.join("../examples/hauts-de-france"))? {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.ends_with(".csv") && name != "needs.csv" {
            let lines = fs::read_to_string(&file)?.lines().take(LINES).collect::<Vec<_>>().join("\n");
            sample.push((name, lines.into_bytes()));
        }
    }
    seeds.write("directory_csv", "sample", &bundle::write(&sample))?;
    let places = [
        "Lille",
        "st etienne",
        "Paris 12e",
        "lyon 03",
        "Marseile",
        "L'Haÿ-les-Roses",
        "75012",
        "75112",
        "2A004",
        "20004",
        "6002",
        "02695",
        "59800",
        "55273",
        "commune:59350",
        "epci:200093201",
        "ept:200057867",
        "departement:2A",
        "region:32",
        "region:978",
        "france",
        "Saint-Étienne-du-Rouvray",
        "Y",
        "œuf",
    ];
    for (place, number) in places.iter().zip(1..) {
        seeds.write("geography_search", &format!("place-{number}"), place.as_bytes())?;
    }
    seeds.write("geography_file", "small", &small_geography())?;
    let examples = fs::read_to_string(root.join("../examples/hauts-de-france/examples.csv"))?;
    for (line, number) in examples.lines().skip(1).step_by(8).zip(1..) {
        let text = line.split_once(',').map_or(line, |(_, text)| text);
        seeds.write("message", &format!("example-{number}"), text.trim_matches('"').as_bytes())?;
    }
    seeds.calls()?;
    for number in 1..=DRAWN.1 {
        seeds.write("differential", &format!("drawn-{number}"), &drawn(number))?;
    }
    Ok(())
}

struct Seeds(PathBuf);

impl Seeds {
    /// A vector's directory in all its forms, and its needs.
    fn vector(&self, name: &str, vector: &Value) -> Result<(), Box<dyn Error>> {
        let text = vector["directory"].to_string();
        self.write("directory_json", name, text.as_bytes())?;
        let directory = Directory::from_json(&text)?;
        let folder = tempfile::tempdir()?;
        directory.save_csv(folder.path())?;
        let mut csv = Vec::new();
        for file in files(folder.path())? {
            csv.push((format!("{}.csv", stem(&file)), fs::read(&file)?));
        }
        self.write("directory_csv", name, &bundle::write(&csv))?;
        let bytes = Router::new(directory).to_bytes()?;
        self.write("snapshot", name, &bytes)?;
        self.write("snapshot_payload", name, sealed::snapshot_payload(&bytes))?;
        for (case, number) in vector["cases"].as_array().into_iter().flatten().zip(1..) {
            self.write("need_json", &format!("{name}-{number}"), case["need"].to_string().as_bytes())?;
        }
        Ok(())
    }

    /// A call of each function of what follows the match.
    fn calls(&self) -> Result<(), Box<dyn Error>> {
        let filled = |text: &str| text.replace("REFERRAL", REFERRAL).replace("NEED", NEED);
        let impact =
            format!(r#"{{"needs": [{NEED}], "referrals": [{REFERRAL}], "query": {{"on": "2026-11-23"}}}}"#);
        let report = call("impact", Target::Nothing, &impact)?;
        let mut calls: Vec<(&str, String)> =
            CALLS.iter().map(|(function, arguments)| (*function, filled(arguments))).collect();
        calls.push(("impact", impact));
        calls.push(("impact_table", format!(r#"{{"report": {report}}}"#)));
        calls.push(("impact_csv", format!(r#"{{"report": {report}}}"#)));
        calls.push(("compare_impact", format!(r#"{{"before": {report}, "after": {report}}}"#)));
        for (function, arguments) in calls {
            call(function, Target::Nothing, &arguments)?;
            self.write("boundary_call", function, format!("{function}\n{arguments}").as_bytes())?;
        }
        Ok(())
    }

    fn write(&self, target: &str, name: &str, content: &[u8]) -> std::io::Result<()> {
        let folder = self.0.join(target);
        fs::create_dir_all(&folder)?;
        fs::write(folder.join(name), content)
    }
}

/// The sections of a geography: a commune, its two arrondissements and another commune, in a
/// département of a région.
fn small_geography() -> Vec<u8> {
    let sections: [&[u8]; 14] = [
        b"small",
        &[1, 1, 1, 1], // 00000, 00001, 00002, 00003
        b"epci:200000001\ndepartement:01\nregion:84\n",
        "Été\nUn\nDeux\nAutre\nGroupe\nAin\nAuvergne\n".as_bytes(),
        &[10, 4, 6, 7],
        &[1, 0, 2, 0],
        &[0, 0, 0, 0],
        &[1, 1, 1, 0],
        &[1, 1, 1, 1],
        &[1],
        &[5],    // 00004
        &[2, 3], // associated to 00003
        &[1, 4], // 00000 and 00004
        &[1, 0, 1, 0, 1, 0, 1, 1],
    ];
    let mut bytes = Vec::new();
    for section in sections {
        bytes.extend((section.len() as u32).to_le_bytes());
        bytes.extend(section);
    }
    bytes
}

fn files(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    let mut files: Vec<PathBuf> =
        entries.into_iter().map(|entry| entry.path()).filter(|path| path.is_file()).collect();
    files.sort();
    Ok(files)
}

fn stem(file: &Path) -> String {
    file.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// Bytes without a pattern, the same at each run: Knuth's linear congruential generator.
fn drawn(seed: u64) -> Vec<u8> {
    let mut state = seed;
    let mut next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 56) as u8
    };
    (0..DRAWN.0).map(|_| next()).collect()
}

//! Writes the seeds again from the conformance vectors and the sample directory:
//! `cargo run --manifest-path fuzz/Cargo.toml --example seeds`.
//!
//! Files that fuzzers found stay: only names that this writes are overwritten.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use aiguillage::{Directory, Router};
use aiguillage_fuzz::{bundle, sealed};
use serde_json::Value;

/// Lines of each file of the sample.
const LINES: usize = 6;

/// Bytes of a drawn world, and how many of them.
const DRAWN: (usize, u64) = (2_048, 12);

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
        let bytes = Router::new(directory).to_bytes();
        self.write("snapshot", name, &bytes)?;
        self.write("snapshot_payload", name, sealed::snapshot_payload(&bytes))?;
        for (case, number) in vector["cases"].as_array().into_iter().flatten().zip(1..) {
            self.write("need_json", &format!("{name}-{number}"), case["need"].to_string().as_bytes())?;
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

//! Writes the sample directory of Hauts-de-France, its needs and what became of them into this folder,
//! or into the folder given: `cargo run --example hauts-de-france [FOLDER]`. The same files every time.

mod experts;
mod needs;
mod referrals;
mod requests;
mod surveys;

use std::path::{Path, PathBuf};

use aiguillage::Directory;
use serde_json::{Value, json};

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

fn main() -> Outcome<()> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/hauts-de-france");
    write(&std::env::args().nth(1).map_or(own, PathBuf::from))
}

/// Writes everything into a folder.
pub(crate) fn write(folder: &Path) -> Outcome<()> {
    // Lists are written in NAF rév. 2, and hold NAF 2025 besides.
    let (directory, _) = Directory::from_json(&document()?.to_string())?.with_naf_2025();
    directory.save_csv(folder)?;
    needs::write(&directory, &folder.join("needs.csv"))?;
    referrals::write(&directory, &folder.join("needs.csv"), &folder.join("referrals.csv"))?;
    requests::write(&directory, &folder.join("referrals.csv"), &folder.join("requests.csv"))?;
    surveys::write(&directory, &folder.join("referrals.csv"), &folder.join("surveys.csv"))
}

/// The directory as one document: the default taxonomy, the partners, and experts for each antenne.
fn document() -> Outcome<Value> {
    let mut document: Value = serde_json::from_str(include_str!("../../core/data/taxonomy.json"))?;
    let partners: Vec<Value> = serde_json::from_str(include_str!("../../core/data/institutions.json"))?;
    let mut institutions = Vec::new();
    let mut antennes = Vec::new();
    let mut experts = experts::Experts::new(&document);
    for mut institution in partners {
        let subjects: Vec<String> = serde_json::from_value(institution["subjects"].take())?;
        let offices: Vec<Value> = serde_json::from_value(institution["antennes"].take())?;
        let id = institution["id"].as_str().unwrap_or_default().to_owned();
        let name = institution["name"].as_str().unwrap_or_default().to_owned();
        for mut antenne in offices {
            let count = antenne["experts"].take().as_u64().unwrap_or_default();
            let own = antenne["name"].as_str().unwrap_or_default().to_owned();
            let slug = slug(&own);
            antenne["id"] = if slug.starts_with(&id) { json!(slug) } else { json!(format!("{id}-{slug}")) };
            antenne["institution"] = json!(id);
            experts.add(&antenne, &named(&name, &own), &subjects, count);
            remove(&mut antenne, "experts");
            antennes.push(antenne);
        }
        remove(&mut institution, "subjects");
        remove(&mut institution, "antennes");
        institutions.push(institution);
    }
    document["institutions"] = json!(institutions);
    document["antennes"] = json!(antennes);
    document["experts"] = json!(experts.finish());
    Ok(document)
}

fn remove(object: &mut Value, field: &str) {
    if let Some(members) = object.as_object_mut() {
        members.remove(field);
    }
}

/// An antenne with its institution in front, unless its own name says it already.
fn named(institution: &str, antenne: &str) -> String {
    let first = institution.split([' ', ',']).next().unwrap_or(institution);
    if antenne.contains(first) { antenne.to_owned() } else { format!("{institution}, {antenne}") }
}

/// A name as an id: lower case without accents, joined by hyphens.
pub(crate) fn slug(name: &str) -> String {
    let lower = name.to_lowercase();
    let plain = lower.chars().map(|c| match c {
        'à' | 'â' => 'a',
        'ç' => 'c',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'î' | 'ï' => 'i',
        'ô' => 'o',
        'ù' | 'û' => 'u',
        c if c.is_ascii_alphanumeric() => c,
        _ => ' ',
    });
    let plain: String = plain.collect();
    plain.split_whitespace().collect::<Vec<_>>().join("-")
}

//! Sheets as people make them, and what an import makes of them.

use std::collections::BTreeSet;
use std::path::Path;

use aiguillage::directory::{Expert, Import, ListUpdate};
use aiguillage::{Diagnostic, DiagnosticCode, Directory, DirectoryError};
use serde_json::{Value, json};

type Outcome = Result<Directory, DirectoryError>;

/// Runs every case of the folder's index, and returns how many there are.
pub(crate) fn run(folder: &Path) -> usize {
    let index: Value =
        serde_json::from_str(&std::fs::read_to_string(folder.join("index.json")).unwrap()).unwrap();
    let small = Directory::from_json(&index["bases"]["small"].to_string()).unwrap();
    let cases = index["cases"].as_array().unwrap();
    let mut faults = Vec::new();
    let mut count = 0;
    for case in cases {
        if case["kind"] == "workbook" && !cfg!(feature = "workbooks") {
            continue;
        }
        count += 1;
        let base = match &case["before"] {
            Value::Null => small.clone(),
            before => import(folder, &small, before.get("antennes"), before.as_str(), false).unwrap(),
        };
        let whole = case["options"]["whole"] == true;
        let outcome = import(folder, &base, case.get("antennes"), case["experts"].as_str(), whole);
        let expected = match case["either"].as_array() {
            Some(either) => either.iter().collect(),
            None => vec![case],
        };
        let found: Vec<String> =
            expected.iter().filter_map(|expected| fault(expected, case, &base, &outcome)).collect();
        if found.len() == expected.len() {
            faults.push(format!("{}: {}", case["name"], found.join(" | ")));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    count
}

fn import(
    folder: &Path,
    base: &Directory,
    antennes: Option<&Value>,
    experts: Option<&str>,
    whole: bool,
) -> Outcome {
    let mut import = Import::onto(base);
    if whole {
        import = import.whole();
    }
    let read = |name: &str| std::fs::read(folder.join(name)).unwrap();
    if let Some(name) = antennes.and_then(Value::as_str) {
        import.antennes(name, &read(name));
    }
    if let Some(name) = experts {
        import.experts(name, &read(name));
    }
    import.finish()
}

/// What is not as expected; nothing where all is.
fn fault(expected: &Value, case: &Value, base: &Directory, outcome: &Outcome) -> Option<String> {
    if outcome.is_err() != (expected["refused"] == true) {
        return Some(format!("{outcome:?}"));
    }
    let found = match outcome {
        Ok(directory) => directory.diagnostics(),
        Err(error) => error.diagnostics(),
    };
    let told = expected["diagnostics"].as_array().and_then(|expected| told(found, expected, &case["may"]));
    let Ok(directory) = outcome else { return told };
    told.or_else(|| brought(expected, case, directory))
        .or_else(|| updated(&case["update"], case, base, directory))
        .or_else(|| (case["roundtrip"] == true).then(|| round_trip(base, directory)).flatten())
}

fn told(found: &[Diagnostic], expected: &[Value], may: &Value) -> Option<String> {
    let mut left: Vec<&Diagnostic> =
        found.iter().filter(|one| one.code != DiagnosticCode::ExpertNeverMatches).collect();
    for wanted in expected {
        let Some(position) = left.iter().position(|one| is_told(one, wanted)) else {
            return Some(format!("{wanted} is not told: {found:?}"));
        };
        left.remove(position);
    }
    let allowed: &[Value] = may.as_array().map_or(&[], Vec::as_slice);
    left.retain(|one| one.severity.as_str() != "remark" && !allowed.iter().any(|may| is_told(one, may)));
    (!left.is_empty()).then(|| format!("told besides: {left:?}"))
}

fn is_told(one: &Diagnostic, wanted: &Value) -> bool {
    let is_text = match &wanted["text"] {
        Value::Null => true,
        Value::Array(texts) => texts.iter().any(|text| text == &one.text),
        text => text == &one.text,
    };
    let is_line = wanted["line"].is_null() || wanted["line"] == json!(one.line);
    is_text && is_line && wanted["severity"] == one.severity.as_str()
}

fn brought(expected: &Value, case: &Value, directory: &Directory) -> Option<String> {
    let wanted = expected["expected"].as_array()?;
    let update = directory.update().unwrap();
    let found: Vec<Value> = if case.get("antennes").is_some() {
        let is_brought = |id: &str| named(&update.antennes).contains(id);
        let antennes = directory.antennes().iter().filter(|antenne| is_brought(&antenne.id));
        antennes
            .map(|antenne| {
                let institution = directory.institution(&antenne.institution).unwrap();
                json!({"institution": institution.name, "name": antenne.name, "zones": sorted(json!(antenne.zones))})
            })
            .collect()
    } else {
        directory.experts().iter().map(|expert| shown(expert, directory)).collect()
    };
    let normal = |wanted: &Value| {
        let mut wanted = wanted.clone();
        for field in ["zones", "members"] {
            if let Some(list) = wanted.get_mut(field) {
                *list = sorted(list.take());
            }
        }
        if let Some(competences) = wanted.get_mut("competences") {
            *competences = by_subject(competences);
        }
        wanted
    };
    let wanted: Vec<Value> = wanted.iter().map(normal).collect();
    let agrees = |found: &Value, wanted: &Value| {
        wanted.as_object().unwrap().iter().all(|(name, value)| found[name] == *value)
    };
    let all = found.len() == wanted.len()
        && found.iter().all(|found| wanted.iter().any(|wanted| agrees(found, wanted)))
        && wanted.iter().all(|wanted| found.iter().any(|found| agrees(found, wanted)));
    (!all).then(|| format!("{found:?} instead of {wanted:?}"))
}

fn named(update: &ListUpdate) -> BTreeSet<&str> {
    let changed = update.changed.iter().map(|change| &change.id);
    update.added.iter().chain(&update.same).chain(changed).map(String::as_str).collect()
}

fn shown(expert: &Expert, directory: &Directory) -> Value {
    let antenne = directory.antenne(&expert.antenne).unwrap();
    let phone: String =
        expert.phone.iter().flat_map(|phone| phone.chars()).filter(char::is_ascii_digit).collect();
    let members: Vec<&str> = expert.members.iter().map(|member| member.name.as_str()).collect();
    json!({
        "antenne": antenne.name,
        "name": expert.name,
        "email": expert.email.as_ref().map(|email| email.to_lowercase()),
        "phone": phone,
        "competences": by_subject(&json!(expert.competences)),
        "zones": sorted(json!(expert.zones)),
        "members": sorted(json!(members)),
    })
}

/// The notes of each subject.
fn by_subject(competences: &Value) -> Value {
    let mut notes = std::collections::BTreeMap::<String, BTreeSet<String>>::new();
    for competence in competences.as_array().unwrap() {
        let subject = notes.entry(competence["subject"].as_str().unwrap().to_owned()).or_default();
        subject.extend(competence["note"].as_str().map(str::to_owned));
    }
    json!(notes)
}

fn sorted(list: Value) -> Value {
    let Value::Array(mut list) = list else { return list };
    list.sort_by_key(Value::to_string);
    Value::Array(list)
}

/// What an expert or antenne is called in the vectors.
fn key(id: &str, directory: &Directory) -> Option<String> {
    if let Some(expert) = directory.expert(id) {
        let antenne = directory.antenne(&expert.antenne)?;
        let known_by = expert.email.as_ref().map_or(expert.name.clone(), |email| email.to_lowercase());
        return Some(format!("{}/{known_by}", antenne.name));
    }
    let antenne = directory.antenne(id)?;
    Some(format!("{}/{}", directory.institution(&antenne.institution)?.name, antenne.name))
}

fn updated(wanted: &Value, case: &Value, base: &Directory, directory: &Directory) -> Option<String> {
    wanted.as_object()?;
    let update = directory.update().unwrap();
    let list = if case.get("antennes").is_some() { &update.antennes } else { &update.experts };
    let keys = |ids: &[String], directory: &Directory| {
        sorted(json!(ids.iter().map(|id| key(id, directory)).collect::<Vec<_>>()))
    };
    let changed: Vec<Value> = list
        .changed
        .iter()
        .map(|change| {
            let fields = change.fields.iter().map(|field| field.field.as_str());
            json!({"key": key(&change.id, base), "fields": fields.collect::<Vec<_>>()})
        })
        .collect();
    let found = json!({
        "added": keys(&list.added, directory),
        "changed": sorted(json!(changed)),
        "same": keys(&list.same, base),
        "gone": keys(&list.gone, base),
    });
    for name in ["added", "changed", "same", "gone"] {
        let may_be_empty = name == "gone" && case["options"]["gone_may_be_empty"] == true;
        if found[name] != sorted(wanted[name].clone()) && !(may_be_empty && found[name] == json!([])) {
            return Some(format!("{name} is {}", found[name]));
        }
    }
    None
}

/// What was imported is exported, and read again into the base.
fn round_trip(base: &Directory, directory: &Directory) -> Option<String> {
    let onto = |base: &Directory| {
        let mut import = Import::onto(base);
        import.antennes("antennes.csv", directory.export_antennes().as_bytes());
        import.experts("experts.csv", directory.export_experts().as_bytes());
        import.finish().unwrap()
    };
    let again = onto(directory);
    if !again.update().unwrap().changes_nothing() || again != *directory {
        return Some(format!("reading back changes {:?}", again.update()));
    }
    let anew = onto(base);
    (anew != *directory).then(|| format!("{:?}", directory.diff(&anew)))
}

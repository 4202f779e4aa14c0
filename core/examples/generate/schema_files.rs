//! The JSON Schemas: a document for each record, and one of the calls.

use std::collections::BTreeSet;
use std::error::Error;
use std::path::Path;

use aiguillage::boundary::schema::Schemas;
use serde_json::{Map, Value, json};

use crate::Files;
use crate::names::snake;

const DRAFT: &str = "https://json-schema.org/draft/2020-12/schema";

pub(crate) fn write(schemas: &Schemas, folder: &Path, files: &mut Files) -> Result<(), Box<dyn Error>> {
    for (name, schema) in &schemas.answered {
        let given = schemas.given.get(name).filter(|given| *given != schema);
        let file = snake(name);
        files.insert(folder.join(format!("{file}.json")), document(name, schema, &schemas.answered)?);
        if let Some(given) = given {
            files.insert(folder.join(format!("{file}.given.json")), document(name, given, &schemas.given)?);
        }
    }
    for (name, schema) in &schemas.given {
        if !schemas.answered.contains_key(name) {
            let file = folder.join(format!("{}.json", snake(name)));
            files.insert(file, document(name, schema, &schemas.given)?);
        }
    }
    let calls: Vec<Value> = schemas
        .calls
        .iter()
        .map(|call| {
            json!({
                "name": call.call.name,
                "description": call.call.doc,
                "on": call.call.on,
                "family": call.call.family,
                "request": in_files(&call.request, &schemas.given, &schemas.answered),
                "answer": in_files(&call.answer, &schemas.answered, &Map::new()),
            })
        })
        .collect();
    files.insert(folder.join("calls.json"), pretty(&Value::Array(calls))?);
    Ok(())
}

/// A schema as a document that holds the definitions it needs.
fn document(name: &str, schema: &Value, definitions: &Map<String, Value>) -> Result<String, Box<dyn Error>> {
    let mut needed = BTreeSet::new();
    gather(schema, definitions, &mut needed);
    let mut document = Map::new();
    document.insert("$schema".to_owned(), DRAFT.into());
    document.insert("title".to_owned(), name.into());
    for (key, value) in schema.as_object().into_iter().flatten() {
        document.insert(key.clone(), value.clone());
    }
    if !needed.is_empty() {
        let needed = needed.iter().filter_map(|name| Some((name.clone(), definitions.get(name)?.clone())));
        document.insert("$defs".to_owned(), Value::Object(needed.collect()));
    }
    pretty(&Value::Object(document))
}

fn gather(schema: &Value, definitions: &Map<String, Value>, needed: &mut BTreeSet<String>) {
    match schema {
        Value::Object(members) => {
            if let Some(name) = members.get("$ref").and_then(Value::as_str).and_then(referred)
                && needed.insert(name.to_owned())
                && let Some(definition) = definitions.get(name)
            {
                gather(definition, definitions, needed);
            }
            members.values().for_each(|member| gather(member, definitions, needed));
        }
        Value::Array(items) => items.iter().for_each(|item| gather(item, definitions, needed)),
        _ => {}
    }
}

/// References to the documents beside it; those of a record that is given and answered differently lead
/// to the one that is given, where `others` has it too.
fn in_files(schema: &schemars::Schema, own: &Map<String, Value>, others: &Map<String, Value>) -> Value {
    fn rewritten(value: &Value, own: &Map<String, Value>, others: &Map<String, Value>) -> Value {
        match value {
            Value::Object(members) => members
                .iter()
                .map(|(key, member)| match member.as_str().and_then(referred).filter(|_| key == "$ref") {
                    Some(name) => {
                        let differs = others.get(name).is_some_and(|other| own.get(name) != Some(other));
                        let given = if differs { ".given" } else { "" };
                        (key.clone(), Value::from(format!("{}{given}.json", snake(name))))
                    }
                    None => (key.clone(), rewritten(member, own, others)),
                })
                .collect(),
            Value::Array(items) => items.iter().map(|item| rewritten(item, own, others)).collect(),
            other => other.clone(),
        }
    }
    rewritten(schema.as_value(), own, others)
}

fn referred(reference: &str) -> Option<&str> {
    reference.strip_prefix("#/$defs/")
}

fn pretty(value: &Value) -> Result<String, Box<dyn Error>> {
    Ok(serde_json::to_string_pretty(value)? + "\n")
}

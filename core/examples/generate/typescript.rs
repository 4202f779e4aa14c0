//! TypeScript: interfaces in camel case, the words of closed lists, and tables by which names are
//! converted between JavaScript and the core.

use std::collections::BTreeSet;
use std::error::Error;
use std::path::Path;

use aiguillage::boundary::TargetKind;
use aiguillage::boundary::packed::{matches, needs};
use aiguillage::codes::HeadcountBand;
use serde::Serialize;
use serde_json::{Value, json};

use crate::Files;
use crate::documents::filled;
use crate::model::{ERRORS, Field, Kind, Model, PARTS, Record, TypeOf, WordList};
use crate::names::camel;
use crate::prose::wrapped;

const WIDTH: usize = 108;
const RECORDS: &str = include_str!("templates/records.ts.jinja");
const INDEX: &str = include_str!("templates/index.ts.jinja");
const FIELDS: &str = include_str!("templates/fields.ts.jinja");
const PACKED: &str = include_str!("templates/packed.ts.jinja");
const CALLS: &str = include_str!("templates/calls.ts.jinja");

#[derive(Serialize)]
struct Part {
    imports: Vec<(String, Vec<String>)>,
    scalars: Vec<Alias>,
    lists: Vec<Alias>,
    interfaces: Vec<Interface>,
}

#[derive(Serialize)]
struct Alias {
    name: String,
    documentation: Vec<String>,
    text: String,
}

#[derive(Serialize)]
struct Interface {
    name: String,
    documentation: Vec<String>,
    fields: Vec<Member>,
}

#[derive(Serialize)]
struct Member {
    name: String,
    optional: bool,
    annotation: String,
    documentation: Vec<String>,
}

pub(crate) fn write(model: &Model, folder: &Path, files: &mut Files) -> Result<(), Box<dyn Error>> {
    let mut parts = Vec::new();
    for part in PARTS.into_iter().chain([ERRORS]) {
        let facts = facts(model, part);
        if !facts.lists.is_empty() || !facts.interfaces.is_empty() || !facts.scalars.is_empty() {
            parts.push(file_name(part));
            files.insert(folder.join(format!("{}.ts", file_name(part))), filled(RECORDS, &facts)?);
        }
    }
    files.insert(folder.join("records.ts"), filled(INDEX, &json!({"parts": parts}))?);
    files.insert(folder.join("fields.ts"), filled(FIELDS, &fields(model))?);
    files.insert(folder.join("packed.ts"), filled(PACKED, &packed(model))?);
    files.insert(folder.join("calls.ts"), filled(CALLS, &calls(model))?);
    Ok(())
}

fn file_name(part: &str) -> String {
    part.replace('_', "-")
}

/// The name of the type that callers give, which days may be `Date`s in.
fn given_name(record: &Record) -> String {
    if record.answered { format!("{}Input", record.name) } else { record.name.clone() }
}

fn facts(model: &Model, part: &str) -> Part {
    let mut names = BTreeSet::new();
    let mut interfaces = Vec::new();
    for record in model.records.iter().filter(|record| record.part == part) {
        let documentation = wrapped(&record.documentation, WIDTH);
        if record.answered {
            let fields = record.fields.iter().map(|field| answered_member(field, &mut names)).collect();
            let documentation = documentation.clone();
            interfaces.push(Interface { name: record.name.clone(), documentation, fields });
        }
        if record.given {
            let fields = record.fields.iter().map(|field| given_member(model, field, &mut names)).collect();
            interfaces.push(Interface { name: given_name(record), documentation, fields });
        }
    }
    let scalars: Vec<Alias> = model
        .scalars
        .iter()
        .filter(|scalar| scalar.part == part)
        .map(|scalar| Alias {
            name: scalar.name.clone(),
            documentation: wrapped(&scalar.documentation, WIDTH),
            text: scalar_text(&scalar.name),
        })
        .collect();
    if scalars.iter().any(|scalar| scalar.name == "Zone") {
        names.insert("ZoneKind".to_owned());
    }
    let lists = model.lists.iter().filter(|list| list.part == part).map(alias).collect();
    let mut imports: Vec<(String, Vec<String>)> = Vec::new();
    for other in PARTS.into_iter().chain([ERRORS]).filter(|other| *other != part) {
        let of_other: Vec<String> =
            names.iter().filter(|name| part_of(model, name) == Some(other)).cloned().collect();
        if !of_other.is_empty() {
            imports.push((file_name(other), of_other));
        }
    }
    Part { imports, scalars, lists, interfaces }
}

fn part_of(model: &Model, name: &str) -> Option<&'static str> {
    let record = model.records.iter().find(|record| record.name == name || given_name(record) == name);
    let list = model.list(name).map(|list| list.part);
    let scalar = model.scalars.iter().find(|scalar| scalar.name == name).map(|scalar| scalar.part);
    record.map(|record| record.part).or(list).or(scalar)
}

fn scalar_text(name: &str) -> String {
    match name {
        "Zone" => " `${Exclude<ZoneKind, 'france'>}:${string}` | 'france'".to_owned(),
        "HeadcountBand" => union(HeadcountBand::ALL.iter().map(|band| band.as_str().to_owned())),
        _ => " string".to_owned(),
    }
}

fn alias(list: &WordList) -> Alias {
    Alias {
        name: list.name.clone(),
        documentation: wrapped(&list.documentation, WIDTH),
        text: union(list.words.iter().map(|(word, _)| word_text(list, word))),
    }
}

fn word_text(list: &WordList, word: &str) -> String {
    if list.names_fields { camel(word) } else { word.to_owned() }
}

fn union(words: impl Iterator<Item = String>) -> String {
    let words: Vec<String> = words.map(|word| format!("'{word}'")).collect();
    let line = words.join(" | ");
    if line.len() <= 80 { format!(" {line}") } else { format!("\n  | {}", words.join("\n  | ")) }
}

/// A field of what the library answers: what has a default is always there.
fn answered_member(field: &Field, names: &mut BTreeSet<String>) -> Member {
    let optional = field.value.nullable || (!field.always && absent(field).is_none());
    let annotation = match &field.record {
        Some(name) => {
            names.insert(name.clone());
            name.clone()
        }
        None => answered(&field.value.kind, names),
    };
    Member {
        name: camel(&field.name),
        optional,
        annotation,
        documentation: wrapped(&field.documentation, WIDTH - 2),
    }
}

/// What a field is where an answer leaves it out, as JSON.
fn absent(field: &Field) -> Option<Value> {
    match &field.value.kind {
        _ if field.value.nullable => None,
        Kind::List(_) => Some(json!([])),
        Kind::Map(_) => Some(json!({})),
        _ => field.default.clone().filter(|default| !default.is_object()),
    }
}

fn answered(kind: &Kind, names: &mut BTreeSet<String>) -> String {
    let item = |item: &TypeOf, names: &mut BTreeSet<String>| {
        let inner = answered(&item.kind, names);
        if item.nullable { format!("{inner} | null") } else { inner }
    };
    match kind {
        Kind::Text | Kind::Day | Kind::Instant => "string".to_owned(),
        Kind::Integer { .. } | Kind::Number => "number".to_owned(),
        Kind::Truth => "boolean".to_owned(),
        Kind::Nothing => "undefined".to_owned(),
        Kind::Record(name) | Kind::Words(name) | Kind::Scalar(name) => {
            names.insert(name.clone());
            name.clone()
        }
        Kind::List(inner) => {
            let inner = item(inner, names);
            if inner.contains('|') { format!("readonly ({inner})[]") } else { format!("readonly {inner}[]") }
        }
        Kind::Map(inner) => format!("Readonly<Record<string, {}>>", item(inner, names)),
    }
}

/// A field of what a caller gives: null and undefined are the same as nothing.
fn given_member(model: &Model, field: &Field, names: &mut BTreeSet<String>) -> Member {
    let annotation = given(model, &field.value.kind, names);
    Member {
        name: camel(&field.name),
        optional: !field.required,
        annotation: if field.required { annotation } else { format!("{annotation} | null | undefined") },
        documentation: wrapped(&field.documentation, WIDTH - 2),
    }
}

fn given(model: &Model, kind: &Kind, names: &mut BTreeSet<String>) -> String {
    match kind {
        Kind::Day | Kind::Instant => "string | Date".to_owned(),
        Kind::Record(name) => {
            let record = model.records.iter().find(|record| record.name == *name);
            let name = record.map_or_else(|| name.clone(), given_name);
            names.insert(name.clone());
            name
        }
        Kind::List(inner) => {
            let inner = given(model, &inner.kind, names);
            if inner.contains('|') { format!("readonly ({inner})[]") } else { format!("readonly {inner}[]") }
        }
        Kind::Map(inner) => {
            let inner = given(model, &inner.kind, names);
            format!("Readonly<Record<string, {inner} | null | undefined>> | ReadonlyMap<string, {inner}>")
        }
        other => answered(other, names),
    }
}

/// For each record its members: the name in the core, what it holds, and what it is where it is left out.
fn fields(model: &Model) -> Value {
    let records: Vec<Value> = model
        .records
        .iter()
        .map(|record| {
            let members: Vec<Value> = record
                .fields
                .iter()
                .map(|field| {
                    let holds = field.record.as_ref().map(|name| format!("@{name}"));
                    let holds = holds.or_else(|| holds_of(model, &field.value.kind));
                    let absent = absent(field).filter(|_| record.answered && !field.always);
                    json!({
                        "name": camel(&field.name),
                        "core": field.name,
                        "holds": holds,
                        "absent": absent.map(|value| value.to_string().replace('"', "'")),
                    })
                })
                .collect();
            json!({"name": record.name, "members": members})
        })
        .collect();
    let words: Vec<Value> = model
        .lists
        .iter()
        .map(|list| {
            let words: Vec<String> = list.words.iter().map(|(word, _)| word_text(list, word)).collect();
            json!({"name": list.name, "words": words})
        })
        .collect();
    let names: BTreeSet<&String> =
        model.records.iter().flat_map(|record| &record.fields).map(|field| &field.name).collect();
    let renamed: Vec<&String> = names.into_iter().filter(|name| camel(name) != **name).collect();
    json!({"records": records, "words": words, "renamed": renamed})
}

/// What a value must be converted as: a record, a day, an instant, a field's name; nothing if it is copied.
fn holds_of(model: &Model, kind: &Kind) -> Option<String> {
    match kind {
        Kind::Day => Some("day".to_owned()),
        Kind::Instant => Some("instant".to_owned()),
        Kind::Record(name) => Some(name.clone()),
        Kind::Words(name) if model.list(name).is_some_and(|list| list.names_fields) => {
            Some("field".to_owned())
        }
        Kind::List(item) => holds_of(model, &item.kind),
        Kind::Map(_) => Some("map".to_owned()),
        _ => None,
    }
}

fn calls(model: &Model) -> Value {
    let mut names = BTreeSet::new();
    let calls: Vec<Value> = model
        .calls
        .iter()
        .map(|call| {
            let request = match &call.request {
                Some(name) => given(model, &Kind::Record(name.clone()), &mut names),
                None => "Readonly<Record<string, never>>".to_owned(),
            };
            let answer = answered(&call.answer.kind, &mut names);
            let on = match call.on {
                TargetKind::Nothing => "nothing",
                TargetKind::Geography => "geography",
                TargetKind::Directory => "directory",
                TargetKind::OptionalDirectory => "directory?",
                TargetKind::Router => "router",
                TargetKind::Routers => "routers",
                TargetKind::Templates => "templates",
                _ => "something",
            };
            json!({
                "name": call.call.name,
                "documentation": wrapped(call.call.doc, WIDTH - 2),
                "on": on,
                "request": request,
                "request_record": call.request,
                "answer": if call.answer.nullable { format!("{answer} | undefined") } else { answer },
                "answer_record": holds_of(model, &call.answer.kind),
            })
        })
        .collect();
    json!({"calls": calls, "names": names})
}

fn packed(model: &Model) -> Value {
    let list = model.list("NeedField");
    let fields: Vec<String> = list
        .map(|list| list.words.iter().map(|(word, _)| word_text(list, word)).collect())
        .unwrap_or_default();
    let written = |separator: char| format!("\\u{:04x}", separator as u32);
    json!({
        "separator": written(needs::SEPARATOR),
        "between_needs": needs::BETWEEN_NEEDS.chars().map(written).collect::<String>(),
        "note_separator": written(matches::NOTE_SEPARATOR),
        "header_words": matches::HEADER_WORDS,
        "match_words": matches::MATCH_WORDS,
        "refused": matches::REFUSED,
        "zone_kind_mask": matches::ZONE_KIND_MASK,
        "zone_length_shift": matches::ZONE_LENGTH_SHIFT,
        "zone_length_mask": matches::ZONE_LENGTH_MASK,
        "zone_owner_shift": matches::ZONE_OWNER_SHIFT,
        "zone_owner_mask": matches::ZONE_OWNER_MASK,
        "has_note": matches::HAS_NOTE,
        "told": matches::TOLD,
        "decimal_length": matches::DECIMAL_LENGTH,
        "letter_radix": matches::LETTER_RADIX,
        "zone_kinds": matches::ZONE_KINDS.map(|kind| kind.as_str()),
        "zone_owners": matches::ZONE_OWNERS.map(|owner| owner.as_str()),
        "fields": fields,
    })
}

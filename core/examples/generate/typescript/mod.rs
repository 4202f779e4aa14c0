//! TypeScript: interfaces in camel case, the words of closed lists, and tables by which names are
//! converted between JavaScript and the core.

mod tables;

use std::collections::BTreeSet;
use std::error::Error;
use std::path::Path;

use aiguillage::codes::HeadcountBand;
use serde::Serialize;
use serde_json::{Value, json};

use crate::Files;
use crate::documents::filled;
use crate::model::{ERRORS, Field, Kind, Model, PARTS, Record, TypeOf, WordList};
use crate::names::camel;
use crate::prose::wrapped;

const WIDTH: usize = 108;
const RECORDS: &str = include_str!("../templates/records.ts.jinja");
const INDEX: &str = include_str!("../templates/index.ts.jinja");
const FIELDS: &str = include_str!("../templates/fields.ts.jinja");
const PACKED: &str = include_str!("../templates/packed.ts.jinja");
const CALLS: &str = include_str!("../templates/calls.ts.jinja");
const CODES: &str = include_str!("../templates/codes.ts.jinja");
const DAYS: &str = include_str!("../templates/days.ts.jinja");
const LABELS: &str = include_str!("../templates/labels.ts.jinja");

/// What hosts keep and change is written as it crosses: plain objects that may be written to, without what
/// has its default. Everything else is whole and only looked at.
const KEPT_BY_HOSTS: [&str; 9] = [
    "follow_up",
    "deposits",
    "transfers",
    "reminders",
    "waves",
    "access",
    "surveys",
    "impact",
    "notifications",
];

/// The records that change in a directory: callers write them too, though no call takes them as JSON.
const CHANGED_IN_DIRECTORIES: [&str; 3] = ["Institution", "Antenne", "Expert"];

/// The file of records that are nothing but the arguments of a call, which users never see.
const REQUESTS: &str = "requests";

/// The file of the types of days.
const DAY_TYPES: &str = "days";

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
    is_readonly: bool,
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
    let changed = changed_in_directories(model);
    for part in PARTS.into_iter().chain([ERRORS]) {
        let facts = facts(model, part, &changed);
        if !facts.lists.is_empty() || !facts.interfaces.is_empty() || !facts.scalars.is_empty() {
            parts.push(file_name(part));
            files.insert(folder.join(format!("{}.ts", file_name(part))), filled(RECORDS, &facts)?);
        }
    }
    let labels = tables::labels(model)?;
    for (name, template, facts) in [
        (REQUESTS, RECORDS, serde_json::to_value(facts(model, REQUESTS, &changed))?),
        ("records", INDEX, json!({"parts": parts})),
        ("fields", FIELDS, tables::fields(model)),
        ("packed", PACKED, tables::packed(model)),
        ("calls", CALLS, tables::calls(model)),
        ("codes", CODES, tables::codes()?),
        ("labels", LABELS, labels),
        (DAY_TYPES, DAYS, json!({})),
    ] {
        files.insert(folder.join(format!("{name}.ts")), filled(template, &facts)?);
    }
    Ok(())
}

fn file_name(part: &str) -> String {
    part.replace('_', "-")
}

/// The records that changes of a directory are made of.
fn changed_in_directories(model: &Model) -> BTreeSet<String> {
    let mut names: BTreeSet<String> = CHANGED_IN_DIRECTORIES.into_iter().map(str::to_owned).collect();
    let mut waiting: Vec<String> = names.iter().cloned().collect();
    while let Some(name) = waiting.pop() {
        let record = model.records.iter().find(|record| record.name == name);
        for field in record.into_iter().flat_map(|record| &record.fields) {
            if let Some(inner) = record_within(&field.value.kind)
                && names.insert(inner.to_owned())
            {
                waiting.push(inner.to_owned());
            }
        }
    }
    names
}

fn record_within(kind: &Kind) -> Option<&str> {
    match kind {
        Kind::Record(name) => Some(name),
        Kind::List(item) | Kind::Map(item) => record_within(&item.kind),
        _ => None,
    }
}

/// The name of the type that callers give, which days may be `Date`s in.
fn given_name(record: &Record) -> String {
    if record.answered { format!("{}Input", record.name) } else { record.name.clone() }
}

fn is_kept_by_hosts(part: &str) -> bool {
    KEPT_BY_HOSTS.contains(&part)
}

/// The part in whose file a closed list stands: the kinds of zones beside the zones that begin with them.
fn list_part(list: &WordList) -> &'static str {
    if list.name == "ZoneKind" { "geography" } else { list.part }
}

/// The part of which a record's file is named.
fn file_part(record: &Record) -> &'static str {
    if record.is_request { REQUESTS } else { record.part }
}

fn facts(model: &Model, part: &str, changed: &BTreeSet<String>) -> Part {
    let mut names = BTreeSet::new();
    let mut interfaces = Vec::new();
    for record in model.records.iter().filter(|record| file_part(record) == part) {
        let documentation = wrapped(&record.documentation, WIDTH);
        if record.answered {
            let fields = record.fields.iter().map(|field| answered_member(record, field, &mut names));
            interfaces.push(Interface {
                name: record.name.clone(),
                documentation: documentation.clone(),
                is_readonly: !is_kept_by_hosts(part),
                fields: fields.collect(),
            });
        }
        let is_changed = changed.contains(&record.name);
        if record.given || is_changed {
            let required = |field: &Field| match record.given {
                true => field.required,
                false => field.always && absent(field).is_none(),
            };
            let fields = record.fields.iter();
            let fields =
                fields.map(|field| given_member(model, field, required(field), &mut names)).collect();
            interfaces.push(Interface {
                name: given_name(record),
                documentation,
                is_readonly: false,
                fields,
            });
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
    // Its text names the other, which may stand elsewhere.
    if scalars.iter().any(|scalar| scalar.name == "ListedZone") {
        names.insert("Zone".to_owned());
    }
    let lists = model.lists.iter().filter(|list| list_part(list) == part).map(alias).collect();
    Part { imports: imports(model, part, &names), scalars, lists, interfaces }
}

/// From which files of other parts the names come.
fn imports(model: &Model, part: &str, names: &BTreeSet<String>) -> Vec<(String, Vec<String>)> {
    let mut imports = Vec::new();
    for other in PARTS.into_iter().chain([ERRORS, REQUESTS, DAY_TYPES]).filter(|other| *other != part) {
        let of_other: Vec<String> =
            names.iter().filter(|name| part_of(model, name) == Some(other)).cloned().collect();
        if !of_other.is_empty() {
            imports.push((file_name(other), of_other));
        }
    }
    imports
}

fn part_of(model: &Model, name: &str) -> Option<&'static str> {
    if name == "Day" || name == "DayInput" {
        return Some(DAY_TYPES);
    }
    let record = model.records.iter().find(|record| record.name == name || given_name(record) == name);
    let list = model.list(name).map(list_part);
    let scalar = model.scalars.iter().find(|scalar| scalar.name == name).map(|scalar| scalar.part);
    record.map(file_part).or(list).or(scalar)
}

fn scalar_text(name: &str) -> String {
    match name {
        "Zone" => " `${Exclude<ZoneKind, 'france'>}:${string}` | 'france'".to_owned(),
        "ListedZone" => " Zone | `territory:${string}`".to_owned(),
        "Answer" => " boolean | string | readonly string[]".to_owned(),
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

/// A field of what the library answers: what has a default is always there, but in what hosts keep.
fn answered_member(record: &Record, field: &Field, names: &mut BTreeSet<String>) -> Member {
    let is_kept = is_kept_by_hosts(record.part);
    let optional = field.value.nullable || (!field.always && (is_kept || absent(field).is_none()));
    let annotation = match &field.record {
        Some(name) => {
            names.insert(name.clone());
            name.clone()
        }
        None => answered(&field.value.kind, is_kept, names),
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

fn answered(kind: &Kind, is_kept: bool, names: &mut BTreeSet<String>) -> String {
    let item = |item: &TypeOf, names: &mut BTreeSet<String>| {
        let inner = answered(&item.kind, is_kept, names);
        if item.nullable { format!("{inner} | null") } else { inner }
    };
    match kind {
        Kind::Text | Kind::Instant => "string".to_owned(),
        Kind::Day => {
            names.insert("Day".to_owned());
            "Day".to_owned()
        }
        Kind::Integer { .. } | Kind::Number => "number".to_owned(),
        Kind::Truth => "boolean".to_owned(),
        Kind::Nothing => "undefined".to_owned(),
        Kind::Record(name) | Kind::Words(name) | Kind::Scalar(name) => {
            names.insert(name.clone());
            name.clone()
        }
        Kind::List(inner) => list_of(&item(inner, names), is_kept),
        Kind::Map(inner) if is_kept => format!("Record<string, {}>", item(inner, names)),
        Kind::Map(inner) => format!("Readonly<Record<string, {}>>", item(inner, names)),
    }
}

fn list_of(item: &str, may_be_changed: bool) -> String {
    let readonly = if may_be_changed { "" } else { "readonly " };
    if item.contains('|') { format!("{readonly}({item})[]") } else { format!("{readonly}{item}[]") }
}

/// A field of what a caller gives: null and undefined are the same as nothing.
fn given_member(model: &Model, field: &Field, required: bool, names: &mut BTreeSet<String>) -> Member {
    let annotation = given(model, &field.value.kind, names);
    Member {
        name: camel(&field.name),
        optional: !required,
        annotation: if required { annotation } else { format!("{annotation} | null | undefined") },
        documentation: wrapped(&field.documentation, WIDTH - 2),
    }
}

fn given(model: &Model, kind: &Kind, names: &mut BTreeSet<String>) -> String {
    match kind {
        Kind::Day => {
            names.insert("DayInput".to_owned());
            "DayInput".to_owned()
        }
        Kind::Instant => "string | Date".to_owned(),
        // Two more ways to say that nothing is known.
        Kind::Scalar(name) if name == "HeadcountBand" => {
            names.insert(name.clone());
            format!("{name} | 'NR' | ''")
        }
        Kind::Record(name) => {
            let record = model.records.iter().find(|record| record.name == *name);
            let name = record.map_or_else(|| name.clone(), given_name);
            names.insert(name.clone());
            name
        }
        Kind::List(inner) => {
            let inner = given(model, &inner.kind, names);
            list_of(&inner, false)
        }
        Kind::Map(inner) => {
            let inner = given(model, &inner.kind, names);
            format!("Readonly<Record<string, {inner} | null | undefined>> | ReadonlyMap<string, {inner}>")
        }
        other => answered(other, false, names),
    }
}

//! Kotlin: a data class for each record, an enum for each closed list, both read from JSON.

use std::collections::BTreeSet;
use std::error::Error;
use std::path::Path;

use aiguillage::boundary::NoRequest;
use aiguillage::boundary::packed::{matches, needs};
use aiguillage::boundary::words::{self, WordList};
use serde::Serialize;
use serde_json::Value;

use crate::Files;
use crate::documents::filled;
use crate::model::{self, ERRORS, Field, Kind, Model, PARTS, Record, TypeOf};
use crate::names::{camel, constant, pascal};
use crate::prose::wrapped;

/// The package of what is written: that of what is written by hand, so that one import finds everything.
const PACKAGE: &str = "fr.aiguillage";
const WIDTH: usize = 108;
const RECORDS: &str = include_str!("templates/Records.kt.jinja");
const SERIALIZERS: &str = include_str!("templates/Serializers.kt.jinja");
const PACKED: &str = include_str!("templates/Packed.kt.jinja");
const PACKED_RECORDS: &str = include_str!("templates/PackedRecords.kt.jinja");
const CALLS: &str = include_str!("templates/Calls.kt.jinja");

/// The calls that cross packed, as numbers, and never as JSON.
const PACKED_CALLS: [&str; 2] = ["match", "match_batch"];
/// What only these calls take and answer.
const PACKED_ANSWERS: [&str; 6] =
    ["Match", "MatchAnswer", "MatchBatchAnswer", "MatchBatchRequest", "MatchRequest", "MatchRow"];
/// The records that callers write into packed calls.
const PACKED_ARGUMENTS: [&str; 2] = ["Need", "MatchOptions"];

/// The request that users write themselves, because it has too many fields for the arguments of a
/// function, and its name for them.
const PUBLIC_REQUESTS: [(&str, &str); 1] = [("CoverageRequest", "CoverageQuery")];

/// The scalar that is no text, and a class that is written by hand.
const ANSWER: &str = "Answer";

/// Words that Kotlin keeps for itself.
const RESERVED: [&str; 6] = ["object", "when", "in", "is", "as", "val"];

#[derive(Serialize)]
struct Part {
    package: &'static str,
    imports: Vec<&'static str>,
    lists: Vec<Words>,
    records: Vec<Class>,
}

#[derive(Serialize)]
struct Words {
    name: String,
    documentation: Vec<String>,
    /// Whether users read its words.
    labelled: bool,
    words: Vec<Word>,
}

#[derive(Serialize)]
struct Word {
    name: String,
    word: String,
    label: Option<&'static str>,
    documentation: Vec<String>,
}

#[derive(Serialize)]
struct Class {
    name: String,
    visibility: &'static str,
    documentation: Vec<String>,
    fields: Vec<Member>,
}

#[derive(Serialize)]
struct Member {
    name: String,
    /// The name in JSON, where it is another.
    json: Option<String>,
    annotation: String,
    default: Option<String>,
    documentation: Vec<String>,
}

pub(crate) fn write(model: &Model, folder: &Path, files: &mut Files) -> Result<(), Box<dyn Error>> {
    let labels = words::labels((), NoRequest {})?;
    for part in PARTS.into_iter().chain([ERRORS]) {
        let facts = facts(model, part, &labels);
        if !facts.lists.is_empty() || !facts.records.is_empty() {
            files.insert(folder.join(format!("{}.kt", pascal(part))), filled(RECORDS, &facts)?);
        }
    }
    let package = serde_json::json!({"package": PACKAGE});
    files.insert(folder.join("Serializers.kt"), filled(SERIALIZERS, &package)?);
    files.insert(folder.join("Packed.kt"), filled(PACKED, &packed(model))?);
    files.insert(folder.join("PackedRecords.kt"), filled(PACKED_RECORDS, &packed_records(model))?);
    files.insert(folder.join("Calls.kt"), filled(CALLS, &calls(model))?);
    Ok(())
}

fn facts(model: &Model, part: &str, labels: &[WordList]) -> Part {
    let mut imports =
        BTreeSet::from(["kotlinx.serialization.SerialName", "kotlinx.serialization.Serializable"]);
    let records: Vec<Class> = model
        .records
        .iter()
        .filter(|record| record.part == part && !PACKED_ANSWERS.contains(&record.name.as_str()))
        .map(|record| class(model, record, &mut imports))
        .collect();
    let lists: Vec<Words> =
        model.lists.iter().filter(|list| list.part == part).map(|list| closed(list, labels)).collect();
    let has_names = records.iter().flat_map(|record| &record.fields).any(|field| field.json.is_some());
    if lists.is_empty() && !has_names {
        imports.remove("kotlinx.serialization.SerialName");
    }
    Part { package: PACKAGE, imports: imports.into_iter().collect(), lists, records }
}

fn closed(list: &model::WordList, labels: &[WordList]) -> Words {
    let labels = labels.iter().find(|labels| labels.name == list.name);
    let label = |word: &str| {
        let mut words = labels.iter().flat_map(|labels| &labels.words);
        words.find(|label| label.word == word).map(|label| label.label)
    };
    Words {
        name: list.name.clone(),
        documentation: wrapped(&list.documentation, WIDTH),
        labelled: labels.is_some(),
        words: list
            .words
            .iter()
            .map(|(word, documentation)| Word {
                name: constant(word),
                word: word.clone(),
                label: label(word),
                documentation: wrapped(documentation, WIDTH - 4),
            })
            .collect(),
    }
}

/// The name of a record for users of Kotlin.
fn class_name(record: &str) -> &str {
    PUBLIC_REQUESTS.iter().find(|(name, _)| *name == record).map_or(record, |(_, name)| name)
}

fn class(model: &Model, record: &Record, imports: &mut BTreeSet<&'static str>) -> Class {
    let mut fields: Vec<Member> =
        record.fields.iter().map(|field| member(model, record, field, imports)).collect();
    // What must be given comes first. An id that may be left out comes last: few give it.
    fields.sort_by_key(|field| (field.default.is_some(), field.default.is_some() && field.name == "id"));
    let name = class_name(&record.name);
    Class {
        visibility: if record.is_request && name == record.name { "internal" } else { "public" },
        name: name.to_owned(),
        documentation: wrapped(&record.documentation, WIDTH),
        fields,
    }
}

fn member(model: &Model, record: &Record, field: &Field, imports: &mut BTreeSet<&'static str>) -> Member {
    let required = if record.given { field.required } else { field.always };
    let default = default_of(model, field);
    let optional = field.value.nullable || (!required && default.is_none());
    let annotation = annotation(&field.value.kind, imports);
    let name = camel(&field.name);
    Member {
        json: (name != field.name).then(|| field.name.clone()),
        name: if RESERVED.contains(&name.as_str()) { format!("`{name}`") } else { name },
        annotation: if optional { format!("{annotation}?") } else { annotation },
        default: match (optional, required) {
            (true, _) => Some("null".to_owned()),
            (false, false) => default,
            (false, true) => None,
        },
        documentation: wrapped(&field.documentation, WIDTH - 4),
    }
}

fn default_of(model: &Model, field: &Field) -> Option<String> {
    match (&field.default, &field.value.kind) {
        (Some(Value::Bool(value)), _) => Some(value.to_string()),
        (Some(Value::String(word)), Kind::Words(list)) if model.list(list).is_some() => {
            Some(format!("{list}.{}", constant(word)))
        }
        (Some(Value::String(text)), _) => Some(format!("\"{text}\"")),
        (Some(Value::Number(number)), Kind::Number) if number.is_i64() => Some(format!("{number}.0")),
        (Some(Value::Number(number)), _) => Some(number.to_string()),
        (_, Kind::List(_)) => Some("emptyList()".to_owned()),
        (_, Kind::Map(_)) => Some("emptyMap()".to_owned()),
        _ => None,
    }
}

fn annotation(kind: &Kind, imports: &mut BTreeSet<&'static str>) -> String {
    let item = |item: &TypeOf, imports: &mut BTreeSet<&'static str>| {
        let inner = annotation(&item.kind, imports);
        if item.nullable { format!("{inner}?") } else { inner }
    };
    match kind {
        Kind::Scalar(name) if name == ANSWER => ANSWER.to_owned(),
        Kind::Text | Kind::Scalar(_) => "String".to_owned(),
        Kind::Day => {
            imports.insert("java.time.LocalDate");
            "@Serializable(with = DaySerializer::class) LocalDate".to_owned()
        }
        Kind::Instant => {
            imports.insert("java.time.Instant");
            "@Serializable(with = InstantSerializer::class) Instant".to_owned()
        }
        Kind::Integer { wide: false } => "Int".to_owned(),
        Kind::Integer { wide: true } => "Long".to_owned(),
        Kind::Number => "Double".to_owned(),
        Kind::Truth => "Boolean".to_owned(),
        Kind::Nothing => "Unit".to_owned(),
        Kind::Record(name) | Kind::Words(name) => name.clone(),
        Kind::List(inner) => format!("List<{}>", item(inner, imports)),
        Kind::Map(inner) => format!("Map<String, {}>", item(inner, imports)),
    }
}

fn packed(model: &Model) -> Value {
    let fields: Vec<String> = model
        .list("NeedField")
        .map(|list| list.words.iter().map(|(word, _)| word.clone()).collect())
        .unwrap_or_default();
    serde_json::json!({
        "package": PACKAGE,
        "header_words": matches::HEADER_WORDS,
        "match_words": matches::MATCH_WORDS,
        "zone_kind_mask": matches::ZONE_KIND_MASK,
        "zone_length_shift": matches::ZONE_LENGTH_SHIFT,
        "zone_length_mask": matches::ZONE_LENGTH_MASK,
        "zone_owner_shift": matches::ZONE_OWNER_SHIFT,
        "zone_owner_mask": matches::ZONE_OWNER_MASK,
        "has_note": matches::HAS_NOTE,
        "told": matches::TOLD,
        "is_substitute": matches::IS_SUBSTITUTE,
        "decimal_length": matches::DECIMAL_LENGTH,
        "letter_radix": matches::LETTER_RADIX,
        "commune_length": matches::COMMUNE_LENGTH,
        "zone_kinds": matches::ZONE_KINDS.map(|kind| kind.as_str()),
        "zone_owners": matches::ZONE_OWNERS.map(|owner| owner.as_str()),
        "fields": fields,
        "separator": format!("\\u{:04x}", needs::SEPARATOR as u32),
        "between_needs": needs::BETWEEN_NEEDS.replace(needs::SEPARATOR, &format!("\\u{:04x}", needs::SEPARATOR as u32)),
        "note_separator": format!("\\u{:04x}", matches::NOTE_SEPARATOR as u32),
    })
}

/// How each record that crosses packed is written: one line a field.
fn packed_records(model: &Model) -> Value {
    let records = model.records.iter().filter(|record| PACKED_ARGUMENTS.contains(&record.name.as_str()));
    let records: Vec<Value> = records
        .map(|record| {
            let lines: Vec<String> =
                record.fields.iter().map(|field| packed_line(&camel(&field.name), field)).collect();
            serde_json::json!({"name": record.name, "lines": lines})
        })
        .collect();
    serde_json::json!({"package": PACKAGE, "records": records})
}

fn packed_line(property: &str, field: &Field) -> String {
    let name = &field.name;
    let given = match field.value.kind {
        Kind::List(_) | Kind::Map(_) if !field.value.nullable => {
            return format!("if ({property}.isNotEmpty()) to.json(\"{name}\", {property}, serializer())");
        }
        Kind::Text | Kind::Scalar(_) => "text",
        Kind::Integer { .. } | Kind::Number => "number",
        Kind::Truth => "truth",
        Kind::Day => "day",
        _ => return format!("{property}?.let {{ to.json(\"{name}\", it, serializer()) }}"),
    };
    format!("{property}?.let {{ to.{given}(\"{name}\", it) }}")
}

fn calls(model: &Model) -> Value {
    let calls: Vec<Value> = model
        .calls
        .iter()
        .filter(|call| !PACKED_CALLS.contains(&call.call.name))
        .map(|call| {
            let mut imports = BTreeSet::new();
            let answer = annotation(&call.answer.kind, &mut imports);
            serde_json::json!({
                "name": call.call.name,
                "constant": constant(call.call.name),
                "documentation": wrapped(call.call.doc, WIDTH - 4),
                "request": call.request.as_deref().map_or("Unit", class_name),
                // An answer that says nothing is null.
                "answer": if call.answer.nullable || call.answer.kind == Kind::Nothing { format!("{answer}?") } else { answer },
            })
        })
        .collect();
    serde_json::json!({"package": PACKAGE, "calls": calls})
}

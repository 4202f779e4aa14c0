//! The tables by which names, words and packed numbers are converted, and what each call takes and answers.

use std::collections::BTreeSet;
use std::error::Error;

use aiguillage::boundary::packed::{matches, needs};
use aiguillage::boundary::{self, Family, NoRequest, TargetKind};
use serde_json::{Value, json};

use super::{WIDTH, absent, answered, given, imports, is_kept_by_hosts, union, word_text};
use crate::model::{Kind, Model};
use crate::names::{camel, pascal, snake};
use crate::prose::wrapped;

/// For each record its members: the name in the core, what it holds, and what it is where it is left out.
pub(super) fn fields(model: &Model) -> Value {
    let records: Vec<Value> = model
        .records
        .iter()
        .map(|record| {
            let members: Vec<Value> = record
                .fields
                .iter()
                .map(|field| {
                    let holds = field.record.as_ref().map(|name| format!("@{name}"));
                    let holds = holds.or_else(|| field.names_of.as_ref().map(|name| format!("#{name}")));
                    let holds = holds.or_else(|| holds_of(model, &field.value.kind));
                    let absent = absent(field)
                        .filter(|_| record.answered && !field.always && !is_kept_by_hosts(record.part));
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
    // A word of a closed list is written the same everywhere, even where a field has its name.
    let is_word = |name: &String| {
        let mut lists = model.lists.iter().filter(|list| !list.names_fields);
        lists.any(|list| list.words.iter().any(|(word, _)| word == name))
    };
    let renamed: Vec<&String> =
        names.into_iter().filter(|name| camel(name) != **name && !is_word(name)).collect();
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

pub(super) fn calls(model: &Model) -> Value {
    let mut names = BTreeSet::new();
    let calls: Vec<Value> = model
        .calls
        .iter()
        .map(|call| {
            let request = match &call.request {
                Some(name) => given(model, &Kind::Record(name.clone()), &mut names),
                None => "Readonly<Record<string, never>>".to_owned(),
            };
            let part = call.call.function.split("::").next().unwrap_or_default();
            let answer = answered(&call.answer.kind, is_kept_by_hosts(part), &mut names);
            let on = match call.on {
                TargetKind::Nothing => "nothing",
                TargetKind::Geography => "geography",
                TargetKind::Directory => "directory",
                TargetKind::OptionalDirectory => "directory?",
                TargetKind::Directories => "directories",
                TargetKind::Router => "router",
                TargetKind::Routers => "routers",
                TargetKind::Templates => "templates",
                _ => "something",
            };
            json!({
                "name": call.call.name,
                "documentation": wrapped(call.call.doc, WIDTH - 2),
                "on": on,
                "family": call.call.family,
                "request": request,
                "request_record": call.request,
                "answer": if call.answer.nullable { format!("{answer} | undefined") } else { answer },
                "answer_record": holds_of(model, &call.answer.kind),
            })
        })
        .collect();
    json!({"calls": calls, "imports": imports(model, "", &names)})
}

/// The codes of each family of errors.
pub(super) fn codes() -> Result<Value, Box<dyn Error>> {
    let mut families = Vec::new();
    for family in Family::ALL {
        let json = serde_json::to_value(family)?;
        let word = json.as_str().ok_or("a family of errors is a word")?;
        let text = union(family.codes().into_iter().map(str::to_owned));
        families.push(json!({"name": pascal(word), "word": word, "text": text}));
    }
    Ok(json!({"families": families}))
}

/// The closed lists that have labels.
pub(super) fn labels(model: &Model) -> Result<Value, Box<dyn Error>> {
    let lists = boundary::words::labels((), NoRequest {})?;
    let lists: Vec<Value> =
        lists.iter().map(|list| json!({"name": list.name, "member": camel(&snake(list.name))})).collect();
    let names = lists.iter().filter_map(|list| list["name"].as_str()).map(str::to_owned).collect();
    Ok(json!({"imports": imports(model, "", &names), "lists": lists}))
}

pub(super) fn packed(model: &Model) -> Value {
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
        "is_substitute": matches::IS_SUBSTITUTE,
        "decimal_length": matches::DECIMAL_LENGTH,
        "letter_radix": matches::LETTER_RADIX,
        "commune_length": matches::COMMUNE_LENGTH,
        "zone_kinds": matches::ZONE_KINDS.map(|kind| kind.as_str()),
        "zone_owners": matches::ZONE_OWNERS.map(|owner| owner.as_str()),
        "fields": fields,
    })
}

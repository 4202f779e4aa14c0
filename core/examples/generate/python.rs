//! Python: a frozen dataclass for each record, and a typed dictionary for each that hosts give.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::path::Path;

use serde::Serialize;
use serde_json::Value;

use crate::Files;
use crate::documents::filled;
use crate::model::{ERRORS, Field, Kind, Model, PARTS, Record, TypeOf};
use crate::prose::wrapped;

const WIDTH: usize = 100;
const RECORDS: &str = include_str!("templates/records.py.jinja");
const ARGUMENTS: &str = include_str!("templates/arguments.py.jinja");
const INDEX: &str = include_str!("templates/index.py.jinja");

/// Words that Python keeps for itself.
const RESERVED: [&str; 5] = ["from", "in", "is", "global", "class"];

#[derive(Serialize)]
struct Part {
    part: String,
    documentation: &'static str,
    days: Vec<&'static str>,
    /// `Optional`, `Literal`, `Union`.
    typing: Vec<&'static str>,
    /// Names of other parts, by part.
    imports: Vec<(String, Vec<String>)>,
    bases: Vec<&'static str>,
    has_maps: bool,
    lists: Vec<Words>,
    records: Vec<Class>,
}

#[derive(Serialize)]
struct Words {
    name: String,
    words: Vec<String>,
    documentation: Vec<String>,
}

#[derive(Serialize)]
struct Class {
    name: String,
    base: &'static str,
    documentation: Vec<String>,
    fields: Vec<Member>,
}

#[derive(Serialize)]
struct Member {
    name: String,
    annotation: String,
    /// What stands behind `=`.
    default: Option<String>,
    documentation: Vec<String>,
}

impl Member {
    fn may_be_left_out(&self) -> bool {
        self.default.as_deref().is_some_and(|default| default != "field(hash=False)")
    }
}

pub(crate) fn write(model: &Model, folder: &Path, files: &mut Files) -> Result<(), Box<dyn Error>> {
    let mut index: Vec<(String, Vec<String>)> = Vec::new();
    for part in PARTS.into_iter().chain([ERRORS]) {
        let facts = facts(model, part);
        if facts.lists.is_empty() && facts.records.is_empty() {
            continue;
        }
        let mut names: Vec<String> = facts.records.iter().map(|record| record.name.clone()).collect();
        names.extend(facts.lists.iter().map(|list| list.name.clone()));
        names.sort_unstable();
        index.push((part.to_owned(), names));
        files.insert(folder.join(format!("{part}.py")), filled(RECORDS, &facts)?);
    }
    let mut all: Vec<&String> = index.iter().flat_map(|(_, names)| names).collect();
    all.sort_unstable();
    files
        .insert(folder.join("__init__.py"), filled(INDEX, &serde_json::json!({"parts": index, "all": all}))?);
    files.insert(folder.join("arguments.py"), filled(ARGUMENTS, &arguments(model))?);
    Ok(())
}

fn facts(model: &Model, part: &str) -> Part {
    let own = |name: &str| model.records.iter().any(|record| record.name == name && record.part == part);
    let records: Vec<&Record> = sorted(
        model.records.iter().filter(|record| record.part == part && !record.is_request).collect(),
        own,
    );
    let mut used = Used::default();
    let mut bases = BTreeSet::new();
    let classes: Vec<Class> = records
        .iter()
        .map(|record| {
            let base = base(model, record);
            bases.insert(base);
            class(record, base, &mut used)
        })
        .collect();
    let lists: Vec<Words> = model
        .lists
        .iter()
        .filter(|list| list.part == part)
        .map(|list| Words {
            name: list.name.clone(),
            words: list.words.iter().map(|(word, _)| word.clone()).collect(),
            documentation: wrapped(&list.documentation, WIDTH),
        })
        .collect();
    if !lists.is_empty() {
        used.typing.insert("Literal");
    }
    let mut imports: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for name in &used.names {
        let record = model.records.iter().find(|record| record.name == *name).map(|record| record.part);
        let other = record.or_else(|| model.list(name).map(|list| list.part));
        if let Some(other) = other.filter(|other| *other != part) {
            imports.entry(other.to_owned()).or_default().insert(name.clone());
        }
    }
    Part {
        part: part.to_owned(),
        documentation: title(part),
        days: used.days.into_iter().collect(),
        typing: used.typing.into_iter().collect(),
        imports: imports.into_iter().map(|(part, names)| (part, names.into_iter().collect())).collect(),
        bases: bases.into_iter().collect(),
        has_maps: used.has_maps,
        lists,
        records: classes,
    }
}

/// What the fields of a part's records mention.
#[derive(Default)]
struct Used {
    names: BTreeSet<String>,
    days: BTreeSet<&'static str>,
    typing: BTreeSet<&'static str>,
    has_maps: bool,
}

fn title(part: &str) -> &'static str {
    match part {
        "geography" => "Communes and zones.",
        "directory" => "What a directory holds, and what is found wrong with it.",
        "matching" => "Needs and their matches.",
        "explaining" => "Why each competent expert matches a need or does not.",
        "coverage" => "Where experts are, and where they are missing.",
        "comparing" => "What changes between two routers.",
        "messages" => "What a message in French says.",
        "follow_up" => "Referrals and what follows from them.",
        "impact" => "Figures of what became of needs.",
        "notifications" => "Messages to experts, companies and advisers.",
        "words" => "The closed lists of words, with what users read for each.",
        _ => "What is wrong, in one shape.",
    }
}

/// Records after those that they are made of.
fn sorted<'m>(mut left: Vec<&'m Record>, own: impl Fn(&str) -> bool) -> Vec<&'m Record> {
    let mut done: Vec<&Record> = Vec::with_capacity(left.len());
    while !left.is_empty() {
        let is_ready = |record: &&Record| {
            let mut names = BTreeSet::new();
            record.fields.iter().for_each(|field| names_in(field, &mut names));
            names.iter().all(|name| {
                !own(name) || *name == record.name || done.iter().any(|other| other.name == *name)
            })
        };
        let position = left.iter().position(is_ready).unwrap_or(0);
        done.push(left.remove(position));
    }
    done
}

fn names_in(field: &Field, names: &mut BTreeSet<String>) {
    fn inside(value: &TypeOf, names: &mut BTreeSet<String>) {
        match &value.kind {
            Kind::Record(name) | Kind::Words(name) => {
                names.insert(name.clone());
            }
            Kind::List(item) | Kind::Map(item) => inside(item, names),
            _ => {}
        }
    }
    inside(&field.value, names);
    names.extend(field.record.clone());
}

/// What hosts keep is `Stored`; what the directory knows by an id is an `Entity`.
fn base(model: &Model, record: &Record) -> &'static str {
    let is_listed = model.calls.iter().any(|call| {
        call.call.function.starts_with("directory::")
            && call.answer.kind == Kind::Record(record.name.clone())
            && record.fields.iter().any(|field| field.name == "id")
    });
    if record.is_stored && record.name != "Need" {
        "Stored"
    } else if is_listed || record.name == "Question" {
        "Entity"
    } else {
        "Record"
    }
}

fn class(record: &Record, base: &'static str, used: &mut Used) -> Class {
    let mut members: Vec<Member> = record.fields.iter().map(|field| member(record, field, used)).collect();
    // What has no default stands first.
    members.sort_by_key(Member::may_be_left_out);
    Class {
        name: record.name.clone(),
        base,
        documentation: wrapped(&record.documentation, WIDTH),
        fields: members,
    }
}

fn member(record: &Record, field: &Field, used: &mut Used) -> Member {
    names_in(field, &mut used.names);
    let required = if record.given { field.required } else { field.always };
    let optional = field.value.nullable || (!required && default_of(field).is_none());
    let inner = match &field.record {
        Some(name) => name.clone(),
        None => annotation(&field.value.kind, used),
    };
    if optional {
        used.typing.insert("Optional");
    }
    let default = match (optional, required) {
        (true, _) => Some("None".to_owned()),
        (false, false) => default_of(field),
        (false, true) => None,
    };
    let is_map = matches!(field.value.kind, Kind::Map(_));
    used.has_maps |= is_map;
    let default = match default {
        Some(default) if default == "{}" => Some("field(default_factory=dict, hash=False)".to_owned()),
        None if is_map => Some("field(hash=False)".to_owned()),
        default => default,
    };
    Member {
        name: safe(&field.name),
        annotation: if optional { format!("Optional[{inner}]") } else { inner },
        default,
        documentation: wrapped(&field.documentation, WIDTH),
    }
}

fn safe(name: &str) -> String {
    if RESERVED.contains(&name) { format!("{name}_") } else { name.to_owned() }
}

/// What a field is where it is left out, unless that is nothing.
fn default_of(field: &Field) -> Option<String> {
    match (&field.default, &field.value.kind) {
        (Some(Value::Bool(true)), _) => Some("True".to_owned()),
        (Some(Value::Bool(false)), _) => Some("False".to_owned()),
        (Some(Value::String(text)), _) => Some(format!("\"{text}\"")),
        (Some(Value::Number(number)), _) => Some(number.to_string()),
        (_, Kind::List(_)) => Some("()".to_owned()),
        (_, Kind::Map(_)) => Some("{}".to_owned()),
        _ => None,
    }
}

fn annotation(kind: &Kind, used: &mut Used) -> String {
    match kind {
        Kind::Text | Kind::Scalar(_) => "str".to_owned(),
        Kind::Day => {
            used.days.insert("date");
            "date".to_owned()
        }
        Kind::Instant => {
            used.days.insert("datetime");
            "datetime".to_owned()
        }
        Kind::Integer { .. } => "int".to_owned(),
        Kind::Number => "float".to_owned(),
        Kind::Truth => "bool".to_owned(),
        Kind::Nothing => "None".to_owned(),
        Kind::Record(name) | Kind::Words(name) => name.clone(),
        Kind::List(item) => format!("tuple[{}, ...]", item_annotation(item, used)),
        Kind::Map(item) => format!("dict[str, {}]", item_annotation(item, used)),
    }
}

fn item_annotation(item: &TypeOf, used: &mut Used) -> String {
    let inner = annotation(&item.kind, used);
    if item.nullable {
        used.typing.insert("Optional");
        format!("Optional[{inner}]")
    } else {
        inner
    }
}

/// What hosts give, as dictionaries: every field may be left out, and days may be text.
fn arguments(model: &Model) -> Value {
    let mut names = BTreeSet::new();
    let given = model.records.iter().filter(|record| record.given && !record.is_request);
    let records: Vec<Value> = given
        .map(|record| {
            let fields: Vec<Value> = record
                .fields
                .iter()
                .map(|field| {
                    let value = argument(&field.value, model, &mut names);
                    serde_json::json!({"name": safe(&field.name), "annotation": value})
                })
                .collect();
            let documentation = wrapped(&record.documentation, WIDTH);
            serde_json::json!({"name": record.name, "documentation": documentation, "fields": fields})
        })
        .collect();
    serde_json::json!({"records": records, "names": names})
}

fn argument(value: &TypeOf, model: &Model, names: &mut BTreeSet<String>) -> String {
    match &value.kind {
        Kind::Text | Kind::Scalar(_) => "Optional[str]".to_owned(),
        Kind::Day => "Day".to_owned(),
        Kind::Instant => "Instant".to_owned(),
        Kind::Integer { .. } => "Optional[int]".to_owned(),
        Kind::Number => "Optional[float]".to_owned(),
        Kind::Truth => "Optional[bool]".to_owned(),
        Kind::Nothing => "None".to_owned(),
        Kind::Words(name) => {
            names.insert(name.clone());
            format!("Optional[{name}]")
        }
        Kind::Record(name) => {
            let is_class = model.records.iter().any(|record| record.name == *name && !record.is_request);
            if is_class {
                names.insert(name.clone());
                format!("Union[{name}, {name}Fields, None]")
            } else {
                format!("Optional[{name}Fields]")
            }
        }
        Kind::List(item) => format!("Optional[Iterable[{}]]", argument(item, model, names)),
        Kind::Map(item) => format!("Optional[Mapping[str, {}]]", argument(item, model, names)),
    }
}

//! Python: a frozen dataclass for each record, and a typed dictionary for each that hosts give.

mod docstrings;
mod given;

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
const RECORDS: &str = include_str!("../templates/records.py.jinja");
const ARGUMENTS: &str = include_str!("../templates/arguments.py.jinja");
const INDEX: &str = include_str!("../templates/index.py.jinja");
const CALLS: &str = include_str!("../templates/calls.py.jinja");
const STUB: &str = include_str!("../templates/native.pyi.jinja");
const GETTERS: &str = include_str!("../templates/need_getters.rs.jinja");

/// The scalar that is no text.
const ANSWER: &str = "Answer";

/// Words that Python keeps for itself.
const RESERVED: [&str; 5] = ["from", "in", "is", "global", "class"];

/// Records that are classes of the native half, which makes their values when somebody looks.
const NATIVE: [&str; 5] = ["Need", "Match", "MatchAnswer", "MatchRow", "MatchBatchAnswer"];

/// Records with methods, and the class of `aiguillage/_methods.py` that has them.
const METHODS: [(&str, &str); 11] = [
    ("Commune", "CommuneMethods"),
    ("Company", "CompanyMethods"),
    ("FoundCommune", "CommuneMethods"),
    ("Coverage", "CoverageMethods"),
    ("Diagnostic", "DiagnosticMethods"),
    ("Finding", "FindingMethods"),
    ("Explanation", "ExplanationMethods"),
    ("ExpertVerdict", "VerdictMethods"),
    ("ImpactQuery", "QueryMethods"),
    ("ImpactReport", "ReportMethods"),
    ("SubjectCoverage", "SubjectCoverageMethods"),
];

/// Long lists that are read through methods: nobody wants them printed.
const PRIVATE: [(&str, &str); 2] = [("Coverage", "codes"), ("SubjectCoverage", "counts")];

/// Ids that stand for a record of the directory, where the schema does not say so.
const RECORDS_OF_IDS: [(&str, &str, &str); 1] = [("Suggestion", "subject", "Subject")];

#[derive(Serialize)]
struct Part {
    part: String,
    documentation: &'static str,
    days: Vec<&'static str>,
    /// `Optional`, `Literal`, `Union`.
    typing: Vec<&'static str>,
    /// Classes of the native half.
    natives: Vec<String>,
    /// Names of other parts, by part.
    imports: Vec<(String, Vec<String>)>,
    bases: Vec<&'static str>,
    methods: Vec<&'static str>,
    has_fields: bool,
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
    /// The class that has its methods, and what kind of record it is.
    bases: Vec<&'static str>,
    /// The call that reads it from what a host gives, and the argument of that call.
    reader: Option<(&'static str, String)>,
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

/// Errors are exceptions, which are written by hand in `aiguillage/errors.py`.
pub(crate) fn write(
    model: &Model,
    root: &Path,
    package: &Path,
    files: &mut Files,
) -> Result<(), Box<dyn Error>> {
    let folder = &package.join("python/aiguillage/generated");
    let mut index: Vec<(String, Vec<String>)> = Vec::new();
    for part in PARTS {
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
    files.insert(folder.join("arguments.py"), filled(ARGUMENTS, &given::arguments(model))?);
    files.insert(folder.join("calls.py"), filled(CALLS, &calls(model))?);
    let docs = docstrings::documented(model, &root.join(package).join("src"))?;
    let stub = docstrings::with_docstrings(&filled(STUB, &given::need(model))?, &docs);
    files.insert(package.join("python/aiguillage/_aiguillage.pyi"), stub);
    files.insert(package.join("src/generated/need_getters.rs"), filled(GETTERS, &given::need(model))?);
    for (method, signature) in given::signatures(model) {
        files.insert(package.join(format!("src/generated/{method}_signature.txt")), signature);
    }
    Ok(())
}

/// Whether a record is a dataclass.
fn is_class(record: &Record) -> bool {
    !record.is_request && record.part != ERRORS && !NATIVE.contains(&record.name.as_str())
}

fn facts(model: &Model, part: &str) -> Part {
    let own = |name: &str| {
        model.records.iter().any(|record| record.name == name && record.part == part && is_class(record))
    };
    let records: Vec<&Record> =
        sorted(model.records.iter().filter(|record| record.part == part && is_class(record)).collect(), own);
    let mut used = Used::default();
    let classes: Vec<Class> = records.iter().map(|record| class(model, record, &mut used)).collect();
    let methods = |name: &str| METHODS.iter().any(|(_, methods)| *methods == name);
    let bases: BTreeSet<&str> = classes.iter().flat_map(|class| class.bases.iter().copied()).collect();
    let (methods, bases) = bases.into_iter().partition(|name| methods(name));
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
    let is_native = |name: &String| NATIVE.contains(&name.as_str());
    let natives = used.names.iter().filter(|name| is_native(name)).cloned().collect();
    for name in used.names.iter().filter(|name| !is_native(name)) {
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
        natives,
        imports: imports.into_iter().map(|(part, names)| (part, names.into_iter().collect())).collect(),
        bases,
        methods,
        has_fields: used.has_fields,
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
    has_fields: bool,
}

fn title(part: &str) -> &'static str {
    match part {
        "geography" => "Communes and zones.",
        "directory" => "What a directory holds, and what is found wrong with it.",
        "matching" => "Needs and their matches.",
        "companies" => "What public registers know of companies.",
        "nomenclatures" => "The nomenclatures that companies are described by.",
        "explaining" => "Why each competent expert matches a need or does not.",
        "coverage" => "Where experts are, and where they are missing.",
        "comparing" => "What changes between two routers.",
        "demand" => "What was asked of whom, and what stood in the way.",
        "messages" => "What a message in French says.",
        "follow_up" => "Referrals and what follows from them.",
        "deposits" => "Requests of companies, before they are needs.",
        "transfers" => "Comments, transfers, and whom events concern.",
        "reminders" => "What referrals call for at a date.",
        "waves" => "To whom a need goes next.",
        "access" => "Who may see and do what.",
        "surveys" => "What companies say of the help that they got.",
        "impact" => "Figures of what became of needs.",
        "notifications" => "Messages to experts, companies and advisers.",
        "words" => "The closed lists of words, with what users read for each.",
        _ => "What is wrong, in one shape.",
    }
}

/// Records after those that they are made of.
fn sorted(mut left: Vec<&Record>, own: impl Fn(&str) -> bool) -> Vec<&Record> {
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
    names_of(&field.value, names);
    names.extend(field.record.clone());
}

fn names_of(value: &TypeOf, names: &mut BTreeSet<String>) {
    match &value.kind {
        Kind::Record(name) | Kind::Words(name) => {
            names.insert(name.clone());
        }
        Kind::List(item) | Kind::Map(item) => names_of(item, names),
        _ => {}
    }
}

/// What hosts keep is `Stored`; what the directory knows by an id is an `Entity`.
fn class(model: &Model, record: &Record, used: &mut Used) -> Class {
    let reader = reader(model, record);
    let is_listed = model.calls.iter().any(|call| {
        call.call.function.starts_with("directory::")
            && call.answer.kind == Kind::Record(record.name.clone())
            && record.fields.iter().any(|field| field.name == "id")
    });
    let base = match reader.is_some() {
        true => "Stored",
        false if is_listed || record.name == "Question" => "Entity",
        false => "Record",
    };
    let methods = METHODS.iter().find(|(name, _)| *name == record.name).map(|(_, methods)| *methods);
    let mut members: Vec<Member> = record.fields.iter().map(|field| member(record, field, used)).collect();
    // What has no default stands first.
    members.sort_by_key(Member::may_be_left_out);
    Class {
        name: record.name.clone(),
        bases: methods.into_iter().chain([base]).collect(),
        reader,
        documentation: wrapped(&record.documentation, WIDTH),
        fields: members,
    }
}

/// The call that reads a record, and the argument in which it takes it.
fn reader(model: &Model, record: &Record) -> Option<(&'static str, String)> {
    let kind = Kind::Record(record.name.clone());
    let mut readers =
        model.calls.iter().filter(|call| call.call.name.starts_with("read_") && call.answer.kind == kind);
    readers.find_map(|call| {
        let request = model.records.iter().find(|request| Some(&request.name) == call.request.as_ref())?;
        let argument = request.fields.iter().find(|field| field.value.kind == kind)?;
        Some((call.call.name, argument.name.clone()))
    })
}

fn member(record: &Record, field: &Field, used: &mut Used) -> Member {
    names_in(field, &mut used.names);
    // Lists of what only the library makes may be left out too: an empty one is what nobody would miss.
    let is_list = matches!(field.value.kind, Kind::List(_));
    let required = if record.given { field.required } else { field.always && !is_list };
    let record_of_id =
        RECORDS_OF_IDS.iter().find(|(name, id, _)| (*name, *id) == (&record.name, &field.name));
    used.names.extend(record_of_id.map(|(_, _, name)| (*name).to_owned()));
    let optional = field.value.nullable || (!required && default_of(field).is_none());
    let inner = match (&field.record, record_of_id) {
        (Some(name), _) => name.clone(),
        (None, Some((_, _, name))) => (*name).to_owned(),
        (None, None) => annotation(&field.value.kind, used),
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
    let is_private = PRIVATE.contains(&(&record.name, &field.name));
    used.has_fields |= is_map || is_private;
    let default = match default {
        Some(default) if is_private => Some(format!("field(default={default}, repr=False)")),
        Some(default) if default == "{}" => Some("field(default_factory=dict, hash=False)".to_owned()),
        None if is_map => Some("field(hash=False)".to_owned()),
        default => default,
    };
    Member {
        name: if is_private { format!("_{}", field.name) } else { safe(&field.name) },
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
        Kind::Scalar(name) if name == ANSWER => {
            used.typing.insert("Union");
            "Union[bool, str, list[str]]".to_owned()
        }
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

/// What each call answers.
fn calls(model: &Model) -> Value {
    let mut used = Used::default();
    let mut calls: Vec<(&str, String)> = Vec::new();
    for call in &model.calls {
        let mut names = BTreeSet::new();
        names_of(&call.answer, &mut names);
        if names
            .iter()
            .any(|name| model.records.iter().any(|record| record.name == *name && !is_class(record)))
        {
            continue;
        }
        let answer = match &call.answer.kind {
            // What a call answers is the caller's own.
            Kind::List(item) => format!("list[{}]", item_annotation(item, &mut used)),
            other => annotation(other, &mut used),
        };
        let answer = if call.answer.nullable { format!("Optional[{answer}]") } else { answer };
        used.names.extend(names);
        calls.push((call.call.name, answer));
    }
    serde_json::json!({"calls": calls, "names": used.names})
}

//! What hosts give to Python: typed dictionaries, and the fields of a need.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{ANSWER, Used, WIDTH, annotation, is_class, item_annotation, safe};
use crate::model::{Field, Kind, Model, TypeOf};
use crate::names::pascal;
use crate::prose::wrapped;

/// Fields by whose names hosts may give a record of the directory instead of its id.
const IDENTIFIED: [(&str, &str); 3] =
    [("expert", "Expert"), ("antenne", "Antenne"), ("institution", "Institution")];

/// The fields of a need that are also given by position.
const POSITIONAL: [&str; 2] = ["subject", "commune"];

/// What hosts give, as dictionaries: every field may be left out, and days may be text.
pub(super) fn arguments(model: &Model) -> Value {
    let mut names = BTreeSet::new();
    let mut has_required = false;
    let given = model.records.iter().filter(|record| record.given && !record.is_request);
    let records: Vec<Value> = given
        .map(|record| {
            let fields: Vec<Value> = record
                .fields
                .iter()
                .map(|field| {
                    let value = entity_argument(field, model, &mut names);
                    // What comes back from the library is also given in parts: `impact(…, query)`.
                    let is_required = field.required && !record.answered;
                    has_required |= is_required;
                    let value = if is_required { format!("Required[{value}]") } else { value };
                    let documentation = wrapped(&field.documentation, WIDTH);
                    json!({"name": safe(&field.name), "annotation": value, "documentation": documentation})
                })
                .collect();
            let documentation = wrapped(&record.documentation, WIDTH);
            json!({"name": record.name, "documentation": documentation, "fields": fields})
        })
        .collect();
    json!({"records": records, "names": names, "has_required": has_required})
}

/// A record of the directory stands for its id.
fn entity_argument(field: &Field, model: &Model, names: &mut BTreeSet<String>) -> String {
    let entity = IDENTIFIED.iter().find(|(name, _)| *name == field.name).map(|(_, entity)| *entity);
    match entity.filter(|_| matches!(field.value.kind, Kind::Text)) {
        Some(entity) => {
            names.insert(entity.to_owned());
            format!("Union[str, {entity}, None]")
        }
        None => argument(&field.value, model, names),
    }
}

/// The record of what callers want of matches, whose fields are keywords beside those of a need.
const OPTIONS: &str = "MatchOptions";

/// The fields of a need, for its class, and the options of matching.
pub(super) fn need(model: &Model) -> Value {
    let (mut names, mut used) = (BTreeSet::new(), Used::default());
    let record = model.records.iter().filter(|record| record.name == "Need");
    let fields: Vec<Value> = record
        .flat_map(|record| &record.fields)
        .map(|field| {
            let (kind, shown) = match &field.value.kind {
                Kind::List(item) => ("List", format!("list[{}]", item_annotation(item, &mut used))),
                Kind::Map(item) => ("Map", format!("dict[str, {}]", item_annotation(item, &mut used))),
                other => ("Single", format!("{} | None", annotation(other, &mut used))),
            };
            json!({
                "name": field.name,
                "variant": pascal(&field.name),
                "kind": kind,
                "shown": shown,
                "given": argument(&field.value, model, &mut names),
                "positional": POSITIONAL.contains(&field.name.as_str()),
                "documentation": wrapped(&field.documentation, WIDTH),
            })
        })
        .collect();
    let options: Vec<Value> = model
        .records
        .iter()
        .filter(|record| record.name == OPTIONS)
        .flat_map(|record| &record.fields)
        .map(|field| json!({"name": field.name, "given": argument(&field.value, model, &mut names)}))
        .collect();
    names.extend(used.names);
    json!({"fields": fields, "options": options, "names": names})
}

/// The signatures of methods that take the fields of a need or the options of matching, as Python reads them from
/// the first line of a documentation: there alone every keyword is named, for completion while a program runs.
pub(super) fn signatures(model: &Model) -> Vec<(&'static str, String)> {
    let names = |record: &str| -> Vec<String> {
        let fields =
            model.records.iter().filter(|known| known.name == record).flat_map(|known| &known.fields);
        fields.map(|field| format!("{}=None", field.name)).collect()
    };
    let (fields, options) = (names("Need"), names(OPTIONS));
    let progress = ["progress=None".to_owned()];
    let columns = ["columns=None".to_owned(), "ignore_unknown=False".to_owned()];
    let methods = [
        ("match_experts", "need=None", [&options[..], &fields[..]].concat()),
        ("match_batch", "needs", [&options[..], &progress[..]].concat()),
        ("match_table", "needs", [&options[..], &columns[..], &progress[..]].concat()),
        ("explain", "need=None", fields.clone()),
    ];
    let line = |(name, first, keywords): (&'static str, &str, Vec<String>)| {
        (name, format!("{name}($self, {first}, *, {})\n--\n", keywords.join(", ")))
    };
    methods.into_iter().map(line).collect()
}

fn argument(value: &TypeOf, model: &Model, names: &mut BTreeSet<String>) -> String {
    match &value.kind {
        Kind::Scalar(name) if name == ANSWER => "Union[bool, str, Iterable[str], None]".to_owned(),
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
            if model.records.iter().any(|record| record.name == *name && is_class(record)) {
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

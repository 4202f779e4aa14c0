//! Records, closed lists and calls, as the templates of every language need them.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;

use aiguillage::boundary::schema::Schemas;
use aiguillage::boundary::{Call, TargetKind};
use serde_json::{Map, Value};

/// The parts of the library, in an order in which none knows a later one.
pub(crate) const PARTS: [&str; 20] = [
    "geography",
    "directory",
    "matching",
    "explaining",
    "coverage",
    "comparing",
    "messages",
    "companies",
    "nomenclatures",
    "follow_up",
    "deposits",
    "transfers",
    "reminders",
    "waves",
    "access",
    "surveys",
    "demand",
    "impact",
    "notifications",
    "words",
];

/// The errors, which every call may give.
pub(crate) const ERRORS: &str = "errors";

/// Everything that crosses.
pub(crate) struct Model {
    pub(crate) records: Vec<Record>,
    pub(crate) lists: Vec<WordList>,
    pub(crate) scalars: Vec<Scalar>,
    pub(crate) calls: Vec<ModelCall>,
}

/// A record: an object of named fields.
pub(crate) struct Record {
    pub(crate) name: String,
    pub(crate) part: &'static str,
    pub(crate) documentation: String,
    pub(crate) fields: Vec<Field>,
    /// Whether a caller gives it.
    pub(crate) given: bool,
    /// Whether the library answers it.
    pub(crate) answered: bool,
    /// Whether it is nothing but the arguments of a call.
    pub(crate) is_request: bool,
}

/// A field of a record.
pub(crate) struct Field {
    pub(crate) name: String,
    pub(crate) documentation: String,
    pub(crate) value: TypeOf,
    /// Whether a caller must give it.
    pub(crate) required: bool,
    /// Whether an answer always has it.
    pub(crate) always: bool,
    /// What it is where it is left out.
    pub(crate) default: Option<Value>,
    /// The record of which it is the id.
    pub(crate) record: Option<String>,
    /// The record whose fields are the names in it, of a map by such names.
    pub(crate) names_of: Option<String>,
}

/// A type, and whether null may stand in its place.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct TypeOf {
    pub(crate) kind: Kind,
    pub(crate) nullable: bool,
}

/// What a value is.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Kind {
    Text,
    Day,
    Instant,
    /// A whole number; a wide one may have more than 32 bits.
    Integer {
        wide: bool,
    },
    Number,
    Truth,
    Nothing,
    List(Box<TypeOf>),
    /// Values by names that the caller chooses.
    Map(Box<TypeOf>),
    Record(String),
    Words(String),
    Scalar(String),
}

/// A closed list of words.
pub(crate) struct WordList {
    pub(crate) name: String,
    pub(crate) part: &'static str,
    pub(crate) documentation: String,
    /// Each with what it means.
    pub(crate) words: Vec<(String, String)>,
    /// Whether the words are names of fields, which languages write in their own case.
    pub(crate) names_fields: bool,
}

/// Text of a form of its own, such as a zone.
pub(crate) struct Scalar {
    pub(crate) name: String,
    pub(crate) part: &'static str,
    pub(crate) documentation: String,
}

/// A call, with the types of its request and answer.
pub(crate) struct ModelCall {
    pub(crate) call: Call,
    pub(crate) on: TargetKind,
    pub(crate) request: Option<String>,
    pub(crate) answer: TypeOf,
}

type Definitions = Map<String, Value>;

impl Model {
    pub(crate) fn of(schemas: &Schemas) -> Result<Model, Box<dyn Error>> {
        let parts = parts(schemas);
        let mut model =
            Model { records: Vec::new(), lists: Vec::new(), scalars: Vec::new(), calls: Vec::new() };
        let names: BTreeSet<&String> = schemas.given.keys().chain(schemas.answered.keys()).collect();
        let all = Known { given: &schemas.given, answered: &schemas.answered };
        for call in &schemas.calls {
            let request = all.kind_of(call.request.as_value())?;
            let request = match request.kind {
                Kind::Record(name) if name != "NoRequest" => Some(name),
                _ => None,
            };
            let answer = all.kind_of(call.answer.as_value())?;
            model.calls.push(ModelCall { call: call.call, on: call.call.on, request, answer });
        }
        for name in names {
            if name == "NoRequest" || name == "Nothing" {
                continue;
            }
            let part = parts.get(name).copied().unwrap_or(ERRORS);
            model.add(&all, name, part)?;
        }
        Ok(model)
    }

    fn add(&mut self, all: &Known<'_>, name: &str, part: &'static str) -> Result<(), Box<dyn Error>> {
        let schema = all.schema(name)?;
        let documentation = text(schema, "description");
        let name = name.to_owned();
        if all.is_words(&name) {
            let mut words = Vec::new();
            all.words(schema, &mut words);
            let names_fields = schema.get("x-names-of").is_some();
            self.lists.push(WordList { name, part, documentation, words, names_fields });
        } else if schema.get("properties").is_some() {
            let record = self.record(all, name, part, documentation)?;
            self.records.push(record);
        } else {
            self.scalars.push(Scalar { name, part, documentation });
        }
        Ok(())
    }

    fn record(
        &self,
        all: &Known<'_>,
        name: String,
        part: &'static str,
        documentation: String,
    ) -> Result<Record, Box<dyn Error>> {
        let (given, answered) = (all.given.get(&name), all.answered.get(&name));
        let mut fields = Vec::new();
        for (field, schema) in all.schema(&name)?["properties"].as_object().into_iter().flatten() {
            let value = all.kind_of(schema).map_err(|error| format!("{name}.{field}: {error}"))?;
            let default = schema.get("default").filter(|default| !default.is_null()).cloned();
            // What is left out of an answer because it is false.
            let is_unsaid = value.kind == Kind::Truth && !value.nullable;
            let always = answered.is_some_and(|schema| is_required(schema, field));
            let default =
                default.or((is_unsaid && answered.is_some() && !always).then_some(Value::Bool(false)));
            fields.push(Field {
                name: field.clone(),
                documentation: text(schema, "description"),
                required: given.is_some_and(|schema| is_required(schema, field)),
                always,
                default,
                record: schema.get("x-record").and_then(Value::as_str).map(str::to_owned),
                names_of: schema.get("x-names-of").and_then(Value::as_str).map(str::to_owned),
                value,
            });
        }
        let mut requests = self.calls.iter().filter_map(|call| call.request.as_deref());
        let is_request = requests.any(|request| request == name);
        let (given, answered) = (given.is_some(), answered.is_some());
        Ok(Record { name, part, documentation, fields, given, answered, is_request })
    }

    pub(crate) fn list(&self, name: &str) -> Option<&WordList> {
        self.lists.iter().find(|list| list.name == name)
    }
}

/// The part of the first call that leads to each definition.
fn parts(schemas: &Schemas) -> BTreeMap<String, &'static str> {
    let mut parts = BTreeMap::new();
    for part in PARTS {
        let calls = schemas.calls.iter().filter(|call| call.call.function.split("::").next() == Some(part));
        for call in calls {
            reach(call.request.as_value(), &schemas.given, part, &mut parts);
            reach(call.answer.as_value(), &schemas.answered, part, &mut parts);
        }
    }
    parts
}

fn reach(
    schema: &Value,
    definitions: &Definitions,
    part: &'static str,
    parts: &mut BTreeMap<String, &'static str>,
) {
    match schema {
        Value::Object(members) => {
            if let Some(name) = members.get("$ref").and_then(Value::as_str).and_then(referred) {
                // Errors are of no part: rows of a batch hold them too.
                let is_error = matches!(name, "BoundaryError" | "Family" | "ErrorPlace");
                if is_error || parts.contains_key(name) {
                    return;
                }
                parts.insert(name.to_owned(), part);
                if let Some(definition) = definitions.get(name) {
                    reach(definition, definitions, part, parts);
                }
            }
            members.values().for_each(|member| reach(member, definitions, part, parts));
        }
        Value::Array(items) => items.iter().for_each(|item| reach(item, definitions, part, parts)),
        _ => {}
    }
}

fn referred(reference: &str) -> Option<&str> {
    reference.strip_prefix("#/$defs/")
}

/// What the values of a map are. One by names of fields lists these, and all have values of one kind.
fn value_of_map(schema: &Value) -> Option<&Value> {
    match schema.get("x-names-of") {
        Some(_) => schema["properties"].as_object()?.values().next(),
        None => schema.get("additionalProperties").filter(|value| value.is_object()),
    }
}

fn text(schema: &Value, member: &str) -> String {
    schema.get(member).and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn is_required(schema: &Value, field: &str) -> bool {
    schema["required"].as_array().is_some_and(|required| required.iter().any(|name| name == field))
}

struct Known<'s> {
    given: &'s Definitions,
    answered: &'s Definitions,
}

impl Known<'_> {
    fn schema(&self, name: &str) -> Result<&Value, String> {
        let schema = self.given.get(name).or_else(|| self.answered.get(name));
        schema.ok_or_else(|| format!("there is no definition of `{name}`"))
    }

    fn is_words(&self, name: &str) -> bool {
        let Ok(schema) = self.schema(name) else { return false };
        ["oneOf", "enum", "anyOf"].iter().any(|key| schema.get(key).is_some())
    }

    fn words(&self, schema: &Value, words: &mut Vec<(String, String)>) {
        for word in schema["enum"].as_array().into_iter().flatten().filter_map(Value::as_str) {
            words.push((word.to_owned(), String::new()));
        }
        for choice in ["oneOf", "anyOf"].iter().filter_map(|key| schema[key].as_array()).flatten() {
            if let Some(word) = choice["const"].as_str() {
                words.push((word.to_owned(), text(choice, "description")));
            } else if let Some(name) = choice["$ref"].as_str().and_then(referred) {
                if let Ok(other) = self.schema(name) {
                    self.words(other, words);
                }
            } else {
                self.words(choice, words);
            }
        }
    }

    fn kind_of(&self, schema: &Value) -> Result<TypeOf, String> {
        if let Some(name) = schema.get("$ref").and_then(Value::as_str).and_then(referred) {
            return Ok(TypeOf { kind: self.named(name)?, nullable: false });
        }
        if let Some(choices) = schema.get("anyOf").and_then(Value::as_array) {
            let some = choices.iter().find(|choice| choice["type"] != "null");
            let some = some.ok_or_else(|| format!("a choice of nothing: {schema}"))?;
            return Ok(TypeOf { nullable: choices.len() > 1, ..self.kind_of(some)? });
        }
        let (names, nullable): (Vec<&str>, bool) = match &schema["type"] {
            Value::String(name) => (vec![name], false),
            Value::Array(names) => {
                let names: Vec<&str> = names.iter().filter_map(Value::as_str).collect();
                let nullable = names.contains(&"null");
                (names.into_iter().filter(|name| *name != "null").collect(), nullable)
            }
            _ => (Vec::new(), false),
        };
        let kind = match names.first().copied() {
            Some("string") => match schema["format"].as_str() {
                Some("date") => Kind::Day,
                Some("date-time") => Kind::Instant,
                _ => Kind::Text,
            },
            Some("integer") => {
                let wide = schema["format"].as_str().is_some_and(|format| format.ends_with("64"));
                Kind::Integer { wide }
            }
            Some("number") => Kind::Number,
            Some("boolean") => Kind::Truth,
            Some("null") => Kind::Nothing,
            Some("array") => Kind::List(Box::new(self.kind_of(&schema["items"])?)),
            Some("object") => match value_of_map(schema) {
                Some(value) => Kind::Map(Box::new(self.kind_of(value)?)),
                None => return Err(format!("a schema of no known kind: {schema}")),
            },
            _ => return Err(format!("a schema of no known kind: {schema}")),
        };
        Ok(TypeOf { kind, nullable })
    }

    fn named(&self, name: &str) -> Result<Kind, String> {
        let schema = self.schema(name)?;
        let name = name.to_owned();
        Ok(match () {
            () if name == "Nothing" => Kind::Nothing,
            () if self.is_words(&name) => Kind::Words(name),
            () if schema.get("properties").is_some() || schema["type"] == "object" => Kind::Record(name),
            () => Kind::Scalar(name),
        })
    }
}

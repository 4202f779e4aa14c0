//! The JSON Schemas of everything that crosses, from the declarations themselves.
//!
//! A record that is given and one that is answered are one type, but not one schema: what has a default
//! may be left out of the one, and what has nothing to say is left out of the other. [`schemas`] has both.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::{Map, Value};

use super::error::BoundaryError;
use super::table::{self, CALLS, Call};

/// The schemas of a call.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct CallSchema {
    /// The call.
    pub call: Call,
    /// Its request; references lead to [`Schemas::given`].
    pub request: Schema,
    /// Its answer; references lead to [`Schemas::answered`].
    pub answer: Schema,
}

/// Everything that crosses.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Schemas {
    /// The calls, in the order of [`CALLS`].
    pub calls: Vec<CallSchema>,
    /// The schemas of records as they are given, by name.
    pub given: Map<String, Value>,
    /// The schemas of records as they are answered, by name.
    pub answered: Map<String, Value>,
}

/// The schemas of everything that crosses, in draft 2020-12.
///
/// ```
/// let schemas = aiguillage::boundary::schema::schemas();
/// let need = &schemas.given["Need"]["properties"]["headcount"];
/// assert!(need["description"].as_str().is_some_and(|text| text.contains("employees")));
/// assert!(schemas.answered.contains_key("BoundaryError"));
/// ```
pub fn schemas() -> Schemas {
    let mut requests = SchemaSettings::draft2020_12().for_deserialize().into_generator();
    let mut answers = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let pairs = table::schemas(&mut requests, &mut answers);
    answers.subschema_for::<BoundaryError>();
    let calls = CALLS.iter().zip(pairs);
    let calls = calls.map(|(call, (request, answer))| CallSchema { call: *call, request, answer });
    Schemas {
        calls: calls.collect(),
        given: requests.take_definitions(true),
        answered: answers.take_definitions(true),
    }
}

/// The schema of one type as a document of its own, as it is answered.
pub fn answered<T: JsonSchema>() -> Schema {
    SchemaGenerator::new(SchemaSettings::draft2020_12().for_serialize()).into_root_schema_for::<T>()
}

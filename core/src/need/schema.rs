//! The JSON Schema of a need, from its declaration.

use std::borrow::Cow;

use schemars::Schema;
use serde_json::{Map, Value, json};

use super::NeedField;
use crate::language::Language;
use crate::record::schema::FRENCH;

/// The schema of an object with these fields, none of which it must have: what a need lacks shows when
/// it is routed.
pub(super) fn of(fields: impl IntoIterator<Item = (NeedField, Schema)>) -> Schema {
    let mut properties = Map::new();
    for (field, schema) in fields {
        let mut property = match schema.to_value() {
            Value::Object(members) => members,
            other => Map::from_iter([("allOf".to_owned(), json!([other]))]),
        };
        property.insert("description".to_owned(), field.meaning(Language::English).into());
        property.insert(FRENCH.to_owned(), field.meaning(Language::French).into());
        properties.insert(field.as_str().to_owned(), property.into());
    }
    let schema = json!({
        "type": "object",
        "description": "One need of one facility, about one subject.",
        FRENCH: "Un besoin d’un établissement, sur un sujet.",
        "properties": properties,
        "additionalProperties": false,
    });
    Schema::try_from(schema).unwrap_or_default()
}

impl schemars::JsonSchema for NeedField {
    fn schema_name() -> Cow<'static, str> {
        "NeedField".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> Schema {
        let field = |field: &NeedField| {
            let (english, french) = (field.meaning(Language::English), field.meaning(Language::French));
            json!({"type": "string", "const": field.as_str(), "description": english, FRENCH: french})
        };
        let fields: Vec<Value> = NeedField::ALL.iter().map(field).collect();
        schemars::json_schema!({
            "description": "The fields of a need.",
            "oneOf": fields,
            "x-names-of": "Need",
        })
    }
}

//! The JSON Schema of a need, from its declaration.

use schemars::{Schema, json_schema};
use serde_json::{Map, Value, json};

use super::NeedField;
use crate::language::Language;
use crate::record::schema::FRENCH;

/// The schema of an object with these fields, none of which it must have: what a need lacks shows when
/// it is routed.
pub(super) fn of(fields: impl IntoIterator<Item = (NeedField, Schema, Value)>) -> Schema {
    let mut properties = Map::new();
    for (field, schema, absent) in fields {
        let mut property = match schema.to_value() {
            Value::Object(members) => members,
            other => Map::from_iter([("allOf".to_owned(), json!([other]))]),
        };
        property.insert("description".to_owned(), field.meaning(Language::English).into());
        property.insert(FRENCH.to_owned(), field.meaning(Language::French).into());
        // Lists and maps of a need that says nothing are empty; everything else has no value then.
        if absent.is_array() || absent.is_object() {
            property.insert("default".to_owned(), absent);
        }
        properties.insert(field.as_str().to_owned(), property.into());
    }
    json_schema!({
        "type": "object",
        "description": "One need of one facility, about one subject.",
        FRENCH: "Un besoin d’un établissement, sur un sujet.",
        "properties": properties,
        "additionalProperties": false,
    })
}

impl schemars::JsonSchema for NeedField {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "NeedField".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> Schema {
        let values = NeedField::ALL.iter().map(|field| {
            json!({
                "const": field.as_str(),
                "description": field.meaning(Language::English),
                FRENCH: field.meaning(Language::French),
            })
        });
        let values: Vec<Value> = values.collect();
        json_schema!({"description": "The fields of a need.", "x-names-of": "Need", "oneOf": values})
    }
}

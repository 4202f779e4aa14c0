//! The JSON Schema of a record, from its declaration.

use schemars::{Schema, json_schema};
use serde_json::{Map, Value, json};

use super::FieldDeclaration;

/// The member of a schema that holds the documentation in French.
pub(crate) const FRENCH: &str = "x-french";

/// The schema of an object. `documentation` is in English and in French; a field comes with the value of
/// a record that does not give it.
pub(crate) fn object<'f>(
    documentation: [&str; 2],
    fields: impl Iterator<Item = (&'f FieldDeclaration, (Schema, Option<Value>))>,
    nested: impl Iterator<Item = (&'f FieldDeclaration, Schema)>,
) -> Schema {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for (field, (schema, absent)) in fields {
        let mut property = described(schema, field);
        if let Some(absent) = absent.filter(|absent| !absent.is_null()) {
            property.insert("default".to_owned(), absent);
        }
        required.extend(field.required.then_some(field.name));
        properties.insert(field.name.to_owned(), property.into());
    }
    for (field, schema) in nested {
        let mut property = described(schema, field);
        property.insert("default".to_owned(), json!([]));
        properties.insert(field.name.to_owned(), property.into());
    }
    let [english, french] = documentation;
    json_schema!({
        "type": "object",
        "description": english.trim(),
        FRENCH: french,
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

fn described(schema: Schema, field: &FieldDeclaration) -> Map<String, Value> {
    let mut property = match schema.to_value() {
        Value::Object(members) => members,
        other => Map::from_iter([("allOf".to_owned(), json!([other]))]),
    };
    property.insert("description".to_owned(), field.english.trim().into());
    property.insert(FRENCH.to_owned(), field.french.into());
    property
}

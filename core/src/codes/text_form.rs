//! Types that travel as the text which they are written as.

/// Serialization by the text form: what is written is what `Display` says.
macro_rules! serialize_as_text {
    ($type:ty) => {
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }
    };
}

/// The same both ways: what is read goes through `FromStr`.
macro_rules! serde_as_text {
    ($type:ty) => {
        $crate::codes::text_form::serialize_as_text!($type);

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <std::borrow::Cow<'de, str> as serde::Deserialize>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}

/// The JSON Schema of a type that is a text: a pattern that lets through what the type reads, so that
/// whoever checks by the schema refuses nothing that the library takes.
macro_rules! schema_as_text {
    ($type:ty, $name:literal, $description:literal, { $($key:literal: $value:tt),* $(,)? }) => {
        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $type {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                $name.into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({
                    "type": "string",
                    "description": $description,
                    $($key: $value),*
                })
            }
        }
    };
}

pub(crate) use {schema_as_text, serde_as_text, serialize_as_text};

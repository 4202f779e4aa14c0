//! How a record is declared once, and what follows from it.
//!
//! A record of a directory is declared by [`record!`]: its fields with their tags, types, kinds and
//! documentation in both languages. From that follow the struct, the reading of it from files with a
//! place for each fault ([`ReadField`]), its JSON, its columns in CSV ([`Record::FIELDS`]), its form in a
//! snapshot ([`Stored`]), and, with the feature `schema`, its JSON Schema, from which the types of the
//! other languages are generated.
//!
//! A *kind* ([`FieldKind`]) says what a field may hold beyond its Rust type: an id is a text without
//! white space, a weight is a number above 0. It is the one definition of a sound value: reading a file
//! reports what is not, and opening a snapshot refuses it.

pub(crate) mod kinds;
#[cfg(feature = "schema")]
pub(crate) mod schema;
pub(crate) mod stored;
pub(crate) mod unknown_word;
pub(crate) mod values;
pub(crate) mod words;

pub(crate) use kinds::{FieldKind, ReadField, Separator};
pub(crate) use stored::Stored;

/// What is known of a field beside its type.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FieldDeclaration {
    /// The name in JSON, and of the column in CSV.
    pub(crate) name: &'static str,
    /// Whether a record must give it.
    #[cfg_attr(
        not(any(feature = "csv", feature = "schema")),
        expect(dead_code, reason = "only the columns of CSV and schemas tell it")
    )]
    pub(crate) required: bool,
    /// The columns of its first and its last day in CSV, where it is a period.
    #[cfg_attr(not(feature = "csv"), expect(dead_code, reason = "only CSV files have columns"))]
    pub(crate) period: Option<[&'static str; 2]>,
    /// What separates the entries of a list in a CSV cell.
    #[cfg_attr(not(feature = "csv"), expect(dead_code, reason = "only CSV files have cells"))]
    pub(crate) separator: Separator,
    /// What it means, for developers.
    #[cfg_attr(not(feature = "schema"), expect(dead_code, reason = "only schemas tell it"))]
    pub(crate) english: &'static str,
    /// What it means, for those who keep a directory.
    #[cfg_attr(not(feature = "schema"), expect(dead_code, reason = "only schemas tell it"))]
    pub(crate) french: &'static str,
}

/// A record that was declared by [`record!`].
pub(crate) trait Record {
    /// What a record is, for those who keep a directory.
    #[cfg_attr(
        not(all(feature = "csv", feature = "schema")),
        expect(dead_code, reason = "only the reference of sheets tells it")
    )]
    const FRENCH: &'static str;
    /// The fields that hold values, in the order in which they are written.
    const FIELDS: &'static [FieldDeclaration];
    /// The fields that hold lists of other records.
    #[cfg_attr(not(feature = "schema"), expect(dead_code, reason = "only schemas tell them"))]
    const NESTED: &'static [FieldDeclaration];
}

/// Declares a record.
///
/// Each field is `TAG NAME: TYPE = KIND`, after its documentation in English and in French. A tag is the
/// number of the field in snapshots: it is never changed and never given to another field. Lists of
/// other records stand under `nests`; files give those as records of their own.
macro_rules! record {
    (
        $(#[doc = $doc:expr])+
        #[french = $french:expr]
        $(#[derive($($derive:path),+)])?
        $(#[cfg_attr($($attribute:tt)*)])*
        pub struct $name:ident {
            $(
                $(#[doc = $field_doc:expr])+
                #[french = $field_french:expr]
                $tag:literal $field:ident: $type:ty = $kind:ty,
            )+
        }
        $(nests {
            $(
                $(#[doc = $nested_doc:expr])+
                #[french = $nested_french:expr]
                $nested_tag:literal $nested:ident: $nested_type:ty,
            )+
        })?
    ) => {
        $(#[doc = $doc])+
        #[derive(Clone, Debug, PartialEq, $($($derive),+)?)]
        $(#[cfg_attr($($attribute)*)])*
        #[non_exhaustive]
        pub struct $name {
            $($(#[doc = $field_doc])+ pub $field: $type,)+
            $($($(#[doc = $nested_doc])+ pub $nested: Vec<$nested_type>,)+)?
        }

        impl $crate::record::Record for $name {
            const FRENCH: &'static str = $french;
            const FIELDS: &'static [$crate::record::FieldDeclaration] = &[
                $($crate::record::FieldDeclaration {
                    name: stringify!($field),
                    required: <$kind as $crate::record::FieldKind>::REQUIRED,
                    period: match <$kind as $crate::record::FieldKind>::IS_PERIOD {
                        true => Some([
                            concat!(stringify!($field), "_from"),
                            concat!(stringify!($field), "_until"),
                        ]),
                        false => None,
                    },
                    separator: <$kind as $crate::record::FieldKind>::SEPARATOR,
                    english: concat!($($field_doc),+),
                    french: $field_french,
                },)+
            ];
            const NESTED: &'static [$crate::record::FieldDeclaration] = &[
                $($($crate::record::FieldDeclaration {
                    name: stringify!($nested),
                    required: false,
                    period: None,
                    separator: $crate::record::Separator::None,
                    english: concat!($($nested_doc),+),
                    french: $nested_french,
                },)+)?
            ];
        }

        impl $name {
            /// Reads the fields, all of them, so that every fault is reported; nothing where one that a
            /// record must have cannot be read. Nested lists are left empty.
            pub(crate) fn read<R>(reader: &mut R) -> Option<$name>
            where
                $($kind: $crate::record::ReadField<R>,)+
            {
                $(let $field = <$kind as $crate::record::ReadField<R>>::read(reader, stringify!($field));)+
                Some($name { $($field: $field?,)+ $($($nested: Vec::new(),)+)? })
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeMap as _;
                let mut fields = serializer.serialize_map(None)?;
                $(if !<$kind as $crate::record::FieldKind>::is_absent(&self.$field) {
                    fields.serialize_entry(stringify!($field), &self.$field)?;
                })+
                $($(if !self.$nested.is_empty() {
                    fields.serialize_entry(stringify!($nested), &self.$nested)?;
                })+)?
                fields.end()
            }
        }

        impl $crate::record::Stored for $name {
            fn store(
                &self,
                writer: &mut $crate::record::stored::Writer<'_>,
            ) -> Result<(), $crate::record::stored::StoreError> {
                writer.begin_record()?;
                $(if !<$kind as $crate::record::FieldKind>::is_absent(&self.$field) {
                    writer.field($tag, &self.$field)?;
                })+
                $($(if !self.$nested.is_empty() {
                    writer.field($nested_tag, &self.$nested)?;
                })+)?
                writer.end_record()
            }

            fn restore(
                reader: &mut $crate::record::stored::Reader<'_>,
            ) -> Result<$name, $crate::record::stored::RestoreError> {
                $(let mut $field: Option<$type> = None;)+
                $($(let mut $nested: Option<Vec<$nested_type>> = None;)+)?
                let mut fields = reader.begin_record()?;
                while let Some(tag) = reader.next_field(&mut fields)? {
                    match tag {
                        $($tag => reader.field(&mut $field)?,)+
                        $($($nested_tag => reader.field(&mut $nested)?,)+)?
                        unknown => return Err(reader.unknown_field(stringify!($name), unknown)),
                    }
                }
                Ok($name {
                    $($field: reader.sound::<$kind>(concat!(stringify!($name), ".", stringify!($field)), $field)?,)+
                    $($($nested: $nested.unwrap_or_default(),)+)?
                })
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).trim_end_matches("Record").into()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                use $crate::record::{FieldKind as _, Record as _};
                let fields = [
                    $((generator.subschema_for::<$type>(), <$kind>::absent().map(|absent| serde_json::json!(absent))),)+
                ];
                let nested: &[schemars::Schema] =
                    &[$($(generator.subschema_for::<Vec<$nested_type>>(),)+)?];
                $crate::record::schema::object(
                    [concat!($($doc),+), $french],
                    $name::FIELDS.iter().zip(fields),
                    $name::NESTED.iter().zip(nested.iter().cloned()),
                )
            }
        }
    };
}
pub(crate) use record;

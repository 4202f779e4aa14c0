//! What the directory knows by an id.

use serde::Serializer;

use super::{Antenne, Expert, Institution, Territory};
use crate::taxonomy::{Subject, Theme};

/// A record that the directory knows by its id.
pub(crate) trait Identified {
    fn id(&self) -> &str;
}

macro_rules! identified {
    ($($record:ident)*) => {
        $(impl Identified for $record {
            fn id(&self) -> &str {
                &self.id
            }
        })*
    };
}

identified! { Territory Theme Subject Institution Antenne Expert }

/// Writes a reference to a record as its id.
pub(crate) fn as_id<T: Identified, S: Serializer>(record: &&T, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(record.id())
}

/// The same, where there is one.
pub(crate) fn as_id_if_any<T: Identified, S: Serializer>(
    record: &Option<&T>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    match record {
        Some(record) => serializer.serialize_some(record.id()),
        None => serializer.serialize_none(),
    }
}

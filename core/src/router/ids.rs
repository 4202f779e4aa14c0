//! Records that are serialized as their ids.

use serde::Serializer;

use crate::directory::{Antenne, Expert, Institution};
use crate::taxonomy::Subject;

macro_rules! ids {
    ($($name:ident: $record:ty),*) => {
        $(pub(crate) fn $name<S: Serializer>(record: &&$record, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.serialize_str(&record.id)
        })*
    };
}

ids! {
    expert_id: Expert,
    antenne_id: Antenne,
    institution_id: Institution,
    subject_id: Subject
}

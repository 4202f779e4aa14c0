//! The weights that the library brings: made by `make weights` from the messages of
//! `core/tests/messages`, with what is needed to use them.

use minicbor::decode::{Decoder, Error as DecodeError};

use super::certainty::Certainty;
use super::linear::Table;
use super::scope::{OutOfScopeKind, Scope};

#[cfg(feature = "weights")]
const WEIGHTS: &[u8] = include_bytes!("../../data/weights.bin");
#[cfg(not(feature = "weights"))]
const WEIGHTS: &[u8] = &[];

/// The version of the format, which [`Brought::read`] reads and `training` writes.
pub(super) const FORMAT: u32 = 1;

/// Weights for the subjects of the default taxonomy, and for kinds of messages out of scope.
pub(super) struct Brought {
    pub(super) certainty: Certainty,
    /// The ids of the subjects, in the order of the table's answers.
    pub(super) subjects: Vec<&'static str>,
    pub(super) table: Table,
    pub(super) scope: Scope,
}

impl Brought {
    /// The weights; none where the library was built without them.
    pub(super) fn get() -> Option<Brought> {
        Brought::read(WEIGHTS).ok()
    }

    /// A hash of the messages that they were learned from.
    #[cfg(feature = "training")]
    pub(super) fn fingerprint() -> Option<u64> {
        let mut from = Decoder::new(WEIGHTS);
        (from.u32().ok()? == FORMAT).then(|| from.u64().ok())?
    }

    fn read(bytes: &'static [u8]) -> Result<Brought, DecodeError> {
        let mut from = Decoder::new(bytes);
        if from.u32()? != FORMAT {
            return Err(DecodeError::message("weights of another version"));
        }
        // The fingerprint.
        from.skip()?;
        let certainty = Certainty::read(&mut from)?;
        let subjects = texts(&mut from)?;
        let table = Table::read(&mut from)?;
        let kinds = texts(&mut from)?
            .into_iter()
            .map(|kind| kind.parse::<OutOfScopeKind>().map_err(|_| DecodeError::message("an unknown kind")));
        let kinds = kinds.collect::<Result<_, DecodeError>>()?;
        let scope = Scope::new(Table::read(&mut from)?, kinds, certainty.out_of_scope);
        Ok(Brought { certainty, subjects, table, scope })
    }
}

fn texts(from: &mut Decoder<'static>) -> Result<Vec<&'static str>, DecodeError> {
    (0..from.array()?.unwrap_or(0)).map(|_| from.str()).collect()
}

#[cfg(all(test, feature = "weights"))]
mod tests {
    use super::*;
    use crate::directory::Directory;

    #[test]
    fn the_weights_are_those_of_the_default_taxonomy() {
        assert!(WEIGHTS.len() < 2_000_000);
        let ids = Directory::from_json(include_str!("../../data/taxonomy.json")).map(|directory| {
            directory.subjects().iter().map(|subject| subject.id.clone()).collect::<Vec<_>>()
        });
        let brought = Brought::read(WEIGHTS).map(|brought| (brought.table.answers(), brought.subjects));
        assert_eq!(brought.ok(), Some((24, ids.iter().flatten().map(String::as_str).collect())));
    }
}

//! The territory: communes, their groups, départements, régions, and the codes they have had.
//!
//! A [`Geography`] is the Code officiel géographique of one year. The current one is compiled in
//! (feature `cog`): [`Geography::embedded`]. Another one can be read with [`Geography::open`].
//!
//! A piece of territory is a [`Zone`]. Its unit is a current commune or, in Paris, Lyon and
//! Marseille, a municipal arrondissement: both are read as a [`Commune`].
//!
//! ```
//! use aiguillage::geography::Geography;
//!
//! let geography = Geography::embedded();
//! let zones = geography.zones_containing("93066");
//! let zones: Vec<String> = zones.iter().map(ToString::to_string).collect();
//! assert_eq!(
//!     zones,
//!     ["commune:93066", "ept:200057867", "epci:200054781", "departement:93", "region:11", "france"],
//! );
//! ```

mod code;
mod commune;
mod decode;
mod error;
mod index;
mod lookup;
mod names;
mod read;
mod resolve;
#[cfg(test)]
#[cfg(feature = "cog")]
mod tests;
mod zone;
mod zone_error;

use std::fmt;
use std::path::Path;
use std::sync::OnceLock;
#[cfg(feature = "cog")]
use std::sync::{Arc, LazyLock};

pub use commune::Commune;
pub use error::GeographyError;
pub use index::PlaceId;
pub(crate) use index::ZoneId;
pub use resolve::{FormerKind, Resolution};
pub use zone::{Zone, ZoneKind};
pub use zone_error::ZoneError;

use names::NameIndex;

#[cfg(feature = "cog")]
const EMBEDDED: &[u8] = include_bytes!("../../data/cog-2026.bin");

/// The territory of one year. It does not change once read, and can be shared between threads.
pub struct Geography {
    year: u16,
    source: String,
    /// What each code means, by slot: see [`code::slot`].
    slots: Vec<u32>,
    /// The codes of the places, five characters each.
    codes: String,
    /// The zones after the places, in their order: EPT, EPCI, départements, régions, France.
    wide: Vec<Zone>,
    /// The names of all zones, one after the other.
    names: String,
    name_ends: Vec<u32>,
    /// By zone.
    populations: Vec<u64>,
    /// By place.
    chains: Vec<[ZoneId; 7]>,
    /// Where the places of each zone of `wide` begin in `members`, and the end.
    member_starts: Vec<u32>,
    members: Vec<PlaceId>,
    arrondissements: Vec<PlaceId>,
    /// The communes that are made of arrondissements.
    parents: Vec<PlaceId>,
    former: Vec<Former>,
    postal: Postal,
    /// Made at the first search.
    name_index: OnceLock<NameIndex>,
}

/// Where a code that is no longer used leads.
#[derive(Clone, Copy)]
struct Former {
    place: PlaceId,
    kind: FormerKind,
}

/// Postal codes, sorted, and the places that each one serves.
struct Postal {
    codes: Vec<u32>,
    /// The same, five characters each.
    text: String,
    /// Where the codes of each place begin in `of_places`, and the end.
    place_starts: Vec<u32>,
    of_places: Vec<u32>,
    /// Where the places of each code begin in `served`, and the end.
    code_starts: Vec<u32>,
    served: Vec<PlaceId>,
}

impl Geography {
    /// The geography that is compiled in: the Code officiel géographique 2026.
    ///
    /// It is read at the first call, in a few milliseconds, and shared afterwards.
    ///
    /// ```
    /// # use aiguillage::geography::Geography;
    /// assert_eq!(Geography::embedded().year(), 2026);
    /// ```
    #[cfg(feature = "cog")]
    pub fn embedded() -> Arc<Geography> {
        static GEOGRAPHY: LazyLock<Arc<Geography>> =
            LazyLock::new(|| match Geography::from_bytes(EMBEDDED) {
                Ok(geography) => Arc::new(geography),
                Err(error) => unreachable!("a test reads the embedded geography: {error}"),
            });
        Arc::clone(&GEOGRAPHY)
    }

    /// Reads the geography of another year from a file made by `core/data/make-cog.mjs`.
    ///
    /// # Errors
    ///
    /// The file cannot be read, or is not such a file, or was damaged.
    pub fn open(path: &Path) -> Result<Geography, GeographyError> {
        let bytes =
            std::fs::read(path).map_err(|source| GeographyError::Io { path: path.to_owned(), source })?;
        Geography::from_bytes(&bytes)
    }

    /// Reads a geography from the bytes of a file made by `core/data/make-cog.mjs`.
    ///
    /// # Errors
    ///
    /// The bytes are not such a file, or were damaged. Whatever the bytes are, this neither panics
    /// nor takes more memory than a sound geography of their length.
    ///
    /// ```
    /// # use aiguillage::geography::{Geography, GeographyError};
    /// let error = Geography::from_bytes(b"code;name").unwrap_err();
    /// assert!(matches!(error, GeographyError::NotAGeography));
    /// ```
    pub fn from_bytes(bytes: &[u8]) -> Result<Geography, GeographyError> {
        decode::decode(bytes)
    }

    /// The year of its Code officiel géographique, as of 1 January.
    pub fn year(&self) -> u16 {
        self.year
    }

    /// What it is and who publishes it, in French.
    pub fn source(&self) -> &str {
        &self.source
    }
}

impl fmt::Debug for Geography {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Geography")
            .field("year", &self.year)
            .field("source", &self.source)
            .finish_non_exhaustive()
    }
}

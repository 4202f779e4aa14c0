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

#![deny(clippy::indexing_slicing)]

mod code;
mod commune;
mod decode;
mod error;
mod extent;
mod former;
mod former_zone;
mod found;
mod id;
mod index;
mod joined;
mod load;
mod locate;
mod lookup;
mod name_index;
mod past;
mod postal_reading;
mod read;
mod resolve;
mod search;
mod slots;
mod tables;
#[cfg(test)]
#[cfg(feature = "cog")]
mod tests;
mod zone;
mod zone_error;
mod zone_kind;
mod zone_list;

pub use commune::Commune;
pub use error::GeographyError;
pub use former::FormerKind;
pub use former_zone::FormerZone;
pub use found::{FoundBy, FoundCommune};
pub use id::PlaceId;
pub(crate) use id::ZoneId;
pub use locate::{Certainty, Location, PlaceBasis, PlaceQuery, PlaceReading};
pub use postal_reading::PostalReading;
pub use resolve::Resolution;
pub use tables::Geography;
pub use zone::Zone;
pub use zone_error::ZoneError;
pub use zone_kind::ZoneKind;
pub(crate) use zone_list::ListedZone;
pub use zone_list::{ZoneList, ZoneOrTerritory};

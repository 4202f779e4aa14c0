//! A commune or a municipal arrondissement, and what is known of it.

#![expect(
    clippy::indexing_slicing,
    reason = "a commune is a place of its geography, whose tables have an entry for each"
)]

use std::fmt;

use serde::Serialize;

use super::{Geography, PlaceId, Zone, ZoneId};

/// A current commune, or a municipal arrondissement of Paris, Lyon or Marseille.
///
/// ```
/// use aiguillage::geography::Geography;
///
/// let geography = Geography::embedded();
/// let lille = geography.commune("59350").unwrap();
/// assert_eq!(lille.name(), "Lille");
/// assert!(lille.postal_codes().any(|code| code == "59800"));
/// assert_eq!(lille.departement().to_string(), "departement:59");
/// assert_eq!(geography.zone_name(lille.epci().unwrap()), Some("Métropole Européenne de Lille"));
/// ```
#[derive(Clone, Copy)]
pub struct Commune<'g> {
    pub(super) geography: &'g Geography,
    pub(super) place: PlaceId,
}

impl<'g> Commune<'g> {
    /// Its INSEE code of five characters; not a postal code.
    pub fn code(self) -> &'g str {
        let start = 5 * self.place.0 as usize;
        &self.geography.codes[start..start + 5]
    }

    /// Its name, such as `L'Haÿ-les-Roses` or `Paris 12e Arrondissement`.
    pub fn name(self) -> &'g str {
        self.geography.name_of(self.place.into())
    }

    /// The people who live in it; nought where nobody does, or nobody counts them.
    pub fn population(self) -> u64 {
        self.geography.population_of(self.place.into())
    }

    /// The postal codes that serve it, sorted. Most also serve other communes.
    pub fn postal_codes(self) -> impl Iterator<Item = &'g str> {
        let postal = &self.geography.postal;
        let place = self.place.0 as usize;
        let codes = postal.place_starts[place] as usize..postal.place_starts[place + 1] as usize;
        postal.of_places[codes].iter().map(|rank| {
            let start = 5 * *rank as usize;
            &postal.text[start..start + 5]
        })
    }

    /// Whether it is a municipal arrondissement.
    pub fn is_arrondissement(self) -> bool {
        self.zone_at(0).is_some()
    }

    /// The commune of which this is an arrondissement.
    pub fn parent(self) -> Option<Commune<'g>> {
        let parent = self.geography.chain(self.place)[1];
        self.is_arrondissement().then(|| self.geography.commune_at(PlaceId(parent.0)))
    }

    /// The zones that contain it, from narrow to wide: itself first, France last.
    pub fn zones(self) -> Vec<Zone> {
        (0..7).filter_map(|level| self.zone_at(level)).collect()
    }

    /// Itself as a zone.
    pub fn zone(self) -> Zone {
        self.geography.zone_of(self.place.into())
    }

    /// Its département, or the overseas collectivity that it is in.
    pub fn departement(self) -> Zone {
        // Every chain has one: the geography would not have been read otherwise.
        self.geography.zone_of(self.geography.chain(self.place)[4])
    }

    /// Its région; an overseas collectivity has none.
    pub fn region(self) -> Option<Zone> {
        self.zone_at(5)
    }

    /// Its group of communes, where it has one; that of its commune for an arrondissement.
    pub fn epci(self) -> Option<Zone> {
        self.zone_at(3)
    }

    fn zone_at(self, level: usize) -> Option<Zone> {
        match self.geography.chain(self.place)[level] {
            ZoneId::NONE => None,
            zone => Some(self.geography.zone_of(zone)),
        }
    }
}

/// A commune as other programs read it: `code`, `name`, `population`, `postal_codes`, `zones`.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Commune"))]
pub(super) struct CommuneRecord<'g> {
    /// The INSEE code of five characters; not a postal code.
    code: &'g str,
    /// The name.
    name: &'g str,
    /// The people who live in it; nought where nobody does, or nobody counts them.
    population: u64,
    /// The postal codes that serve it, sorted. Most also serve other communes.
    postal_codes: Vec<&'g str>,
    /// The zones that contain it, from narrow to wide: itself first, France last.
    zones: Vec<Zone>,
}

impl<'g> CommuneRecord<'g> {
    pub(super) fn new(commune: Commune<'g>) -> CommuneRecord<'g> {
        CommuneRecord {
            code: commune.code(),
            name: commune.name(),
            population: commune.population(),
            postal_codes: commune.postal_codes().collect(),
            zones: commune.zones(),
        }
    }
}

impl Serialize for Commune<'_> {
    /// `code`, `name`, `population`, `postal_codes`, and the `zones` that contain it.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        CommuneRecord::new(*self).serialize(serializer)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Commune<'_> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        CommuneRecord::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        CommuneRecord::json_schema(generator)
    }
}

impl PartialEq for Commune<'_> {
    /// Whether it is the same commune of the same geography.
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.geography, other.geography) && self.place == other.place
    }
}

impl Eq for Commune<'_> {}

impl fmt::Debug for Commune<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Commune({} {})", self.code(), self.name())
    }
}

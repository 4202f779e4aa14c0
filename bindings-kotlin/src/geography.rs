//! The geography as Kotlin sees it.

use std::sync::Arc;

use aiguillage::geography::{Resolution, Zone, ZoneKind};

use crate::errors::NativeError;
use crate::population;

/// A geography on the native side; use `Geography`.
#[derive(uniffi::Object)]
pub struct NativeGeography(pub(crate) Arc<aiguillage::Geography>);

/// A current commune, or a municipal arrondissement of Paris, Lyon or Marseille.
#[derive(uniffi::Record)]
pub struct Commune {
    /// Its INSEE code of five characters; not a postal code.
    code: String,
    /// Its name.
    name: String,
    /// The people who live in it.
    population: i64,
    /// The postal codes that serve it, sorted. Most also serve other communes.
    postal_codes: Vec<String>,
    /// The zones that contain it, from narrow to wide: itself first, France last.
    zones: Vec<Zone>,
}

impl Commune {
    fn of(commune: &aiguillage::geography::Commune<'_>) -> Commune {
        Commune {
            code: commune.code().to_owned(),
            name: commune.name().to_owned(),
            population: population(commune.population()),
            postal_codes: commune.postal_codes().map(str::to_owned).collect(),
            zones: commune.zones(),
        }
    }
}

fn communes(communes: &[aiguillage::geography::Commune<'_>]) -> Vec<Commune> {
    communes.iter().map(Commune::of).collect()
}

#[uniffi::export]
impl NativeGeography {
    #[uniffi::constructor]
    fn embedded() -> NativeGeography {
        NativeGeography(aiguillage::Geography::embedded())
    }

    #[uniffi::constructor]
    fn from_bytes(bytes: Vec<u8>) -> Result<NativeGeography, NativeError> {
        Ok(NativeGeography(Arc::new(aiguillage::Geography::from_bytes(&bytes)?)))
    }

    fn year(&self) -> i32 {
        self.0.year().into()
    }

    fn source(&self) -> String {
        self.0.source().to_owned()
    }

    fn commune(&self, code: String) -> Option<Commune> {
        self.0.commune(&code).as_ref().map(Commune::of)
    }

    fn resolve(&self, code: String) -> Option<Commune> {
        match self.0.resolve(&code) {
            Resolution::Current(place) | Resolution::Former { place, .. } => {
                self.0.commune_by_id(place).as_ref().map(Commune::of)
            }
            _ => None,
        }
    }

    fn by_postal_code(&self, code: String) -> Vec<Commune> {
        communes(&self.0.by_postal_code(&code))
    }

    fn search(&self, name: String, limit: i32) -> Vec<Commune> {
        communes(&self.0.search(&name, usize::try_from(limit).unwrap_or(0)))
    }

    fn zones_containing(&self, code: String) -> Vec<Zone> {
        self.0.zones_containing(&code)
    }

    fn communes_of(&self, zone: String) -> Result<Vec<Commune>, NativeError> {
        Ok(communes(&self.0.communes_of(zone.parse()?)))
    }

    fn zones(&self, kind: ZoneKind) -> Vec<Zone> {
        self.0.zones(kind).collect()
    }

    fn zone_name(&self, zone: String) -> Result<Option<String>, NativeError> {
        Ok(self.0.zone_name(zone.parse()?).map(str::to_owned))
    }

    fn population(&self, zone: String) -> Result<Option<i64>, NativeError> {
        Ok(self.0.population(zone.parse()?).map(population))
    }
}

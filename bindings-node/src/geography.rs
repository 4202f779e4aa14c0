//! The geography as `lib/geography.ts` sees it.

use std::path::Path;
use std::sync::Arc;

use aiguillage::geography::{Resolution, Zone, ZoneKind};
use napi::Result;
use napi::bindgen_prelude::AsyncTask;
use napi_derive::napi;

use crate::work::{Work, work};
use crate::{errors, records};

/// The communes of France and the zones that contain them.
#[napi]
pub struct NativeGeography {
    pub(crate) core: Arc<aiguillage::Geography>,
}

fn zone(text: &str) -> Result<Zone> {
    text.parse().map_err(|error| errors::zone(&error))
}

fn texts(zones: impl IntoIterator<Item = Zone>) -> Vec<String> {
    zones.into_iter().map(|zone| zone.to_string()).collect()
}

fn read(
    core: std::result::Result<aiguillage::Geography, aiguillage::geography::GeographyError>,
) -> Result<NativeGeography> {
    match core {
        Ok(core) => Ok(NativeGeography { core: Arc::new(core) }),
        Err(error) => Err(errors::geography(&error)),
    }
}

#[napi]
impl NativeGeography {
    /// The Code officiel géographique that is compiled in.
    #[napi(factory, catch_unwind)]
    pub fn embedded() -> NativeGeography {
        NativeGeography { core: aiguillage::Geography::embedded() }
    }

    /// Another geography, from a file.
    #[napi(ts_return_type = "Promise<NativeGeography>")]
    pub fn open(path: String) -> AsyncTask<Work<NativeGeography>> {
        work(move || read(aiguillage::Geography::open(Path::new(&path))))
    }

    /// The same from bytes.
    #[napi(factory, catch_unwind)]
    pub fn from_bytes(bytes: &[u8]) -> Result<NativeGeography> {
        read(aiguillage::Geography::from_bytes(bytes))
    }

    /// The year of its codes.
    #[napi(getter)]
    pub fn year(&self) -> u16 {
        self.core.year()
    }

    /// Where it comes from, and its licence.
    #[napi(getter)]
    pub fn source(&self) -> &str {
        self.core.source()
    }

    /// The commune that has this code today, as JSON.
    #[napi(catch_unwind)]
    pub fn commune(&self, code: String) -> Result<Option<String>> {
        self.core.commune(&code).map(|commune| records::to_json(&commune)).transpose()
    }

    /// The current code of a commune, given that or one of the past.
    #[napi(catch_unwind)]
    pub fn resolve(&self, code: String) -> Option<&str> {
        match self.core.resolve(&code) {
            Resolution::Current(place) | Resolution::Former { place, .. } => {
                self.core.commune_by_id(place).map(|commune| commune.code())
            }
            _ => None,
        }
    }

    /// The communes that a postal code serves, as JSON.
    #[napi(catch_unwind)]
    pub fn by_postal_code(&self, code: String) -> Result<String> {
        records::to_json(&self.core.by_postal_code(&code))
    }

    /// The communes whose names are nearest, as JSON.
    #[napi(catch_unwind)]
    pub fn search(&self, name: String, limit: u32) -> Result<String> {
        records::to_json(&self.core.search(&name, limit as usize))
    }

    /// The zones that contain a commune.
    #[napi(catch_unwind)]
    pub fn zones_containing(&self, code: String) -> Vec<String> {
        texts(self.core.zones_containing(&code))
    }

    /// The communes of a zone, as JSON.
    #[napi(catch_unwind)]
    pub fn communes_of(&self, zone: String) -> Result<String> {
        records::to_json(&self.core.communes_of(self::zone(&zone)?))
    }

    /// The zones of a kind.
    #[napi(catch_unwind)]
    pub fn zones(&self, kind: String) -> Result<Vec<String>> {
        let kind: ZoneKind = kind.parse().map_err(|error| errors::zone(&error))?;
        Ok(texts(self.core.zones(kind)))
    }

    /// The name of a zone.
    #[napi(catch_unwind)]
    pub fn zone_name(&self, zone: String) -> Result<Option<&str>> {
        Ok(self.core.zone_name(self::zone(&zone)?))
    }

    /// The people who live in a zone.
    #[napi(catch_unwind)]
    pub fn population(&self, zone: String) -> Result<Option<f64>> {
        #[expect(clippy::cast_precision_loss, reason = "no zone has 2^53 inhabitants")]
        Ok(self.core.population(self::zone(&zone)?).map(|people| people as f64))
    }
}

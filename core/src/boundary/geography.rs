//! Communes and zones, looked up.

use serde::{Deserialize, Serialize};

use super::{BoundaryError, NoRequest};
use crate::Geography;
use crate::geography::{Commune, FoundCommune, Location, PlaceQuery, Resolution, Zone, ZoneKind};

/// How many communes a search gives where the caller does not say.
const SEARCH_LIMIT: usize = 10;

/// A code that is looked up.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CodeRequest {
    /// The code.
    pub code: String,
}

/// A name of a commune, as people type it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SearchRequest {
    /// The name; accents, case, hyphens and "St" are forgiven.
    pub name: String,
    /// At most so many communes.
    #[serde(default = "search_limit")]
    pub limit: usize,
}

fn search_limit() -> usize {
    SEARCH_LIMIT
}

/// A place as people write it: whichever parts there are. What says nothing (`n/a`, `#N/A`) is nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct LocateRequest {
    /// An INSEE code.
    pub code: Option<String>,
    /// A postal code, CEDEX codes included.
    pub postal_code: Option<String>,
    /// The name of a town, and what the post adds to it: `AMIENS CEDEX 1`, `59160 LOMME`, `PARIS 12`.
    pub town: Option<String>,
    /// An address of a line or several; its town is taken, not its street.
    pub address: Option<String>,
    /// A département, by its code or name.
    pub departement: Option<String>,
}

/// A zone that is looked up.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ZoneRequest {
    /// The zone, such as `departement:80`.
    pub zone: String,
}

/// A kind of zones.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ZoneKindRequest {
    /// The kind: `commune`, `ept`, `epci`, `departement`, `region` or `france`.
    pub kind: String,
}

/// What a geography is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct GeographySource<'g> {
    /// The year of its codes.
    pub year: u16,
    /// Where it comes from, and its licence, in French.
    pub source: &'g str,
}

/// The year of the geography's codes, and where they come from.
///
/// # Errors
/// None.
pub fn source(geography: &Geography, _: NoRequest) -> Result<GeographySource<'_>, BoundaryError> {
    Ok(GeographySource { year: geography.year(), source: geography.source() })
}

/// The commune or municipal arrondissement that has this INSEE code today.
///
/// # Errors
/// None: a code that nobody has is no commune.
pub fn commune(geography: &Geography, request: CodeRequest) -> Result<Option<Commune<'_>>, BoundaryError> {
    Ok(geography.commune(&request.code))
}

/// The current commune of a code of today or of the past.
///
/// # Errors
/// None: where nothing is known there is no commune.
pub fn resolve(geography: &Geography, request: CodeRequest) -> Result<Option<Commune<'_>>, BoundaryError> {
    Ok(match geography.resolve(&request.code) {
        Resolution::Current(place) | Resolution::Former { place, .. } => geography.commune_by_id(place),
        _ => None,
    })
}

/// The communes that a postal code serves, the most populous first.
///
/// # Errors
/// None.
pub fn by_postal_code(
    geography: &Geography,
    request: CodeRequest,
) -> Result<Vec<Commune<'_>>, BoundaryError> {
    Ok(geography.by_postal_code(&request.code))
}

/// The communes whose names are nearest to what was typed, and how each was found.
///
/// # Errors
/// None.
pub fn search(geography: &Geography, request: SearchRequest) -> Result<Vec<FoundCommune<'_>>, BoundaryError> {
    Ok(geography.search(&request.name, request.limit))
}

/// The commune that is meant by what people wrote, or those that may be.
///
/// # Errors
/// None: what cannot be located is `unknown`.
pub fn locate(geography: &Geography, request: LocateRequest) -> Result<Location<'_>, BoundaryError> {
    let LocateRequest { code, postal_code, town, address, departement } = &request;
    Ok(geography.locate(&PlaceQuery {
        code: code.as_deref(),
        postal_code: postal_code.as_deref(),
        town: town.as_deref(),
        address: address.as_deref(),
        departement: departement.as_deref(),
    }))
}

/// The zones that contain a commune, from narrow to wide.
///
/// # Errors
/// None: a code that nobody has is in no zone.
pub fn zones_containing(geography: &Geography, request: CodeRequest) -> Result<Vec<Zone>, BoundaryError> {
    Ok(geography.zones_containing(&request.code))
}

/// The communes of a zone, with the arrondissements of Paris, Lyon and Marseille instead of these.
///
/// # Errors
/// `invalid_zone` for a text that is none.
pub fn communes_of(geography: &Geography, request: ZoneRequest) -> Result<Vec<Commune<'_>>, BoundaryError> {
    Ok(geography.communes_of(request.zone.parse()?))
}

/// The zones of a kind.
///
/// # Errors
/// `invalid_zone` for a kind that is none.
pub fn zones(geography: &Geography, request: ZoneKindRequest) -> Result<Vec<Zone>, BoundaryError> {
    let kind: ZoneKind = request.kind.parse()?;
    Ok(geography.zones(kind).collect())
}

/// The name of a zone, where there is such a zone.
///
/// # Errors
/// `invalid_zone` for a text that is none.
pub fn zone_name(geography: &Geography, request: ZoneRequest) -> Result<Option<&str>, BoundaryError> {
    Ok(geography.zone_name(request.zone.parse()?))
}

/// The people who live in a zone, where there is such a zone.
///
/// # Errors
/// `invalid_zone` for a text that is none.
pub fn population(geography: &Geography, request: ZoneRequest) -> Result<Option<u64>, BoundaryError> {
    Ok(geography.population(request.zone.parse()?))
}

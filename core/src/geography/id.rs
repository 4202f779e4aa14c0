//! Places and zones as dense numbers, for the index of the router.

/// A current commune or municipal arrondissement of one [`Geography`](super::Geography), in the order of the codes.
///
/// It is only meaningful to the geography that gave it: see [`Geography::commune_by_id`](super::Geography::commune_by_id).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlaceId(pub(crate) u32);

/// A zone of one [`Geography`](super::Geography): the places first, with the same numbers; then the EPT, the EPCI,
/// the départements, the régions, and France last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct ZoneId(pub(crate) u32);

impl ZoneId {
    /// No zone, in a chain.
    pub(crate) const NONE: ZoneId = ZoneId(u32::MAX);
}

impl From<PlaceId> for ZoneId {
    fn from(place: PlaceId) -> ZoneId {
        ZoneId(place.0)
    }
}

//! What can be asked of a geography.

use rustc_hash::FxHashSet;

use super::{Commune, Geography, PlaceId, Resolution, Zone, ZoneId, ZoneKind};

impl Geography {
    /// The commune or municipal arrondissement that has this INSEE code today.
    ///
    /// Codes of the past have no commune here: see [`Geography::resolve`].
    ///
    /// ```
    /// # use aiguillage::geography::Geography;
    /// let geography = Geography::embedded();
    /// assert_eq!(geography.commune("2A004").unwrap().name(), "Ajaccio");
    /// assert!(geography.commune("20004").is_none());
    /// ```
    pub fn commune(&self, code: &str) -> Option<Commune<'_>> {
        self.place(code).map(|place| self.commune_at(place))
    }

    /// The commune of a place that this geography gave, in a [`Resolution`]; nothing for a number
    /// of another geography that is too large for this one.
    pub fn commune_by_id(&self, place: PlaceId) -> Option<Commune<'_>> {
        ((place.0 as usize) < self.place_count()).then(|| self.commune_at(place))
    }

    /// The communes that a postal code serves, the most populous first; in Paris, Lyon and
    /// Marseille the arrondissement rather than the commune.
    ///
    /// ```
    /// # use aiguillage::geography::Geography;
    /// let geography = Geography::embedded();
    /// let served: Vec<&str> = geography.by_postal_code("75012").iter().map(|c| c.code()).collect();
    /// assert_eq!(served, ["75112"]);
    /// ```
    pub fn by_postal_code(&self, code: &str) -> Vec<Commune<'_>> {
        self.served_by(code).into_iter().map(|place| self.commune_at(place)).collect()
    }

    pub(super) fn served_by(&self, code: &str) -> Vec<PlaceId> {
        if code.len() != 5 || !code.bytes().all(|byte| byte.is_ascii_digit()) {
            return Vec::new();
        }
        let rank = code.parse().ok().and_then(|number: u32| self.postal.codes.binary_search(&number).ok());
        let Some(rank) = rank else {
            return Vec::new();
        };
        let starts = (self.postal.code_starts.get(rank), self.postal.code_starts.get(rank + 1));
        let (Some(start), Some(end)) = starts else { return Vec::new() };
        let served = self.postal.served.get(*start as usize..*end as usize).unwrap_or(&[]);
        // A commune is left out where its arrondissements are served too.
        let communes_of_parts: FxHashSet<ZoneId> = served
            .iter()
            .filter(|place| self.commune_at(**place).is_arrondissement())
            .map(|place| {
                let [_, commune, ..] = *self.chain(*place);
                commune
            })
            .collect();
        let narrower = |place: PlaceId| communes_of_parts.contains(&place.into());
        let mut served: Vec<PlaceId> = served.iter().copied().filter(|place| !narrower(*place)).collect();
        served.sort_by_key(|place| std::cmp::Reverse(self.population_of((*place).into())));
        served
    }

    /// The name of a zone: `Lille`, `Métropole Européenne de Lille`, `Nord`, `Hauts-de-France`, `France`.
    ///
    /// ```
    /// # use aiguillage::geography::Geography;
    /// let geography = Geography::embedded();
    /// assert_eq!(geography.zone_name("region:32".parse()?), Some("Hauts-de-France"));
    /// assert_eq!(geography.zone_name("departement:32".parse()?), Some("Gers"));
    /// # Ok::<(), aiguillage::geography::ZoneError>(())
    /// ```
    pub fn zone_name(&self, zone: Zone) -> Option<&str> {
        self.zone_id(zone).map(|zone| self.name_of(zone))
    }

    /// Whether there is such a zone today.
    pub fn has_zone(&self, zone: Zone) -> bool {
        self.zone_id(zone).is_some()
    }

    /// The zones that contain a commune, from narrow to wide; none where the code is unknown.
    ///
    /// A former code is read as its current commune, unless it is also a postal code of another one.
    ///
    /// ```
    /// # use aiguillage::geography::Geography;
    /// let geography = Geography::embedded();
    /// let zones: Vec<String> = geography.zones_containing("97801").iter().map(ToString::to_string).collect();
    /// assert_eq!(zones, ["commune:97801", "departement:978", "france"]);
    /// ```
    pub fn zones_containing(&self, code: &str) -> Vec<Zone> {
        match self.resolve(code) {
            Resolution::Current(place) | Resolution::Former { place, .. } => self.commune_at(place).zones(),
            _ => Vec::new(),
        }
    }

    /// The communes of a zone, in the order of their codes, with the arrondissements of Paris, Lyon
    /// and Marseille instead of these; none where there is no such zone.
    ///
    /// ```
    /// # use aiguillage::geography::{Geography, Zone};
    /// let geography = Geography::embedded();
    /// assert_eq!(geography.communes_of("departement:75".parse()?).len(), 20);
    /// assert_eq!(geography.communes_of("commune:75056".parse()?).len(), 20);
    /// assert_eq!(geography.communes_of("commune:75112".parse()?).len(), 1);
    /// # Ok::<(), aiguillage::geography::ZoneError>(())
    /// ```
    pub fn communes_of(&self, zone: Zone) -> Vec<Commune<'_>> {
        let places = self.zone_id(zone).into_iter().flat_map(|zone| self.places_of(zone));
        places.filter(|place| self.is_unit(*place)).map(|place| self.commune_at(place)).collect()
    }

    /// The people who live in a zone, where there is such a zone.
    pub fn population(&self, zone: Zone) -> Option<u64> {
        self.zone_id(zone).map(|zone| self.population_of(zone))
    }

    /// The zone that was probably meant by one that does not exist: what became of a group or région of
    /// the past, the same code with another kind, or the current commune of a former code or of one that
    /// lost its leading zero.
    ///
    /// ```
    /// # use aiguillage::geography::Geography;
    /// let geography = Geography::embedded();
    /// let zone = geography.nearest_zone("region:978".parse()?);
    /// assert_eq!(zone, Some("departement:978".parse()?));
    /// # Ok::<(), aiguillage::geography::ZoneError>(())
    /// ```
    pub fn nearest_zone(&self, zone: Zone) -> Option<Zone> {
        if self.has_zone(zone) {
            return None;
        }
        if let Some(former) = self.former_zone(zone) {
            // Several successors are no answer, and the same code of another kind is none either.
            return match former.successors.as_slice() {
                [successor] => Some(*successor),
                _ => None,
            };
        }
        if zone.kind() == ZoneKind::Commune {
            return match self.resolve(zone.code()) {
                Resolution::Former { place, .. } | Resolution::LostZero { place } => {
                    Some(self.zone_of(place.into()))
                }
                _ => None,
            };
        }
        if let (ZoneKind::Departement, Some(code)) = (zone.kind(), zone.code().strip_prefix('0')) {
            // `001`, as the ASP writes it.
            return Zone::new(ZoneKind::Departement, code).ok().filter(|zone| self.has_zone(*zone));
        }
        let kinds = [ZoneKind::Ept, ZoneKind::Epci, ZoneKind::Departement, ZoneKind::Region];
        let others = kinds.into_iter().filter_map(|kind| Zone::new(kind, zone.code()).ok());
        others.into_iter().find(|other| self.has_zone(*other))
    }

    /// The zones of a kind, in the order of their codes.
    ///
    /// ```
    /// # use aiguillage::geography::{Geography, ZoneKind};
    /// assert_eq!(Geography::embedded().zones(ZoneKind::Region).count(), 18);
    /// ```
    pub fn zones(&self, kind: ZoneKind) -> impl Iterator<Item = Zone> + '_ {
        self.ids(kind).map(|id| self.zone_of(ZoneId(id)))
    }
}

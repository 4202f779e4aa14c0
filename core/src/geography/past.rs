//! What places were called, and the zones that are none any more.

use super::id::{PlaceId, ZoneId};
use super::read::Reader;
use super::{Geography, GeographyError, Zone, ZoneKind};

/// The names that places had, or that their parts have or had.
pub(super) struct PastNames {
    /// The names, one a line.
    text: String,
    /// Where each line ends.
    ends: Vec<u32>,
    /// The place of each line, rising.
    places: Vec<PlaceId>,
}

/// A zone of the past: a group of communes or a région that was merged, split or renumbered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PastZone {
    pub(super) zone: Zone,
    pub(super) name: String,
    /// The zones of today that it held: communes of a group, départements of a région.
    pub(super) members: Vec<ZoneId>,
}

impl PastNames {
    /// The names and the places that lead from them.
    ///
    /// # Errors
    /// A name is empty, there are not as many names as places, or a place does not exist.
    pub(super) fn read(
        names: Reader<'_>,
        steps: Reader<'_>,
        places: usize,
    ) -> Result<PastNames, GeographyError> {
        let text = names.text()?.to_owned();
        let steps = steps.varints()?;
        let ends: Vec<u32> = text.match_indices('\n').map(|(end, _)| end as u32).collect();
        let is_whole = text.is_empty() || text.ends_with('\n');
        if ends.len() != steps.len() || !is_whole || text.lines().any(str::is_empty) {
            return Err(GeographyError::Malformed("there are not as many former names as places for them"));
        }
        let mut place = 0_u32;
        let mut of_names = Vec::with_capacity(steps.len());
        for step in steps {
            place = place.saturating_add(step);
            if place as usize >= places {
                return Err(GeographyError::Malformed("a former name leads nowhere"));
            }
            of_names.push(PlaceId(place));
        }
        Ok(PastNames { text, ends, places: of_names })
    }

    /// Each name with its place, in the order of the places.
    pub(super) fn iter(&self) -> impl Iterator<Item = (PlaceId, &str)> {
        self.places.iter().copied().zip(self.text.lines())
    }

    /// A name of a place, by its position among the names of that place.
    pub(super) fn get(&self, place: PlaceId, position: u32) -> Option<&str> {
        let line = self.places.partition_point(|other| *other < place) + position as usize;
        if self.places.get(line) != Some(&place) {
            return None;
        }
        let start = line.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |end| end + 1);
        self.text.get(start as usize..*self.ends.get(line)? as usize)
    }
}

impl PastZone {
    /// The zones of the past: one a line, their names, and the members of each.
    ///
    /// # Errors
    /// A zone is malformed or out of order, or a member does not exist.
    pub(super) fn read_all(
        zones: Reader<'_>,
        names: Reader<'_>,
        members: Reader<'_>,
        zone_count: usize,
    ) -> Result<Vec<PastZone>, GeographyError> {
        const MALFORMED: GeographyError = GeographyError::Malformed("a zone of the past is malformed");
        let members = members.varints()?;
        let mut rest = members.as_slice();
        let mut names = names.text()?.lines();
        let mut past: Vec<PastZone> = Vec::new();
        for line in zones.text()?.lines() {
            let zone: Zone = line.parse().map_err(|_| MALFORMED)?;
            let name = names.next().filter(|name| !name.is_empty()).ok_or(MALFORMED)?;
            let split = rest.split_first().and_then(|(count, rest)| rest.split_at_checked(*count as usize));
            let (inside, after) = split.ok_or(MALFORMED)?;
            rest = after;
            let is_sound = matches!(zone.kind(), ZoneKind::Epci | ZoneKind::Region)
                && past.last().is_none_or(|last| last.zone < zone)
                && !inside.is_empty()
                && inside.is_sorted_by(|a, b| a < b)
                // France is the last zone, and no member of another.
                && inside.last().is_some_and(|last| (*last as usize) + 1 < zone_count);
            if !is_sound {
                return Err(MALFORMED);
            }
            let members = inside.iter().map(|member| ZoneId(*member)).collect();
            past.push(PastZone { zone, name: name.to_owned(), members });
        }
        match rest.is_empty() && names.next().is_none() {
            true => Ok(past),
            false => Err(MALFORMED),
        }
    }
}

impl Geography {
    /// The zone of the past that has this code, where no zone of today has it.
    pub(super) fn past_zone(&self, zone: Zone) -> Option<&PastZone> {
        let found = self.past_zones.binary_search_by_key(&zone, |past| past.zone).ok()?;
        self.past_zones.get(found)
    }
}

//! From the sections of the compact file to a [`Geography`].
//!
//! The sections follow `core/data/make-cog.mjs`. Nothing in them is believed: every index is
//! checked, and memory is taken only for what was read.

#![expect(
    clippy::indexing_slicing,
    reason = "every index is checked where it is read, and none is made elsewhere"
)]

use std::sync::OnceLock;

use super::code::{SLOTS, push_code};
use super::extent::Extent;
use super::former::{Former, FormerKind};
use super::id::{PlaceId, ZoneId};
use super::past::{PastNames, PastZone};
use super::read::{self, Reader};
use super::slots::{CODE_UNKNOWN, slot_of_former, slot_of_place};
use super::tables::{Geography, Postal, range};
use super::{GeographyError, Zone, ZoneKind};

type Result<T> = std::result::Result<T, GeographyError>;

fn malformed<T>(problem: &'static str) -> Result<T> {
    Err(GeographyError::Malformed(problem))
}

pub(super) fn decode(bytes: &[u8]) -> Result<Geography> {
    let (year, mut reader) = read::open(bytes)?;
    let mut section = || reader.section();
    let source = section()?.text()?.to_owned();
    let place_slots = section()?.rising(SLOTS)?;
    let wide = wide_zones(section()?)?;
    let places = place_slots.len();
    let (names, name_ends) = names(section()?, places + wide.len())?;
    let populations = section()?.column(places)?;
    let (arrondissements, parent_of) = arrondissements(section()?, places)?;
    let [ept, epci, departement] = [section()?, section()?, section()?];
    let regions = section()?;
    let (former_slots, former) = (section()?.rising(SLOTS)?, section()?);
    let (postal_codes, of_places) = (section()?.rising(100_000)?, section()?);
    let past_names = PastNames::read(section()?, section()?, places)?;
    let past_zones = PastZone::read_all(section()?, section()?, section()?, places + wide.len())?;
    if !reader.is_empty() {
        return malformed("there is something after the last section");
    }

    let level = |kind, column, things| level(&wide, kind, places, column, things);
    let ept = level(ZoneKind::Ept, ept, places)?;
    let epci = level(ZoneKind::Epci, epci, places)?;
    let departement = level(ZoneKind::Departement, departement, places)?;
    let regions = level(ZoneKind::Region, regions, range(&wide, ZoneKind::Departement).1)?;
    let chains =
        Chains { places, wide: &wide, parent_of: &parent_of, ept, epci, departement, regions }.all()?;
    let parents = parents(&arrondissements, &parent_of);
    let former = former_places(former, former_slots.len(), places)?;
    let (slots, codes) = codes(&place_slots, &former_slots)?;
    let (member_starts, members) = members(&chains, wide.len());
    let populations = all_populations(populations, &chains, &member_starts, &members);
    let extents = extents(&wide, &member_starts, &members, &chains, &parents);

    Ok(Geography {
        year,
        source,
        slots,
        codes,
        wide,
        names,
        name_ends,
        populations,
        chains,
        member_starts,
        members,
        extents,
        arrondissements,
        parents,
        former,
        postal: postal(postal_codes, of_places, places)?,
        past_names,
        past_zones,
        name_index: OnceLock::new(),
    })
}

/// The communes that are made of arrondissements, each once.
fn parents(arrondissements: &[PlaceId], parent_of: &[ZoneId]) -> Vec<PlaceId> {
    let mut parents: Vec<PlaceId> =
        arrondissements.iter().map(|place| PlaceId(parent_of[place.0 as usize].0)).collect();
    parents.sort_unstable();
    parents.dedup();
    parents
}

/// The places of each wide zone, one zone after the other, and where each begins.
fn members(chains: &[[ZoneId; 7]], wide: usize) -> (Vec<u32>, Vec<PlaceId>) {
    group(chains.len(), wide, |place, add| {
        chains[place][2..]
            .iter()
            .filter(|zone| **zone != ZoneId::NONE)
            .for_each(|zone| add(zone.0 as usize - chains.len()));
    })
}

fn extents(
    wide: &[Zone],
    member_starts: &[u32],
    members: &[PlaceId],
    chains: &[[ZoneId; 7]],
    parents: &[PlaceId],
) -> Vec<Extent> {
    let inside = member_starts.windows(2).map(|ends| &members[ends[0] as usize..ends[1] as usize]);
    let zones = || wide.iter().zip(inside.clone());
    let mut extents: Vec<Extent> =
        zones().map(|(zone, places)| Extent::of(*zone, places, chains, parents)).collect();
    let fewest_around = |(number, (zone, places)): (usize, (&Zone, &[PlaceId]))| {
        // One place tells for all where the zone is not split.
        let looked_at = if extents[number].is_split { places } else { &places[..places.len().min(1)] };
        Extent::fewest_around(*zone, looked_at, chains, &extents)
    };
    let fewest: Vec<u32> = zones().enumerate().map(fewest_around).collect();
    for (extent, fewest) in extents.iter_mut().zip(fewest) {
        extent.fewest_around = fewest;
    }
    extents
}

/// The columns that say in which zones each place lies.
struct Chains<'c> {
    places: usize,
    wide: &'c [Zone],
    parent_of: &'c [ZoneId],
    ept: Vec<ZoneId>,
    epci: Vec<ZoneId>,
    departement: Vec<ZoneId>,
    /// By département.
    regions: Vec<ZoneId>,
}

impl Chains<'_> {
    /// The zones around each place, from narrow to wide.
    fn all(&self) -> Result<Vec<[ZoneId; 7]>> {
        let places = self.places;
        let (first_departement, _) = range(self.wide, ZoneKind::Departement);
        let france = ZoneId((places + self.wide.len() - 1) as u32);
        let mut chains = Vec::with_capacity(places);
        for place in 0..places {
            let itself = ZoneId(place as u32);
            let (arrondissement, commune) = match self.parent_of[place] {
                ZoneId::NONE => (ZoneId::NONE, itself),
                parent => (itself, parent),
            };
            let departement = self.departement[place];
            if departement == ZoneId::NONE {
                return malformed("a commune has no département");
            }
            let region = self.regions[departement.0 as usize - places - first_departement];
            let (ept, epci) = (self.ept[place], self.epci[place]);
            chains.push([arrondissement, commune, ept, epci, departement, region, france]);
        }
        Ok(chains)
    }
}

/// What each code means, by slot, and the codes of the places in a row.
fn codes(place_slots: &[u32], former_slots: &[u32]) -> Result<(Vec<u32>, String)> {
    let mut slots = vec![CODE_UNKNOWN; SLOTS];
    for (index, slot) in former_slots.iter().enumerate() {
        slots[*slot as usize] = slot_of_former(index);
    }
    let mut codes = String::with_capacity(5 * place_slots.len());
    for (place, slot) in place_slots.iter().enumerate() {
        if slots[*slot as usize] != CODE_UNKNOWN {
            return malformed("a current code is former too");
        }
        slots[*slot as usize] = slot_of_place(place);
        push_code(*slot as usize, &mut codes);
    }
    Ok((slots, codes))
}

/// The people of each zone, from those of each place.
fn all_populations(
    of_places: Vec<u32>,
    chains: &[[ZoneId; 7]],
    member_starts: &[u32],
    members: &[PlaceId],
) -> Vec<u64> {
    let mut populations: Vec<u64> = of_places.into_iter().map(u64::from).collect();
    for bounds in member_starts.windows(2) {
        let inside = &members[bounds[0] as usize..bounds[1] as usize];
        // The people of an arrondissement are counted with their commune.
        let communes = inside.iter().filter(|place| chains[place.0 as usize][0] == ZoneId::NONE);
        populations.push(communes.map(|place| populations[place.0 as usize]).sum());
    }
    populations
}

/// The zones wider than a commune: one a line, sorted; then France, which is not written.
fn wide_zones(section: Reader<'_>) -> Result<Vec<Zone>> {
    let mut zones = Vec::new();
    for line in section.text()?.lines() {
        match line.parse::<Zone>() {
            Ok(zone) if !matches!(zone.kind(), ZoneKind::Commune | ZoneKind::France) => zones.push(zone),
            _ => return malformed("a zone is malformed"),
        }
    }
    if !zones.is_sorted_by(|a, b| a < b) {
        return malformed("zones are out of order");
    }
    zones.push(Zone::FRANCE);
    Ok(zones)
}

/// The names, one a line in the order of the zones, without the ends of line; and where each ends.
fn names(section: Reader<'_>, zones: usize) -> Result<(String, Vec<u32>)> {
    let lines = section.text()?;
    let mut names = String::with_capacity(lines.len());
    let mut ends = Vec::with_capacity(zones.min(lines.len() + 1));
    for name in lines.split_terminator('\n') {
        if name.is_empty() {
            return malformed("a name is empty");
        }
        names.push_str(name);
        ends.push(names.len() as u32);
    }
    names.push_str("France");
    ends.push(names.len() as u32);
    if ends.len() != zones {
        return malformed("there are not as many names as zones");
    }
    Ok((names, ends))
}

/// The arrondissements, and by place the commune of which it is one.
fn arrondissements(section: Reader<'_>, places: usize) -> Result<(Vec<PlaceId>, Vec<ZoneId>)> {
    let mut parent_of = vec![ZoneId::NONE; places];
    let mut arrondissements = Vec::new();
    let pairs = section.varints()?;
    let (pairs, rest) = pairs.as_chunks::<2>();
    for [place, parent] in pairs {
        match parent_of.get_mut(*place as usize) {
            Some(slot) if *slot == ZoneId::NONE && (*parent as usize) < places => *slot = ZoneId(*parent),
            _ => return malformed("an arrondissement is no place, or has two communes"),
        }
        arrondissements.push(PlaceId(*place));
    }
    if !rest.is_empty() || pairs.iter().any(|[_, parent]| parent_of[*parent as usize] != ZoneId::NONE) {
        return malformed("an arrondissement is in another one");
    }
    Ok((arrondissements, parent_of))
}

/// A column of zones of one kind: nought for none, otherwise one more than the rank in the kind.
fn level(
    wide: &[Zone],
    kind: ZoneKind,
    places: usize,
    column: Reader<'_>,
    things: usize,
) -> Result<Vec<ZoneId>> {
    let (start, count) = range(wide, kind);
    let zone = |rank: u32| match rank as usize {
        0 => Ok(ZoneId::NONE),
        rank if rank <= count => Ok(ZoneId((places + start + rank - 1) as u32)),
        _ => malformed("a commune is in a zone that does not exist"),
    };
    column.column(things)?.into_iter().map(zone).collect()
}

fn former_places(section: Reader<'_>, codes: usize, places: usize) -> Result<Vec<Former>> {
    let pairs = section.column(2 * codes)?;
    let (pairs, _) = pairs.as_chunks::<2>();
    let former = |[kind, place]: &[u32; 2]| {
        let kind = match kind {
            0 => FormerKind::Former,
            1 => FormerKind::Delegated,
            2 => FormerKind::Associated,
            _ => return malformed("a former code is of an unknown kind"),
        };
        match (*place as usize) < places {
            true => Ok(Former { place: PlaceId(*place), kind }),
            false => malformed("a former code leads nowhere"),
        }
    };
    pairs.iter().map(former).collect()
}

/// The postal codes; `of_places` has for each place their count, then their ranks.
fn postal(codes: Vec<u32>, of_places: Reader<'_>, places: usize) -> Result<Postal> {
    let numbers = of_places.varints()?;
    let mut rest = numbers.as_slice();
    let mut place_starts = vec![0];
    let mut ranks: Vec<u32> = Vec::with_capacity(numbers.len());
    for _ in 0..places {
        let split = rest.split_first().and_then(|(count, rest)| rest.split_at_checked(*count as usize));
        let Some((codes_of_place, after)) = split else {
            return malformed("postal codes are cut");
        };
        if !codes_of_place.is_sorted_by(|a, b| a < b)
            || codes_of_place.last().is_some_and(|last| *last as usize >= codes.len())
        {
            return malformed("a commune has a postal code that does not exist");
        }
        ranks.extend_from_slice(codes_of_place);
        place_starts.push(ranks.len() as u32);
        rest = after;
    }
    if !rest.is_empty() {
        return malformed("there are more postal codes than communes");
    }
    let (code_starts, served) = group(places, codes.len(), |place, add| {
        let codes_of_place = &ranks[place_starts[place] as usize..place_starts[place + 1] as usize];
        codes_of_place.iter().for_each(|rank| add(*rank as usize));
    });
    let mut text = String::with_capacity(5 * codes.len());
    for code in &codes {
        [10_000, 1_000, 100, 10, 1]
            .iter()
            .for_each(|unit| text.push(char::from(b'0' + (code / unit % 10) as u8)));
    }
    Ok(Postal { codes, text, place_starts, of_places: ranks, code_starts, served })
}

/// The places of each group, in their order: where each group begins, and all of them in a row.
fn group(
    places: usize,
    groups: usize,
    of: impl Fn(usize, &mut dyn FnMut(usize)),
) -> (Vec<u32>, Vec<PlaceId>) {
    let mut starts = vec![0_u32; groups + 1];
    (0..places).for_each(|place| of(place, &mut |group| starts[group + 1] += 1));
    for group in 0..groups {
        starts[group + 1] += starts[group];
    }
    let mut members = vec![PlaceId(0); starts[groups] as usize];
    let mut next = starts.clone();
    for place in 0..places {
        of(place, &mut |group| {
            members[next[group] as usize] = PlaceId(place as u32);
            next[group] += 1;
        });
    }
    (starts, members)
}

//! 3. The territory: where the theme is offered, and whose zones cover the commune.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

use aiguillage::directory::{Antenne, Competence, Expert, Level};
use aiguillage::geography::{Geography, Zone, ZoneKind};

use super::facts::Facts;

/// Where a match takes place.
pub(crate) struct Place {
    pub(crate) zone: String,
    pub(crate) owner: &'static str,
    /// The notes of the offers that cover the commune.
    pub(crate) note: Option<String>,
}

/// The narrowest zone that covers the commune, over all the times that the expert holds the
/// subject; of equal zones the competence's own comes first, then the expert's, then the antenne's.
/// Zones that together make up a wider one count as the wider one.
pub(crate) fn place(facts: &Facts<'_>, expert: &Expert, antenne: &Antenne) -> Option<Place> {
    if !theme_is_offered(facts) {
        return None;
    }
    let held = expert
        .competences
        .iter()
        .filter(|competence| competence.subject == facts.subject.id && facts.counts(competence.valid));
    let offers: Vec<Offer<'_>> = held.map(|competence| Offer::of(competence, expert, antenne)).collect();
    let all = offers.iter().flat_map(|offer| offer.zones.iter().copied()).collect();
    let (narrowness, zone) = narrowest(facts, all)?;
    // Which offers cover; where it takes several to make up the zone, all that lie in the commune.
    let mut covering: Vec<(Option<usize>, &Offer<'_>)> = offers
        .iter()
        .filter_map(|offer| Some((Some(narrowest(facts, offer.zones.clone())?.0), offer)))
        .collect();
    if covering.is_empty() {
        let commune = contents(facts.geography, facts.zones[0].parse().ok()?);
        let touches = |offer: &&Offer<'_>| {
            let inside = |zone: &Zone| contents(facts.geography, *zone).units.is_subset(&commune.units);
            offer.zones.iter().any(inside)
        };
        covering.extend(offers.iter().filter(touches).map(|offer| (None, offer)));
    }
    let owners = |most: Option<usize>| {
        let no_wider = covering.iter().filter(move |(of_offer, _)| most.is_none() || *of_offer <= most);
        no_wider.map(|(_, offer)| (rank(offer.owner), offer.owner)).min()
    };
    let (_, owner) = owners(Some(narrowness)).or_else(|| owners(None))?;
    let notes: Vec<&str> =
        covering.iter().filter_map(|(_, offer)| offer.competence.note.as_deref()).collect();
    let note = if notes.is_empty() { None } else { Some(notes.join("; ")) };
    Some(Place { zone: zone.to_string(), owner, note })
}

/// A competence with the zones in which it is offered, and whose they are: those of the competence if it
/// has any, else the expert's if it has any, else the antenne's.
struct Offer<'d> {
    competence: &'d Competence,
    zones: Vec<Zone>,
    owner: &'static str,
}

impl<'d> Offer<'d> {
    fn of(competence: &'d Competence, expert: &Expert, antenne: &Antenne) -> Offer<'d> {
        let (zones, owner) = if !competence.zones.is_empty() {
            (competence.zones.to_vec(), "competence")
        } else if !expert.zones.is_empty() {
            (expert.zones.to_vec(), "expert")
        } else {
            let everywhere = (antenne.level == Level::National).then_some(Zone::FRANCE);
            (antenne.zones.iter().copied().chain(everywhere).collect(), "antenne")
        };
        Offer { competence, zones, owner }
    }
}

/// The narrowest of these zones around the commune, once they are joined.
fn narrowest(facts: &Facts<'_>, zones: Vec<Zone>) -> Option<(usize, Zone)> {
    let place = |zone: &Zone| facts.zones.iter().position(|around| *around == zone.to_string());
    let joined = joined(facts.geography, zones);
    joined.into_iter().filter_map(|zone| Some((place(&zone)?, zone))).min()
}

/// The theme is offered where it lists no zones, or in them.
fn theme_is_offered(facts: &Facts<'_>) -> bool {
    facts.theme_zones.is_empty() || facts.theme_zones.iter().any(|zone| facts.zones.contains(zone))
}

/// The zones, where those that only together hold all communes of a wider one are replaced by it, from
/// narrow kinds to wide ones. What lies partly outside of the wider one stays.
fn joined(geography: &Geography, mut zones: Vec<Zone>) -> Vec<Zone> {
    for kind in 1..=WIDEST {
        let narrower: BTreeSet<Zone> =
            zones.iter().copied().filter(|zone| contents(geography, *zone).kind < kind).collect();
        if narrower.len() < 2 {
            continue;
        }
        let mut candidates: BTreeSet<Zone> = BTreeSet::new();
        for zone in &narrower {
            candidates.extend(&contents(geography, *zone).around[kind]);
        }
        for wider in candidates {
            // Where more people live than in all of them together, they do not hold everything.
            let people = |zone: &Zone| geography.population(*zone).unwrap_or(0);
            if narrower.iter().map(people).sum::<u64>() < people(&wider) {
                continue;
            }
            let wanted = &contents(geography, wider).units;
            let touching: Vec<(Zone, Rc<Contents>)> = narrower
                .iter()
                .map(|zone| (*zone, contents(geography, *zone)))
                .filter(|(_, contents)| !contents.units.is_disjoint(wanted))
                .collect();
            let held: BTreeSet<&String> =
                touching.iter().flat_map(|(_, contents)| contents.units.iter()).collect();
            let takes_several = touching.iter().all(|(_, contents)| !wanted.is_subset(&contents.units));
            if takes_several && wanted.iter().all(|unit| held.contains(unit)) {
                let is_absorbed = |zone: &Zone| {
                    let known = touching.iter().find(|(other, _)| other == zone);
                    known.is_some_and(|(_, contents)| contents.units.is_subset(wanted))
                };
                zones.retain(|zone| !is_absorbed(zone));
                zones.push(wider);
            }
        }
    }
    zones
}

/// What a zone holds.
struct Contents {
    /// The codes of the communes, and of the arrondissements instead of Paris, Lyon and Marseille.
    units: BTreeSet<String>,
    /// The zones that contain one of these, by kind.
    around: [BTreeSet<Zone>; WIDEST + 1],
    kind: usize,
}

/// Remembered, since each need asks for the zones of every expert.
fn contents(geography: &Geography, zone: Zone) -> Rc<Contents> {
    type Remembered = HashMap<(u16, Zone), Rc<Contents>>;
    thread_local!(static REMEMBERED: RefCell<Remembered> = RefCell::default());
    REMEMBERED.with_borrow_mut(|remembered| {
        let found = remembered.entry((geography.year(), zone)).or_insert_with(|| {
            let communes = geography.communes_of(zone);
            let units = communes.iter().map(|commune| commune.code().to_owned()).collect();
            let mut around: [BTreeSet<Zone>; WIDEST + 1] = Default::default();
            for zone in communes.iter().flat_map(|commune| commune.zones()) {
                around[kind(geography, zone)].insert(zone);
            }
            Rc::new(Contents { units, around, kind: kind(geography, zone) })
        });
        Rc::clone(found)
    })
}

/// From arrondissement, 0, to France.
fn kind(geography: &Geography, zone: Zone) -> usize {
    match zone.kind() {
        ZoneKind::Commune => {
            usize::from(!geography.commune(zone.code()).is_some_and(|commune| commune.is_arrondissement()))
        }
        kind => 1 + kind as usize,
    }
}

const WIDEST: usize = 6;

/// 0 for the narrowest of the zones that contain the commune.
pub(crate) fn narrowness(facts: &Facts<'_>, zone: &str) -> usize {
    facts.zones.iter().take_while(|other| *other != zone).count()
}

fn rank(owner: &str) -> usize {
    ["competence", "expert", "antenne"].iter().take_while(|other| **other != owner).count()
}

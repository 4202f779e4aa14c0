//! From what stands alone between needs and a row to the changes that take it away, the greatest first.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;

use super::answer_edits;
use super::classes::Class;
use super::count::{Gain, Tally};
use super::criterion_edits::{Stopped, Stopping, natures};
use super::edit::{AnswerEdit, Candidate, Edit};
use super::kinds::DemandChangeKind;
use super::obstacle::{Obstacle, ServedBy};
use super::query::DemandQuery;
use crate::codes::Activity;
use crate::engine::compiled::Compiled;
use crate::engine::facts::Facts;
use crate::geography::{Geography, PlaceId, ZoneId};
use crate::invariant::at;

/// The level of régions: no change makes an antenne national.
const WIDEST: usize = 5;

/// What the changes of one row are looked for in.
pub(super) struct Search<'s, 'n> {
    pub(super) compiled: &'s Compiled,
    pub(super) classes: &'s [Class<'n>],
    pub(super) query: &'s DemandQuery,
}

impl Search<'_, '_> {
    /// The changes that would bring a row needs, the greatest first.
    pub(super) fn candidates(&self, tally: &Tally) -> Vec<Candidate> {
        let mut candidates: Vec<Candidate> = Vec::new();
        let mut zones: BTreeMap<ServedBy, ZoneGains<'_>> = BTreeMap::new();
        for (obstacle, gain) in &tally.gains {
            match *obstacle {
                Obstacle::Place(owner) => zones.entry(owner).or_default().places = Some(&gain.places),
                Obstacle::Arrondissement(owner, zone) => {
                    *zones.entry(owner).or_default().others.entry(zone).or_default() += gain.needs;
                }
                Obstacle::Active(owner) => {
                    candidates.push(Candidate { edit: Edit::Active(owner), needs: gain.needs });
                }
                Obstacle::Period(owner) => {
                    candidates.push(Candidate { edit: Edit::Period(owner), needs: gain.needs });
                }
                Obstacle::Subject { expert, subject } => {
                    candidates.push(Candidate { edit: Edit::Subject { expert, subject }, needs: gain.needs });
                }
                _ => self.by_facts(*obstacle, gain, &mut candidates),
            }
        }
        let geography = self.compiled.directory().geography();
        for (owner, gains) in zones {
            let of_zone = |(zone, needs)| Candidate { edit: Edit::Zone(owner, zone), needs };
            candidates.extend(gains.by_zone(geography).into_iter().map(of_zone));
        }
        candidates.retain(|candidate| self.query.wants(candidate.edit.kind()));
        candidates.sort_by_cached_key(|candidate| self.order(candidate));
        without_likes(&mut candidates);
        let mut of_kinds: BTreeMap<DemandChangeKind, usize> = BTreeMap::new();
        candidates.retain(|candidate| {
            let of_kind = of_kinds.entry(candidate.edit.kind()).or_default();
            *of_kind += 1;
            *of_kind <= self.query.of_kind
        });
        candidates.truncate(self.query.changes);
        candidates
    }

    /// The changes for which the facts of the needs are looked at.
    fn by_facts(&self, obstacle: Obstacle, gain: &Gain, candidates: &mut Vec<Candidate>) {
        let classes = gain.classes.iter().map(|number| at(self.classes, *number, "a gain names classes"));
        let facts = classes.map(|class| (class.facts(self.compiled), class.needs));
        let facts: Vec<(Facts<'_, '_>, u64)> = facts.collect();
        let needs: Vec<Stopped<'_, '_, '_>> = facts.iter().map(|(facts, needs)| (facts, *needs)).collect();
        let directory = self.compiled.directory();
        match obstacle {
            Obstacle::Criterion(owner, position) => {
                let criterion =
                    at(owner.criteria(directory), position, "an obstacle names a criterion of its owner");
                let stopping = Stopping { criterion, needs: &needs, directory };
                candidates.extend(stopping.edits().into_iter().map(|(edit, changed, needs)| Candidate {
                    edit: Edit::Criterion { owner, position, edit, changed: changed.map(Box::new) },
                    needs,
                }));
            }
            Obstacle::Answers(owner) => candidates.extend(answer_edits::edits(self.compiled, owner, &needs)),
            Obstacle::Activities(institution) => {
                let mut by_nature: BTreeMap<Activity, u64> = BTreeMap::new();
                for (facts, needs) in &needs {
                    for nature in natures(facts.need).collect::<BTreeSet<_>>() {
                        *by_nature.entry(nature).or_default() += needs;
                    }
                }
                let most = by_nature.values().copied().max().unwrap_or(0);
                let edit = |added| Edit::Activities { institution, added };
                let one = |(nature, needs)| Candidate { edit: edit(Some(nature)), needs };
                candidates.extend(by_nature.into_iter().map(one));
                if gain.needs > most {
                    candidates.push(Candidate { edit: edit(None), needs: gain.needs });
                }
            }
            _ => {}
        }
    }

    /// Where a change stands among those of a row.
    fn order(&self, candidate: &Candidate) -> Order {
        let directory = self.compiled.directory();
        let geography = directory.geography();
        let subject = |number: u32| self.compiled.subject(number).id.clone();
        let edit = &candidate.edit;
        let owner = edit.owner(self.compiled);
        let id = owner.id(directory).to_owned();
        let mut order = Order {
            needs: Reverse(candidate.needs),
            kind: edit.kind(),
            width: 0,
            owner: (owner.kind(), id.clone()),
            position: 0,
            names: [String::new(), String::new()],
            answers: None,
        };
        match edit {
            Edit::Zone(served_by, zone) => {
                order.width = geography.level(*zone);
                if let ServedBy::Competence(_, position) = served_by {
                    order.position = position + 1;
                }
                order.names = [geography.zone_of(*zone).to_string(), String::new()];
            }
            // By subject, then by expert.
            Edit::Subject { subject: number, .. } => {
                order.owner = ("subject", subject(*number));
                order.names = [id, String::new()];
            }
            Edit::Criterion { position, edit, .. } => {
                order.position = *position;
                order.names = edit.names().map(str::to_owned);
            }
            Edit::Answers { subject: number, edit, .. } => {
                order.names = [subject(*number), String::new()];
                order.answers = Some(edit.clone());
            }
            Edit::Activities { added, .. } => {
                order.width = u8::from(added.is_none());
                let added = added.as_ref().map_or("", Activity::as_str);
                order.names = [added.to_owned(), String::new()];
            }
            Edit::Active(_) | Edit::Period(_) => {}
        }
        order
    }
}

/// The greatest first; of equals the change that asks for less, the narrower zone, and then by name.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Order {
    needs: Reverse<u64>,
    kind: DemandChangeKind,
    /// How much a change asks for beside others of its kind.
    width: u8,
    /// What the owner is, and its id.
    owner: (&'static str, String),
    /// Of a criterion its position among the owner's; of a competence that and one more.
    position: usize,
    /// What changes there.
    names: [String; 2],
    answers: Option<AnswerEdit>,
}

/// Of experts who would bring a row as many needs on one subject, the first by id.
fn without_likes(candidates: &mut Vec<Candidate>) {
    let mut known = BTreeSet::new();
    candidates.retain(|candidate| match candidate.edit {
        Edit::Subject { subject, .. } => known.insert((subject, candidate.needs)),
        _ => true,
    });
}

/// The needs that one list of zones lacks, by where they are.
#[derive(Default)]
struct ZoneGains<'t> {
    places: Option<&'t FxHashMap<PlaceId, u64>>,
    /// What arrondissements bring besides the needs that lie in them.
    others: FxHashMap<ZoneId, u64>,
}

impl ZoneGains<'_> {
    /// What each zone around the needs would bring. A wider one that brings no more than one inside of it is
    /// left out.
    fn by_zone(self, geography: &Geography) -> Vec<(ZoneId, u64)> {
        let around = |place: PlaceId| {
            let narrow = geography.chain(place).iter().take(WIDEST + 1).copied();
            narrow.filter(|zone| *zone != ZoneId::NONE)
        };
        let mut zones = self.others;
        for (place, needs) in self.places.into_iter().flatten() {
            for zone in around(*place) {
                *zones.entry(zone).or_default() += needs;
            }
        }
        let mut is_no_more: BTreeSet<ZoneId> = BTreeSet::new();
        for place in self.places.into_iter().flat_map(FxHashMap::keys) {
            let mut most = 0;
            for zone in around(*place) {
                let needs = zones.get(&zone).copied().unwrap_or(0);
                if needs <= most {
                    is_no_more.insert(zone);
                }
                most = most.max(needs);
            }
        }
        zones.retain(|zone, needs| *needs > 0 && !is_no_more.contains(zone));
        zones.into_iter().collect()
    }
}

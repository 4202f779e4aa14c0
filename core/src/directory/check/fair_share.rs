//! What gives somebody more than a fair share of needs, as far as a directory shows it.

use std::collections::{HashMap, HashSet};

use super::super::source::Kind;
use super::super::{Content, Expert, greatest_that_counts};
use super::Checker;
use crate::diagnostic::{DiagnosticCode, Place};
use crate::geography::{Geography, PlaceId, Zone, ZoneKind};
use crate::language::{Sentence, sentence};
use crate::text::shorten;

/// Experts of one institution by subject: its capacities, and who has them.
type Peers<'d> = HashMap<(&'d str, &'d str), Vec<&'d Expert>>;

impl Checker<'_> {
    pub(super) fn fair_share(&mut self) {
        self.capacities_beyond_those_of_peers();
        self.experts_of_one_address();
        self.zones_that_lack_little();
    }

    /// A capacity counts up to a bound that the peers give: see [`greatest_that_counts`].
    fn capacities_beyond_those_of_peers(&mut self) {
        let places = self.places(Kind::Expert, |record| self.experts.accepted(record));
        let bounds: HashMap<(&str, &str), f64> = peers(&self.directory)
            .into_iter()
            .map(|(key, peers)| {
                let mut capacities: Vec<f64> = peers.iter().map(|expert| expert.capacity).collect();
                (key, greatest_that_counts(&mut capacities))
            })
            .collect();
        let institutions: HashMap<&str, &str> = self
            .directory
            .antennes
            .iter()
            .map(|antenne| (antenne.id.as_str(), antenne.institution.as_str()))
            .collect();
        for (number, expert) in self.directory.experts.iter().enumerate() {
            let Some(institution) = institutions.get(expert.antenne.as_str()) else { continue };
            let bound = |subject: &str| bounds.get(&(*institution, subject)).copied();
            let least = expert
                .competences
                .iter()
                .filter_map(|competence| Some((bound(&competence.subject)?, competence.subject.as_str())))
                .filter(|(bound, _)| *bound < expert.capacity)
                .min_by(|(a, _), (b, _)| a.total_cmp(b));
            if let Some((bound, subject)) = least {
                let message = sentence!(CapacityTooGreat {
                    expert: expert.id.as_str(),
                    capacity: as_written(expert.capacity),
                    bound: as_written(bound),
                    subject,
                    institution: *institution
                });
                let at = places.get(&number).copied().unwrap_or_default();
                self.report.add(DiagnosticCode::GreatCapacity, at, &as_written(expert.capacity), message);
            }
        }
    }

    /// One office that is listed as several experts draws several times. Two of one antenne are told of
    /// by [`Checker::cross`], whatever they handle.
    fn experts_of_one_address(&mut self) {
        let places = self.places(Kind::Expert, |record| self.experts.accepted(record));
        let numbers: HashMap<&str, usize> =
            self.directory.experts.iter().map(|expert| expert.id.as_str()).zip(0..).collect();
        let mut told: HashSet<&str> = HashSet::new();
        let mut peers: Vec<_> = peers(&self.directory).into_iter().collect();
        peers.sort_unstable_by_key(|(key, _)| *key);
        for ((_, subject), experts) in peers {
            let mut first: HashMap<String, &Expert> = HashMap::new();
            for expert in experts {
                let Some(email) = &expert.email else { continue };
                let earlier = *first.entry(email.to_lowercase()).or_insert(expert);
                let is_of_another_antenne = earlier.antenne != expert.antenne;
                if is_of_another_antenne && told.insert(&expert.id) {
                    let message = sentence!(AddressOfOther {
                        expert: expert.id.as_str(),
                        other: earlier.id.as_str(),
                        subject
                    });
                    let at = numbers.get(expert.id.as_str()).and_then(|number| places.get(number)).copied();
                    self.report.add(DiagnosticCode::SharedAddress, at.unwrap_or_default(), email, message);
                }
            }
        }
    }

    /// Nearly all communes of a département rank as communes, before everybody who names the département.
    fn zones_that_lack_little(&mut self) {
        let antennes = self.places(Kind::Antenne, |record| self.antennes.accepted(record));
        let experts = self.places(Kind::Expert, |record| self.experts.accepted(record));
        let of_antennes = self.directory.antennes.iter().enumerate().map(|(number, antenne)| {
            (antennes.get(&number), sentence!(Antenne), antenne.id.as_str(), &antenne.zones)
        });
        let of_experts = self.directory.experts.iter().enumerate().flat_map(|(number, expert)| {
            let competences = expert.competences.iter().map(|competence| &competence.zones);
            let lists = std::iter::once(&expert.zones).chain(competences);
            let at = experts.get(&number);
            lists.map(move |zones| (at, sentence!(Expert), expert.id.as_str(), zones))
        });
        let mut found: Vec<(Place, String, Sentence)> = Vec::new();
        for (at, what, id, zones) in of_antennes.chain(of_experts) {
            for NearlyWhole { departement, listed, all } in nearly_whole(self.geography, zones) {
                let message = sentence!(ZonesLackLittle {
                    what: what.clone(),
                    id: shorten(id, 60),
                    listed,
                    all,
                    departement: departement.to_string()
                });
                found.push((at.copied().unwrap_or_default(), departement.to_string(), message));
            }
        }
        for (at, text, message) in found {
            self.report.add(DiagnosticCode::NearlyWholeZone, at, &text, message);
        }
    }
}

/// The active experts who handle a subject for an institution.
fn peers(directory: &Content) -> Peers<'_> {
    let antennes: HashMap<&str, &str> = directory
        .antennes
        .iter()
        .filter(|antenne| antenne.active)
        .map(|antenne| (antenne.id.as_str(), antenne.institution.as_str()))
        .collect();
    let mut peers = Peers::new();
    for expert in directory.experts.iter().filter(|expert| expert.active) {
        let Some(institution) = antennes.get(expert.antenne.as_str()) else { continue };
        let subjects: HashSet<&str> =
            expert.competences.iter().map(|competence| competence.subject.as_str()).collect();
        for subject in subjects {
            peers.entry((institution, subject)).or_default().push(expert);
        }
    }
    peers
}

/// A number as people write it: one with hundreds of digits in powers of ten.
fn as_written(value: f64) -> String {
    if (1e-6..1e15).contains(&value) { value.to_string() } else { format!("{value:e}") }
}

/// A département of which a list of zones has nearly all communes.
struct NearlyWhole {
    departement: Zone,
    listed: usize,
    all: usize,
}

/// Fewer communes than this may be all but one by chance.
const LEAST_COMMUNES: usize = 20;

/// The départements of which communes, or EPCI, make up at least nineteen twentieths, and not all; also where
/// the département is listed besides, since each of its communes stands before it.
fn nearly_whole(geography: &Geography, zones: &[Zone]) -> Vec<NearlyWhole> {
    if zones.len() < 2 {
        return Vec::new();
    }
    let narrow = zones.iter().filter(|zone| zone.kind() < ZoneKind::Departement);
    let ids = narrow.filter_map(|zone| geography.zone_id(*zone));
    let mut places: Vec<PlaceId> = ids.flat_map(|zone| geography.places_of(zone)).collect();
    places.sort_unstable();
    places.dedup();
    let mut listed: HashMap<Zone, usize> = HashMap::new();
    for place in places.into_iter().filter(|place| geography.is_unit(*place)) {
        *listed.entry(geography.commune_at(place).departement()).or_insert(0) += 1;
    }
    let nearly = |(departement, listed): (Zone, usize)| {
        let all = geography.zone_id(departement).map(|zone| geography.unit_count(zone))?;
        let is_nearly = all >= LEAST_COMMUNES && listed < all && listed * 20 >= all * 19;
        is_nearly.then_some(NearlyWhole { departement, listed, all })
    };
    let mut found: Vec<NearlyWhole> = listed.into_iter().filter_map(nearly).collect();
    found.sort_unstable_by_key(|one| one.departement);
    found
}

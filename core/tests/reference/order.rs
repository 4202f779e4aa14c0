//! The order, and what the options leave of it.

use std::cmp::{Ordering, Reverse};
use std::collections::{BTreeMap, HashMap};

use aiguillage::directory::Expert;
use aiguillage::{Directory, MatchOptions, ShareAmong, WhenUnavailable};
use siphasher::sip::SipHasher24;
use xxhash_rust::xxh3::{xxh3_64, xxh3_64_with_seed, xxh3_128};

use super::facts::Facts;
use super::{Found, territory};

/// What a match is sorted by, in this order.
struct Rank {
    absent: bool,
    full: bool,
    narrowness: usize,
    load: f64,
    fair: f64,
    expert: String,
}

impl Rank {
    fn is_equal_but_for_the_draw(&self, other: &Rank) -> bool {
        (self.absent, self.full, self.narrowness) == (other.absent, other.full, other.narrowness)
            && self.load.total_cmp(&other.load) == Ordering::Equal
    }

    fn compare(&self, other: &Rank) -> Ordering {
        (self.absent.cmp(&other.absent))
            .then(self.full.cmp(&other.full))
            .then(self.narrowness.cmp(&other.narrowness))
            .then(self.load.total_cmp(&other.load))
            .then(self.fair.total_cmp(&other.fair))
            .then(self.expert.cmp(&other.expert))
    }
}

pub(crate) fn arrange(
    directory: &Directory,
    facts: &Facts<'_>,
    options: &MatchOptions,
    found: Vec<Found>,
) -> Vec<Found> {
    let mut ranked: Vec<(Rank, Found)> = found
        .into_iter()
        .filter_map(|found| Some((rank(directory, facts, options, &found)?, found)))
        .collect();
    ranked.sort_by(|(one, _), (other, _)| one.compare(other));
    let mut ranked = in_turns(facts, options.share.unwrap_or_default(), ranked);
    if options.absent == Some(WhenUnavailable::Skip) {
        skip(&mut ranked, |rank| rank.absent);
    }
    if options.full == Some(WhenUnavailable::Skip) {
        skip(&mut ranked, |rank| rank.full);
    }
    let mut all: Vec<Found> = Vec::new();
    for (_, found) in ranked {
        let named = in_place(directory, facts, found);
        if !all.iter().any(|listed| listed.expert == named.expert) {
            all.push(named);
        }
    }
    keep(all.into_iter(), options.limit, options.per_institution)
}

/// Leaves out those of a kind as long as somebody else remains.
fn skip(ranked: &mut Vec<(Rank, Found)>, is_unavailable: impl Fn(&Rank) -> bool) {
    if !ranked.iter().all(|(rank, _)| is_unavailable(rank)) {
        ranked.retain(|(rank, _)| !is_unavailable(rank));
    }
}

/// The same place, held by whoever stands in for its expert.
fn in_place(directory: &Directory, facts: &Facts<'_>, found: Found) -> Found {
    let Some(substitute) = substitute(directory, facts, &found.expert) else { return found };
    let antenne = directory.antennes().iter().find(|antenne| antenne.id == substitute.antenne);
    Found {
        expert: substitute.id.clone(),
        antenne: substitute.antenne.clone(),
        institution: antenne.map(|antenne| antenne.institution.clone()).unwrap_or_default(),
        instead_of: Some(found.expert),
        absent_until: None,
        ..found
    }
}

/// Who stands in for an expert who is away: whom the first absence names that names anybody, or who stands in
/// for that one in turn; nobody if it is not active.
fn substitute<'d>(directory: &'d Directory, facts: &Facts<'_>, expert: &str) -> Option<&'d Expert> {
    let by_id = |id: &str| directory.experts().iter().find(|expert| expert.id == id);
    let mut current = by_id(expert)?;
    loop {
        let absences: Vec<_> = current
            .absences
            .iter()
            .filter(|absence| absence.from <= facts.on && facts.on <= absence.until)
            .collect();
        if absences.is_empty() {
            let antenne = directory.antennes().iter().find(|antenne| antenne.id == current.antenne)?;
            let institution = directory.institutions().iter().find(|one| one.id == antenne.institution)?;
            let is_active = super::active(facts, current, antenne, institution);
            return (is_active && current.id != expert).then_some(current);
        }
        current = by_id(absences.into_iter().find_map(|absence| absence.substitute.as_deref())?)?;
    }
}

/// Where houses share: between those whom only the draw parts, the first of each house comes before the
/// second of any, and houses come by the draw of their ids.
fn in_turns(facts: &Facts<'_>, share: ShareAmong, ranked: Vec<(Rank, Found)>) -> Vec<(Rank, Found)> {
    let house = |found: &Found| match share {
        ShareAmong::Antenne => found.antenne.clone(),
        ShareAmong::Institution => found.institution.clone(),
        _ => found.expert.clone(),
    };
    if share == ShareAmong::Expert {
        return ranked;
    }
    let mut placed: Vec<(Turn, (Rank, Found))> = Vec::new();
    let mut group = 0;
    for (rank, found) in ranked {
        if placed.last().is_some_and(|(_, (before, _))| !before.is_equal_but_for_the_draw(&rank)) {
            group += 1;
        }
        let house = house(&found);
        let is_before = |other: &Turn| other.group == group && other.house == house;
        let turn = placed.iter().filter(|(other, _)| is_before(other)).count();
        let draw = draw(facts, xxh3_64_with_seed(house.as_bytes(), 3));
        placed.push((Turn { group, turn, draw: Reverse(draw), house }, (rank, found)));
    }
    placed.sort_by(|(one, _), (other, _)| one.cmp(other));
    placed.into_iter().map(|(_, ranked)| ranked).collect()
}

/// When it is an expert's turn, in this order.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Turn {
    /// Those whom only the draw parts.
    group: usize,
    /// How many of the house come before.
    turn: usize,
    /// The house's draw.
    draw: Reverse<u64>,
    house: String,
}

/// At most `per_institution` of each, the first ones, and of those the first `limit`.
pub(crate) fn keep(
    all: impl Iterator<Item = Found>,
    limit: Option<usize>,
    per_institution: Option<usize>,
) -> Vec<Found> {
    let mut of_institution: BTreeMap<String, usize> = BTreeMap::new();
    let mut kept = Vec::new();
    for found in all {
        let count = of_institution.entry(found.institution.clone()).or_default();
        *count += 1;
        let one_too_many = per_institution.is_some_and(|most| *count > most);
        if !one_too_many && limit.is_none_or(|limit| kept.len() < limit) {
            kept.push(found);
        }
    }
    kept
}

fn rank(directory: &Directory, facts: &Facts<'_>, options: &MatchOptions, found: &Found) -> Option<Rank> {
    let expert = directory.experts().iter().find(|expert| expert.id == found.expert)?;
    let capacity = counted_capacity(directory, facts, expert, &found.institution);
    // A count that is not given is 0; without any, nobody is full.
    let count = |counts: &Option<HashMap<String, f64>>| {
        counts.as_ref().map(|counts| counts.get(&expert.id).copied().unwrap_or(0.0))
    };
    let (open, received) = (count(&options.load), count(&options.received));
    let reaches = |count: Option<f64>, most: Option<u32>| {
        count.is_some_and(|count| most.is_some_and(|most| count >= f64::from(most)))
    };
    Some(Rank {
        absent: found.absent_until.is_some() && substitute(directory, facts, &expert.id).is_none(),
        full: reaches(open, expert.max_open) || reaches(received, expert.max_per_period),
        narrowness: territory::narrowness(facts, &found.zone),
        load: open.unwrap_or(0.0) / capacity,
        fair: fair(facts, &expert.id, capacity),
        expert: expert.id.clone(),
    })
}

/// The expert's capacity, but at most ten times the median of the active experts who handle the subject
/// for the same institution.
fn counted_capacity(directory: &Directory, facts: &Facts<'_>, expert: &Expert, institution: &str) -> f64 {
    let is_peer = |other: &&Expert| {
        let antenne = directory.antennes().iter().find(|antenne| antenne.id == other.antenne);
        let handles = other.competences.iter().any(|competence| competence.subject == facts.subject.id);
        let in_house = antenne.is_some_and(|antenne| antenne.active && antenne.institution == institution);
        other.active && handles && in_house
    };
    let mut peers: Vec<f64> = directory.experts().iter().filter(is_peer).map(|peer| peer.capacity).collect();
    peers.sort_by(f64::total_cmp);
    expert.capacity.min(10.0 * peers[(peers.len() - 1) / 2])
}

/// `-ln(u) / capacity`, where `u` is drawn in ]0, 1[ from the need and the expert by XXH3.
#[expect(clippy::cast_precision_loss, reason = "53 bits are what a double holds")]
fn fair(facts: &Facts<'_>, expert: &str, capacity: f64) -> f64 {
    let u = (draw(facts, xxh3_64(expert.as_bytes())) as f64 + 0.5) / 2_f64.powi(53);
    -libm::log(u) / capacity
}

/// The first 53 bits of the XXH3 of both keys.
fn draw(facts: &Facts<'_>, key: u64) -> u64 {
    xxh3_64(&[need_key(facts).to_le_bytes(), key.to_le_bytes()].concat()) >> 11
}

/// The need's id (after the number 1), or else its subject (2), its commune of today, its day and its SIRET,
/// each hashed together with the hash before it: by XXH3 with that as the seed or, in a directory with a
/// seed, by SipHash-2-4 of both, whose key is the XXH3 of the seed in 128 bits.
fn need_key(facts: &Facts<'_>) -> u64 {
    let secret = facts.seed.as_deref().map(|seed| xxh3_128(seed.as_bytes()).to_le_bytes());
    let hash = |before: u64, part: &str| match secret {
        None => xxh3_64_with_seed(part.as_bytes(), before),
        Some(secret) => {
            let both = [before.to_le_bytes().as_slice(), part.as_bytes()].concat();
            SipHasher24::new_with_key(&secret).hash(&both)
        }
    };
    if let Some(id) = facts.need.id.as_deref().map(str::trim).filter(|id| !id.is_empty()) {
        return hash(1, id);
    }
    let subject = hash(2, &facts.subject.id);
    let commune = hash(subject, &facts.commune);
    let day = hash(commune, &facts.on.to_string());
    match facts.need.siret {
        Some(siret) => hash(day, &siret.to_string()),
        None => day,
    }
}

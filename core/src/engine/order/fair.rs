//! The fair order: weighted rendezvous hashing. Over many needs, equals receive shares in
//! proportion to their capacity without any stored state, and the same need always goes the same
//! way; adding or removing an expert moves only the needs that it wins or loses.
//!
//! Each expert draws a number from the need and itself, uniform in ]0, 1[, and scores
//! `-ln(u) / capacity`; the lowest score comes first. The hash is XXH3, whose values are fixed by
//! its specification, and the logarithm is computed in software, so that every platform agrees.

use std::hash::Hasher;

use jiff::civil::Date;
use siphasher::sip::SipHasher24;
use xxhash_rust::xxh3::{xxh3_64, xxh3_64_with_seed, xxh3_128};

use crate::directory::Seed;
use crate::need::Need;
use crate::text::non_blank;

/// Two seeds, so that an id never hashes to what a need without an id hashes to.
const WITH_ID: u64 = 1;
const WITHOUT_ID: u64 = 2;

/// Another seed than experts have, so that an expert with the id of its house draws for itself.
const HOUSE: u64 = 3;

/// A directory's seed, as the key by which needs are hashed.
///
/// SipHash-2-4, unlike XXH3, cannot be computed without its key, nor the key from what it computed: so
/// nobody without the seed can tell by whose id a need would reach whom.
#[derive(Clone, Debug)]
pub(crate) struct SecretKey([u8; 16]);

impl SecretKey {
    pub(crate) fn of(seed: &Seed) -> SecretKey {
        SecretKey(xxh3_128(seed.as_str().as_bytes()).to_le_bytes())
    }

    /// The hash of a number and what follows it.
    fn hash(&self, key: u64, part: &[u8]) -> u64 {
        let mut hasher = SipHasher24::new_with_key(&self.0);
        hasher.write(&key.to_le_bytes());
        hasher.write(part);
        hasher.finish()
    }
}

/// The key of a need: the hash of its id, or else of its subject, its commune, its day and its SIRET.
///
/// The day takes part so that needs of which nothing else is known do not all reach the same expert of
/// a commune.
pub(crate) fn need_key(need: &Need, commune: &str, on: Date, secret: Option<&SecretKey>) -> u64 {
    let hash = |key: u64, part: &[u8]| match secret {
        None => xxh3_64_with_seed(part, key),
        Some(secret) => secret.hash(key, part),
    };
    if let Some(id) = non_blank(need.id.as_deref()) {
        return hash(WITH_ID, id.as_bytes());
    }
    let key = hash(WITHOUT_ID, need.subject.trim().as_bytes());
    let key = hash(key, commune.as_bytes());
    let key = hash(key, on.to_string().as_bytes());
    match need.siret {
        Some(siret) => hash(key, siret.to_string().as_bytes()),
        None => key,
    }
}

/// The key of an expert: the hash of its id.
pub(crate) fn expert_key(id: &str) -> u64 {
    xxh3_64(id.as_bytes())
}

/// The key of an antenne or an institution where houses share needs: the hash of its id.
pub(crate) fn house_key(id: &str) -> u64 {
    xxh3_64_with_seed(id.as_bytes(), HOUSE)
}

/// The draws of experts for one need: for each expert, the hash of the need's key and the expert's.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Draws {
    need: [u8; 8],
}

impl Draws {
    pub(crate) fn new(need: u64) -> Draws {
        Draws { need: need.to_le_bytes() }
    }

    /// The draw of an expert: the first 53 bits of the XXH3 of the need's key and the expert's, as bytes
    /// from the lowest up. Each value is as likely as any other.
    #[inline]
    pub(crate) fn draw(self, expert: u64) -> u64 {
        let mut pair = [0; 16];
        let (need_half, expert_half) = pair.split_at_mut(8);
        need_half.copy_from_slice(&self.need);
        expert_half.copy_from_slice(&expert.to_le_bytes());
        xxh3_64(&pair) >> 11
    }
}

/// A draw as a number in ]0, 1[.
fn unit(draw: u64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "53 bits are what a double holds")]
    let u = (draw.cast_signed() as f64 + 0.5) / (1_u64 << 53) as f64;
    u
}

/// The score of a draw, above 0; lower comes first. Experts of one capacity are in the order of
/// their draws, from the greatest down.
pub(crate) fn score(draw: u64, capacity: f64) -> f64 {
    -libm::log(unit(draw)) / capacity
}

/// The draw with which an expert of the common capacity has the score that `draw` has at another
/// capacity; `ratio` is the common capacity divided by the other. Off by less than a part in 2^40 of
/// all draws.
///
/// So experts of different capacities are ordered by draws alone, and no logarithm is taken.
pub(crate) fn equivalent_draw(draw: u64, ratio: f64) -> u64 {
    // -ln(u) / other capacity = -ln(u^ratio) / common capacity.
    let u = unit(draw);
    // Half of the common capacity, and twice as much, need no power in general.
    let u = match ratio {
        2.0 => u * u,
        0.5 => u.sqrt(),
        _ => libm::pow(u, ratio),
    };
    ((u * (1_u64 << 53) as f64) as u64).min((1 << 53) - 1)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn scores_are_the_same_on_every_platform() {
        // Written down once: a change moves every need of every host.
        let need = Need { id: Some("need-1".into()), ..Need::new("s", "c") };
        let need = need_key(&need, "80021", date(2026, 11, 29), None);
        assert_eq!(need, 606_140_622_947_124_807);
        assert_eq!(expert_key("expert-1"), 14_310_474_715_296_329_715);
        assert_eq!(
            score(Draws::new(need).draw(expert_key("expert-1")), 1.0).to_bits(),
            4_598_401_751_499_051_090
        );
    }

    #[test]
    fn a_need_without_id_is_known_by_what_it_is_about() {
        let (need, on) = (Need::new("s", "c"), date(2026, 11, 29));
        let key = need_key(&need, "80021", on, None);
        assert_eq!(key, 4_148_400_047_824_695_207);
        assert_ne!(key, need_key(&need, "80022", on, None));
        assert_ne!(key, need_key(&need, "80021", date(2026, 11, 30), None));
        let with_siret = Need { siret: "82161143100015".parse().ok(), ..need.clone() };
        assert_ne!(key, need_key(&with_siret, "80021", on, None));
    }

    #[test]
    fn a_need_with_an_id_goes_the_same_way_on_every_day() {
        let need = Need { id: Some("need-1".into()), ..Need::new("s", "c") };
        let key = need_key(&need, "80021", date(2026, 11, 29), None);
        assert_eq!(key, need_key(&need, "80022", date(2027, 1, 1), None));
    }

    #[test]
    fn a_seed_gives_every_need_another_key() {
        let need = Need { id: Some("need-1".into()), ..Need::new("s", "c") };
        let on = date(2026, 11, 29);
        let secret = |seed: &str| SecretKey::of(&Seed::new(seed).unwrap());
        let key = |need: &Need, seed: &str| need_key(need, "80021", on, Some(&secret(seed)));
        // Written down once, from another implementation of both hashes.
        assert_eq!(key(&need, "le secret du gestionnaire"), 1_386_556_344_398_153_336);
        assert_eq!(key(&Need::new("s", "c"), "le secret du gestionnaire"), 15_936_655_890_363_089_604);
        assert_ne!(key(&need, "le secret du gestionnaire"), key(&need, "un autre secret"));
    }

    #[test]
    fn draws_are_xxh3_of_both_keys() {
        let mut rng = fastrand::Rng::with_seed(53);
        for _ in 0..10_000 {
            let (need, expert) = (rng.u64(..), rng.u64(..));
            let pair = [need.to_le_bytes(), expert.to_le_bytes()].concat();
            assert_eq!(Draws::new(need).draw(expert), xxh3_64(&pair) >> 11, "{need:x} {expert:x}");
        }
    }

    #[test]
    fn equivalent_draws_are_those_of_the_same_score() {
        let mut rng = fastrand::Rng::with_seed(54);
        let ends = [0, 1, (1 << 52) - 1, 1 << 52, (1 << 53) - 2, (1 << 53) - 1];
        let anywhere = (0..10_000).map(|_| rng.u64(..1 << 53) >> rng.u32(..53)).collect::<Vec<_>>();
        let near_one = anywhere.iter().map(|draw| (1 << 53) - 1 - draw).collect::<Vec<_>>();
        for draw in ends.into_iter().chain(anywhere).chain(near_one) {
            for ratio in [1e-300, 1e-9, 1e-3, 0.5, 0.8, 1.0, 1.25, 2.0, 3.0, 1e3, 1e9, 1e300] {
                // Those who draw a little more or less than the equivalent score a little better or worse.
                let (exact, middle) = (score(draw, 1.0 / ratio), equivalent_draw(draw, ratio));
                let better = score((middle + (1 << 13)).min((1 << 53) - 1), 1.0);
                let worse = score(middle.saturating_sub(1 << 13), 1.0);
                assert!(better <= exact || middle + (1 << 13) >= 1 << 53, "{draw} {ratio}: {better} {exact}");
                assert!(exact <= worse || middle <= 1 << 13, "{draw} {ratio}: {exact} {worse}");
            }
        }
    }
}

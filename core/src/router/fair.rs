//! The fair order: weighted rendezvous hashing. Over many needs, equals receive shares in
//! proportion to their capacity without any stored state, and the same need always goes the same
//! way; adding or removing an expert moves only the needs that it wins or loses.
//!
//! Each expert draws a number from the need and itself, uniform in ]0, 1[, and scores
//! `-ln(u) / capacity`; the lowest score comes first. The hash is XXH3, whose values are fixed by
//! its specification, and the logarithm is computed in software, so that every platform agrees.

use xxhash_rust::xxh3::{xxh3_64, xxh3_64_with_seed};

use crate::need::Need;

/// Seeds keep a need that has an id apart from one that is known by what it is about.
const WITH_ID: u64 = 1;
const WITHOUT_ID: u64 = 2;

/// What is hashed of a need: its id, or else its subject, its commune and its SIRET.
pub(crate) fn need_key(need: &Need, commune: &str) -> u64 {
    match need.id.as_deref().map(str::trim).filter(|id| !id.is_empty()) {
        Some(id) => xxh3_64_with_seed(id.as_bytes(), WITH_ID),
        None => {
            let key = xxh3_64_with_seed(need.subject.trim().as_bytes(), WITHOUT_ID);
            let key = xxh3_64_with_seed(commune.as_bytes(), key);
            match need.siret {
                Some(siret) => xxh3_64_with_seed(siret.to_string().as_bytes(), key),
                None => key,
            }
        }
    }
}

/// What is hashed of an expert.
pub(crate) fn expert_key(id: &str) -> u64 {
    xxh3_64(id.as_bytes())
}

/// What an expert draws for a need: 53 bits, each value as likely as any other.
pub(crate) fn draw(need: u64, expert: u64) -> u64 {
    let mut pair = [0; 16];
    pair[..8].copy_from_slice(&need.to_le_bytes());
    pair[8..].copy_from_slice(&expert.to_le_bytes());
    xxh3_64(&pair) >> 11
}

/// The score of a draw, above 0; lower comes first. Experts of one capacity are in the order of
/// their draws, from the greatest down.
pub(crate) fn score(draw: u64, capacity: f64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "53 bits are what a double holds")]
    let u = (draw as f64 + 0.5) / (1_u64 << 53) as f64;
    -libm::log(u) / capacity
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores_are_the_same_on_every_platform() {
        // Written down once: a change moves every need of every host.
        let need = need_key(&Need { id: Some("need-1".into()), ..Need::new("s", "c") }, "80021");
        assert_eq!(need, 606_140_622_947_124_807);
        assert_eq!(expert_key("expert-1"), 14_310_474_715_296_329_715);
        assert_eq!(score(draw(need, expert_key("expert-1")), 1.0).to_bits(), 4_598_401_751_499_051_090);
    }

    #[test]
    fn a_need_without_id_is_known_by_what_it_is_about() {
        let need = Need::new("s", "c");
        assert_ne!(need_key(&need, "80021"), need_key(&need, "80022"));
        let with_siret = Need { siret: "82161143100015".parse().ok(), ..need.clone() };
        assert_ne!(need_key(&need, "80021"), need_key(&with_siret, "80021"));
    }
}

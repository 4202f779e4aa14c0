//! Equals share needs by chance, in proportion to their capacity, and who is not concerned by a
//! change keeps theirs.

use std::collections::BTreeMap;

use aiguillage::{Need, Router};
use serde_json::json;

const NEEDS: u32 = 10_000;

/// Experts of one antenne, by id and capacity.
fn router(experts: &[(&str, f64)]) -> Router {
    let experts: Vec<_> = experts
        .iter()
        .map(|(id, capacity)| {
            json!({"id": id, "antenne": "a", "name": id, "capacity": capacity, "competences": [{"subject": "s"}]})
        })
        .collect();
    let directory = json!({
        "themes": [{"id": "t", "label": "T"}],
        "subjects": [{"id": "s", "theme": "t", "label": "S"}],
        "institutions": [{"id": "i", "name": "I"}],
        "antennes": [{"id": "a", "institution": "i", "name": "A", "zones": ["departement:80"]}],
        "experts": experts,
    });
    Router::from_json(&directory.to_string()).unwrap()
}

/// The experts of each need, in order.
fn orders(router: &Router) -> Vec<Vec<String>> {
    let order = |number: u32| {
        let need = Need { id: Some(format!("besoin-{number}")), ..Need::new("s", "80021") };
        router.match_experts(&need).unwrap().iter().map(|one| one.expert.id.clone()).collect()
    };
    (0..NEEDS).map(order).collect()
}

fn shares(orders: &[Vec<String>]) -> BTreeMap<&str, u32> {
    let mut shares = BTreeMap::new();
    orders.iter().for_each(|order| *shares.entry(order[0].as_str()).or_default() += 1);
    shares
}

/// Five standard deviations: chance goes beyond once in a million and a half times.
fn assert_share(name: &str, share: u32, probability: f64) {
    let expected = f64::from(NEEDS) * probability;
    let deviation = (expected * (1.0 - probability)).sqrt();
    let off = (f64::from(share) - expected).abs();
    assert!(off <= 5.0 * deviation, "{name} has {share} needs, and {expected:.0} are fair");
}

#[test]
fn equals_have_equal_shares() {
    let names: Vec<String> = (0..7).map(|number| format!("expert-{number}")).collect();
    let equals: Vec<(&str, f64)> = names.iter().map(|name| (name.as_str(), 1.0)).collect();
    let orders = orders(&router(&equals));
    let shares = shares(&orders);
    names.iter().for_each(|name| assert_share(name, shares[name.as_str()], 1.0 / 7.0));
    // The second places are shared as well: whoever declines leaves no favourite.
    let after_first: Vec<Vec<String>> =
        orders.iter().filter(|order| order[0] == "expert-0").map(|order| order[1..].to_vec()).collect();
    let seconds = self::shares(&after_first);
    let expected = after_first.len() as f64 / 6.0;
    let chi_square: f64 =
        seconds.values().map(|share| (f64::from(*share) - expected).powi(2) / expected).sum();
    assert_eq!(seconds.len(), 6);
    // Five degrees of freedom: beyond 30 in 15 of a million cases.
    assert!(chi_square < 30.0, "{seconds:?}");
}

#[test]
fn shares_follow_capacity() {
    let orders = orders(&router(&[("one", 1.0), ("two", 2.0), ("three", 3.0)]));
    let shares = shares(&orders);
    assert_share("one", shares["one"], 1.0 / 6.0);
    assert_share("two", shares["two"], 2.0 / 6.0);
    assert_share("three", shares["three"], 3.0 / 6.0);
}

#[test]
fn a_change_moves_only_what_is_won_or_lost() {
    let five = [("a", 1.0), ("b", 2.0), ("c", 1.0), ("d", 0.5), ("e", 1.0)];
    let all = orders(&router(&five));
    for (gone, _) in five {
        let fewer: Vec<_> = five.into_iter().filter(|(id, _)| *id != gone).collect();
        let left = orders(&router(&fewer));
        let mut moved = 0;
        for (before, after) in all.iter().zip(&left) {
            let kept: Vec<_> = before.iter().filter(|id| *id != gone).collect();
            // Also the other way round: the newcomer takes its place, and nobody else moves.
            assert!(kept.iter().copied().eq(after), "without {gone}: {before:?} became {after:?}");
            moved += usize::from(before[0] != after[0]);
        }
        assert!(moved > 0 && moved < all.len() / 2, "{moved} needs moved without {gone}");
    }
}

#[test]
fn a_need_without_id_goes_by_what_it_is_about() {
    let router = router(&[("a", 1.0), ("b", 1.0), ("c", 1.0)]);
    let first = |commune: &str| {
        let matches = router.match_experts(&Need::new("s", commune)).unwrap();
        matches.get(0).unwrap().expert.id.clone()
    };
    let communes = aiguillage::Geography::embedded();
    let communes = communes.communes_of("departement:80".parse().unwrap());
    let mut shares: BTreeMap<String, usize> = BTreeMap::new();
    for commune in &communes {
        assert_eq!(first(commune.code()), first(commune.code()));
        *shares.entry(first(commune.code())).or_default() += 1;
    }
    assert!(shares.len() == 3 && shares.values().all(|share| *share > communes.len() / 5), "{shares:?}");
}

//! Conditions as public programmes have them (periods, alternatives, crafts, agreements, qualities…), given to a
//! third of the owners of a world; and the facts that they ask for, given to its needs.

use aiguillage::codes::{Idcc, NafaCode};
use fastrand::Rng;
use serde_json::{Value, json};

use crate::{World, chance};

/// The share of institutions, of antennes and of experts that have such a criterion.
const SHARE: f64 = 1.0 / 3.0;

/// The world, with such a criterion on a third of its owners.
#[must_use]
pub fn with_programmes(world: &World) -> World {
    let mut rng = Rng::with_seed(83);
    let mut directory: Value = serde_json::from_str(&world.directory_json).unwrap_or_default();
    for owners in ["institutions", "antennes", "experts"] {
        for owner in directory[owners].as_array_mut().into_iter().flatten() {
            if !chance(&mut rng, SHARE) {
                continue;
            }
            match owner["criteria"].as_array_mut() {
                Some(criteria) => criteria.push(criterion(&mut rng)),
                None => owner["criteria"] = json!([criterion(&mut rng)]),
            }
        }
    }
    let needs = world.needs.iter().map(|need| {
        let mut need = need.clone();
        need.micro_entrepreneur = chance(&mut rng, 0.6).then(|| chance(&mut rng, 0.4));
        need.balance_sheet = chance(&mut rng, 0.3).then(|| rng.u64(10_000..5_000_000));
        need.turnover = chance(&mut rng, 0.4).then(|| rng.u64(10_000..5_000_000));
        if chance(&mut rng, 0.5) {
            let agreement = ["1486", "1979", "3248", "2609", "0843"][rng.usize(..5)];
            need.idcc = agreement.parse::<Idcc>().into_iter().collect();
        }
        if chance(&mut rng, 0.3) {
            need.nafa_codes = ["4321AB", "1071CA"][rng.usize(..2)].parse::<NafaCode>().into_iter().collect();
        }
        for quality in ["ess", "rge", "bio"] {
            if chance(&mut rng, 0.5) {
                need.qualities.insert(quality.to_owned(), chance(&mut rng, 0.2));
            }
        }
        need
    });
    World { needs: needs.collect(), directory_json: directory.to_string() }
}

fn criterion(rng: &mut Rng) -> Value {
    let mut criterion = match rng.usize(..10) {
        0 => {
            json!({"any_of": [{"accepted_naf": ["A"], "excluded_naf": ["02.20Z"], "below_turnover": 750_000},
                               {"accepted_activities": ["ARTISANALE"]}, {"min_years": 2}]})
        }
        1 => json!({"below_headcount": 250,
                    "any_of": [{"below_turnover": 50_000_000}, {"below_balance_sheet": 43_000_000}]}),
        2 => json!({"excluded_nafa": ["43.2", "10"]}),
        3 => json!({"excluded_idcc": ["1979", "3248"]}),
        4 => json!({"accepted_activities": ["ARTISANALE", "COMMERCIALE", "LIBERALE_NON_REGLEMENTEE"]}),
        5 => json!({"micro_entrepreneur": false}),
        6 => json!({"qualities": {"ess": false}}),
        7 => json!({"below_balance_sheet": 2_000_000}),
        8 => json!({"min_headcount": 1, "valid": {"until": "2026-12-31"}}),
        _ => json!({"excluded_activities": ["AGENT_COMMERCIAL"], "valid": {"from": "2026-01-01"}}),
    };
    // Programmes that are not sure of a fact mostly ask.
    if chance(rng, 0.7) {
        criterion["when_unknown"] = json!("accept");
    }
    criterion
}

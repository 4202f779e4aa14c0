//! Facts that a message gives away: offered with their places, never assumed.

mod amount;
mod found;
mod headcount;
mod numbers;
mod place;
mod siret;

pub use found::{Extract, FoundAmount, FoundHeadcount, FoundSiret, Place, PlaceCommune, PlaceKind};

use super::words::Words;
use crate::geography::Geography;

pub(super) fn extract(geography: &Geography, text: &str, truncated: bool) -> Extract {
    let words = Words::of(text);
    let runs = numbers::runs(text);
    Extract {
        places: place::find(geography, text, &words, &runs),
        sirets: siret::find(text, &runs),
        headcounts: headcount::find(text, &words),
        amounts: amount::find(text, &runs),
        truncated,
    }
}

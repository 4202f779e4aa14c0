//! Facts that a message gives away: offered with their places, never assumed.

mod amount;
mod contact;
mod found;
mod headcount;
mod numbers;
mod people;
mod place;
mod quantity;
mod siret;

pub use found::{
    ContactKind, Extract, FoundAmount, FoundContact, FoundHeadcount, FoundSiret, Place, PlaceCommune,
    PlaceKind,
};

use super::words::Words;
use crate::geography::Geography;

pub(super) fn extract(geography: &Geography, text: &str, truncated: bool) -> Extract {
    let words = Words::of(text);
    let runs = numbers::runs(text);
    let quantities = quantity::quantities(text, &words);
    let sirets = siret::find(text, &runs);
    Extract {
        contacts: contact::find(text, &runs, &sirets),
        places: place::find(geography, text, &words, &runs),
        sirets,
        headcounts: headcount::find(text, &words, &quantities),
        amounts: amount::find(text, &words, &quantities),
        truncated,
    }
}

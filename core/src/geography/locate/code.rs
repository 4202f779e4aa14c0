//! Places that have an INSEE code: what the code says, and whether the rest agrees.

use super::answer::{Certainty, PlaceBasis};
use super::cell::{Repair, without_decimals};
use super::decide::{Decision, Question};
use super::names::{Candidate, Names, candidate};
use crate::geography::{FoundBy, Geography, PlaceId, Resolution};

impl Geography {
    /// What an INSEE code means beside the rest of the place.
    pub(super) fn decide_by_code(&self, code: &str, rest: &mut Question) -> Decision {
        let code = without_decimals(code);
        let (place, has_doubt) = match self.resolve(code) {
            Resolution::Current(place) | Resolution::Former { place, .. } => (place, false),
            Resolution::LostZero { place } => (place, true),
            Resolution::FormerAndPostal { place, postal, .. } => {
                return self.decide_by_former_code(code, place, &postal, rest);
            }
            Resolution::Unknown { .. } => {
                rest.has_doubt = true;
                if rest.postal_code.is_none() && !self.served_by(code).is_empty() {
                    rest.postal_code = Some((code.to_owned(), Repair::None));
                }
                return self.decide(rest);
            }
        };
        let alone = |certainty| Decision {
            certainty,
            found: vec![candidate(place, FoundBy::Code)],
            basis: PlaceBasis::Code,
        };
        if rest.postal_code.is_none() && rest.town.is_none() {
            return alone(if has_doubt { Certainty::Likely } else { Certainty::Certain });
        }
        if self.agrees(place, rest) {
            return alone(Certainty::Certain);
        }
        if let Some(decision) = self.decide_by_code_as_postal(code, rest) {
            return decision;
        }
        let other = self.decide(rest);
        if other.certainty == Certainty::Unknown {
            return alone(Certainty::Likely);
        }
        let names = Names::new(self);
        let is_same = |(hit, _): &Candidate| names.whole(hit.place) == names.whole(place);
        if other.found.iter().any(is_same) {
            return alone(if other.place().is_some() { Certainty::Certain } else { Certainty::Likely });
        }
        let mut found = other.found;
        found.push(candidate(place, FoundBy::Code));
        Decision::ambiguous(found, PlaceBasis::Code)
    }

    /// A former code that is also the postal code of somewhere else: the town decides, or nobody.
    fn decide_by_former_code(
        &self,
        code: &str,
        place: PlaceId,
        postal: &[PlaceId],
        rest: &Question,
    ) -> Decision {
        if rest.town.is_some() && self.agrees(place, rest) {
            return Decision {
                certainty: Certainty::Likely,
                found: vec![candidate(place, FoundBy::Code)],
                basis: PlaceBasis::Code,
            };
        }
        if let Some(decision) = self.decide_by_code_as_postal(code, rest) {
            return decision;
        }
        let of_post = postal.iter().map(|place| candidate(*place, FoundBy::PostalCode));
        let found = std::iter::once(candidate(place, FoundBy::Code)).chain(of_post).collect();
        Decision::ambiguous(found, PlaceBasis::Code)
    }

    /// Whether a place has the town's name and is served by the postal code, as far as these are given.
    fn agrees(&self, place: PlaceId, rest: &Question) -> bool {
        let names = Names::new(self);
        let whole = names.whole(place);
        let served = rest.postal_code.as_ref().is_some_and(|(code, _)| {
            let is_of_code = |served: PlaceId| served == place || names.whole(served) == place;
            self.served_by(code).into_iter().any(is_of_code)
        });
        match &rest.town {
            None => served,
            Some(town) if town.name.is_empty() => served,
            Some(town) => {
                let places = [place, whole];
                let exact = !names.nearly_exact_among(&town.name, &places).is_empty();
                exact || served && !names.misspelt_among(&town.name, &places, 3).is_empty()
            }
        }
    }

    /// The code as a postal code in the wrong column, where the town says so.
    fn decide_by_code_as_postal(&self, code: &str, rest: &Question) -> Option<Decision> {
        let town = rest.town.as_ref()?;
        let served = self.served_by(code);
        let names = Names::new(self);
        let found = names.exact_among(&town.name, &served);
        let [(hit, by)] = found.as_slice() else { return None };
        Some(Decision {
            certainty: Certainty::Likely,
            found: vec![(*hit, *by)],
            basis: PlaceBasis::PostalCodeAndTown,
        })
    }
}

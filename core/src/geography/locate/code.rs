//! Places that have an INSEE code: what the code says, and whether the rest agrees.

use super::answer::{Certainty, PlaceBasis};
use super::cell::{Repair, without_decimals};
use super::decide::{Decision, Question};
use super::names::{Candidate, Names, candidate};
use crate::geography::{FoundBy, Geography, PlaceId, Resolution, ZoneId};

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
        let is_same = |(hit, _): &Candidate| self.is_one_place(hit.place, place);
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

    /// Whether a place has the town's name and is served by the postal code, as far as these are given,
    /// and nothing else that was written speaks against it.
    fn agrees(&self, place: PlaceId, rest: &Question) -> bool {
        let names = Names::new(self);
        let code = rest.postal_code.as_ref().map(|(code, _)| code.as_str());
        let served_by_code = code.map(|code| self.served_by(code)).unwrap_or_default();
        let served = served_by_code.iter().any(|other| self.is_one_place(*other, place));
        let is_in = |departements: &[ZoneId]| departements.is_empty() || names.is_in(place, departements);
        // CEDEX codes serve no commune; their département is all that they say.
        let is_posted = match code {
            None => true,
            Some(code) if served_by_code.is_empty() => is_in(&self.departements_of_postal_code(code)),
            Some(_) => served,
        };
        let Some(town) = rest.town.as_ref().filter(|town| !town.name.is_empty()) else {
            return served && is_in(&rest.departements);
        };
        let is_numbered = |number: u32| self.arrondissement(place).is_none_or(|own| own == number);
        if !is_posted || !is_in(&rest.departements) || !town.arrondissement.is_none_or(is_numbered) {
            return false;
        }
        let places = [place, names.whole(place)];
        if !names.nearly_exact_among(&town.name, &places).is_empty() {
            return true;
        }
        // What is the name of a neighbour is no misspelling.
        let is_of_another = !names.exact_among(&town.name, &served_by_code).is_empty();
        served && !is_of_another && !names.misspelt_among(&town.name, &places, 3).is_empty()
    }

    /// Whether two places are one, or one of them is a part of the other.
    fn is_one_place(&self, one: PlaceId, other: PlaceId) -> bool {
        let names = Names::new(self);
        one == other || names.whole(one) == other || names.whole(other) == one
    }

    /// The number of a municipal arrondissement: the end of its code, which in Lyon counts from 81.
    pub(super) fn arrondissement(&self, place: PlaceId) -> Option<u32> {
        let is_part = Names::new(self).whole(place) != place;
        let number: u32 = self.commune_at(place).code().get(3..)?.parse().ok()?;
        is_part.then_some(number % 80)
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

//! Which commune a postal code, a town and a département mean together.

use super::answer::{Certainty, PlaceBasis};
use super::cell::Repair;
use super::names::{Candidate, Names, candidate, today_first};
use super::town::Town;
use crate::geography::{FoundBy, Geography, PlaceId, ZoneId};

/// How many communes are listed that were not found by their very name.
const MOST_GUESSES: usize = 10;

const CODE_AND_TOWN: PlaceBasis = PlaceBasis::PostalCodeAndTown;

/// What was read, to be decided upon.
#[derive(Debug, Default)]
pub(super) struct Question {
    pub(super) postal_code: Option<(String, Repair)>,
    pub(super) town: Option<Town>,
    /// The département that a column or the town's cell names.
    pub(super) departements: Vec<ZoneId>,
    /// Whether something was read that was not written so, or parts of the place disagree.
    pub(super) has_doubt: bool,
}

/// What was decided.
#[derive(Debug)]
pub(super) struct Decision {
    pub(super) certainty: Certainty,
    /// The commune, or those that may be meant.
    pub(super) found: Vec<Candidate>,
    pub(super) basis: PlaceBasis,
}

impl Decision {
    pub(super) fn unknown(basis: PlaceBasis) -> Decision {
        Decision { certainty: Certainty::Unknown, found: Vec::new(), basis }
    }

    pub(super) fn ambiguous(found: Vec<Candidate>, basis: PlaceBasis) -> Decision {
        let certainty = if found.is_empty() { Certainty::Unknown } else { Certainty::Ambiguous };
        Decision { certainty, found, basis }
    }

    /// One commune as `certainty` says, several as ambiguous; nothing where there is none.
    fn of(found: Vec<Candidate>, certainty: Certainty, basis: PlaceBasis) -> Option<Decision> {
        match found.as_slice() {
            [] => None,
            [_] => Some(Decision { certainty, found, basis }),
            _ => Some(Decision::ambiguous(found, basis)),
        }
    }

    /// The commune that was decided for.
    pub(super) fn place(&self) -> Option<PlaceId> {
        match (self.certainty, self.found.as_slice()) {
            (Certainty::Certain | Certainty::Likely, [(hit, _)]) => Some(hit.place),
            _ => None,
        }
    }

    /// Certain no more.
    pub(super) fn doubted(self) -> Decision {
        let certainty = if self.certainty == Certainty::Certain { Certainty::Likely } else { self.certainty };
        Decision { certainty, ..self }
    }
}

impl Geography {
    pub(super) fn decide(&self, question: &Question) -> Decision {
        let names = Names::new(self);
        let town = question.town.as_ref().filter(|town| !town.name.is_empty());
        let decision = match (&question.postal_code, town) {
            (None, None) => Decision::unknown(PlaceBasis::Nothing),
            // Aucun is a commune of the Hautes-Pyrénées, and mostly the word for none.
            (None, Some(town)) if town.name == "aucun" => Decision::unknown(PlaceBasis::Town),
            (None, Some(town)) => names.by_town(town, &question.departements),
            (Some((code, repair)), town) => {
                let served = self.served_by(code);
                match town {
                    None => by_code_alone(&served, *repair),
                    Some(town) if served.is_empty() => names.by_departement_of_code(code, *repair, town),
                    Some(town) => names.by_code_and_town(code, *repair, &served, town),
                }
            }
        };
        let has_rest = question.town.as_ref().is_some_and(|town| town.has_rest);
        let contradicts =
            |place| !question.departements.is_empty() && !names.is_in(place, &question.departements);
        // The number behind CEDEX is mostly that of the arrondissement.
        let cedex_number = town.and_then(|town| town.cedex_number);
        let is_elsewhere = |place| {
            cedex_number.is_some_and(|number| self.arrondissement(place).is_some_and(|own| own != number))
        };
        match decision.place() {
            Some(place) if question.has_doubt || has_rest || contradicts(place) || is_elsewhere(place) => {
                decision.doubted()
            }
            _ => decision,
        }
    }
}

fn by_code_alone(served: &[PlaceId], repair: Repair) -> Decision {
    let found = served.iter().map(|place| candidate(*place, FoundBy::PostalCode)).collect();
    let certainty = if repair == Repair::None { Certainty::Certain } else { Certainty::Likely };
    let decision = Decision::of(found, certainty, PlaceBasis::PostalCode);
    decision.unwrap_or_else(|| Decision::unknown(PlaceBasis::PostalCode))
}

impl Names<'_> {
    /// A town among the communes that its postal code serves, or near them.
    fn by_code_and_town(self, code: &str, repair: Repair, served: &[PlaceId], town: &Town) -> Decision {
        if let Some(decision) = self.by_name_among_served(repair, served, town) {
            return decision;
        }
        let mut departements = self.geography.departements_of_postal_code(code);
        departements.extend(served.iter().map(|place| self.departement_of(*place)));
        let exact = self.exact(&full_name(town));
        let near: Vec<Candidate> =
            exact.iter().copied().filter(|(hit, _)| self.is_in(hit.place, &departements)).collect();
        let basis = PlaceBasis::DepartementOfPostalCode;
        if let Some(decision) = Decision::of(today_first(near), Certainty::Likely, basis) {
            return decision;
        }
        if !exact.is_empty() {
            return Decision::ambiguous(exact.into_iter().chain(by_post(served)).collect(), CODE_AND_TOWN);
        }
        match repair {
            // A code of another country has four digits, and its town no commune's name.
            Repair::LostZero => Decision::unknown(CODE_AND_TOWN),
            _ => self.by_guess_among_served(&departements, served, town),
        }
    }

    /// A town by its name, or by the beginning or a word of it, among the communes of its postal code.
    fn by_name_among_served(self, repair: Repair, served: &[PlaceId], town: &Town) -> Option<Decision> {
        let certainty = if repair == Repair::Guess { Certainty::Likely } else { Certainty::Certain };
        let name = town.name.as_str();
        let exact = today_first(self.exact_among(&full_name(town), served));
        let decision = Decision::of(exact, certainty, CODE_AND_TOWN);
        if decision.is_some() || town.arrondissement.is_some() {
            return decision;
        }
        if let Some(decision) = Decision::of(self.parts_of(name, served), certainty, CODE_AND_TOWN) {
            return Some(decision);
        }
        let ways = [Names::nearly_exact_among, Names::beginning_among, Names::word_among];
        ways.iter().find_map(|way| {
            Decision::of(today_first(way(self, name, served)), Certainty::Likely, CODE_AND_TOWN)
        })
    }

    /// A town that no commune is called: a typing fault, a name with more words, or a quarter.
    fn by_guess_among_served(self, departements: &[ZoneId], served: &[PlaceId], town: &Town) -> Decision {
        let name = town.name.as_str();
        for found in [self.misspelt_among(name, served, 3), self.contained_among(name, served)] {
            if let Some(decision) = Decision::of(found, Certainty::Likely, CODE_AND_TOWN) {
                return decision;
            }
        }
        // A quarter, unless a commune close by is meant.
        let places = self.places_in(departements);
        let mut others = self.beginning_among(name, &places);
        others.extend(self.misspelt_among(name, &places, 1));
        others.truncate(MOST_GUESSES);
        let is_quarter = others.is_empty() && town.arrondissement.is_none();
        others.extend(by_post(served));
        match others.as_slice() {
            [_] if is_quarter => {
                Decision { certainty: Certainty::Likely, found: others, basis: CODE_AND_TOWN }
            }
            _ => Decision::ambiguous(others, CODE_AND_TOWN),
        }
    }

    /// A town in the département of a code that serves nobody: a CEDEX code, or one that does not exist.
    fn by_departement_of_code(self, code: &str, repair: Repair, town: &Town) -> Decision {
        const HERE: PlaceBasis = PlaceBasis::DepartementOfPostalCode;
        let departements = self.geography.departements_of_postal_code(code);
        let name = town.name.as_str();
        let is_here = |(hit, _): &Candidate| self.is_in(hit.place, &departements);
        let exact = self.exact_with_cedex(town);
        let near: Vec<Candidate> = exact.iter().copied().filter(is_here).collect();
        if let Some(decision) = Decision::of(today_first(near), Certainty::Likely, HERE) {
            return decision;
        }
        if !exact.is_empty() || repair == Repair::LostZero {
            return Decision::ambiguous(exact, HERE);
        }
        let places = self.places_in(&departements);
        for found in [
            self.nearly_exact_among(name, &places),
            self.beginning_among(name, &places),
            self.misspelt_among(name, &places, faults_without_code(name)),
        ] {
            if let Some(decision) = Decision::of(today_first(found), Certainty::Likely, HERE) {
                return decision;
            }
        }
        let mut contained = self.contained_among(name, &places);
        contained.truncate(MOST_GUESSES);
        Decision::ambiguous(contained, HERE)
    }

    /// A town alone, or in a département that was named.
    fn by_town(self, town: &Town, departements: &[ZoneId]) -> Decision {
        let name = town.name.as_str();
        let exact = self.exact_with_cedex(town);
        let certainty = if town.cedex { Certainty::Likely } else { Certainty::Certain };
        if !departements.is_empty() {
            return self.by_named_departement(town, departements, exact, certainty);
        }
        if town.arrondissement == Some(13) && name == "marseille" {
            // The Bouches-du-Rhône are 13 too.
            let found = exact.into_iter().chain(self.exact(name)).collect();
            return Decision::ambiguous(found, PlaceBasis::Town);
        }
        if let [(hit, _)] = exact.as_slice()
            && hit.past.is_some()
        {
            // A name of the past may be the beginning of a name of today, which is meant as well.
            let longer = self.beginning(name).into_iter().filter(|(other, _)| other.place != hit.place);
            let found: Vec<Candidate> = exact.iter().copied().chain(longer).collect();
            return Decision::of(found, certainty, PlaceBasis::Town)
                .unwrap_or_else(|| Decision::unknown(PlaceBasis::Town));
        }
        if let Some(decision) = Decision::of(exact, certainty, PlaceBasis::Town) {
            return decision;
        }
        if let Some(decision) =
            Decision::of(self.exact_but_article(name), Certainty::Likely, PlaceBasis::Town)
        {
            return decision;
        }
        // A resemblance alone is never the answer.
        let guesses = [Names::beginning, Names::misspelt, Names::contained];
        let mut found =
            guesses.iter().map(|guess| guess(self, name)).find(|found| !found.is_empty()).unwrap_or_default();
        self.by_population(&mut found);
        found.truncate(MOST_GUESSES);
        Decision::ambiguous(found, PlaceBasis::Town)
    }

    fn by_named_departement(
        self,
        town: &Town,
        departements: &[ZoneId],
        exact: Vec<Candidate>,
        certainty: Certainty,
    ) -> Decision {
        const HERE: PlaceBasis = PlaceBasis::DepartementAndTown;
        let name = town.name.as_str();
        let near: Vec<Candidate> =
            exact.iter().copied().filter(|(hit, _)| self.is_in(hit.place, departements)).collect();
        let today = today_first(near.clone());
        let certainty = if near.len() == 1 { certainty } else { Certainty::Likely };
        if let Some(decision) = Decision::of(today, certainty, HERE) {
            return decision;
        }
        if !exact.is_empty() {
            return Decision::ambiguous(exact, HERE);
        }
        let places = self.places_in(departements);
        for found in [
            self.nearly_exact_among(name, &places),
            self.beginning_among(name, &places),
            self.misspelt_among(name, &places, faults_without_code(name)),
        ] {
            if let Some(decision) = Decision::of(today_first(found), Certainty::Likely, HERE) {
                return decision;
            }
        }
        Decision::unknown(HERE)
    }

    /// The places of a name; with a number behind CEDEX, the arrondissement of that number.
    fn exact_with_cedex(self, town: &Town) -> Vec<Candidate> {
        let full = full_name(town);
        if let Some(number) = town.cedex_number {
            let arrondissement = self.exact(&format!("{} {number}", town.name));
            if !arrondissement.is_empty() {
                return arrondissement;
            }
        }
        self.exact(&full)
    }

    /// The arrondissements among these of a commune that has that name today.
    fn parts_of(self, name: &str, served: &[PlaceId]) -> Vec<Candidate> {
        let parts = served.iter().copied().filter(|place| self.whole(*place) != *place);
        let is_named = |place: &PlaceId| {
            // A name of the past was that of a part, which is not where the postal code says.
            self.exact_among(name, &[self.whole(*place)]).iter().any(|(hit, _)| hit.past.is_none())
        };
        parts.filter(is_named).map(|place| candidate(place, FoundBy::PostalCode)).collect()
    }

    fn departement_of(self, place: PlaceId) -> ZoneId {
        let [.., departement, _, _] = *self.geography.chain(place);
        departement
    }
}

/// The communes of a postal code, as many as are listed.
fn by_post(served: &[PlaceId]) -> impl Iterator<Item = Candidate> + '_ {
    served.iter().take(MOST_GUESSES).map(|place| candidate(*place, FoundBy::PostalCode))
}

/// The name with its arrondissement.
pub(super) fn full_name(town: &Town) -> std::borrow::Cow<'_, str> {
    match town.arrondissement {
        Some(number) => format!("{} {number}", town.name).into(),
        None => town.name.as_str().into(),
    }
}

/// Among the communes of a whole département, a typing fault is believed in long names only.
fn faults_without_code(name: &str) -> usize {
    match name.len() {
        ..6 => 0,
        6..12 => 1,
        _ => 2,
    }
}

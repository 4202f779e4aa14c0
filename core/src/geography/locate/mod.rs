//! Locating what people write: from a postal code and a town, as files have them, to one commune.
//!
//! [`cell`], [`town`], [`departement`] and [`address`] read what stands in the cells; [`decide`] and
//! [`code`] weigh it, with the [`names`] of the places that come into question.

mod address;
mod answer;
mod cell;
mod code;
mod decide;
mod departement;
mod names;
mod town;

use std::collections::HashSet;

use super::Geography;
use address::{Address, is_abroad, read_addresses};
use cell::{PostalCell, Repair, postal_cell, said};
use decide::{Decision, Question, full_name};
use names::Names;
use town::Town;

pub use answer::{Certainty, Location, PlaceBasis, PlaceReading};

/// A place as partners' files have it: whichever parts there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PlaceQuery<'q> {
    /// An INSEE code.
    pub code: Option<&'q str>,
    /// A postal code, CEDEX codes included.
    pub postal_code: Option<&'q str>,
    /// The name of a town, and what the post adds to it: `AMIENS CEDEX 1`, `59160 LOMME`, `PARIS 12`.
    pub town: Option<&'q str>,
    /// An address of a line or several; its town is taken, not its street.
    pub address: Option<&'q str>,
    /// A département, by its code or name.
    pub departement: Option<&'q str>,
}

impl Geography {
    /// Brings a place, as people write it, to one commune, or says why that cannot be done.
    ///
    /// A postal code and a town that contradict each other are never settled silently: inside the code's
    /// département the town decides, and is likely; elsewhere the place is ambiguous.
    ///
    /// ```
    /// use aiguillage::geography::{Certainty, Geography, PlaceQuery};
    ///
    /// let geography = Geography::embedded();
    /// let lomme = PlaceQuery { postal_code: Some("59160"), town: Some("LOMME"), ..PlaceQuery::default() };
    /// let location = geography.locate(&lomme);
    /// assert_eq!(location.certainty, Certainty::Certain);
    /// assert_eq!(location.commune.unwrap().commune.name(), "Lille");
    ///
    /// let amiens = PlaceQuery { postal_code: Some("80001"), town: Some("AMIENS CEDEX 1"), ..PlaceQuery::default() };
    /// let location = geography.locate(&amiens);
    /// assert_eq!(location.certainty, Certainty::Likely);
    /// assert_eq!(location.commune.unwrap().commune.code(), "80021");
    /// ```
    pub fn locate(&self, query: &PlaceQuery<'_>) -> Location<'_> {
        let mut question = self.question(query.postal_code, query.town);
        if let Some(departement) = said(query.departement) {
            let named = self.read_departement(departement);
            if !named.is_empty() {
                question.departements = named;
            }
        }
        let has_fields = question.postal_code.is_some() || question.town.is_some();
        let address = said(query.address).filter(|text| !is_abroad(text));
        let addresses = address.map(read_addresses).unwrap_or_default();
        let code = said(query.code);
        if let Some(address) = addresses.last() {
            self.fill(&mut question, address);
        }
        let mut decision = match code {
            Some(code) => self.decide_by_code(code, &mut question),
            None => self.decide(&question),
        };
        if has_fields || code.is_some() {
            for address in &addresses {
                decision = self.weighed_with(decision, address);
            }
        } else if addresses.len() > 1 {
            decision = self.one_of(&addresses, decision);
        }
        self.location(decision, code, question)
    }

    /// What the cells of a postal code and of a town say together.
    fn question(&self, postal_code: Option<&str>, town: Option<&str>) -> Question {
        let mut question = Question::default();
        let mut town = said(town);
        match said(postal_code).map(postal_cell) {
            None => {}
            Some(PostalCell::Code { digits, repair, rest }) => {
                question.has_doubt = repair == Repair::Guess;
                question.postal_code = Some((digits.into_owned(), repair));
                town = town.or(Some(rest).filter(|rest| !rest.is_empty()));
            }
            Some(PostalCell::Departement(text)) => {
                question.departements = self.read_departement(text);
                // 99 is abroad, for the INSEE.
                question.has_doubt = question.departements.is_empty();
            }
            // No code of France: no département can be read out of it, and no town is certain beside it.
            Some(PostalCell::Foreign) => question.postal_code = Some((String::new(), Repair::LostZero)),
            Some(PostalCell::Text(text)) => {
                // The cells were exchanged, or both are parts of a name.
                match town.map(postal_cell) {
                    Some(PostalCell::Code { digits, repair, .. }) => {
                        question.postal_code = Some((digits.into_owned(), repair));
                        town = Some(text);
                    }
                    Some(_) => question.has_doubt = true,
                    None => town = Some(text),
                }
            }
        }
        if let Some(town) = town.and_then(|text| self.read_cell(text)) {
            self.add_town(&mut question, town);
        }
        question
    }

    /// A cell of a town, which may hold a whole address.
    fn read_cell(&self, text: &str) -> Option<Town> {
        if !text.contains(['\n', ',', ';']) {
            return self.read_town(text);
        }
        // Some countries are communes of France too.
        if is_abroad(text) {
            return None;
        }
        let whole = self.read_town(text)?;
        if !whole.departements.is_empty() {
            return Some(whole);
        }
        let mut addresses = read_addresses(text);
        let Address { postal_code, town, .. } = addresses.pop()?;
        let mut read = town.and_then(|town| self.read_town(town)).unwrap_or_default();
        read.postal_code = postal_code.map(str::to_owned).or(read.postal_code);
        // Another code in the cell may be the one that is meant.
        read.has_rest |= !addresses.is_empty();
        Some(read)
    }

    fn add_town(&self, question: &mut Question, mut town: Town) {
        match (&question.postal_code, town.postal_code.take()) {
            (None, Some(code)) => question.postal_code = Some((code, Repair::None)),
            (Some((code, _)), Some(other)) if *code != other => question.has_doubt = true,
            _ => {}
        }
        if question.departements.is_empty() {
            question.departements.clone_from(&town.departements);
        }
        if !town.name.is_empty() || town.has_rest {
            question.town = Some(town);
        }
    }

    /// Takes from an address what the other cells leave open.
    fn fill(&self, question: &mut Question, address: &Address<'_>) {
        if question.postal_code.is_none()
            && question.town.is_none()
            && let Some(code) = address.postal_code
        {
            question.postal_code = Some((code.to_owned(), Repair::None));
        }
        if question.town.is_none()
            && let Some(town) =
                address.town.and_then(|town| self.read_town(town)).or_else(|| self.town_before(address))
        {
            self.add_town(question, town);
        }
    }

    /// The decision on the last of several codes or towns of an address, as long as no other one leads
    /// elsewhere. Words without a code lead somewhere where they are the name of a commune.
    fn one_of(&self, addresses: &[Address<'_>], decision: Decision) -> Decision {
        let mut found = decision.found.clone();
        let is_name = |address: &Address<'_>| {
            let town = address.town.and_then(|town| self.read_town(town));
            town.is_some_and(|town| !Names::new(self).exact(&full_name(&town)).is_empty())
        };
        for address in addresses.iter().filter(|address| address.postal_code.is_some() || is_name(address)) {
            let mut question = Question::default();
            self.fill(&mut question, address);
            found.extend(self.decide(&question).found);
        }
        let mut seen = HashSet::new();
        found.retain(|(hit, _)| seen.insert(hit.place));
        if found.len() < 2 { decision } else { Decision::ambiguous(found, decision.basis) }
    }

    /// The town that stands before a code, where it is the name of one: other words say nothing.
    fn town_before(&self, address: &Address<'_>) -> Option<Town> {
        let town = address.before.and_then(|before| self.read_town(before))?;
        (!Names::new(self).exact(&full_name(&town)).is_empty()).then_some(town)
    }

    /// An address that says something else takes the certainty away; one that says the same may give it.
    fn weighed_with(&self, decision: Decision, address: &Address<'_>) -> Decision {
        if address.town.is_none() && address.postal_code.is_none() {
            return decision;
        }
        let mut question = Question::default();
        self.fill(&mut question, address);
        let Some(place) = self.decide(&question).place() else { return decision };
        let names = Names::new(self);
        let is_same = |other| names.whole(other) == names.whole(place);
        match decision.place() {
            Some(other) if is_same(other) => decision,
            Some(_) => decision.doubted(),
            None => match decision.found.iter().find(|(hit, _)| is_same(hit.place)).copied() {
                Some(found) => Decision { certainty: Certainty::Likely, found: vec![found], ..decision },
                None => decision,
            },
        }
    }

    fn location(&self, decision: Decision, code: Option<&str>, question: Question) -> Location<'_> {
        let Decision { certainty, mut found, basis } = decision;
        let departement = question.departements.first().map(|zone| self.zone_of(*zone).code().to_owned());
        let cedex = question.town.as_ref().is_some_and(|town| town.cedex);
        let town = question.town.map(|town| match town.arrondissement {
            Some(number) => format!("{} {number}", town.name),
            None => town.name,
        });
        let reading = PlaceReading {
            basis,
            code: code.map(str::to_owned),
            postal_code: question.postal_code.map(|(code, _)| code).filter(|code| !code.is_empty()),
            town,
            departement,
            cedex,
        };
        let mut found_communes = Vec::new();
        let mut commune = None;
        match (certainty, found.as_slice()) {
            (Certainty::Certain | Certainty::Likely, [(hit, by)]) => commune = Some(self.found(*hit, *by)),
            _ => {
                Names::new(self).by_population(&mut found);
                found_communes = found.into_iter().map(|(hit, by)| self.found(hit, by)).collect();
            }
        }
        Location { certainty, commune, candidates: found_communes, reading }
    }
}

#[cfg(test)]
#[cfg(feature = "cog")]
mod tests;

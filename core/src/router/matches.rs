//! The answer: who can help with a need, in order, and through which zone.

use std::borrow::Cow;
use std::fmt;

use jiff::civil::Date;
use serde::Serialize;

use super::Router;
use crate::directory::{Antenne, Expert, Institution, Rules, as_id};
use crate::engine::build::territory::{self, ZoneOwner};
use crate::engine::find::held::Holder;
use crate::engine::find::index::{IndexedExpert, Shard};
use crate::engine::order::found::Found;
use crate::geography::{PlaceId, Zone, ZoneId};
use crate::need::NeedField;
use crate::taxonomy::Subject;

/// The matches of one need, in order. What was found is kept compact; each [`Match`] is put
/// together when it is looked at.
#[derive(Clone)]
pub struct Matches<'r> {
    pub(super) router: &'r Router,
    pub(super) answer: Answer,
}

/// Matches that keep their router alive: for hosts that hand them on, such as the bindings.
#[derive(Clone)]
pub struct OwnedMatches {
    router: Router,
    answer: Answer,
}

/// A match by the positions of what it names in the lists of its directory: for tables, and for
/// hosts that keep those lists on their side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct MatchPositions {
    /// In [`Directory::experts`](crate::Directory::experts).
    pub expert: u32,
    /// In [`Directory::antennes`](crate::Directory::antennes).
    pub antenne: u32,
    /// In [`Directory::institutions`](crate::Directory::institutions).
    pub institution: u32,
    /// In [`Directory::subjects`](crate::Directory::subjects).
    pub subject: u32,
}

/// A match as far as it is known without looking at what the expert offers: for hosts that ask for
/// that once, with [`Router::offer`], and remember it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct MatchOutline {
    /// Whom it names.
    pub positions: MatchPositions,
    /// The narrowest zone that covers the need's commune.
    pub zone: Zone,
    /// The last day of the expert's absence, if the expert is away on the day of the need.
    pub absent_until: Option<Date>,
    /// The fields of the need that criteria would have looked at, and that it does not carry.
    pub unverified: Vec<NeedField>,
}

/// What an expert offers on a subject, wherever the company is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Offer<'r> {
    /// Whose zones say where.
    pub zone_owner: ZoneOwner,
    /// The note of the competence.
    pub note: Option<&'r str>,
}

/// What was found for a need, by number.
#[derive(Clone)]
pub(super) struct Answer {
    pub(super) subject: u32,
    pub(super) on: Date,
    pub(super) place: PlaceId,
    pub(super) found: Vec<Found>,
}

/// One expert found for one need, and why.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Match<'r> {
    /// The expert.
    #[serde(serialize_with = "as_id")]
    #[cfg_attr(feature = "schema", schemars(with = "String", extend("x-record" = "Expert")))]
    pub expert: &'r Expert,
    /// The expert's antenne.
    #[serde(serialize_with = "as_id")]
    #[cfg_attr(feature = "schema", schemars(with = "String", extend("x-record" = "Antenne")))]
    pub antenne: &'r Antenne,
    /// The antenne's institution.
    #[serde(serialize_with = "as_id")]
    #[cfg_attr(feature = "schema", schemars(with = "String", extend("x-record" = "Institution")))]
    pub institution: &'r Institution,
    /// The subject of the need.
    #[serde(serialize_with = "as_id")]
    #[cfg_attr(feature = "schema", schemars(with = "String", extend("x-record" = "Subject")))]
    pub subject: &'r Subject,
    /// The narrowest zone that covers the need's commune.
    pub zone: Zone,
    /// Whose zone that is.
    pub zone_owner: ZoneOwner,
    /// What the expert offers on the subject there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Cow<'r, str>>,
    /// The last day of the expert's absence, if the expert is away on the day of the need.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub absent_until: Option<Date>,
    /// The fields of the need that criteria would have looked at, and that it does not carry.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unverified: Vec<NeedField>,
}

impl<'r> Matches<'r> {
    /// How many matches there are.
    pub fn len(&self) -> usize {
        self.answer.found.len()
    }

    /// Whether nobody matches.
    pub fn is_empty(&self) -> bool {
        self.answer.found.is_empty()
    }

    /// The version of the rules under which they were found.
    pub fn rules(&self) -> Rules {
        self.router.directory().rules()
    }

    /// The day for which they were found: that of the need, else today.
    pub fn on(&self) -> Date {
        self.answer.on
    }

    /// The match at a position, from 0.
    pub fn get(&self, position: usize) -> Option<Match<'r>> {
        self.answer.found.get(position).map(|found| self.answer.reader(self.router).build(*found))
    }

    /// The matches, in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = Match<'r>> + '_ {
        let reader = self.answer.reader(self.router);
        self.answer.found.iter().map(move |found| reader.build(*found))
    }

    /// Where in the directory each match stands, in order.
    pub fn positions(&self) -> impl ExactSizeIterator<Item = MatchPositions> + '_ {
        let reader = self.answer.reader(self.router);
        self.answer.found.iter().map(move |found| reader.positions(*found))
    }

    /// The matches without what the experts offer, in order.
    pub fn outlines(&self) -> impl ExactSizeIterator<Item = MatchOutline> + '_ {
        let reader = self.answer.reader(self.router);
        self.answer.found.iter().map(move |found| reader.outline(*found))
    }

    /// The same with a router of their own, which is the same router shared.
    pub fn into_owned(self) -> OwnedMatches {
        OwnedMatches { router: self.router.clone(), answer: self.answer }
    }
}

impl OwnedMatches {
    /// How many matches there are.
    pub fn len(&self) -> usize {
        self.answer.found.len()
    }

    /// Whether nobody matches.
    pub fn is_empty(&self) -> bool {
        self.answer.found.is_empty()
    }

    /// The router that found them.
    pub fn router(&self) -> &Router {
        &self.router
    }

    /// The day for which they were found: that of the need, else today.
    pub fn on(&self) -> Date {
        self.answer.on
    }

    /// Where in the directory each match stands, in order.
    pub fn positions(&self) -> impl ExactSizeIterator<Item = MatchPositions> + '_ {
        let reader = self.answer.reader(&self.router);
        self.answer.found.iter().map(move |found| reader.positions(*found))
    }

    /// The match at a position, from 0.
    pub fn get(&self, position: usize) -> Option<Match<'_>> {
        self.answer.found.get(position).map(|found| self.answer.reader(&self.router).build(*found))
    }

    /// The matches, in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = Match<'_>> {
        let reader = self.answer.reader(&self.router);
        self.answer.found.iter().map(move |found| reader.build(*found))
    }
}

impl Router {
    /// What an expert offers on a subject, both by their positions in the directory; nothing where
    /// that depends on the company's commune, because the expert holds the subject several times, or
    /// where the expert does not hold it.
    ///
    /// ```
    /// # let router = aiguillage::Router::from_json(r#"{
    /// #     "themes": [{"id": "t", "label": "T"}], "subjects": [{"id": "s", "theme": "t", "label": "S"}],
    /// #     "institutions": [{"id": "i", "name": "I"}],
    /// #     "antennes": [{"id": "a", "institution": "i", "name": "A", "level": "national"}],
    /// #     "experts": [{"id": "e", "antenne": "a", "name": "E",
    /// #                  "competences": [{"subject": "s", "note": "sur rendez-vous"}]}]}"#)?;
    /// let offer = router.offer(0, 0).ok_or("none")?;
    /// assert_eq!((offer.zone_owner.as_str(), offer.note), ("antenne", Some("sur rendez-vous")));
    /// assert_eq!(router.offer(0, 1), None);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn offer(&self, expert: u32, subject: u32) -> Option<Offer<'_>> {
        let directory = self.directory();
        let expert = directory.experts().get(expert as usize)?;
        let competent = self.index().competent.get(subject as usize)?;
        let rank = competent.binary_search_by(|one| self.expert(one.expert).id.cmp(&expert.id)).ok()?;
        let Holder { expert: number, held } = competent[rank];
        let only = &expert.competences[held.only()?];
        let antenne = &directory.antennes()[self.index().experts[number as usize].antenne as usize];
        Some(Offer { zone_owner: territory::of(only, expert, antenne).owner, note: only.note.as_deref() })
    }
}

impl Answer {
    fn reader<'r>(&self, router: &'r Router) -> Reader<'r> {
        let directory = router.directory();
        Reader {
            router,
            shard: router.shard(self.subject),
            number: self.subject,
            subject: &directory.subjects()[self.subject as usize],
            on: self.on,
            chain: directory.geography().chain(self.place),
        }
    }
}

/// Puts together what was found for a need.
struct Reader<'r> {
    router: &'r Router,
    shard: &'r Shard,
    /// Of the subject.
    number: u32,
    subject: &'r Subject,
    on: Date,
    chain: &'r [ZoneId; 7],
}

impl<'r> Reader<'r> {
    fn indexed(&self, found: Found) -> &'r IndexedExpert {
        &self.router.index().experts[self.shard.member(found).expert as usize]
    }

    fn positions(&self, found: Found) -> MatchPositions {
        let indexed = self.indexed(found);
        MatchPositions {
            expert: indexed.position,
            antenne: indexed.antenne,
            institution: indexed.institution,
            subject: self.number,
        }
    }

    fn outline(&self, found: Found) -> MatchOutline {
        MatchOutline {
            positions: self.positions(found),
            zone: self.zone(found),
            absent_until: self.absent_until(found),
            unverified: found.unverified().fields().collect(),
        }
    }

    fn zone(&self, found: Found) -> Zone {
        self.router.directory().geography().zone_of(self.chain[usize::from(found.level())])
    }

    fn absent_until(&self, found: Found) -> Option<Date> {
        let indexed = self.indexed(found);
        match indexed.away?.covers(self.on) {
            Some(false) => None,
            _ => self.router.directory().experts()[indexed.position as usize].absent_until(self.on),
        }
    }

    /// Whose zone it is, and what the expert offers there.
    fn offer(
        &self,
        found: Found,
        expert: &'r Expert,
        antenne: &'r Antenne,
        zone: Zone,
    ) -> (ZoneOwner, Option<Cow<'r, str>>) {
        match self.shard.held[found.member() as usize].only() {
            // It was found through this one: no need to look through its zones.
            Some(place) => {
                let only = &expert.competences[place];
                (territory::of(only, expert, antenne).owner, only.note.as_deref().map(Cow::Borrowed))
            }
            None => self.joined_offer(expert, antenne, zone),
        }
    }

    /// The same subject may be held several times (PITFALLS R8): the offers that cover are joined.
    fn joined_offer(
        &self,
        expert: &'r Expert,
        antenne: &'r Antenne,
        zone: Zone,
    ) -> (ZoneOwner, Option<Cow<'r, str>>) {
        let geography = self.router.directory().geography();
        let held = expert.competences.iter().filter(|competence| competence.subject == self.subject.id);
        let mut zone_owner = ZoneOwner::Antenne;
        let mut note: Option<Cow<'r, str>> = None;
        for competence in held {
            let territory = territory::of(competence, expert, antenne);
            let inside = |zone: &Zone| geography.zone_id(*zone).is_some_and(|id| self.chain.contains(&id));
            if !territory.everything && !territory.zones.iter().any(inside) {
                continue;
            }
            if territory.has(zone) {
                zone_owner = zone_owner.min(territory.owner);
            }
            note = match (note, competence.note.as_deref()) {
                (Some(notes), Some(own)) => Some(Cow::Owned(format!("{notes}; {own}"))),
                (None, Some(own)) => Some(Cow::Borrowed(own)),
                (note, None) => note,
            };
        }
        (zone_owner, note)
    }

    fn build(&self, found: Found) -> Match<'r> {
        let directory = self.router.directory();
        let indexed = self.indexed(found);
        let expert = &directory.experts()[indexed.position as usize];
        let antenne = &directory.antennes()[indexed.antenne as usize];
        let zone = self.zone(found);
        let (zone_owner, note) = self.offer(found, expert, antenne, zone);
        Match {
            expert,
            antenne,
            institution: &directory.institutions()[indexed.institution as usize],
            subject: self.subject,
            zone,
            zone_owner,
            note,
            absent_until: self.absent_until(found),
            unverified: found.unverified().fields().collect(),
        }
    }
}

impl fmt::Debug for OwnedMatches {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter().map(|one| (one.expert.id.as_str(), one.zone.to_string()))).finish()
    }
}

impl fmt::Debug for Matches<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter().map(|one| (one.expert.id.as_str(), one.zone.to_string()))).finish()
    }
}

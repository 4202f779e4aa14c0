//! The answer: who can help with a need, in order, and through which zone.

use std::borrow::Cow;
use std::fmt;

use jiff::civil::Date;
use serde::Serialize;
use serde::ser::SerializeStruct;

use super::Router;
use super::rules::Unverified;
use super::territory::{self, ZoneOwner};
use crate::directory::{Antenne, Directory, Expert, Institution, Rules};
use crate::geography::{PlaceId, Zone};
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

/// An expert found, and how.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    pub(super) expert: u32,
    /// The level of the zone that covers.
    pub(super) level: u8,
    pub(super) unverified: Unverified,
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
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Match<'r> {
    /// The expert.
    pub expert: &'r Expert,
    /// The expert's antenne.
    pub antenne: &'r Antenne,
    /// The antenne's institution.
    pub institution: &'r Institution,
    /// The subject of the need.
    pub subject: &'r Subject,
    /// The narrowest zone that covers the need's commune.
    pub zone: Zone,
    /// Whose zone that is.
    pub zone_owner: ZoneOwner,
    /// What the expert offers on the subject there.
    pub note: Option<Cow<'r, str>>,
    /// The last day of the expert's absence, if the expert is away on the day of the need.
    pub absent_until: Option<Date>,
    /// The fields of the need that criteria would have looked at, and that it does not carry.
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
        self.answer.found.get(position).map(|found| self.answer.build(self.router, found))
    }

    /// The matches, in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = Match<'r>> + '_ {
        self.answer.found.iter().map(|found| self.answer.build(self.router, found))
    }

    /// Where in the directory each match stands, in order.
    pub fn positions(&self) -> impl ExactSizeIterator<Item = MatchPositions> + '_ {
        self.answer.positions(self.router)
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
        self.answer.positions(&self.router)
    }

    /// The match at a position, from 0.
    pub fn get(&self, position: usize) -> Option<Match<'_>> {
        self.answer.found.get(position).map(|found| self.answer.build(&self.router, found))
    }

    /// The matches, in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = Match<'_>> {
        self.answer.found.iter().map(|found| self.answer.build(&self.router, found))
    }
}

impl Answer {
    fn positions<'a>(&'a self, router: &'a Router) -> impl ExactSizeIterator<Item = MatchPositions> + 'a {
        self.found.iter().map(|found| {
            let expert = &router.index().experts[found.expert as usize];
            MatchPositions {
                expert: expert.position,
                antenne: expert.antenne,
                institution: expert.institution,
                subject: self.subject,
            }
        })
    }

    /// Whose zone it is, and what the expert offers there.
    fn offer<'r>(
        &self,
        directory: &'r Directory,
        expert: &'r Expert,
        antenne: &'r Antenne,
        subject: &Subject,
        zone: Zone,
    ) -> (ZoneOwner, Option<Cow<'r, str>>) {
        let mut held = expert.competences.iter().filter(|competence| competence.subject == subject.id);
        if let (Some(only), None) = (held.next(), held.next()) {
            // It was found through this one: no need to look through its zones.
            return (territory::of(only, expert, antenne).owner, only.note.as_deref().map(Cow::Borrowed));
        }
        // The same subject may be held several times (PITFALLS R8): the offers that cover are joined.
        let held = expert.competences.iter().filter(|competence| competence.subject == subject.id);
        let chain = directory.geography().chain(self.place);
        let mut zone_owner = ZoneOwner::Antenne;
        let mut note: Option<Cow<'r, str>> = None;
        for competence in held {
            let territory = territory::of(competence, expert, antenne);
            let inside =
                |zone: &Zone| directory.geography().zone_id(*zone).is_some_and(|id| chain.contains(&id));
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

    fn build<'r>(&self, router: &'r Router, found: &Found) -> Match<'r> {
        let directory = router.directory();
        let indexed = &router.index().experts[found.expert as usize];
        let expert = &directory.experts()[indexed.position as usize];
        let antenne = &directory.antennes()[indexed.antenne as usize];
        let subject = &directory.subjects()[self.subject as usize];
        let chain = directory.geography().chain(self.place);
        let zone = directory.geography().zone_of(chain[usize::from(found.level)]);
        let (zone_owner, note) = self.offer(directory, expert, antenne, subject, zone);
        Match {
            expert,
            antenne,
            institution: &directory.institutions()[indexed.institution as usize],
            subject,
            zone,
            zone_owner,
            note,
            absent_until: if indexed.has_absences { expert.absent_until(self.on) } else { None },
            unverified: found.unverified.fields().collect(),
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

impl Serialize for Match<'_> {
    /// By ids: `expert`, `antenne`, `institution`, `subject`, `zone`, `zone_owner`, and `note`,
    /// `absent_until`, `unverified` where there is something to say.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Match", 9)?;
        fields.serialize_field("expert", &self.expert.id)?;
        fields.serialize_field("antenne", &self.antenne.id)?;
        fields.serialize_field("institution", &self.institution.id)?;
        fields.serialize_field("subject", &self.subject.id)?;
        fields.serialize_field("zone", &self.zone)?;
        fields.serialize_field("zone_owner", &self.zone_owner)?;
        match &self.note {
            Some(note) => fields.serialize_field("note", note)?,
            None => fields.skip_field("note")?,
        }
        match &self.absent_until {
            Some(date) => fields.serialize_field("absent_until", date)?,
            None => fields.skip_field("absent_until")?,
        }
        if self.unverified.is_empty() {
            fields.skip_field("unverified")?;
        } else {
            fields.serialize_field("unverified", &self.unverified)?;
        }
        fields.end()
    }
}

//! An expert as the rows so far describe it.

use std::collections::{HashMap, HashSet};

use super::super::source::Value;
use crate::diagnostic::Place;
use crate::geography::ZoneKind;
use crate::text::fold;

/// A text of a cell, and where it stands.
pub(super) type Placed = (String, Place);

#[derive(Debug)]
pub(super) struct Draft {
    /// The first row.
    pub(super) at: Place,
    pub(super) id: Option<Placed>,
    pub(super) antenne: Placed,
    pub(super) name: Placed,
    pub(super) email: Option<Placed>,
    /// An address that is none, which was told: it takes the one of the directory not away.
    pub(super) lost_email: Option<Place>,
    pub(super) phone: Option<Placed>,
    pub(super) job: Option<Placed>,
    pub(super) zones: Vec<(Place, Value)>,
    pub(super) competences: Vec<DraftCompetence>,
    /// The subjects that a cell says no to, and where.
    pub(super) refused: Vec<(String, Place)>,
    pub(super) members: Vec<DraftMember>,
    /// Whether the rows are those of a team.
    pub(super) is_team: bool,
    /// Whether a cell of a row names a subject, if only one that there is not.
    pub(super) names_a_subject: bool,
    /// Whether no zone is left of those that stand in the row.
    pub(super) lost_zones: bool,
    /// What the sheets speak of; everything else stays as the directory has it.
    pub(super) scope: Scope,
    pub(super) seen: Seen,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) struct DraftCompetence {
    pub(super) subject: String,
    pub(super) at: Place,
    pub(super) note: Option<String>,
}

#[derive(Debug)]
pub(super) struct DraftMember {
    pub(super) name: Placed,
    pub(super) email: Option<Placed>,
    pub(super) phone: Option<Placed>,
}

/// The fields that a sheet has columns for.
#[derive(Clone, Debug, Default)]
pub(super) struct Scope {
    pub(super) name: bool,
    pub(super) email: bool,
    pub(super) phone: bool,
    pub(super) job: bool,
    pub(super) zones: Vec<ZoneKind>,
    /// The subjects with a column of their own.
    pub(super) subjects: HashSet<String>,
    /// Whether a column names subjects in its cells: then the rows name all there are.
    pub(super) all_subjects: bool,
}

/// What a draft has, so that further rows add only what is new.
#[derive(Debug, Default)]
pub(super) struct Seen {
    zones: HashSet<String>,
    /// The notes of each subject.
    notes: HashMap<String, HashSet<Option<String>>>,
}

/// What an expert is known by among the rows of sheets.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Key {
    Id(String),
    /// A team of an antenne: by its address, or its folded name.
    Team(String, String),
    /// A person of an antenne: by folded name, and the address, which two may share.
    Person(String, String, String),
}

impl Scope {
    /// Whether the sheets say everything that there is about a subject.
    pub(super) fn has_subject(&self, subject: &str) -> bool {
        self.all_subjects || self.subjects.contains(subject)
    }

    fn extend(&mut self, other: Scope) {
        self.name |= other.name;
        self.email |= other.email;
        self.phone |= other.phone;
        self.job |= other.job;
        self.all_subjects |= other.all_subjects;
        // Most rows are of one sheet, which says the same of each.
        if self.subjects.len() != other.subjects.len() || self.subjects != other.subjects {
            self.subjects.extend(other.subjects);
        }
        for kind in other.zones {
            if !self.zones.contains(&kind) {
                self.zones.push(kind);
            }
        }
    }
}

impl Draft {
    /// What rows of the same expert have in common.
    pub(super) fn keys(&self) -> Vec<Key> {
        let id = self.id.as_ref().map(|(id, _)| Key::Id(id.clone()));
        let antenne = self.antenne.0.clone();
        let email = self.email.as_ref().map(|(email, _)| email.to_lowercase());
        let name = fold(&self.name.0);
        let other = if self.is_team {
            Key::Team(antenne, email.unwrap_or(name))
        } else {
            Key::Person(antenne, name, email.unwrap_or_default())
        };
        id.into_iter().chain([other]).collect()
    }

    /// Whether another draft has an id of its own, so that it is another expert.
    pub(super) fn differs_from(&self, other: &Draft) -> bool {
        matches!((&self.id, &other.id), (Some((id, _)), Some((other, _))) if id != other)
    }

    /// Whether two rows without a team are of two people, who are no one expert.
    pub(super) fn is_another_person(&self, other: &Draft) -> bool {
        !self.is_team && !other.is_team && fold(&self.name.0) != fold(&other.name.0)
    }

    /// Whether the rows make an expert by themselves.
    pub(super) fn makes_an_expert(&self) -> bool {
        self.is_team || !self.competences.is_empty()
    }

    /// Adds what another row says of the same expert.
    pub(super) fn merge(&mut self, other: Draft) {
        if self.seen.notes.is_empty() && self.seen.zones.is_empty() {
            self.see_all();
        }
        self.id = self.id.take().or(other.id);
        self.email = self.email.take().or(other.email);
        self.lost_email = self.lost_email.or(other.lost_email);
        self.phone = self.phone.take().or(other.phone);
        self.job = self.job.take().or(other.job);
        self.is_team |= other.is_team;
        self.names_a_subject |= other.names_a_subject;
        self.lost_zones |= other.lost_zones;
        self.scope.extend(other.scope);
        for (at, zone) in other.zones {
            if self.seen.zones.insert(zone.text().to_owned()) {
                self.zones.push((at, zone));
            }
        }
        for competence in other.competences {
            let notes = self.seen.notes.entry(competence.subject.clone()).or_default();
            // A bare yes adds nothing to the same subject with a note, whichever comes first.
            if competence.note.is_some() && notes.remove(&None) {
                let is_bare =
                    |known: &DraftCompetence| known.subject == competence.subject && known.note.is_none();
                self.competences.retain(|known| !is_bare(known));
            }
            let is_new =
                if competence.note.is_none() { notes.is_empty() } else { !notes.contains(&competence.note) };
            if is_new {
                notes.insert(competence.note.clone());
                self.competences.push(competence);
            }
        }
        self.refused.extend(other.refused);
        for member in other.members {
            match self.members.iter_mut().find(|known| known.is_same(&member)) {
                Some(known) => {
                    known.email = known.email.take().or(member.email);
                    known.phone = known.phone.take().or(member.phone);
                }
                None => self.members.push(member),
            }
        }
    }

    /// Notes what the first row brought; most experts have no other.
    fn see_all(&mut self) {
        self.seen.zones.extend(self.zones.iter().map(|(_, zone)| zone.text().to_owned()));
        for competence in &self.competences {
            self.seen.notes.entry(competence.subject.clone()).or_default().insert(competence.note.clone());
        }
    }
}

impl DraftMember {
    pub(super) fn is_same(&self, other: &DraftMember) -> bool {
        let email = |member: &DraftMember| member.email.as_ref().map(|(email, _)| email.to_lowercase());
        fold(&self.name.0) == fold(&other.name.0)
            && (email(self) == email(other) || self.email.is_none() || other.email.is_none())
    }
}

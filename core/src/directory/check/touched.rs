//! The ids that a change gives and removes.

use std::collections::{HashMap, HashSet};

use super::super::Directory;
use super::super::source::{Kind, Removed, Source};
use crate::diagnostic::{DiagnosticCode, Place, Report};
use crate::language::sentence;
use crate::text::shorten;

/// What a change names, by kind and id.
pub(super) struct Touched<'a> {
    given: HashSet<(Kind, &'a str)>,
    removals: HashMap<(Kind, &'a str), Place>,
    /// The kinds of all of these: most changes touch experts only, and most of a directory's items need
    /// not be looked up.
    kinds: Vec<Kind>,
}

impl<'a> Touched<'a> {
    /// Reports removals of what is not there, and of what is given or removed again. `position` finds an
    /// expert of the directory by id.
    pub(super) fn read(
        source: &'a Source,
        removed: &'a [Removed],
        base: &Directory,
        position: impl Fn(&str) -> Option<usize>,
        report: &mut Report,
    ) -> Touched<'a> {
        let given: HashSet<(Kind, &str)> = Removed::KINDS
            .into_iter()
            .flat_map(|kind| given_ids(source, kind).map(move |id| (kind, id)))
            .collect();
        let mut removals: HashMap<(Kind, &str), Place> = HashMap::new();
        for Removed { kind, id, place } in removed {
            let id = id.trim();
            let is_known = match kind {
                Kind::Institution => base.institutions().iter().any(|one| one.id == id),
                Kind::Antenne => base.antennes().iter().any(|one| one.id == id),
                _ => position(id).is_some(),
            };
            if !is_known {
                unknown(*kind, id, *place, base, report);
            } else if removals.insert((*kind, id), *place).is_some() || given.contains(&(*kind, id)) {
                let message = sentence!(RemovedAndGiven { id: shorten(id, 60) });
                report.add(DiagnosticCode::DuplicateId, *place, id, message);
            }
        }
        let mut kinds = Removed::KINDS.to_vec();
        kinds.retain(|kind| given.iter().chain(removals.keys()).any(|(own, _)| own == kind));
        Touched { given, removals, kinds }
    }

    /// Where the removal of an item stands.
    pub(super) fn removal(&self, kind: Kind, id: &str) -> Option<Place> {
        self.removals.get(&(kind, id)).copied()
    }

    /// Whether the change removes anything of a kind.
    pub(super) fn removes_any(&self, kind: Kind) -> bool {
        self.removals.keys().any(|(own, _)| *own == kind)
    }

    /// Whether the change gives or removes anything of a kind.
    pub(super) fn any(&self, kind: Kind) -> bool {
        self.kinds.contains(&kind)
    }

    /// Whether an item stays as it is.
    pub(super) fn leaves(&self, kind: Kind, id: &str) -> bool {
        !self.any(kind) || self.removal(kind, id).is_none() && !self.given.contains(&(kind, id))
    }

    /// The ids of a kind that are given or removed.
    pub(super) fn ids(&self, kind: Kind) -> impl Iterator<Item = &'a str> {
        let ids = self.given.iter().chain(self.removals.keys());
        ids.filter(move |(own, _)| *own == kind).map(|(_, id)| *id)
    }
}

/// The ids that a change gives of a kind.
fn given_ids(source: &Source, kind: Kind) -> impl Iterator<Item = &str> {
    let ids = source.table(kind).iter().filter_map(|record| record.field("id"));
    ids.map(|field| field.value.text().trim())
}

fn unknown(kind: Kind, id: &str, at: Place, base: &Directory, report: &mut Report) {
    let (code, what) = match kind {
        Kind::Institution => (DiagnosticCode::UnknownInstitution, sentence!(Institution)),
        Kind::Antenne => (DiagnosticCode::UnknownAntenne, sentence!(Antenne)),
        _ => (DiagnosticCode::UnknownExpert, sentence!(Expert)),
    };
    let known: Vec<&str> = match kind {
        Kind::Institution => base.institutions().iter().map(|one| one.id.as_str()).collect(),
        Kind::Antenne => base.antennes().iter().map(|one| one.id.as_str()).collect(),
        _ => base.experts().iter().map(|one| one.id.as_str()).collect(),
    };
    let message = sentence!(NothingToRemove { what, id: shorten(id, 60) });
    let nearest = report.nearest(id, known.iter().copied()).map(str::to_owned);
    report.add_with(code, at, id, message, nearest);
}

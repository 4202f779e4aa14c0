//! The ids that a directory knows, and errors about ids that it does not.

use std::collections::{HashMap, HashSet};

use crate::directory::Directory;
use crate::follow_up::{Referral, ReferralError};
use crate::language::sentence;

/// What a directory knows, by id.
pub(super) struct Known<'d> {
    directory: &'d Directory,
    pub(super) theme_of: HashMap<&'d str, &'d str>,
    antennes: HashSet<&'d str>,
    experts: HashSet<&'d str>,
    pub(super) guesses: Guesses<'d>,
}

impl<'d> Known<'d> {
    pub(super) fn of(directory: &'d Directory) -> Known<'d> {
        let subjects = directory.subjects().iter();
        Known {
            directory,
            theme_of: subjects.map(|subject| (subject.id.as_str(), subject.theme.as_str())).collect(),
            antennes: directory.antennes().iter().map(|antenne| antenne.id.as_str()).collect(),
            experts: directory.experts().iter().map(|expert| expert.id.as_str()).collect(),
            guesses: Guesses::default(),
        }
    }

    /// The id of an institution that may be named by an alias.
    pub(super) fn institution(&self, name: &'d str) -> &'d str {
        self.directory.institution(name).map_or(name, |institution| institution.id.as_str())
    }

    /// The ids of a referral that the directory does not have. People come and go: the referral counts
    /// all the same.
    pub(super) fn check(&mut self, referral: &'d Referral) -> Vec<ReferralError> {
        let Known { directory, antennes, experts, guesses, .. } = self;
        let mut found = Vec::new();
        if !experts.contains(referral.expert.as_str()) {
            found.push(guesses.unknown(Kind::Expert, &referral.expert, || experts.iter().copied()));
        }
        if let Some(antenne) = referral.antenne.as_deref().filter(|antenne| !antennes.contains(antenne)) {
            found.push(guesses.unknown(Kind::Antenne, antenne, || antennes.iter().copied()));
        }
        if directory.institution(&referral.institution).is_none() {
            let ids = || directory.institutions().iter().map(|institution| institution.id.as_str());
            found.push(guesses.unknown(Kind::Institution, &referral.institution, ids));
        }
        found
    }
}

/// What a fact can refer to.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    Need,
    Subject,
    Expert,
    Antenne,
    Institution,
}

/// Errors about unknown ids, each made once: looking for the nearest known one takes time.
#[derive(Default)]
pub(super) struct Guesses<'f> {
    made: HashMap<(Kind, &'f str), ReferralError>,
    compared: usize,
}

impl<'f> Guesses<'f> {
    /// So many ids are looked for; a file with more of them is of another directory.
    const MOST_LOOKED_FOR: usize = 200;

    /// So many known ids are compared with unknown ones in one report: half a second of work at most.
    const MOST_COMPARED: usize = 500_000;

    pub(super) fn unknown<'k, K>(
        &mut self,
        kind: Kind,
        id: &'f str,
        known: impl FnOnce() -> K,
    ) -> ReferralError
    where
        K: ExactSizeIterator<Item = &'k str>,
    {
        if let Some(made) = self.made.get(&(kind, id)) {
            return made.clone();
        }
        let known = known();
        let compared = self.compared.saturating_add(known.len());
        let is_affordable = self.made.len() < Guesses::MOST_LOOKED_FOR && compared <= Guesses::MOST_COMPARED;
        if is_affordable {
            self.compared = compared;
        }
        let (code, field, what) = match kind {
            Kind::Need => ("unknown_need", "need", sentence!(Need)),
            Kind::Subject => ("unknown_subject", "subject", sentence!(Subject)),
            Kind::Expert => ("unknown_expert", "expert", sentence!(Expert)),
            Kind::Antenne => ("unknown_antenne", "antenne", sentence!(Antenne)),
            Kind::Institution => ("unknown_institution", "institution", sentence!(Institution)),
        };
        // All of them or none: which of them come first is chance.
        let known = known.take(if is_affordable { usize::MAX } else { 0 });
        let error = ReferralError::unknown(code, field, what, id, known);
        self.made.insert((kind, id), error.clone());
        error
    }
}

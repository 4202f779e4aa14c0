//! The answer to a need: who can help, in order.

use std::fmt;

use jiff::civil::Date;

use super::Router;
use super::answer::Answer;
use super::found_match::Match;
use super::reading::Reader;
use crate::directory::RulesVersion;
use crate::geography::Commune;

/// The matches of one need, in order.
///
/// What was found is kept compact, some eight bytes a match; each [`Match`] is put together when it is
/// looked at.
#[derive(Clone)]
pub struct Matches<'r> {
    pub(super) router: &'r Router,
    pub(super) answer: Answer,
}

/// Matches that keep their router alive: for hosts that hand them on, such as the bindings.
#[derive(Clone)]
pub struct OwnedMatches {
    pub(super) router: Router,
    pub(super) answer: Answer,
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
    pub fn rules(&self) -> RulesVersion {
        self.router.directory().rules()
    }

    /// Whether a secret seed of the directory's keeper entered the draw.
    pub fn is_seeded(&self) -> bool {
        self.router.directory().is_seeded()
    }

    /// The day for which they were found: that of the need, else today.
    pub fn on(&self) -> Date {
        self.answer.on
    }

    /// The current commune of the need.
    pub fn commune(&self) -> Commune<'r> {
        self.router.directory().geography().commune_at(self.answer.place.id)
    }

    /// Whether the need's postal code and town make that commune likely, not certain: somebody should
    /// have a look at it.
    ///
    /// ```
    /// # use aiguillage::{Need, Router};
    /// # let router = Router::from_json(r#"{"themes": [{"id": "t", "label": "T"}],
    /// #     "subjects": [{"id": "recruter", "theme": "t", "label": "S"}]}"#)?;
    /// let need = Need {
    ///     postal_code: Some("80001".into()),
    ///     town: Some("AMIENS CEDEX 1".into()),
    ///     ..Need::new("recruter", "")
    /// };
    /// let matches = router.match_experts(&need)?;
    /// assert_eq!((matches.commune().code(), matches.is_commune_likely()), ("80021", true));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn is_commune_likely(&self) -> bool {
        self.answer.place.is_likely
    }

    /// Whether the need's exact headcount, which counts, lies outside of the band that it gives too.
    pub fn headcount_differs(&self) -> bool {
        self.answer.headcount_differs
    }

    /// The match at a position, from 0.
    pub fn get(&self, position: usize) -> Option<Match<'r>> {
        let found = *self.answer.found.get(position)?;
        Some(Reader::new(self.router, &self.answer).read(found))
    }

    /// The matches, in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = Match<'r>> + '_ {
        let reader = Reader::new(self.router, &self.answer);
        self.answer.found.iter().map(move |found| reader.read(*found))
    }

    /// The same, sharing the router.
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

    /// The current commune of the need.
    pub fn commune(&self) -> Commune<'_> {
        self.router.directory().geography().commune_at(self.answer.place.id)
    }

    /// Whether the need's postal code and town make that commune likely, not certain.
    pub fn is_commune_likely(&self) -> bool {
        self.answer.place.is_likely
    }

    /// Whether the need's exact headcount, which counts, lies outside of the band that it gives too.
    pub fn headcount_differs(&self) -> bool {
        self.answer.headcount_differs
    }

    /// The match at a position, from 0.
    pub fn get(&self, position: usize) -> Option<Match<'_>> {
        let found = *self.answer.found.get(position)?;
        Some(Reader::new(&self.router, &self.answer).read(found))
    }

    /// The matches, in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = Match<'_>> {
        let reader = Reader::new(&self.router, &self.answer);
        self.answer.found.iter().map(move |found| reader.read(*found))
    }
}

impl fmt::Debug for Matches<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        list(f, self.iter())
    }
}

impl fmt::Debug for OwnedMatches {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        list(f, self.iter())
    }
}

/// Experts and zones, the rest can be looked up.
fn list<'r>(f: &mut fmt::Formatter<'_>, matches: impl Iterator<Item = Match<'r>>) -> fmt::Result {
    let entries = matches.map(|found| (found.expert.id.as_str(), found.zone.to_string()));
    f.debug_list().entries(entries).finish()
}

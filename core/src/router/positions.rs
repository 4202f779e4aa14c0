//! Matches as positions in the lists of their directory: for bindings, and for hosts that keep those
//! lists on their side of a boundary. Everybody else reads a [`Match`](super::Match), which names its
//! expert.
//!
//! A position counts from 0, and is only meaningful with the directory of the router that gave it.
//!
//! ```
//! use aiguillage::router::positions::{self, Positions};
//! use aiguillage::{Need, Router};
//!
//! # let router = Router::from_json(r#"{
//! #     "themes": [{"id": "t", "label": "T"}], "subjects": [{"id": "s", "theme": "t", "label": "S"}],
//! #     "institutions": [{"id": "i", "name": "I"}],
//! #     "antennes": [{"id": "a", "institution": "i", "name": "A", "level": "national"}],
//! #     "experts": [{"id": "e", "antenne": "a", "name": "E",
//! #                  "competences": [{"subject": "s", "note": "sur rendez-vous"}]}]}"#)?;
//! let matches = router.match_experts(&Need::new("s", "80021"))?;
//! let first = matches.positions().next().ok_or("nobody")?;
//! assert_eq!((first.expert, first.subject), (0, 0));
//! let offer = positions::offer(&router, first.expert, first.subject).ok_or("it depends on the commune")?;
//! assert_eq!((offer.zone_owner.as_str(), offer.note), ("antenne", Some("sur rendez-vous")));
//! assert_eq!(positions::offer(&router, 0, 1), None);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use jiff::civil::Date;

use super::reading::Reader;
use super::{Matches, OwnedMatches, Router, ZoneOwner};
use crate::engine::offer::{only_competence, only_offer};
use crate::geography::Zone;
use crate::need::NeedField;

/// A match by the positions of what it names in the lists of its directory.
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
/// that once, with [`offer`], and remember it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct MatchOutline {
    /// Whom it names.
    pub positions: MatchPositions,
    /// The narrowest zone that covers the need's commune.
    pub zone: Zone,
    /// The last day of the expert's absence, if the expert is absent on the day of the need.
    pub absent_until: Option<Date>,
    /// The fields of the need that criteria would have looked at, and that it does not carry.
    pub unverified: Vec<NeedField>,
}

/// What an expert offers on a subject, wherever the company is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Offer<'r> {
    /// Whose zones tell where.
    pub zone_owner: ZoneOwner,
    /// The note of the competence.
    pub note: Option<&'r str>,
}

/// Matches as positions.
pub trait Positions {
    /// Where in the directory each match stands, in order.
    fn positions(&self) -> impl ExactSizeIterator<Item = MatchPositions> + '_;

    /// The matches without what the experts offer, in order.
    fn outlines(&self) -> impl ExactSizeIterator<Item = MatchOutline> + '_;
}

impl Positions for Matches<'_> {
    fn positions(&self) -> impl ExactSizeIterator<Item = MatchPositions> + '_ {
        let reader = Reader::new(self.router, &self.answer);
        self.answer.found.iter().map(move |found| reader.positions(*found))
    }

    fn outlines(&self) -> impl ExactSizeIterator<Item = MatchOutline> + '_ {
        let reader = Reader::new(self.router, &self.answer);
        self.answer.found.iter().map(move |found| reader.outline(*found))
    }
}

impl Positions for OwnedMatches {
    fn positions(&self) -> impl ExactSizeIterator<Item = MatchPositions> + '_ {
        let reader = Reader::new(&self.router, &self.answer);
        self.answer.found.iter().map(move |found| reader.positions(*found))
    }

    fn outlines(&self) -> impl ExactSizeIterator<Item = MatchOutline> + '_ {
        let reader = Reader::new(&self.router, &self.answer);
        self.answer.found.iter().map(move |found| reader.outline(*found))
    }
}

/// What an expert offers on a subject, both by their positions in the directory; `None` where that
/// depends on the company's commune, because the expert holds the subject several times, or where the
/// expert does not hold it.
pub fn offer(router: &Router, expert: u32, subject: u32) -> Option<Offer<'_>> {
    let compiled = router.compiled();
    let expert = compiled.directory().experts().get(expert as usize)?;
    compiled.directory().subjects().get(subject as usize)?;
    let holder = compiled.holder(subject, &expert.id)?;
    let placed = compiled.placed(holder.expert);
    let (zone_owner, note) = only_offer(placed, only_competence(placed, holder.competence)?);
    Some(Offer { zone_owner, note })
}

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

pub use super::outline::{MatchOutline, MatchPositions};
use super::reading::Reader;
use super::{Matches, OwnedMatches, Router, ZoneOwner};
use crate::engine::offer::{only_competence, only_offer};

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

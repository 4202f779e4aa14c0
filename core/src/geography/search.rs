//! The search for communes by name.

use std::cmp::Reverse;

use rustc_hash::FxHashSet;

use super::id::PlaceId;
use super::name_index::{Hit, NameIndex, canonical};
use super::{Commune, Geography};
use crate::text::fold;

/// The longest name has 45 characters; what is much longer is no name.
const LONGEST: usize = 100;

impl Geography {
    /// The communes whose name is or resembles `name`, at most `limit`.
    ///
    /// First those of that very name, then those whose name begins with it, then those with a word
    /// that begins with it, then those that a typing fault leads away from; the most populous first
    /// among each. Accents, case, hyphens and `St` for `Saint` are forgiven; `paris 12e` finds the
    /// arrondissement.
    ///
    /// ```
    /// # use aiguillage::geography::Geography;
    /// let geography = Geography::embedded();
    /// let first = |name| geography.search(name, 1)[0].code();
    /// assert_eq!(first("st etienne"), "42218");
    /// assert_eq!(first("Paris 12e"), "75112");
    /// assert_eq!(first("lyon 03"), "69383");
    /// assert_eq!(first("Marseile"), "13055");
    /// ```
    pub fn search(&self, name: &str, limit: usize) -> Vec<Commune<'_>> {
        let mut found: Vec<PlaceId> = Vec::new();
        let Some(queries) = queries(name) else {
            return Vec::new();
        };
        let index = self.names_by_letter();
        let mut known = FxHashSet::default();
        for rank in [NameIndex::named, NameIndex::beginning_with, NameIndex::with_word, NameIndex::misspelt] {
            if found.len() >= limit {
                break;
            }
            let mut hits: Vec<Hit> = queries.readings().flat_map(|query| rank(index, query)).collect();
            hits.sort_unstable_by_key(|hit| {
                (hit.faults, Reverse(self.population_of(hit.place.into())), hit.place)
            });
            let new = hits.into_iter().map(|hit| hit.place).filter(|place| known.insert(*place));
            found.extend(new.take(limit - found.len()));
        }
        found.into_iter().map(|place| self.commune_at(place)).collect()
    }

    /// The communes of that very name, the most populous first.
    pub(super) fn named(&self, name: &str) -> Vec<PlaceId> {
        let Some(queries) = queries(name) else {
            return Vec::new();
        };
        let hits = self.names_by_letter().named(&queries.whole);
        let mut places: Vec<PlaceId> = hits.into_iter().map(|hit| hit.place).collect();
        places.sort_by_key(|place| Reverse(self.population_of((*place).into())));
        places
    }

    /// The communes that go by this name in a text, the most populous first: those of that very name,
    /// and those whose name continues with other words (`le Touquet` for Le Touquet-Paris-Plage).
    pub(crate) fn called(&self, name: &str, limit: usize) -> Vec<Commune<'_>> {
        let Some(queries) = queries(name) else {
            return Vec::new();
        };
        let index = self.names_by_letter();
        let longer = index.beginning_with(&format!("{} ", queries.whole));
        let mut hits = index.named(&queries.whole);
        hits.extend(longer.into_iter().filter(|hit| !self.commune_at(hit.place).is_arrondissement()));
        hits.sort_by_key(|hit| (Reverse(self.population_of(hit.place.into())), hit.place));
        hits.into_iter().take(limit).map(|hit| self.commune_at(hit.place)).collect()
    }

    fn names_by_letter(&self) -> &NameIndex {
        self.name_index
            .get_or_init(|| NameIndex::new(self.places().map(|place| (place, self.name_of(place.into())))))
    }
}

/// The ways to read what was asked: as a whole name, and as the beginning of one.
struct Queries {
    whole: String,
    beginning: String,
}

impl Queries {
    /// Both, the likelier first; each once.
    fn readings(&self) -> impl Iterator<Item = &str> {
        let other = Some(&*self.beginning).filter(|beginning| *beginning != self.whole);
        std::iter::once(&*self.whole).chain(other)
    }
}

/// The ways to read what was asked; nothing where it cannot be a name.
fn queries(name: &str) -> Option<Queries> {
    if name.len() > 4 * LONGEST {
        return None;
    }
    let folded = fold(name);
    if folded.is_empty() || folded.len() > LONGEST {
        return None;
    }
    Some(Queries { whole: canonical(&folded, true), beginning: canonical(&folded, false) })
}

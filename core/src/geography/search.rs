//! The search for communes by name.

use std::cmp::Reverse;

use rustc_hash::FxHashSet;

use super::id::PlaceId;
use super::name_index::{Hit, NameIndex, canonical};
use super::{Commune, FoundBy, FoundCommune, Geography};
use crate::text::fold;

/// The longest name has 45 characters; what is much longer is no name.
const LONGEST: usize = 100;

impl Geography {
    /// The communes whose name is or resembles `name`, at most `limit`, and how each was found.
    ///
    /// First those of that very name, then those that had it or whose parts have or had it; then those whose
    /// name begins with it, then those with a word that begins with it, names of today before those of the
    /// past; then those that a typing fault leads away from. Among each, the most populous first. Accents,
    /// case, hyphens and `St` for `Saint` are forgiven; `paris 12e` finds the arrondissement.
    ///
    /// ```
    /// # use aiguillage::geography::{FoundBy, Geography};
    /// let geography = Geography::embedded();
    /// let first = |name| geography.search(name, 1)[0].commune.code();
    /// assert_eq!(first("st etienne"), "42218");
    /// assert_eq!(first("Paris 12e"), "75112");
    /// assert_eq!(first("lyon 03"), "69383");
    /// assert_eq!(first("Marseile"), "13055");
    ///
    /// let lomme = geography.search("lomme", 1)[0];
    /// assert_eq!((lomme.commune.name(), lomme.found), ("Lille", FoundBy::FormerName));
    /// assert_eq!(lomme.former_name, Some("Lomme"));
    /// ```
    pub fn search(&self, name: &str, limit: usize) -> Vec<FoundCommune<'_>> {
        let mut found: Vec<FoundCommune<'_>> = Vec::new();
        let Some(queries) = queries(name) else {
            return Vec::new();
        };
        let index = self.names_by_letter();
        let mut known = FxHashSet::default();
        for (rank, found_by) in RANKS {
            if found.len() >= limit {
                break;
            }
            let mut hits: Vec<Hit> = queries.readings().flat_map(|query| rank(index, query)).collect();
            hits.sort_unstable_by_key(|hit| {
                let people = Reverse(self.population_of(hit.place.into()));
                (hit.faults, hit.past.is_some(), people, hit.place, hit.past)
            });
            let new = hits.into_iter().filter(|hit| known.insert(hit.place));
            found.extend(new.take(limit - found.len()).map(|hit| self.found(hit, found_by)));
        }
        found
    }

    /// A hit as what it leads to.
    pub(super) fn found(&self, hit: Hit, found: FoundBy) -> FoundCommune<'_> {
        let former_name = hit.past.and_then(|past| self.past_names.get(hit.place, past));
        let found = if found == FoundBy::Name && former_name.is_some() { FoundBy::FormerName } else { found };
        FoundCommune { commune: self.commune_at(hit.place), found, former_name }
    }

    /// The communes of that very name today, the most populous first; else those that had it.
    pub(super) fn named(&self, name: &str) -> Vec<PlaceId> {
        let Some(queries) = queries(name) else {
            return Vec::new();
        };
        let mut hits = self.names_by_letter().named(&queries.whole);
        if hits.iter().any(|hit| hit.past.is_none()) {
            hits.retain(|hit| hit.past.is_none());
        }
        let mut places: Vec<PlaceId> = hits.into_iter().map(|hit| hit.place).collect();
        places.sort_by_key(|place| (Reverse(self.population_of((*place).into())), *place));
        places.dedup();
        places
    }

    /// The communes that go by this name in a text, the most populous first: those of that very name,
    /// and those whose name continues with other words (`le Touquet` for Le Touquet-Paris-Plage); where
    /// there is none, those that had the name.
    pub(crate) fn called(&self, name: &str, limit: usize) -> Vec<Commune<'_>> {
        let Some(queries) = queries(name) else {
            return Vec::new();
        };
        let index = self.names_by_letter();
        let longer = index.beginning_with(&format!("{} ", queries.whole));
        let mut hits = index.named(&queries.whole);
        let is_longer = |hit: &Hit| !self.commune_at(hit.place).is_arrondissement() && hit.past.is_none();
        hits.extend(longer.into_iter().filter(is_longer));
        if hits.iter().any(|hit| hit.past.is_none()) {
            hits.retain(|hit| hit.past.is_none());
        }
        hits.sort_by_key(|hit| (Reverse(self.population_of(hit.place.into())), hit.place));
        hits.dedup_by_key(|hit| hit.place);
        hits.into_iter().take(limit).map(|hit| self.commune_at(hit.place)).collect()
    }

    pub(super) fn names_by_letter(&self) -> &NameIndex {
        self.name_index.get_or_init(|| {
            let today = self.places().map(|place| (place, None, self.name_of(place.into())));
            let mut last = (PlaceId(u32::MAX), 0);
            let past = self.past_names.iter().map(|(place, name)| {
                last = if last.0 == place { (place, last.1 + 1) } else { (place, 0) };
                (place, Some(last.1), name)
            });
            NameIndex::new(self.place_count(), today.chain(past))
        })
    }
}

type Rank = fn(&NameIndex, &str) -> Vec<Hit>;

/// The ways to find a name, the surest first.
const RANKS: [(Rank, FoundBy); 4] = [
    (NameIndex::named, FoundBy::Name),
    (NameIndex::beginning_with, FoundBy::Beginning),
    (NameIndex::with_word, FoundBy::Word),
    (NameIndex::misspelt, FoundBy::Resemblance),
];

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

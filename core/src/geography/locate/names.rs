//! Names compared with those of the places that come into question.

use std::cmp::Reverse;

use super::departement::without_article;
use crate::geography::name_index::{Hit, Misspelt, NameIndex};
use crate::geography::{FoundBy, Geography, PlaceId, ZoneId};

/// Words that say too little to find a commune by them.
const COMMON_WORDS: [&str; 14] =
    ["saint", "sainte", "le", "la", "les", "l", "de", "du", "des", "d", "en", "sur", "sous", "mairie"];

/// A commune that may be meant, and how it was found.
pub(super) type Candidate = (Hit, FoundBy);

/// The names of a geography, and what is asked of them.
#[derive(Clone, Copy)]
pub(super) struct Names<'g> {
    pub(super) geography: &'g Geography,
    index: &'g NameIndex,
}

impl<'g> Names<'g> {
    pub(super) fn new(geography: &'g Geography) -> Names<'g> {
        Names { geography, index: geography.names_by_letter() }
    }

    /// The places among these that bear the name, today or by a name of the past.
    pub(super) fn exact_among(self, name: &str, places: &[PlaceId]) -> Vec<Candidate> {
        self.among(places, FoundBy::Name, |other| other == name)
    }

    /// All the places that bear the name, today or by a name of the past; each once.
    pub(super) fn exact(self, name: &str) -> Vec<Candidate> {
        let mut hits = self.index.named(name);
        hits.sort_by_key(|hit| (hit.place, hit.past));
        hits.dedup_by_key(|hit| hit.place);
        hits.into_iter().map(|hit| (hit, FoundBy::Name)).collect()
    }

    /// All the places that bear the name with another article, or with none.
    pub(super) fn exact_but_article(self, name: &str) -> Vec<Candidate> {
        let bare = without_article(name);
        let spellings = ["", "le ", "la ", "les ", "l "].map(|article| format!("{article}{bare}"));
        let mut found: Vec<Candidate> = spellings.iter().flat_map(|name| self.exact(name)).collect();
        found.sort_by_key(|(hit, _)| (hit.place, hit.past));
        found.dedup_by_key(|(hit, _)| hit.place);
        found
    }

    /// The places among these that bear the name but for an article or for blanks.
    pub(super) fn nearly_exact_among(self, name: &str, places: &[PlaceId]) -> Vec<Candidate> {
        let bare = without_article(name);
        let letters = |text: &str| text.len() - text.matches(' ').count();
        let length = letters(name);
        let is_same = |other: &str| {
            without_article(other) == bare
                || letters(other) == length
                    && other.chars().filter(|c| *c != ' ').eq(name.chars().filter(|c| *c != ' '))
        };
        self.among(places, FoundBy::Name, is_same)
    }

    /// The places among these of whose names this is the beginning, up to the end of a word.
    pub(super) fn beginning_among(self, name: &str, places: &[PlaceId]) -> Vec<Candidate> {
        if says_little(name) {
            return Vec::new();
        }
        let bare = without_article(name);
        let begins = |other: &str| {
            let rest = other.strip_prefix(name).or_else(|| without_article(other).strip_prefix(bare));
            rest.is_some_and(|rest| rest.starts_with(' '))
        };
        self.among(places, FoundBy::Beginning, begins)
    }

    /// All the places of whose names of today this is the beginning, up to the end of a word.
    pub(super) fn beginning(self, name: &str) -> Vec<Candidate> {
        if says_little(name) {
            return Vec::new();
        }
        let hits = self.index.beginning_with(&format!("{name} "));
        let today = hits.into_iter().filter(|hit| hit.past.is_none());
        today.map(|hit| (hit, FoundBy::Beginning)).collect()
    }

    /// The places among these in whose names it stands as whole words.
    pub(super) fn word_among(self, name: &str, places: &[PlaceId]) -> Vec<Candidate> {
        if says_little(name) {
            return Vec::new();
        }
        self.among(places, FoundBy::Word, |other| holds(other, name))
    }

    /// The places among these whose names stand in this one as whole words: those of the longest such name.
    ///
    /// Where the rest of it names another of these places, or another has that name in its own, there are
    /// several: `Cergy Pontoise` is neither.
    pub(super) fn contained_among(self, name: &str, places: &[PlaceId]) -> Vec<Candidate> {
        let longest_of = |place: PlaceId| {
            let mut longest = String::new();
            self.index.find(place, |other| {
                if other.len() > longest.len() && !says_little(other) && holds(name, other) {
                    other.clone_into(&mut longest);
                }
                false
            });
            longest
        };
        let longest = places.iter().map(|place| longest_of(*place)).max_by_key(String::len);
        let Some(longest) = longest.filter(|longest| !longest.is_empty()) else { return Vec::new() };
        let mut found = self.among(places, FoundBy::Word, |other| other == longest);
        let says_much = |word: &&str| word.len() >= 4 && !COMMON_WORDS.contains(word);
        let rest: Vec<&str> =
            name.split(' ').filter(says_much).filter(|word| !holds(&longest, word)).collect();
        let places_found: Vec<PlaceId> = found.iter().map(|(hit, _)| hit.place).collect();
        let others: Vec<PlaceId> =
            places.iter().copied().filter(|other| !places_found.contains(other)).collect();
        let bare = without_article(&longest);
        let is_of_other = |other: &str| holds(other, bare) || rest.iter().any(|word| holds(other, word));
        found.extend(self.among(&others, FoundBy::Word, is_of_other));
        found
    }

    /// The communes whose names begin or end this one, as whole words.
    pub(super) fn contained(self, name: &str) -> Vec<Candidate> {
        let breaks = name.match_indices(' ').map(|(at, _)| at);
        let parts = breaks.flat_map(|at| [name.get(..at), name.get(at + 1..)]).flatten();
        let mut found: Vec<Candidate> =
            parts.filter(|part| !says_little(part)).flat_map(|part| self.exact(part)).collect();
        found.retain(|(hit, _)| hit.past.is_none());
        found.iter_mut().for_each(|(_, by)| *by = FoundBy::Word);
        found.sort_by_key(|(hit, _)| hit.place);
        found.dedup_by_key(|(hit, _)| hit.place);
        found
    }

    /// The places among these whose names a typing fault leads away from; the nearest only.
    pub(super) fn misspelt_among(self, name: &str, places: &[PlaceId], most: usize) -> Vec<Candidate> {
        let query = Misspelt::new(name, most);
        let hits = places.iter().filter_map(|place| self.index.nearest_of(*place, &query));
        nearest(hits.collect())
    }

    /// All the places whose names one typing fault leads away from. More faults are compared with too many
    /// names: three took 2.8 ms for a long name.
    pub(super) fn misspelt(self, name: &str) -> Vec<Candidate> {
        let mut hits = self.index.misspelt_by(name, 1);
        hits.sort_by_key(|hit| (hit.place, hit.faults, hit.past));
        hits.dedup_by_key(|hit| hit.place);
        nearest(hits)
    }

    fn among(self, places: &[PlaceId], by: FoundBy, test: impl Fn(&str) -> bool) -> Vec<Candidate> {
        let hits = places.iter().filter_map(|place| self.index.find(*place, &test));
        hits.map(|hit| (hit, by)).collect()
    }

    /// The places of some départements.
    pub(super) fn places_in(self, departements: &[ZoneId]) -> Vec<PlaceId> {
        departements.iter().flat_map(|zone| self.geography.places_of(*zone)).collect()
    }

    /// Whether a place lies in one of these départements.
    pub(super) fn is_in(self, place: PlaceId, departements: &[ZoneId]) -> bool {
        let [.., departement, _, _] = *self.geography.chain(place);
        departements.contains(&departement)
    }

    /// The commune of an arrondissement; a commune itself.
    pub(super) fn whole(self, place: PlaceId) -> PlaceId {
        let [_, commune, ..] = *self.geography.chain(place);
        PlaceId(commune.0)
    }

    /// The most populous first.
    pub(super) fn by_population(self, candidates: &mut Vec<Candidate>) {
        candidates.sort_by_key(|(hit, _)| {
            (Reverse(self.geography.population_of(hit.place.into())), hit.place, hit.faults)
        });
        candidates.dedup_by_key(|(hit, _)| hit.place);
    }
}

/// A place that was found by something else than a name.
pub(super) fn candidate(place: PlaceId, by: FoundBy) -> Candidate {
    (Hit { faults: 0, past: None, place }, by)
}

/// Those that bear a name today, where there are any; else all.
pub(super) fn today_first(mut found: Vec<Candidate>) -> Vec<Candidate> {
    if found.iter().any(|(hit, _)| hit.past.is_none()) {
        found.retain(|(hit, _)| hit.past.is_none());
    }
    found
}

fn nearest(hits: Vec<Hit>) -> Vec<Candidate> {
    let fewest = hits.iter().map(|hit| hit.faults).min();
    let hits = hits.into_iter().filter(|hit| Some(hit.faults) == fewest);
    hits.map(|hit| (hit, FoundBy::Resemblance)).collect()
}

/// Whether `words` stands in `text` between blanks or ends.
fn holds(text: &str, words: &str) -> bool {
    text.match_indices(words).any(|(start, _)| {
        let before = text.get(..start).unwrap_or("");
        let after = text.get(start + words.len()..).unwrap_or("");
        (before.is_empty() || before.ends_with(' ')) && (after.is_empty() || after.starts_with(' '))
    })
}

fn says_little(name: &str) -> bool {
    name.len() < 3 || name.split(' ').all(|word| COMMON_WORDS.contains(&word))
}

//! The search for communes by name.

use std::cmp::Reverse;

use rustc_hash::FxHashSet;

use super::{Commune, Geography, PlaceId};
use crate::text::fold;

/// The longest name has 45 characters; what is much longer is no name.
const LONGEST: usize = 100;
/// The characters of a name that may be wrong, at most.
const MOST_FAULTS: usize = 3;

/// The names of the places, folded, in alphabetical order.
pub(super) struct NameIndex {
    /// Each name with a space before it and a line end after it.
    text: String,
    names: Vec<Name>,
}

struct Name {
    place: PlaceId,
    start: u32,
    end: u32,
    letters: u32,
}

impl Name {
    fn hit(&self) -> Hit {
        Hit { faults: 0, place: self.place }
    }
}

struct Hit {
    faults: usize,
    place: PlaceId,
}

impl NameIndex {
    fn new(geography: &Geography) -> NameIndex {
        let places = (0..geography.place_count() as u32).map(PlaceId);
        let mut folded: Vec<(String, PlaceId)> =
            places.map(|place| (canonical(&fold(geography.name_of(place.into())), true), place)).collect();
        folded.sort_unstable();
        let mut text = String::with_capacity(folded.iter().map(|(name, _)| name.len() + 2).sum());
        let mut names = Vec::with_capacity(folded.len());
        for (name, place) in folded {
            text.push(' ');
            let start = text.len() as u32;
            text.push_str(&name);
            names.push(Name { place, start, end: text.len() as u32, letters: letters(&name) });
            text.push('\n');
        }
        NameIndex { text, names }
    }

    fn text(&self, name: &Name) -> &str {
        &self.text[name.start as usize..name.end as usize]
    }

    fn from(&self, query: &str) -> &[Name] {
        &self.names[self.names.partition_point(|name| self.text(name) < query)..]
    }

    /// The names that are `query`.
    fn named(&self, query: &str) -> Vec<Hit> {
        let same = |name: &&Name| self.text(name) == query;
        self.from(query).iter().take_while(same).map(Name::hit).collect()
    }

    /// The names that begin with `query`.
    fn beginning_with(&self, query: &str) -> Vec<Hit> {
        let begins = |name: &&Name| self.text(name).starts_with(query);
        self.from(query).iter().take_while(begins).map(Name::hit).collect()
    }

    /// The names with a word that begins with `query`.
    fn with_word(&self, query: &str) -> Vec<Hit> {
        let name_at = |(at, _): (usize, &str)| {
            let after = self.names.partition_point(|name| name.start as usize <= at + 1);
            self.names.get(after.checked_sub(1)?).map(Name::hit)
        };
        self.text.match_indices(&format!(" {query}")).filter_map(name_at).collect()
    }

    /// The names that a few wrong characters lead away from, and how many these are.
    fn misspelt(&self, query: &str) -> Vec<Hit> {
        let length = query.chars().count();
        let allowed = (length / 4).min(MOST_FAULTS);
        if allowed == 0 {
            return Vec::new();
        }
        let asked = letters(query);
        let close = |name: &Name| {
            // A fault brings one letter at most, and takes one away.
            let strange = (name.letters & !asked).count_ones().max((asked & !name.letters).count_ones());
            let bytes = (name.end - name.start) as usize;
            if strange as usize > allowed || bytes.abs_diff(query.len()) > 4 * allowed {
                return None;
            }
            let text = self.text(name);
            // Another number is another arrondissement, and no typing fault.
            let differs = text.chars().count().abs_diff(length) > allowed || !digits(text).eq(digits(query));
            if differs {
                return None;
            }
            let faults = strsim::osa_distance(query, text);
            (faults <= allowed).then_some(Hit { faults, place: name.place })
        };
        self.names.iter().filter_map(close).collect()
    }
}

fn digits(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().filter(char::is_ascii_digit)
}

/// The set of the letters and digits of a folded text.
fn letters(text: &str) -> u32 {
    text.bytes().fold(0, |set, byte| match byte {
        b'a'..=b'z' => set | 1 << (byte - b'a'),
        b'0'..=b'9' => set | 1 << (26 + (byte - b'0') / 2),
        _ => set,
    })
}

/// One way to write a folded name: `saint` for `st`, `paris 12` for `paris 12e arrondissement`.
///
/// The last word may be the beginning of a longer one: `st` of `strasbourg`, unless it is `whole`.
fn canonical(folded: &str, whole: bool) -> String {
    let mut words: Vec<&str> = folded.split(' ').collect();
    let last = words.len() - 1;
    for (at, word) in words.iter_mut().enumerate() {
        *word = match *word {
            "st" if whole || at < last => "saint",
            "ste" if whole || at < last => "sainte",
            word => word,
        };
    }
    if words.len() > 1
        && words.last().is_some_and(|word| ["arrondissement", "arrt", "arrdt", "arr"].contains(word))
    {
        words.pop();
    }
    if let Some(word) = words.last_mut() {
        let number = word.trim_end_matches(|c: char| !c.is_ascii_digit());
        if !number.is_empty() && ["er", "e", "eme", "ieme"].contains(&&word[number.len()..]) {
            *word = number;
        }
        // `lyon 03`, as the last digits of a postal code say it.
        if word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_digit()) {
            *word = word.trim_start_matches('0');
        }
    }
    words.join(" ")
}

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
            let mut hits: Vec<Hit> = queries.iter().flat_map(|query| rank(index, query)).collect();
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
        let hits = self.names_by_letter().named(&queries[0]);
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
        let longer = index.beginning_with(&format!("{} ", queries[0]));
        let mut hits = index.named(&queries[0]);
        hits.extend(longer.into_iter().filter(|hit| !self.commune_at(hit.place).is_arrondissement()));
        hits.sort_by_key(|hit| (Reverse(self.population_of(hit.place.into())), hit.place));
        hits.into_iter().take(limit).map(|hit| self.commune_at(hit.place)).collect()
    }

    fn names_by_letter(&self) -> &NameIndex {
        self.name_index.get_or_init(|| NameIndex::new(self))
    }
}

/// The ways to read what was asked, the likeliest first; nothing where it cannot be a name.
fn queries(name: &str) -> Option<Vec<String>> {
    if name.len() > 4 * LONGEST {
        return None;
    }
    let folded = fold(name);
    if folded.is_empty() || folded.len() > LONGEST {
        return None;
    }
    let mut queries = vec![canonical(&folded, true), canonical(&folded, false)];
    queries.dedup();
    Some(queries)
}

//! The names of places, folded and in order.

use super::id::PlaceId;
use crate::text::fold;

/// The characters of a name that may be wrong, at most.
const MOST_FAULTS: usize = 3;

/// The names of the places, folded, in alphabetical order.
pub(super) struct NameIndex {
    /// Each name with a space before it and a line end after it.
    text: String,
    names: Vec<Name>,
    /// The names of each place by their positions in `names`, the name of today first.
    by_place: Vec<u32>,
    /// Where the names of each place begin in `by_place`, and the end.
    place_starts: Vec<u32>,
}

struct Name {
    place: PlaceId,
    start: u32,
    end: u32,
    letters: u32,
    /// The position among the place's names of the past; nothing for the name of today.
    past: Option<u32>,
}

impl Name {
    fn hit(&self) -> Hit {
        Hit { faults: 0, past: self.past, place: self.place }
    }
}

/// A name that was found, and how many of its characters were written otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hit {
    pub(super) faults: usize,
    /// The position among the place's names of the past; nothing for the name of today.
    pub(super) past: Option<u32>,
    pub(super) place: PlaceId,
}

/// A name of a place: the place, the position among its names of the past, and the name.
pub(super) type NamedPlace<'n> = (PlaceId, Option<u32>, &'n str);

impl NameIndex {
    /// The index of places and their names.
    pub(super) fn new<'n>(place_count: usize, places: impl Iterator<Item = NamedPlace<'n>>) -> NameIndex {
        let mut folded: Vec<(String, PlaceId, Option<u32>)> =
            places.map(|(place, past, name)| (canonical(&fold(name), true), place, past)).collect();
        folded.sort_unstable();
        let mut text = String::with_capacity(folded.iter().map(|(name, ..)| name.len() + 2).sum());
        let mut names = Vec::with_capacity(folded.len());
        for (name, place, past) in folded {
            text.push(' ');
            let start = text.len() as u32;
            text.push_str(&name);
            names.push(Name { place, start, end: text.len() as u32, letters: letters(&name), past });
            text.push('\n');
        }
        let mut by_place: Vec<u32> = (0..names.len() as u32).collect();
        by_place.sort_by_key(|at| names.get(*at as usize).map(|name| (name.place, name.past)));
        let place_of = |at: &u32| names.get(*at as usize).map_or(0, |name| name.place.0);
        let starts = 0..=place_count as u32;
        let place_starts =
            starts.map(|place| by_place.partition_point(|at| place_of(at) < place) as u32).collect();
        NameIndex { text, names, by_place, place_starts }
    }

    fn text(&self, name: &Name) -> &str {
        self.text.get(name.start as usize..name.end as usize).unwrap_or("")
    }

    fn from(&self, query: &str) -> &[Name] {
        let start = self.names.partition_point(|name| self.text(name) < query);
        self.names.get(start..).unwrap_or(&[])
    }

    fn names_of(&self, place: PlaceId) -> impl Iterator<Item = &Name> {
        let start = self.place_starts.get(place.0 as usize).copied().unwrap_or(0) as usize;
        let end = self.place_starts.get(place.0 as usize + 1).copied().unwrap_or(0) as usize;
        let positions = self.by_place.get(start..end).unwrap_or(&[]);
        positions.iter().filter_map(|at| self.names.get(*at as usize))
    }

    /// The first name of a place, that of today before those of the past, that passes a test.
    pub(super) fn find(&self, place: PlaceId, mut test: impl FnMut(&str) -> bool) -> Option<Hit> {
        self.names_of(place).find(|name| test(self.text(name))).map(Name::hit)
    }

    /// The name of a place that is nearest to `query`, if one is near enough.
    pub(super) fn nearest_of(&self, place: PlaceId, query: &Misspelt<'_>) -> Option<Hit> {
        self.names_of(place).filter_map(|name| self.faults(name, query)).min_by_key(|hit| hit.faults)
    }

    /// The names that are `query`.
    pub(super) fn named(&self, query: &str) -> Vec<Hit> {
        let same = |name: &&Name| self.text(name) == query;
        self.from(query).iter().take_while(same).map(Name::hit).collect()
    }

    /// The names that begin with `query`.
    pub(super) fn beginning_with(&self, query: &str) -> Vec<Hit> {
        let begins = |name: &&Name| self.text(name).starts_with(query);
        self.from(query).iter().take_while(begins).map(Name::hit).collect()
    }

    /// The names with a word that begins with `query`.
    pub(super) fn with_word(&self, query: &str) -> Vec<Hit> {
        let name_at = |(at, _): (usize, &str)| {
            let after = self.names.partition_point(|name| name.start as usize <= at + 1);
            self.names.get(after.checked_sub(1)?).map(Name::hit)
        };
        self.text.match_indices(&format!(" {query}")).filter_map(name_at).collect()
    }

    /// The names that a few wrong characters lead away from, and how many these are.
    pub(super) fn misspelt(&self, query: &str) -> Vec<Hit> {
        self.misspelt_by(query, MOST_FAULTS)
    }

    /// The names that at most so many wrong characters lead away from.
    pub(super) fn misspelt_by(&self, query: &str, most: usize) -> Vec<Hit> {
        let query = Misspelt::new(query, most);
        self.names.iter().filter_map(|name| self.faults(name, &query)).collect()
    }

    fn faults(&self, name: &Name, query: &Misspelt<'_>) -> Option<Hit> {
        if query.allowed == 0 {
            return None;
        }
        // A fault brings one letter at most, and takes one away.
        let strange =
            (name.letters & !query.letters).count_ones().max((query.letters & !name.letters).count_ones());
        let bytes = (name.end - name.start) as usize;
        if strange as usize > query.allowed || bytes.abs_diff(query.text.len()) > 4 * query.allowed {
            return None;
        }
        let text = self.text(name);
        // Another number is another arrondissement, and no typing fault.
        let differs = text.chars().count().abs_diff(query.length) > query.allowed
            || !digits(text).eq(digits(query.text));
        if differs {
            return None;
        }
        let faults = strsim::osa_distance(query.text, text);
        (faults <= query.allowed).then_some(Hit { faults, ..name.hit() })
    }
}

/// A name that may be written wrongly.
pub(super) struct Misspelt<'q> {
    text: &'q str,
    length: usize,
    letters: u32,
    /// The characters that may be wrong: one in four, and no more than `most`.
    allowed: usize,
}

impl<'q> Misspelt<'q> {
    pub(super) fn new(text: &'q str, most: usize) -> Misspelt<'q> {
        let length = text.chars().count();
        Misspelt { text, length, letters: letters(text), allowed: (length / 4).min(most) }
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
pub(super) fn canonical(folded: &str, whole: bool) -> String {
    let mut words: Vec<&str> = folded.split(' ').collect();
    let last = words.len() - 1;
    for (at, word) in words.iter_mut().enumerate() {
        *word = match *word {
            "st" if whole || at < last => "saint",
            "ste" if whole || at < last => "sainte",
            // `Saint-André-lez-Lille`, which is also written `lès` and `les`.
            "lez" if whole || at < last => "les",
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

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

/// A name that was found, and how many of its characters were written otherwise.
pub(super) struct Hit {
    pub(super) faults: usize,
    pub(super) place: PlaceId,
}

impl NameIndex {
    /// The index of places and their names.
    pub(super) fn new<'n>(places: impl Iterator<Item = (PlaceId, &'n str)>) -> NameIndex {
        let mut folded: Vec<(String, PlaceId)> =
            places.map(|(place, name)| (canonical(&fold(name), true), place)).collect();
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
        self.text.get(name.start as usize..name.end as usize).unwrap_or("")
    }

    fn from(&self, query: &str) -> &[Name] {
        let start = self.names.partition_point(|name| self.text(name) < query);
        self.names.get(start..).unwrap_or(&[])
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
pub(super) fn canonical(folded: &str, whole: bool) -> String {
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

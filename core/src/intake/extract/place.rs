//! Places: postal codes, and communes by name where the text shows that a name is meant.

use std::ops::Range;

use super::found::{Place, PlaceCommune, PlaceKind};
use super::numbers::Digits;
use super::references::REFERENCES;

use crate::geography::{Commune, Geography};
use crate::intake::french::STOP_WORDS;
use crate::intake::span::Span;
use crate::intake::words::Words;

/// The communes that one place may mean, at most.
const MOST_COMMUNES: usize = 10;
/// The words of the longest name that is looked for.
const LONGEST_NAME: usize = 6;
/// The places found in one text, at most: a list of communes is no message.
const MOST_PLACES: usize = 50;
/// The words of one text at which a name may begin, at most.
const MOST_TRIES: usize = 300;

// What a name of one word must have for people, so that `Excel` and `louer` are no communes: most where
// nothing but the name speaks for it.
const KNOWN_WITHOUT_PREPOSITION: u64 = 2_000;
const KNOWN_WITHOUT_CAPITAL: u64 = 5_000;

/// Words before a place.
const PREPOSITIONS: [&str; 16] = [
    "a", "au", "aux", "sur", "vers", "pres", "de", "d", "du", "en", "dans", "entre", "autour", "mairie",
    "ville", "commune",
];
/// Those that do not also stand before everything else, for names in small letters.
const LOCATING: [&str; 8] = ["a", "sur", "vers", "pres", "autour", "mairie", "ville", "commune"];
/// Words before a postal code.
const POSTAL: [&str; 9] = ["a", "cp", "postal", "code", "au", "dans", "le", "sur", "cedex"];

/// Words before the name of a street.
const STREETS: [&str; 26] = [
    "rue",
    "r",
    "avenue",
    "av",
    "ave",
    "boulevard",
    "bd",
    "bld",
    "blvd",
    "place",
    "pl",
    "chemin",
    "che",
    "route",
    "rte",
    "allee",
    "allees",
    "all",
    "impasse",
    "imp",
    "quai",
    "square",
    "cours",
    "faubourg",
    "fbg",
    "passage",
];
/// Words that may stand between the two.
const BEFORE_STREET_NAMES: [&str; 8] = ["de", "du", "des", "d", "la", "le", "les", "l"];

/// Words after a number that make it something else.
const UNITS: [&str; 14] = [
    "euro",
    "euros",
    "eur",
    "e",
    "k",
    "ke",
    "m",
    "m2",
    "km",
    "h",
    "heures",
    "habitants",
    "personnes",
    "clients",
];

pub(super) fn find(geography: &Geography, text: &str, words: &Words, runs: &[Digits]) -> Vec<Place> {
    let mut places = postal_codes(geography, text, runs);
    places.extend(names(geography, text, words));
    places.sort_by_key(|place| place.span.start);
    places.truncate(MOST_PLACES);
    places
}

fn postal_codes(geography: &Geography, text: &str, runs: &[Digits]) -> Vec<Place> {
    let postal = |run: &Digits| {
        let communes = geography.by_postal_code(&text[run.start..run.end]);
        (!communes.is_empty() && is_postal(text, *run, &communes))
            .then(|| place(text, run.start..run.end, PlaceKind::PostalCode, &communes))
    };
    runs.iter().filter(|run| run.len() == 5).take(MOST_PLACES).filter_map(postal).collect()
}

/// Whether five digits that are a postal code are one here: no part of a longer number, no amount; and
/// if they are a round number, with a name or a preposition beside them.
fn is_postal(text: &str, run: Digits, communes: &[Commune<'_>]) -> bool {
    let (before, after) = (text[..run.start].trim_end(), text[run.end..].trim_start());
    let part_of_number = |c: char| c.is_ascii_digit() || c == '€' || c == '%';
    let glued = text[..run.start].ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | '.'));
    if glued
        || text[run.end..].starts_with(char::is_alphanumeric)
        || before.ends_with(|c: char| c.is_ascii_digit())
        || after.starts_with(part_of_number)
    {
        return false;
    }
    let next = Words::of(&after[..floor(after, 60)]);
    let last = Words::of(&before[floor(before, before.len().saturating_sub(40))..]);
    let next: Vec<&str> = next.iter().map(|(_, folded)| folded).collect();
    let last = last.iter().map(|(_, folded)| folded).last();
    // `dossier n° 59350`, `code NAF 56101`
    let is_reference = last.is_some_and(|word| REFERENCES.contains(&word)) || before.ends_with('°');
    if is_reference || next.first().is_some_and(|unit| UNITS.contains(unit)) {
        return false;
    }
    if !text[run.start..run.end].ends_with("00") {
        return true;
    }
    let named = communes.iter().any(|commune| {
        let name = Words::of(commune.name());
        let first = name.iter().map(|(_, folded)| folded).next();
        first.is_some() && (next.first().copied() == first || next.get(1).copied() == first || last == first)
    });
    named || last.is_some_and(|word| POSTAL.contains(&word)) || before.ends_with('(') || before.is_empty()
}

/// The nearest place at or before `at` where a character begins.
fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn names(geography: &Geography, text: &str, words: &Words) -> Vec<Place> {
    let reader = Reader { geography, text, words, folded: words.iter().map(|(_, folded)| folded).collect() };
    let mut places = Vec::new();
    let (mut at, mut tries) = (0, 0);
    while at < words.len() && tries < MOST_TRIES && places.len() < MOST_PLACES {
        let clues = reader.clues(at);
        tries += usize::from(clues.is_some());
        match clues.and_then(|clues| reader.name_at(at, clues)) {
            Some(name) => {
                if !reader.is_of_a_street(at) {
                    places.push(place(text, name.range, PlaceKind::Name, &name.communes));
                }
                at += name.words;
            }
            None => at += 1,
        }
    }
    places
}

struct Reader<'t> {
    geography: &'t Geography,
    text: &'t str,
    words: &'t Words,
    folded: Vec<&'t str>,
}

/// A name of communes in the text.
struct Name<'g> {
    range: Range<usize>,
    words: usize,
    communes: Vec<Commune<'g>>,
}

/// What speaks for a name at a word.
#[derive(Clone, Copy)]
struct Clues {
    /// It, or the word after an article, has a capital.
    capital: bool,
    /// A word stands before it that often stands before places.
    preposition: bool,
}

impl<'t> Reader<'t> {
    /// What speaks for a name at this word; nothing where too little does.
    fn clues(&self, at: usize) -> Option<Clues> {
        let capital = self.has_capital(at) || self.is_article(at) && self.has_capital(at + 1);
        let before = |words: usize| at.checked_sub(words).and_then(|at| self.folded.get(at)).copied();
        let locates = |word: Option<&str>| word.is_some_and(|word| LOCATING.contains(&word));
        // `près de`, `autour d'`
        let located = locates(before(1)) || matches!(before(1), Some("de" | "d")) && locates(before(2));
        let preposition = before(1).is_some_and(|word| PREPOSITIONS.contains(&word));
        let is_number = self.folded.get(at)?.bytes().all(|byte| byte.is_ascii_digit());
        let enough = (capital || located && !self.is_article(at)) && !is_number;
        enough.then_some(Clues { capital, preposition })
    }

    /// Whether the name that begins at this word is that of a street: `12 rue de Paris`, `avenue Lens`.
    fn is_of_a_street(&self, at: usize) -> bool {
        let before = self.folded.get(..at).unwrap_or_default();
        let word = before.iter().rposition(|word| !BEFORE_STREET_NAMES.contains(word));
        let is_street = |at: &usize| before.get(*at).is_some_and(|word| STREETS.contains(word));
        let Some(word) = word.filter(is_street) else { return false };
        // `rue Nationale, Paris`: what a comma stands before is no name of the street.
        self.words.range(word, at).is_some_and(|range| !self.text[range].contains([',', ';', '\n', '(']))
    }

    /// The longest name of communes that begins at this word.
    fn name_at(&self, at: usize, clues: Clues) -> Option<Name<'t>> {
        (1..=LONGEST_NAME.min(self.folded.len() - at)).rev().find_map(|length| {
            let last = at + length - 1;
            let range = self.words.range(at, last)?;
            let written = &self.text[range.clone()];
            let joined = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '\'' | '’' | '.');
            let folded = *self.folded.get(at)?;
            if !written.chars().all(joined)
                || length == 1 && (self.is_article(at) || is_stop(folded) || folded.len() < 3)
            {
                return None;
            }
            let communes = self.geography.called(written, MOST_COMMUNES);
            let people = communes.first()?.population();
            let enough = match (length, clues.capital) {
                (1, true) if clues.preposition => true,
                // A capital at the beginning of a sentence says nothing.
                (1, true) => people >= KNOWN_WITHOUT_PREPOSITION && self.words.get(at)?.is_name,
                (1, false) => people >= KNOWN_WITHOUT_CAPITAL && folded.len() >= 4 && !is_infinitive(folded),
                (_, true) => self.has_capital(last),
                (_, false) => people >= KNOWN_WITHOUT_CAPITAL,
            };
            enough.then_some(Name { range, words: length, communes })
        })
    }

    fn has_capital(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| self.text[word.start..].starts_with(char::is_uppercase))
    }

    fn is_article(&self, at: usize) -> bool {
        self.folded.get(at).is_some_and(|word| ["le", "la", "les", "l"].contains(word))
    }
}

fn is_stop(word: &str) -> bool {
    STOP_WORDS.split_whitespace().any(|stop| stop == word)
}

/// `à vendre`, `a louer`: what most often follows `à` in small letters.
fn is_infinitive(word: &str) -> bool {
    ["er", "ir", "re"].iter().any(|ending| word.ends_with(ending))
}

fn place(text: &str, range: Range<usize>, kind: PlaceKind, communes: &[Commune<'_>]) -> Place {
    let named = communes.iter().take(MOST_COMMUNES);
    Place {
        span: Span::of(text, range.start, range.end),
        kind,
        communes: named
            .map(|commune| PlaceCommune { code: commune.code().to_owned(), name: commune.name().to_owned() })
            .collect(),
    }
}

#[cfg(test)]
#[cfg(feature = "cog")]
mod tests {
    use super::*;

    fn find(text: &str) -> Vec<(String, String)> {
        let found =
            super::find(&Geography::embedded(), text, &Words::of(text), &super::super::numbers::runs(text));
        found.into_iter().map(|place| (place.span.text, place.communes[0].name.clone())).collect()
    }

    #[test]
    fn names_and_postal_codes() {
        for (text, part, name) in [
            ("Je suis boulanger à Péronne et", "Péronne", "Péronne"),
            ("un magasin de chaussures à Saint-Omer depuis 2009", "Saint-Omer", "Saint-Omer"),
            ("pres de valenciennes pr agrandir", "valenciennes", "Valenciennes"),
            ("bureau a louer sur lens pas cher", "lens", "Lens"),
            ("une boutique, Le Touquet", "Le Touquet", "Le Touquet-Paris-Plage"),
            ("59000 Lille", "59000", "Lille"),
            ("code postal 80200", "80200", "Péronne"),
            ("atelier (62410)", "62410", "Wingles"),
        ] {
            let found = find(text);
            assert_eq!(found.first(), Some(&(part.to_owned(), name.to_owned())), "{text}: {found:?}");
        }
    }

    #[test]
    fn the_town_in_the_name_of_a_street_is_none() {
        for (text, towns) in [
            ("12 rue de Paris à Roubaix, je cherche un vendeur", &["Roubaix"][..]),
            ("avenue de Lens, Arras : pb de trésorerie", &["Arras"]),
            ("39 rue de Beaulieu 59000 LILLE", &["Lille"]),
            ("rue de Saint-Pol-sur-Mer à Calais", &["Calais"]),
            ("bd de la Marne, Reims", &["Reims"]),
            ("place du Marché, Béthune", &["Béthune"]),
            ("rue Nationale, Lille", &["Lille"]),
            ("Saint-Pol-sur-Mer, je recrute", &["Dunkerque"]),
            ("en route vers Amiens", &["Amiens"]),
        ] {
            let found: Vec<String> = find(text).into_iter().map(|(_, name)| name).collect();
            assert_eq!(found, towns, "{text}");
        }
    }

    #[test]
    fn other_words_and_numbers_are_none() {
        for text in [
            "il manque 50000 euros",
            "85 000 euros",
            "il me faut 10000 rapidement",
            "formation Excel pour ma secrétaire",
            "un local à louer, un fonds à vendre",
            "Bonjour Madame, merci d'avance",
            "l'Urssaf et la Carsat",
            "tel 0601020304",
            "dossier n° 59350",
            "facture 62300 impayée",
            "code NAF 56101",
            "réf. 80200",
            "82161143100015",
        ] {
            assert_eq!(find(text), [], "{text}");
        }
    }
}

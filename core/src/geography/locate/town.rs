//! Cells of towns: a name, and what the post and people add to it.

use super::cell::is_code;
use crate::geography::name_index::canonical;
use crate::geography::{Geography, ZoneId};
use crate::text::fold;

/// What stands before the number of a post box, which is no postal code.
const POST_BOXES: [&str; 4] = ["bp", "cs", "tsa", "cidex"];

/// The longest name has 45 characters; what is much longer is no name.
const LONGEST_NAME: usize = 100;

/// The cities that are made of arrondissements.
const CITIES: [&str; 3] = ["paris", "lyon", "marseille"];

const ARRONDISSEMENT: [&str; 5] = ["arrondissement", "arrt", "arrdt", "ardt", "arr"];

const ROMAN_NUMBERS: [&str; 20] = [
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi",
    "xvii", "xviii", "xix", "xx",
];

/// What a cell of a town says.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Town {
    /// The name, folded; without the arrondissement.
    pub(super) name: String,
    /// The number of an arrondissement of Paris, Lyon or Marseille.
    pub(super) arrondissement: Option<u32>,
    /// The number behind CEDEX.
    pub(super) cedex_number: Option<u32>,
    /// Whether CEDEX was written.
    pub(super) cedex: bool,
    /// A postal code inside the cell.
    pub(super) postal_code: Option<String>,
    /// The départements that the cell names.
    pub(super) departements: Vec<ZoneId>,
    /// Whether something in the cell was left out because nobody knows what it means.
    pub(super) has_rest: bool,
}

impl Geography {
    /// Reads a cell of a town; nothing where no name and no code is in it.
    pub(super) fn read_town(&self, text: &str) -> Option<Town> {
        let mut town = Town::default();
        let mut name = text.to_owned();
        if text.contains(['(', ')']) {
            name = self.without_brackets(text, &mut town);
        }
        if let Some((before, last)) = name.rsplit_once([',', ';']) {
            town.departements = self.read_departement(last);
            if !town.departements.is_empty() {
                name = before.to_owned();
            }
        }
        self.read_words(&fold(&name), &mut town);
        let says_something = !town.name.is_empty()
            || town.has_rest
            || town.postal_code.is_some()
            || !town.departements.is_empty();
        says_something.then_some(town)
    }

    /// The text without `(…)`, once that is read: a département, an article or an arrondissement.
    fn without_brackets(&self, text: &str, town: &mut Town) -> String {
        let Some((before, rest)) = text.split_once('(') else { return text.replace(')', " ") };
        let (inside, after) = rest.split_once(')').unwrap_or((rest, ""));
        let folded = fold(inside);
        if matches!(folded.as_str(), "le" | "la" | "les" | "l") {
            return format!("{folded} {before} {after}");
        }
        town.departements = self.read_departement(inside);
        if !town.departements.is_empty() {
            return format!("{before} {after}");
        }
        if ordinal(&folded).is_some() || is_code(&folded) {
            return format!("{before} {folded} {after}");
        }
        town.has_rest = true;
        format!("{before} {after}")
    }

    fn read_words(&self, folded: &str, town: &mut Town) {
        let mut words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
        while let Some(at) = words.iter().position(|word| POST_BOXES.contains(word)) {
            let is_number =
                words.get(at + 1).is_some_and(|word| word.bytes().all(|byte| byte.is_ascii_digit()));
            words.drain(at..=at + usize::from(is_number));
        }
        if let Some(at) = words.iter().rposition(|word| is_code(word)) {
            town.postal_code = words.get(at).map(|code| (*code).to_owned());
            let is_last = at + 1 == words.len();
            words = if is_last {
                words.split_off(0).into_iter().take(at).collect()
            } else {
                words.split_off(at + 1)
            };
        }
        if let Some(at) = words.iter().position(|word| word.starts_with("cedex")) {
            let glued = words.get(at).and_then(|word| word.strip_prefix("cedex")).and_then(ordinal);
            town.cedex_number = glued.or_else(|| words.get(at + 1).and_then(|word| ordinal(word)));
            town.cedex = true;
            words.truncate(at);
        }
        self.read_numbers(&mut words, town);
        // `CHALON S SAONE`
        let last = words.len().saturating_sub(1);
        for word in words.iter_mut().take(last).skip(1) {
            *word = match *word {
                "s" => "sur",
                "ss" => "sous",
                word => word,
            };
        }
        let length: usize = words.iter().map(|word| word.len() + 1).sum();
        match length {
            1..=LONGEST_NAME => town.name = canonical(&words.join(" "), true),
            0 => {}
            _ => town.has_rest = true,
        }
    }

    /// Takes arrondissements and départements in digits away from both ends of a name.
    fn read_numbers(&self, words: &mut Vec<&str>, town: &mut Town) {
        if words.last().is_some_and(|word| ARRONDISSEMENT.contains(word)) && words.len() > 2 {
            words.pop();
        }
        if let [city, number] = words.as_slice()
            && CITIES.contains(city)
        {
            let roman = ROMAN_NUMBERS.iter().position(|roman| roman == number);
            let roman = roman.and_then(|at| u32::try_from(at + 1).ok());
            let number = ordinal(number).filter(|number| (1..=20).contains(number)).or(roman);
            if number.is_some() {
                town.arrondissement = number;
                words.pop();
                return;
            }
        }
        if !town.departements.is_empty() {
            return;
        }
        let is_short =
            |word: &&&str| (2..=3).contains(&word.len()) && word.starts_with(|c: char| c.is_ascii_digit());
        if let Some(word) = words.last().filter(is_short) {
            town.departements = self.read_departement(word);
            if !town.departements.is_empty() {
                words.pop();
                return;
            }
        }
        if let Some(word) = words.first().filter(is_short) {
            town.departements = self.read_departement(word);
            if !town.departements.is_empty() {
                words.remove(0);
            }
        }
    }
}

/// `12`, `12e`, `1er`, `03` as a number.
fn ordinal(word: &str) -> Option<u32> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ending = word.get(digits.len()..)?;
    let is_ordinal = ["", "e", "er", "eme", "ieme", "em"].contains(&ending);
    if is_ordinal && (1..=2).contains(&digits.len()) { digits.parse().ok() } else { None }
}

#[cfg(test)]
#[cfg(feature = "cog")]
mod tests {
    use super::*;

    fn town(text: &str) -> Town {
        Geography::embedded().read_town(text).unwrap_or_default()
    }

    #[test]
    fn what_is_added_to_a_name_is_told_from_it() {
        assert_eq!(
            town("AMIENS CEDEX 1"),
            Town { name: "amiens".into(), cedex: true, cedex_number: Some(1), ..Town::default() }
        );
        assert_eq!(town("59160 LOMME").postal_code.as_deref(), Some("59160"));
        assert_eq!(town("59160 LOMME").name, "lomme");
        assert_eq!(town("BP 287 86007 POITIERS CEDEX").name, "poitiers");
        assert_eq!(town("HAVRE (LE)").name, "le havre");
        assert_eq!(town("CHALON S SAONE").name, "chalon sur saone");
        for text in
            ["PARIS 12", "Paris 12e", "PARIS XII", "Paris (12e)", "PARIS-12", "Paris 12e arrondissement"]
        {
            assert_eq!((town(text).name.as_str(), town(text).arrondissement), ("paris", Some(12)), "{text}");
        }
    }

    #[test]
    fn a_departement_may_stand_beside_a_name() {
        let geography = Geography::embedded();
        for text in [
            "Saint-Denis (93)",
            "Saint-Denis, 93",
            "Saint-Denis 93",
            "93 Saint-Denis",
            "St Denis (Seine-Saint-Denis)",
            "Saint-Denis (093)",
        ] {
            let town = town(text);
            assert_eq!(town.name, "saint denis", "{text}");
            assert_eq!(town.departements, geography.read_departement("93"), "{text}");
        }
        assert_eq!(town("Saint-Denis (Réunion)").departements, geography.read_departement("974"));
        assert_eq!(town("Ajaccio (20)").departements.len(), 2);
        assert!(town("Lille (Belgique)").has_rest);
    }
}

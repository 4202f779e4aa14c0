//! What is said of people behind their name: where they work and how they are employed.

use super::people::{CONTRACTS, WORKPLACES, is_employee, is_one_of_staff};
use super::people_text::PeopleText;
use super::trades::is_occupation;
use crate::intake::extract::quantity::is_digits;

impl PeopleText<'_> {
    /// The last word of the place of work that follows a word: `en cuisine`, `à l'entrepôt`.
    pub(super) fn workplace(self, last: usize) -> Option<usize> {
        let end = match self.folded.get(last + 1..)? {
            ["a" | "dans", "l" | "la" | "le" | "les", word, ..] if WORKPLACES.contains(word) => last + 3,
            ["sur", "le" | "les" | "la", word, ..] if WORKPLACES.contains(word) => last + 3,
            ["en" | "au" | "aux" | "derriere", word, ..] if WORKPLACES.contains(word) => last + 2,
            ["derriere", "le", word, ..] if WORKPLACES.contains(word) => last + 3,
            _ => return None,
        };
        Some(end)
    }

    /// The last word of somebody with the place where they work, if that is said.
    pub(super) fn with_place(self, last: usize) -> usize {
        self.workplace(last).unwrap_or(last)
    }

    /// The last word of somebody with what is said of them: `en cdi`, `à mi-temps`, `salariés`.
    pub(super) fn with_qualifiers(self, mut last: usize) -> usize {
        loop {
            let more = match self.folded.get(last + 1..) {
                _ if !self.between(last).trim_matches([' ', '-', '\'', '’', '\u{a0}']).is_empty() => 0,
                // `une employée le week-end`
                Some(["le", "week", "end", ..]) => 3,
                Some(
                    ["le", "weekend" | "samedi" | "dimanche" | "matin" | "soir" | "mercredi" | "midi", ..],
                ) => 2,
                // `6 salariés CDI`
                Some(["cdi" | "cdd", ..]) if self.folded.get(last).is_some_and(|word| is_employee(word)) => 1,
                // `10 saisonniers de mars à juin`
                Some(["de" | "d", first, "a", last, ..]) if is_month(first) && is_month(last) => 4,
                Some(["en", month, ..]) if is_month(month) => 2,
                // `une salariée 24 h par semaine`, `un apprenti BTS`
                Some([hours, "h" | "heures", "par" | "hebdo", ..]) if is_digits(hours) => {
                    2 + if self.folded.get(last + 3) == Some(&"par") { 2 } else { 1 }
                }
                Some(["bts" | "cap" | "bac" | "bp" | "tns", ..]) => 1,
                Some(["en", word, ..]) if CONTRACTS.contains(word) => 2,
                Some(
                    ["a", "mi" | "plein", "temps" | "temp", ..]
                    | ["a", "temps", "plein" | "partiel", ..]
                    | ["a", "l", "annee", ..],
                ) => 3,
                Some(
                    ["l", "ete" | "hiver", ..]
                    | [
                        "de" | "d",
                        "travaux" | "chantier" | "chantiers" | "salle" | "cuisine" | "ligne" | "rang"
                        | "chambre" | "vie" | "projet" | "projets" | "magasin" | "engins" | "atelier"
                        | "enfants" | "exploitation" | "affaires",
                        ..,
                    ],
                ) => 2,
                Some([word, ..]) if is_quality(word) => 1,
                // `2 monitrices diplômées et un palefrenier`
                Some([word, "et" | "plus", ..])
                    if word.len() > 4
                        && word.ends_with(['s', 'x'])
                        && self.folded.get(last).is_some_and(|noun| noun.ends_with('s')) =>
                {
                    1
                }
                // `deux salariées à Vichy et une à Thiers`
                Some(["a", _, "et", number, "a", _, ..])
                    if matches!(*number, "un" | "une" | "deux" | "trois") || is_digits(number) =>
                {
                    2
                }
                // `quinze ouvriers au parc et quatre à l'affûtage`
                Some(["au" | "en", _, "et", _, "a" | "au" | "aux" | "en", ..])
                    if self.number_at(last + 4).is_some() =>
                {
                    2
                }
                _ => self.workplace(last).map_or(0, |end| end - last),
            };
            if more == 0 {
                return last;
            }
            last += more;
        }
    }
}

pub(super) fn is_month(word: &str) -> bool {
    const MONTHS: [&str; 12] = [
        "janvier",
        "fevrier",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "aout",
        "septembre",
        "octobre",
        "novembre",
        "decembre",
    ];
    MONTHS.contains(&word)
}

/// Whether a word ends how somebody is employed: `à mi-temps`, `à temps plein`.
pub(super) fn is_contract(word: &str) -> bool {
    matches!(word, "temps" | "temp" | "plein" | "partiel" | "annee") || CONTRACTS.contains(&word)
}

/// Whether a word tells more of somebody: `aides soignantes`, `ouvriers qualifiés`.
fn is_quality(word: &str) -> bool {
    is_occupation(word)
        || is_one_of_staff(word)
        || matches!(
            word,
            "permanent"
                | "permanente"
                | "permanentes"
                | "permanents"
                | "diplomes"
                | "diplomees"
                | "qualifies"
                | "qualifiees"
                | "qualifie"
                | "polyvalents"
                | "polyvalent"
                | "saisonniers"
                | "volants"
                | "agricoles"
        )
}

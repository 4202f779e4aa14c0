//! Some of the people of a company, and all of these: `4 salariés sur 12 sont malades`.

use super::number::Number;
use super::people::{is_employee, is_people};
use super::people_text::PeopleText;
use super::trades::is_occupation;

/// Words that may follow all of whom some are told: `4 salariés sur 12 sont malades`.
const GOES_ON: [&str; 28] = [
    "sont",
    "est",
    "ont",
    "etaient",
    "en",
    "a",
    "au",
    "ne",
    "n",
    "qui",
    "et",
    "malades",
    "absents",
    "absentes",
    "manquent",
    "partent",
    "veulent",
    "dans",
    "chez",
    "depuis",
    "seulement",
    "ce",
    "je",
    "pour",
    "car",
    "parce",
    "parske",
    "mais",
];

impl PeopleText<'_> {
    /// Whether no noun follows a number, as in `8 salariés sur 12 mois`.
    fn counts_nothing_else(self, last: usize) -> bool {
        self.ends_phrase(last) || self.folded.get(last + 1).is_some_and(|word| GOES_ON.contains(word))
    }
}

impl Number<'_> {
    /// `4 salariés sur 12 sont malades`, `un salarié sur mes 7`: all of whom some are told. Of few it is a share, as of
    /// everybody anywhere: `3 salariés sur 4`.
    pub(super) fn is_all_of_a_part(&self) -> bool {
        // `2 soudeurs sur les 13 de l'atelier`
        let are_all = matches!(self.before, [.., "sur", "mes" | "nos" | "les"])
            && matches!(self.after, ["de" | "du" | "d", ..]);
        (are_all || self.people.counts_nothing_else(self.quantity.last)) && self.is_all_of_those_before()
    }

    fn is_all_of_those_before(&self) -> bool {
        match self.before {
            [.., staff, "sur", "mes" | "nos" | "les"] => is_employee(staff) || is_occupation(staff),
            [.., staff, "sur"] if is_employee(staff) => self.headcount > 5 && self.headcount != 100,
            // `2 travailleurs handicapés sur 31`
            [.., staff, adjective, "sur"] if is_people(staff) && adjective.ends_with('s') => {
                self.headcount > 5 && self.headcount != 100
            }
            // `garder trente personnes sur quarante-six`
            [.., "personnes" | "salaries", "de" | "en", "trop", "sur"] => true,
            [.., "personne" | "personnes" | "postes", "sur"]
                if self.people.before_in_sentence(self.quantity.first, 9).any(is_of_employer) =>
            {
                self.headcount > 1
            }
            // `4 personnes en arrêt sur 18`, `la moitié de l'équipe est malade : 5 sur 11`
            [.., "sur"] => {
                let away = |word: &str| {
                    let one = word.trim_end_matches('s').trim_end_matches('e');
                    matches!(one, "arret" | "malad" | "absent" | "conge" | "blesse" | "bless")
                };
                let before = |most| self.people.before_in_sentence(self.quantity.first, most);
                self.headcount > 1
                    && self.headcount != 100
                    && before(6).any(away)
                    && before(12).any(|word| is_people(word) || word == "equipe")
            }
            _ => false,
        }
    }

    /// A part of a larger number that follows: `4 salariés sur 12`, but not `52 salariés sur deux sites`.
    pub(super) fn is_part(&self) -> bool {
        let of = match self.after {
            [staff, "sur", "mes" | "nos" | "les", ..] if is_people(staff) => self.noun() + 3,
            [staff, "sur", ..] if is_people(staff) || self.is_of_trade() => self.noun() + 2,
            [staff, "en", _, "sur", ..] if is_people(staff) => self.noun() + 4,
            [staff, _, "sur", ..] if is_people(staff) => self.noun() + 3,
            ["sur", ..] => 2,
            [staff, "de" | "en", "trop", "sur", ..] if is_people(staff) => self.noun() + 4,
            _ => return false,
        };
        let whole = self.people.number_at(self.quantity.last + of);
        let is_of_all = matches!(self.after, [_, "sur", "mes" | "nos" | "les", ..]);
        let whole = whole.filter(|whole| is_of_all || self.people.counts_nothing_else(whole.last));
        // `nos 34 salariés sur 2025-2026`
        let is_year = |value: f64| (1900.0..2100.0).contains(&value);
        whole.is_some_and(|whole| whole.value > self.quantity.value && !is_year(whole.value))
    }
}

/// Whether a word is what only an employer does with people.
fn is_of_employer(word: &str) -> bool {
    matches!(
        word,
        "garder" | "garderai" | "garderons" | "separer" | "licencier" | "licensie" | "supprimer" | "mettre"
    )
}

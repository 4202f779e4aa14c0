//! Numbers that are said of a company, its team or its headcount: `une équipe de cinq`, `effectif : 14`.

use super::adverbs::without_adverbs;
use super::number::Number;
use super::people::{GROUPS, is_people, is_unit};
use super::people_text::{Counted, PeopleText, is_of_company};
use super::seasons::is_season;
use super::trades::{is_occupation, may_be_occupations};
use crate::intake::extract::quantity::{Quantity, is_digits};

impl Number<'_> {
    /// What is said of the company, its team or its headcount: `une équipe de cinq`, `effectif : 14`.
    pub(super) fn said_of_company(&self) -> Option<Counted> {
        let counts_people = self.counts_people();
        let people = self.people;
        match (self.before, self.after) {
            ([.., "notre" | "mon" | "l", "equipe", "de"], [word, ..])
                if !is_occupation(word) && !self.is_staff() =>
            {
                self.found(2, 0)
            }
            ([.., "effectif", "est", "tombe" | "passe" | "monte" | "descendu", "a"], _) if counts_people => {
                self.found_with_staff(4)
            }
            ([.., "y", "a"], ["personnes" | "pers", "dans", _, group, ..]) if GROUPS.contains(group) => {
                self.found_with_staff(0)
            }
            ([.., group, "de" | "a" | "est"], _)
                if GROUPS.contains(group) && counts_people && !self.are_of_others() =>
            {
                self.found_with_staff(2)
            }
            // `une société de déménagement de 8 personnes`, `menuiserie de quatre personnes`
            ([.., "de"], _)
                if self.is_staff()
                    && !self.is_otherwise()
                    && is_of_company(people, self.quantity.first - 1) =>
            {
                self.found_with_staff(1)
            }
            (
                [
                    ..,
                    "effectif",
                    "actuel" | "total" | "moyen" | "global" | "salarie" | "annuel" | "etp" | "reel"
                    | "permanent" | "habituel",
                ]
                | [.., "effectif", "moyen", "annuel" | "mensuel"],
                _,
            ) if counts_people => self.found_with_staff(2),
            // `notre effectif atteint désormais 49 personnes`
            _ if counts_people
                && matches!(
                    without_adverbs(self.before),
                    [
                        ..,
                        "effectif" | "effectifs" | "equipe",
                        "atteint" | "compte" | "avoisine" | "comprend" | "comporte" | "totalise"
                    ] | [.., "effectif" | "effectifs", "s", "eleve" | "etablit", "a"]
                        | [.., "effectif" | "effectifs", "est" | "etait", "de"]
                        | [.., "effectif" | "effectifs", _, "est" | "atteint" | "s", "de" | "a"]
                )
                && !self.are_of_others() =>
            {
                self.found_with_staff(0)
            }
            // `Mon équipe ? Trois filles en or.`
            ([.., "equipe" | "personnel" | "effectif" | "effectifs"], [word, ..])
                if self.headcount > 1
                    && matches!(people.between(self.quantity.first - 1).trim(), "?" | ":" | "=")
                    && (is_people(word) || may_be_occupations(word)) =>
            {
                self.found(1, self.noun())
            }
            // `une équipe de vente de 6 commerciaux`
            ([.., "equipe", "de" | "d", _, "de" | "d"], _) if self.is_of_trade() && !self.are_of_others() => {
                self.found(1, self.noun())
            }
            // `on est peu nombreux (4)`
            ([.., "nombreux" | "nombreuses"], _) if counts_people || self.next() == "tout" => {
                self.found(0, 0)
            }
            // `startup nantaise de neuf`
            ([.., group, adjective, "de" | "a"], _)
                if GROUPS.contains(group)
                    && counts_people
                    && self.headcount > 1
                    && self.ends_phrase()
                    && is_adjective(adjective)
                    && !self.are_of_others() =>
            {
                self.found(1, 0)
            }
            // `mon effectif double à Noël : 6 d'habitude`
            (_, after)
                if is_after_colon(people.text, self.quantity)
                    && is_season(after)
                    && people
                        .before_in_sentence(self.quantity.first, 8)
                        .any(|word| matches!(word, "effectif" | "effectifs" | "equipe")) =>
            {
                self.found(0, 0)
            }
            // `le groupe a 5000 salariés, notre site 12`
            ([.., "notre" | "mon" | "ma", unit], _)
                if is_unit(unit) && self.ends_phrase() && !self.is_article() =>
            {
                self.found(2, 0)
            }
            // `TPE (4)`
            ([.., group], _)
                if GROUPS.contains(group)
                    && self.headcount > 0
                    && people.between(self.quantity.first - 1).trim() == "("
                    && people.between(self.quantity.last).trim_start().starts_with(')') =>
            {
                self.found(0, 0)
            }
            ([.., "effectif" | "equipe", _, "de"], _) if counts_people => self.found_with_staff(1),
            ([.., "effectif" | "effectifs"], _) if counts_people => self.found(1, 0),
            _ if is_told_of_group(people, self.quantity) => self.found_with_staff(0),
            ([.., "salaries" | "employes"], _) if is_told(people.text, people.folded, self.quantity) => {
                self.found(1, 0)
            }
            ([.., "emploie" | "employons" | "emploient"], _) if counts_people && !self.is_otherwise() => {
                self.found_with_staff(1)
            }
            _ => None,
        }
    }
}

/// Whether a number is told of those who work for the company, after a colon: `l'équipe : 13`, `effectif moyen
/// 2023 : 9,4`.
fn is_told_of_group(people: PeopleText<'_>, quantity: &Quantity) -> bool {
    is_told(people.text, people.folded, quantity)
        && people
            .before_in_sentence(quantity.first, 4)
            .any(|word| matches!(word, "equipe" | "effectif" | "effectifs" | "personnel"))
}

/// Whether a number is told after a colon: `salariés : 17`.
fn is_told(text: &str, folded: &[&str], quantity: &Quantity) -> bool {
    is_after_colon(text, quantity) && folded.get(quantity.first).is_some_and(|word| is_digits(word))
}

fn is_after_colon(text: &str, quantity: &Quantity) -> bool {
    text[..quantity.start].trim_end().ends_with([':', '='])
}

/// Whether a word behind a company may say what it is like: `nantaise`, `familiale`, `artisanal`.
fn is_adjective(word: &str) -> bool {
    [
        "aise", "ais", "ienne", "ien", "iale", "iel", "ielle", "ale", "ique", "ive", "if", "aine", "ain",
        "oise", "ois",
    ]
    .iter()
    .any(|ending| word.len() > ending.len() + 2 && word.ends_with(ending))
}

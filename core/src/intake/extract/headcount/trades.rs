//! What people are called who work in some trade: by a list, by two words (`femme de ménage`), or by an ending.

use std::collections::HashSet;
use std::sync::LazyLock;

/// Trades, as those are called who have them, one a line.
static OCCUPATIONS: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| include_str!("occupations.txt").lines().collect());

/// Endings of those who do something for a living.
const AGENTS: [&str; 13] = [
    "ant", "ante", "eur", "euse", "trice", "iste", "ien", "ienne", "icien", "ologue", "graphe", "ier", "iere",
];

/// Words with such an ending that are no people, or nobody of one's own, one a line.
static NO_AGENTS: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| include_str!("no_agents.txt").lines().collect());

/// Whether a word is what somebody is called who works in some trade, or several.
pub(super) fn is_occupation(word: &str) -> bool {
    OCCUPATIONS.contains(word) || word.strip_suffix('s').is_some_and(|one| OCCUPATIONS.contains(one))
}

/// Whether a word might be what somebody is called who works in some trade: by its ending. Machines and clients
/// have such endings too, so that this counts only beside those who are known, or where somebody employs them.
pub(super) fn may_be_occupation(word: &str) -> bool {
    let one = word.strip_suffix('s').unwrap_or(word);
    ends_as_agent(one) && !NO_AGENTS.contains(one)
}

fn ends_as_agent(one: &str) -> bool {
    AGENTS.iter().any(|ending| one.len() > ending.len() + 2 && one.ends_with(ending))
}

/// Whether a word might be what several are called who work in some trade, known or not.
pub(super) fn may_be_occupations(word: &str) -> bool {
    word.ends_with(['s', 'x']) && (is_occupation(word) || may_be_occupation(word))
}

/// Lines of work by which those who own a company are called, rather than those who work for one.
const LINES: [&str; 12] = [
    "agriculteur",
    "agricultrice",
    "commercant",
    "commercante",
    "eleveur",
    "eleveuse",
    "forestier",
    "hotelier",
    "hoteliere",
    "producteur",
    "productrice",
    "transporteur",
];

/// Whether a word tells the line of work of who writes: `transporteur, 8 chauffeurs`.
pub(super) fn is_line_of_work(word: &str) -> bool {
    is_occupation(word) || may_be_occupation(word) || LINES.contains(&word)
}

/// How many words a trade has after its first, where words begin with one of several: `aides-ménagères`, `femme de
/// ménage`, `hommes toutes mains`.
pub(super) fn trade_of_several_words(words: &[&str]) -> Option<usize> {
    match words {
        ["aide" | "aides", what, ..] if is_occupation(what) => Some(1),
        ["aide" | "aides", "a" | "de" | "en", "domicile" | "cuisine" | "plonge", ..] => Some(2),
        ["femme" | "femmes" | "agent" | "agents", "de", "menage" | "chambre" | "chambres", ..] => Some(2),
        ["homme" | "hommes", "toute" | "toutes", "main" | "mains", ..] => Some(2),
        ["homme" | "hommes" | "agent" | "agents", "d", "entretien", ..] => Some(2),
        ["maitre" | "maitres", "d", "hotel" | "oeuvre", ..] => Some(2),
        [
            "office" | "project" | "product" | "account" | "community" | "data" | "business",
            "manager" | "managers" | "analyst" | "analysts" | "developer" | "developers" | "owner",
            ..,
        ] => Some(1),
        ["sous", "chef" | "chefs", ..] => Some(1),
        ["demi", "chef" | "chefs", ..] => Some(1),
        ["charge" | "charges" | "chargee" | "chargees", "de" | "d", what, ..]
            if matches!(
                *what,
                "affaires"
                    | "affaire"
                    | "mission"
                    | "missions"
                    | "projet"
                    | "projets"
                    | "clientele"
                    | "communication"
                    | "recrutement"
                    | "etudes"
            ) =>
        {
            Some(2)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{NO_AGENTS, OCCUPATIONS, ends_as_agent, is_occupation};

    #[test]
    fn every_word_of_the_lists_counts() {
        for word in OCCUPATIONS.iter() {
            let is_several = word.strip_suffix('s').is_some_and(|one| OCCUPATIONS.contains(one));
            assert!(!is_several, "{word} is told by its singular");
        }
        for word in NO_AGENTS.iter() {
            assert!(ends_as_agent(word), "{word} has no such ending");
            assert!(!is_occupation(word), "{word} is a trade");
        }
    }
}

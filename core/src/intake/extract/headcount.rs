//! Headcounts: `on est 3`, `avec mes 12 salariés`, `une équipe de cinq`, but not `recruter 3 serveurs`.

use super::found::FoundHeadcount;
use crate::intake::span::Span;
use crate::intake::words::Words;

/// Companies that write here are small; a larger number is something else.
const MOST: u32 = 50_000;

/// Those of whom every one counts.
const STAFF: [&str; 12] = [
    "salarie",
    "salaries",
    "salariee",
    "salariees",
    "employe",
    "employes",
    "employee",
    "employees",
    "collaborateur",
    "collaborateurs",
    "etp",
    "personnes",
];

/// Nouns after which `de 12` is a headcount.
const GROUPS: [&str; 12] = [
    "equipe",
    "effectif",
    "effectifs",
    "entreprise",
    "societe",
    "boite",
    "pme",
    "tpe",
    "structure",
    "association",
    "cabinet",
    "startup",
];

/// Words before a number that make it a plan, a bound or a part instead.
const OTHERWISE: [&str; 40] = [
    "recruter",
    "recrute",
    "recrutons",
    "embaucher",
    "embauche",
    "embauchons",
    "prendre",
    "former",
    "licencier",
    "cherche",
    "cherchons",
    "recherche",
    "recherchons",
    "trouver",
    "besoin",
    "remplacer",
    "perdu",
    "plus",
    "moins",
    "partir",
    "depasser",
    "depasse",
    "combien",
    "seuil",
    "au",
    "des",
    "chaque",
    "tous",
    "sur",
    "faut",
    "voudrais",
    "formation",
    "pour",
    "accueillir",
    "garder",
    "manque",
    "dont",
    "dela",
    "entre",
    "supprimer",
];

/// What is counted in days or money after `on est`.
const UNITS: [&str; 26] = [
    "ans", "an", "mois", "jour", "jours", "semaine", "semaines", "heure", "heures", "h", "km", "minutes",
    "euros", "euro", "e", "k", "m2", "fois", "clients", "magasins", "janvier", "fevrier", "mars", "avril",
    "mai", "eme",
];

pub(super) fn find(text: &str, words: &Words) -> Vec<FoundHeadcount> {
    let folded: Vec<&str> = words.iter().map(|(_, folded)| folded).collect();
    let mut found: Vec<FoundHeadcount> = Vec::new();
    for at in 0..folded.len() {
        let (before, from) = folded.split_at(at);
        let Some((first, last, headcount)) = headcount_at(text, words, before, from) else { continue };
        let Some(range) = words.range(first, last) else { continue };
        let span = Span::of(text, range.start, range.end);
        if found.last().is_none_or(|before| before.span.end <= span.start) {
            found.push(FoundHeadcount { span, headcount });
        }
    }
    found
}

/// The headcount at a word, with the numbers of the first and the last word that belong to it.
fn headcount_at(text: &str, words: &Words, before: &[&str], from: &[&str]) -> Option<(usize, usize, u32)> {
    let at = before.len();
    if matches!(from, ["sans", "salarie" | "salaries", ..] | ["aucun", "salarie" | "employe", ..]) {
        return Some((at, at + 1, 0));
    }
    let (word, after) = from.split_first()?;
    let number = number(word).filter(|number| *number <= MOST)?;
    if is_part_of_number(text, words, before, after) || is_bound_of_range(before, after) {
        return None;
    }
    let next = after.first().copied().unwrap_or("");
    let is_staff = STAFF.contains(&next);
    let last = if is_staff { at + 1 } else { at };
    match before {
        [.., "on", "n", "est", "que"] if !UNITS.contains(&next) => Some((at - 4, last, number)),
        [.., "on", "est"] | [.., "nous", "sommes"] | [.., "sommes", "que"] if !UNITS.contains(&next) => {
            Some((at - 2, last, number))
        }
        [.., group, "de" | "a" | "est"] if GROUPS.contains(group) && !UNITS.contains(&next) => {
            Some((at - 2, last, number))
        }
        [.., "effectif" | "effectifs"] if !UNITS.contains(&next) => Some((at - 1, at, number)),
        [.., "emploie" | "employons" | "emploient"] if !UNITS.contains(&next) => Some((at - 1, last, number)),
        [.., "mes" | "nos" | "ses"] if is_staff || is_trade(next) => Some((at - 1, at + 1, number)),
        // `un salarié` is any.
        _ if is_staff && next != "personnes" && number > 1 => {
            let is_otherwise = before.iter().rev().take(3).any(|word| OTHERWISE.contains(word));
            (!is_otherwise).then_some((at, at + 1, number))
        }
        _ => None,
    }
}

/// Whether a number is a part of another, or no number of people: `12,5`, `06 12 34`, `12 %`.
fn is_part_of_number(text: &str, words: &Words, before: &[&str], after: &[&str]) -> bool {
    let at = before.len();
    let Some(word) = words.get(at) else { return false };
    let is_glued = || {
        let next = words.get(at + 1);
        let between = next.map_or("", |next| &text[word.end..next.start]);
        between.chars().all(|c| matches!(c, ',' | '.' | '/' | '-'))
    };
    before.last().is_some_and(|previous| is_digits(previous))
        || after.first().is_some_and(|next| is_digits(next) || is_glued() && !STAFF.contains(next))
        || text[word.end..].trim_start().starts_with(['%', '€'])
}

/// Whether a number is one end of a range, which is no exact number: `effectif 10 à 19`.
fn is_bound_of_range(before: &[&str], after: &[&str]) -> bool {
    matches!(after, ["a" | "ou", next, ..] if number(next).is_some())
        || matches!(before, [.., previous, "a" | "ou"] if number(previous).is_some())
}

/// What people call those who work for them.
fn is_trade(word: &str) -> bool {
    ["gars", "ouvriers", "compagnons", "vendeuses", "vendeurs", "chauffeurs", "serveurs"].contains(&word)
}

fn is_digits(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}

/// The number that a word is.
fn number(word: &str) -> Option<u32> {
    const WORDS: [&str; 17] = [
        "zero", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze",
        "douze", "treize", "quatorze", "quinze", "seize",
    ];
    if is_digits(word) {
        return word.parse().ok();
    }
    let tens = [("vingt", 20), ("trente", 30), ("quarante", 40), ("cinquante", 50), ("cent", 100)];
    let small = WORDS.iter().position(|name| *name == word).map(|number| number as u32);
    small.or_else(|| tens.iter().find(|(name, _)| *name == word).map(|(_, number)| *number))
}

#[cfg(test)]
mod tests {
    use crate::intake::words::Words;

    fn find(text: &str) -> Vec<(String, u32)> {
        super::find(text, &Words::of(text))
            .into_iter()
            .map(|found| (found.span.text, found.headcount))
            .collect()
    }

    #[test]
    fn people_who_are_there() {
        for (text, part, headcount) in [
            ("on est 3 dans la boite", "on est 3", 3),
            ("Nous sommes douze.", "Nous sommes douze", 12),
            ("On n'est que 2", "On n'est que 2", 2),
            ("petite boite de maconnerie 4 salariés", "4 salariés", 4),
            ("former mes 5 salariés", "mes 5 salariés", 5),
            ("une équipe de 8 personnes", "équipe de 8 personnes", 8),
            ("notre société emploie 25 personnes", "emploie 25 personnes", 25),
            ("Effectif : 14", "Effectif : 14", 14),
            ("mettre mes 14 gars au chômage", "mes 14 gars", 14),
            ("je suis artisan sans salarié", "sans salarié", 0),
        ] {
            assert_eq!(find(text), [(part.to_owned(), headcount)], "{text}");
        }
    }

    #[test]
    fn plans_bounds_and_other_numbers_are_none() {
        for text in [
            "je veux recruter 3 salariés",
            "à partir de 11 salariés",
            "plus de 50 salariés",
            "former 3 chauffeurs",
            "nous sommes le 12 mars",
            "on est 24 heures sur 24 ouverts",
            "depuis 5 mois",
            "un salarié est parti",
            "70 % des salariés",
            "on est 06 12 34 56 78",
            "effectif 10 à 19, je recrute",
            "une équipe de 3 ou 4 personnes",
            "entre 10 et 19 salariés",
            "effectif 10-19",
        ] {
            assert_eq!(find(text), [], "{text}");
        }
    }
}

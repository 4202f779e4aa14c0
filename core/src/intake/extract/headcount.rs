//! Headcounts: `on est 3`, `avec mes 12 salariés`, `une équipe de cinq`, but not `recruter 3 serveurs`.

use super::FoundHeadcount;
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
    let mut add = |first: usize, last: usize, headcount: u32| {
        let span = Span::of(text, words.get(first).start, words.get(last).end);
        if found.last().is_none_or(|before| before.span.end <= span.start) {
            found.push(FoundHeadcount { span, headcount });
        }
    };
    for at in 0..folded.len() {
        if matches!(folded[at..], ["sans", "salarie" | "salaries", ..] | ["aucun", "salarie" | "employe", ..])
        {
            add(at, at + 1, 0);
            continue;
        }
        let Some(number) = number(folded[at]).filter(|number| *number <= MOST) else { continue };
        // `12,5`, `06 12 34`, `12 %`: not a number of people.
        let glued = |a: usize, b: usize| {
            text[words.get(a).end..words.get(b).start].chars().all(|c| matches!(c, ',' | '.' | '/' | '-'))
        };
        let beside_digits = at > 0 && is_digits(folded[at - 1])
            || folded
                .get(at + 1)
                .is_some_and(|next| is_digits(next) || glued(at, at + 1) && !STAFF.contains(next));
        if beside_digits || text[words.get(at).end..].trim_start().starts_with(['%', '€']) {
            continue;
        }
        let next = folded.get(at + 1).copied().unwrap_or_default();
        let before = &folded[..at];
        let staff = STAFF.contains(&next);
        match before {
            [.., "on", "est"]
            | [.., "nous", "sommes"]
            | [.., "on", "n", "est", "que"]
            | [.., "sommes", "que"]
                if !UNITS.contains(&next) =>
            {
                let first = if matches!(before, [.., "n", "est", "que"]) { at - 4 } else { at - 2 };
                add(first, if staff { at + 1 } else { at }, number);
            }
            [.., group, "de" | "a" | "est"] if GROUPS.contains(group) && !UNITS.contains(&next) => {
                add(at - 2, if staff { at + 1 } else { at }, number);
            }
            [.., "effectif" | "effectifs"] if !UNITS.contains(&next) => add(at - 1, at, number),
            [.., "emploie" | "employons" | "emploient"] if !UNITS.contains(&next) => {
                add(at - 1, if staff { at + 1 } else { at }, number);
            }
            [.., "mes" | "nos" | "ses"] if staff || is_trade(next) => add(at - 1, at + 1, number),
            // `un salarié` is any.
            _ if staff && next != "personnes" && number > 1 => {
                let near = &before[before.len().saturating_sub(3)..];
                if !near.iter().any(|word| OTHERWISE.contains(word)) {
                    add(at, at + 1, number);
                }
            }
            _ => {}
        }
    }
    found
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
        super::find(text, &Words::of(text)).into_iter().map(|one| (one.span.text, one.headcount)).collect()
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
        ] {
            assert_eq!(find(text), [], "{text}");
        }
    }
}

//! Headcounts: `on est 3`, `avec mes 12 salariés`, `une équipe de cinq`, `une quinzaine d'employés`, but not `recruter
//! 3 serveurs`.

use text2num::{Language, text2digits};

use super::found::FoundHeadcount;
use super::people::{
    FOLLOWS, GOES_ON, GROUPS, OTHERS, OTHERWISE, OWN_TRADES, STAFF, TRADES, WERE, is_employee,
    is_one_of_staff, is_people,
};
use super::quantity::{Quantity, is_digits};
use crate::intake::span::Span;
use crate::intake::words::Words;

/// Companies that write here are small; a larger number is something else.
const MOST: f64 = 50_000.0;

pub(super) fn find(text: &str, words: &Words, quantities: &[Quantity]) -> Vec<FoundHeadcount> {
    let folded: Vec<&str> = words.iter().map(|(_, folded)| folded).collect();
    let mut found: Vec<FoundHeadcount> = Vec::new();
    // The first word that belongs to no headcount yet.
    let mut free_from = 0;
    for at in 0..folded.len() {
        if at < free_from {
            continue;
        }
        let between = |last: usize| {
            let next = words.get(last).zip(words.get(last + 1));
            next.map_or("", |(last, next)| &text[last.end..next.start])
        };
        let single = || {
            let place = quantities.binary_search_by_key(&at, |quantity| quantity.first).ok()?;
            counted(text, &folded, quantities.get(place)?)
        };
        let counted = match joined(&folded, quantities, at, between) {
            Some((people, true)) => Some(people),
            Some((wanted, false)) => {
                free_from = wanted.last + 1;
                continue;
            }
            None => without_number(&folded, at).or_else(single),
        };
        let Some(Counted { first, last, headcount }) = counted else { continue };
        let includes_writer = headcount > 0 && includes_writer(&folded, first, last);
        let Some(range) = words.range(first, last.min(folded.len() - 1)) else { continue };
        let span = Span::of(text, range.start, range.end);
        if found.last().is_none_or(|before| before.span.end <= span.start) {
            free_from = last + 1;
            found.push(FoundHeadcount { span, headcount, includes_writer });
        }
    }
    found
}

/// Whether who writes is one of those who are counted: `on est trois`, `moi et deux gars`, `à six avec moi`.
fn includes_writer(folded: &[&str], first: usize, last: usize) -> bool {
    let own = folded.get(first..=last).unwrap_or(&[]);
    let is_we = |pair: &[&str]| {
        matches!(pair, ["on", "est" | "tourne" | "n"] | ["nous", "sommes"] | ["sommes", "que"])
    };
    let says_we = own.windows(2).any(is_we) || own.contains(&"moi");
    let after = folded.get(last + 1..).unwrap_or(&[]);
    if matches!(after, ["sans", "moi" | "nous" | "compter", ..]) {
        return false;
    }
    says_we || matches!(after, ["avec", "moi", ..] | ["moi", "compris" | "comprise", ..])
}

/// A headcount, with the numbers of the first and the last word that belong to it.
struct Counted {
    first: usize,
    last: usize,
    headcount: u32,
}

/// The headcount that is said at a word without any number.
fn without_number(folded: &[&str], at: usize) -> Option<Counted> {
    let (before, from) = folded.split_at(at);
    let counted = |words: usize, headcount: u32| Some(Counted { first: at, last: at + words - 1, headcount });
    // `aucun salarié n'a été payé` is said of those who are there.
    let is_none = |words: usize| {
        !matches!(from.get(words).copied(), Some("n" | "ne" | "en" | "protege" | "proteges" | "cette" | "ce"))
    };
    match from {
        ["sans" | "aucun" | "aucune", word, ..] if is_employee(word) && is_none(2) => counted(2, 0),
        ["pas" | "point", "de" | "d", word, ..] if is_employee(word) && is_none(3) => counted(3, 0),
        ["mon" | "ma" | "un" | "une", "seul" | "seule" | "unique", word, ..] if is_employee(word) => {
            counted(3, 1)
        }
        ["n", "ai", "personne", "avec", "moi", ..] => counted(5, 0),
        ["suis" | "jsuis", "seul" | "seule", rest @ ..] if is_by_itself(rest) => counted(2, 0),
        ["suis" | "jsuis", "tout" | "toute", "seul" | "seule", rest @ ..] if is_by_itself(rest) => {
            counted(3, 0)
        }
        ["travaille" | "bosse", "seul" | "seule" | "tout" | "toute", ..] if before.ends_with(&["je"]) => {
            counted(2, 0)
        }
        _ => None,
    }
}

/// Whether who is alone is so in everything: not the only one who decides, nor with somebody.
fn is_by_itself(after: &[&str]) -> bool {
    !matches!(
        after,
        ["a" | "au" | "aux" | "avec" | "associe" | "associee" | "gerant" | "gerante" | "actionnaire", ..]
    )
}

/// The headcount of people who are told one after the other: `moi et deux gars`, `un salarié et un apprenti`; and
/// whether they are there, rather than looked for.
fn joined<'t>(
    folded: &[&str],
    quantities: &[Quantity],
    at: usize,
    between: impl Fn(usize) -> &'t str,
) -> Option<(Counted, bool)> {
    let before = folded.get(..at)?;
    let (mut headcount, mut last) = people_at(folded, quantities, at)?;
    let mut is_joined = false;
    loop {
        // `3 salariés : 2 cdi, 1 cdd` are three.
        let is_total = matches!(
            folded.get(last).copied(),
            Some("salaries" | "employes" | "personnes" | "collaborateurs")
        );
        let next = match folded.get(last + 1) {
            Some(&"et" | &"plus") => last + 2,
            _ if is_total => break,
            // `2 cdi 1 cdd`
            Some(next) if is_digits(next) && between(last).trim().is_empty() => last + 1,
            _ if matches!(between(last).trim(), "," | "+") => last + 1,
            _ => break,
        };
        let Some((more, end)) = people_at(folded, quantities, next) else { break };
        (headcount, last, is_joined) = (headcount + more, end, true);
    }
    if !is_joined || f64::from(headcount) > MOST {
        return None;
    }
    let is_wanted = before.iter().rev().take(3).any(|word| OTHERWISE.contains(word));
    let is_to_come =
        matches!(folded.get(last + 1..)?, ["a", "recruter" | "embaucher" | "former" | "remplacer", ..]);
    Some((Counted { first: at, last, headcount }, !is_wanted && !is_to_come))
}

/// How many people are told at a word, and their last word.
fn people_at(folded: &[&str], quantities: &[Quantity], at: usize) -> Option<(u32, usize)> {
    let person = |at: usize| match folded.get(at..)? {
        ["mi", "temps", ..] | ["temps", "plein" | "pleins" | "partiel" | "partiels", ..] => Some(at + 1),
        [word, ..] if *word != "personnes" && (STAFF.contains(word) || is_one_of_staff(word)) => Some(at),
        [word, ..] if TRADES.iter().any(|trade| trade == word || trade.strip_suffix('s') == Some(word)) => {
            Some(at)
        }
        _ => None,
    };
    match folded.get(at).copied()? {
        // `selon moi` tells nothing, and `moi` is told of with others.
        "moi" => {
            let is_pronoun = at > 0
                && matches!(
                    folded.get(at - 1).copied(),
                    Some("selon" | "chez" | "pour" | "avec" | "sans" | "a" | "de")
                );
            let is_first = matches!(folded.get(at + 1).copied(), Some("et"));
            let is_after = at > 0
                && (folded.get(at - 1).is_some_and(|word| matches!(*word, "et" | "plus") || is_people(word)));
            (!is_pronoun && (is_first || is_after)).then_some((1, at))
        }
        "mon" | "ma" => person(at + 1).map(|last| (1, last)),
        _ => {
            let place = quantities.binary_search_by_key(&at, |quantity| quantity.first).ok()?;
            let quantity = quantities.get(place).filter(|quantity| quantity.value <= MOST)?;
            person(quantity.last + 1).map(|last| (quantity.value.floor() as u32, last))
        }
    }
}

/// The headcount that a number is.
fn counted(text: &str, folded: &[&str], quantity: &Quantity) -> Option<Counted> {
    let (before, after) = (folded.get(..quantity.first)?, folded.get(quantity.last + 1..)?);
    // Half a person is none.
    let headcount = Some(quantity.value.floor()).filter(|number| *number <= MOST)? as u32;
    let (first, last) = (quantity.first, quantity.last);
    // What a company has become is its headcount.
    if let [.., "passes" | "passe" | "passees" | "passee", "de", _, "a"] = before
        && (ends_phrase(text, quantity) || after.first().is_some_and(|next| GOES_ON.contains(next)))
        && (after.first().is_some_and(|next| STAFF.contains(next))
            || before
                .iter()
                .rev()
                .take(7)
                .any(|word| matches!(*word, "nous" | "on") || GROUPS.contains(word)))
    {
        return Some(Counted { first, last, headcount });
    }
    if is_no_count(text, quantity, before, after) {
        return None;
    }
    // `une dizaine d'employés`
    let after = match after {
        ["d" | "de", rest @ ..] if quantity.is_round || is_about(folded, last) => rest,
        _ => after,
    };
    let skipped = folded.len() - after.len() - (last + 1);
    let next = after.first().copied().unwrap_or("");
    let is_staff = STAFF.contains(&next);
    let with_staff = if is_staff { last + skipped + 1 } else { last };
    let are_of_others = before.iter().rev().take(6).any(|word| OTHERS.contains(word));
    let is_otherwise = || are_of_others || before.iter().rev().take(3).any(|word| OTHERWISE.contains(word));
    // `on est une équipe` counts nobody, `société de 2015` is a year.
    let is_article = quantity.value == 1.0 && matches!(folded.get(first), Some(&"un" | &"une"));
    let is_year = first == last && (1900.0..2100.0).contains(&quantity.value);
    let is_share = matches!(after, ["pour", "cent" | "mille", ..] | ["sur", ..]);
    let counts_people = !is_article
        && !is_year
        && !is_share
        && (ends_phrase(text, quantity) || is_people(next) || FOLLOWS.contains(&next));
    // `jusqu'à dix`, `11 salariés et plus`
    let is_bound = matches!(
        after,
        [_, "et", "plus" | "moins", ..]
            | [_, "minimum" | "maximum" | "max" | "mini", ..]
            | ["minimum" | "maximum" | "max" | "et", "plus" | "moins", ..]
    );
    if is_bound {
        return None;
    }
    let found = |first: usize, last: usize| Some(Counted { first, last, headcount });
    match (before, after) {
        ([.., "est" | "sommes", "plus", "que"], _) if counts_people => found(first - 3, with_staff),
        ([.., "effectif", "est", "tombe" | "passe" | "monte" | "descendu", "a"], _) if counts_people => {
            found(first - 4, with_staff)
        }
        // `nous étions quinze, donc treize aujourd'hui`
        (_, ["aujourd", "hui", ..]) if before.iter().rev().take(12).any(|word| WERE.contains(word)) => {
            found(first, last)
        }
        ([.., "ai" | "avons" | "a", "qu"], [word, ..]) if is_one_of_staff(word) => found(first - 1, last + 1),
        ([.., "on", "n", "est", "que"], _) if counts_people => found(first - 4, with_staff),
        (
            [.., "on", "est", "a"]
            | [.., "on", "tourne" | "bosse" | "travaille", "a"]
            | [.., "nous", "sommes", "a"],
            _,
        ) if counts_people => found(first - 3, with_staff),
        ([.., "on", "est"] | [.., "nous", "sommes"] | [.., "sommes", "que"], _) if counts_people => {
            found(first - 2, with_staff)
        }
        ([.., group, "de" | "a" | "est"], _) if GROUPS.contains(group) && counts_people && !are_of_others => {
            found(first - 2, with_staff)
        }
        ([.., "effectif" | "effectifs"], _) if counts_people => found(first - 1, last),
        ([.., "salaries" | "employes"], _) if is_told(text, folded, quantity) => found(first - 1, last),
        ([.., "emploie" | "employons" | "emploient"], _) if counts_people && !is_otherwise() => {
            found(first - 1, with_staff)
        }
        ([.., "j" | "je", "ai" | "emploie"] | [.., "nous", "avons"] | [.., "on", "a"], [trade, ..])
            if TRADES.contains(trade) && !is_article =>
        {
            found(first, last + 1)
        }
        ([.., "mes" | "nos" | "ses"], _) if is_staff || TRADES.contains(&next) => {
            found(first - 1, last + skipped + 1)
        }
        // `une douzaine de couturières`
        _ if skipped > 0 && TRADES.contains(&next) && !is_otherwise() => found(first, last + skipped + 1),
        // `4 gars avec moi`
        (_, [trade, "avec", "moi" | "nous", ..]) if OWN_TRADES.contains(trade) => found(first, last + 1),
        _ if OWN_TRADES.contains(&next) && !is_otherwise() && headcount > 1 => {
            found(first, last + skipped + 1)
        }
        // `22 en CDI`
        (_, ["en", "cdi", ..]) if !is_otherwise() => found(first, last + 2),
        // `un salarié` is any; `1 salarié` is one.
        _ if is_staff && (headcount != 1 || folded.get(first).is_some_and(|word| is_digits(word))) => {
            if is_otherwise() {
                None
            } else {
                found(first, with_staff)
            }
        }
        _ => None,
    }
}

/// Whether nothing follows a number that it might count.
fn ends_phrase(text: &str, quantity: &Quantity) -> bool {
    !text[quantity.end..].trim_start().starts_with(char::is_alphanumeric)
}

/// Whether a word says about so many: `une quinzaine`.
fn is_about(folded: &[&str], last: usize) -> bool {
    folded.get(last).is_some_and(|word| word.trim_end_matches('s').ends_with("aine"))
}

/// Whether a number is told after a colon: `salariés : 17`.
fn is_told(text: &str, folded: &[&str], quantity: &Quantity) -> bool {
    let before = text[..quantity.start].trim_end();
    before.ends_with([':', '=']) && folded.get(quantity.first).is_some_and(|word| is_digits(word))
}

/// Whether a number is one of many in a row, a share, money, or the end of a range, which is no exact number: `06 12
/// 34`, `12 %`, `effectif 10 à 19`.
fn is_no_count(text: &str, quantity: &Quantity, before: &[&str], after: &[&str]) -> bool {
    let rest = &text[quantity.end..];
    let is_glued = || {
        let next = after.first().is_some_and(|next| !STAFF.contains(next));
        next && rest.starts_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | '.' | '/' | '-'))
            && rest.chars().nth(1).is_some_and(char::is_alphanumeric)
    };
    let is_number = |word: &&str| is_digits(word) || text2digits(word, &Language::french()).is_ok();
    let is_apart = text[..quantity.start].trim_end().ends_with([',', ';', ':']);
    !is_apart && before.last().is_some_and(|word| is_digits(word))
        || after.first().is_some_and(|word| is_digits(word))
        || is_glued()
        || rest.trim_start().starts_with(['%', '€'])
        || matches!(after, ["a" | "ou", next, ..] if is_number(next))
        || matches!(before, [.., previous, "a" | "ou"] if is_number(previous))
}

#[cfg(test)]
mod tests {
    use super::super::quantity::quantities;
    use crate::intake::words::Words;

    fn find(text: &str) -> Vec<(String, u32)> {
        let words = Words::of(text);
        super::find(text, &words, &quantities(text, &words))
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
            ("une quinzaine de salariés", "une quinzaine de salariés", 15),
            ("vingt-cinq salariés à la production", "vingt-cinq salariés", 25),
            ("c'est moi et deux gars", "moi et deux gars", 3),
            ("j'ai un salarié et un apprenti", "un salarié et un apprenti", 2),
            ("nous sommes passés de 6 à 19", "19", 19),
            ("salariés : 17", "salariés : 17", 17),
            ("on tourne à six", "on tourne à six", 6),
            ("une librairie, dix gars avec moi", "dix gars", 10),
            ("mon seul employé est parti", "mon seul employé", 1),
            ("il n'y a pas de salarié", "pas de salarié", 0),
            ("4,5 ETP", "4,5 ETP", 4),
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
            "nous voulons passer de quatre à dix agences",
            "on est une petite boite",
            "recruter un salarié et un apprenti",
            "un loyer passé de 6 à 9",
            "on est à deux doigts de fermer",
            "on est cent pour cent bio",
            "on tourne à 20 couverts",
            "on est 4 sur 5 sur google",
            "on est 3 étoiles",
            "nous sommes 12 décembre",
            "nous sommes 12 rue de Paris",
            "une société de 2015",
            "effectifs 2023",
            "entreprise de 12 véhicules",
            "association de 250 adhérents",
            "nous sommes 4 boutiques",
            "jusqu'à 10 salariés",
            "maximum 10 salariés",
            "50 salariés minimum",
            "11 salariés et plus",
            "je reprends une entreprise de 15 salariés",
            "une table de 8 personnes",
            "gîte 12 personnes",
            "nous avons licencié 3 salariés",
            "j'avais 10 salariés",
            "j'ai 5 salariés et 2 apprentis à recruter",
            "embaucher 1 cdd et 1 cdi",
            "aucun salarié n'a été payé",
            "pas de salarié protégé dans mon cas",
            "aucun apprenti cette année",
            "un seul cdd est renouvelable",
        ] {
            assert_eq!(find(text), [], "{text}");
        }
    }

    #[test]
    fn those_who_are_told_twice_are_counted_once() {
        let first = |text: &str| find(text).first().map(|(_, headcount)| *headcount);
        assert_eq!(first("3 salariés : 2 cdi, 1 cdd"), Some(3));
        assert_eq!(first("5 salariés (3 cdi, 2 cdd)"), Some(5));
        assert_eq!(first("3 salariés. 2 cdd"), Some(3));
        assert_eq!(first("49999 cdi 49999 cdi"), Some(49_999));
        assert_eq!(first("selon moi 2 salariés suffisent"), Some(2));
    }

    #[test]
    fn who_writes_is_counted_or_not() {
        for (text, expected) in [
            ("on est 3", true),
            ("moi et deux gars", true),
            ("dix gars avec moi", true),
            ("on est 3 sans moi", false),
            ("j'ai 3 salariés", false),
        ] {
            let words = Words::of(text);
            let found = super::find(text, &words, &quantities(text, &words));
            assert_eq!(found[0].includes_writer, expected, "{text}");
        }
    }
}

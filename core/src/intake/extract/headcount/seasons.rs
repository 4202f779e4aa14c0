//! Headcounts of a time beside another one: `8 salariés l'hiver et 20 l'été`, `5 personnes en 2021, 24 aujourd'hui`,
//! `nous étions 15, nous ne sommes plus que 3`.

use super::people::{WERE, is_person};
use super::people_text::{Counted, PeopleText};
use super::qualifiers::is_month;
use crate::intake::extract::quantity::{Quantity, is_digits};

/// Whether a season, or the rest of the year, is what follows.
pub(super) fn is_season(after: &[&str]) -> bool {
    match after {
        ["l", "ete" | "hiver" | "annee" | "automne", ..]
        | [
            "en",
            "ete" | "hiver" | "automne" | "saison" | "basse" | "haute" | "moyenne" | "pleine" | "periode"
            | "morte" | "pointe" | "temps",
            ..,
        ]
        | [
            "pour",
            "les" | "la",
            "vendanges" | "fetes" | "saison" | "recolte" | "moisson" | "cueillette" | "soldes",
            ..,
        ]
        | ["pour", "noel" | "paques" | "l", ..]
        | ["hors" | "pendant" | "durant" | "toute", ..]
        | ["a", "l", "annee" | "automne", ..]
        | ["a", "noel" | "paques", ..]
        | ["le", "reste", ..]
        | ["au", "printemps" | "plus" | "pic", ..]
        | ["d", "habitude" | "ordinaire", ..]
        | ["habituellement" | "normalement", ..] => true,
        ["en" | "de", month, ..] => is_month(month),
        _ => false,
    }
}

/// Whether another number with its season follows a number: `12 l'été, 5 l'hiver`.
pub(super) fn followed_by_season(people: PeopleText<'_>, last: usize) -> bool {
    (last + 2..last + 8).any(|at| {
        people.number_at(at).is_some_and(|number| people.folded.get(number.last + 1..).is_some_and(is_season))
    })
}

/// Whether some time, a season or a year, is what follows.
fn is_time(after: &[&str]) -> bool {
    match after {
        ["depuis" | "aujourd" | "maintenant" | "desormais" | "actuellement" | "avant" | "auparavant", ..]
        | ["l", "an" | "annee", ..]
        | ["il", "y", "a", ..]
        | ["a", "present" | "l", ..]
        | ["ce", "jour", ..]
        | ["au", "depart" | "debut", ..]
        | ["fin" | "debut", ..] => true,
        ["en", year, ..] => is_season(after) || is_digits(year) && year.len() == 4,
        _ => is_season(after),
    }
}

/// The headcount that is told of another time than the last one, which ends with a word of the same sentence:
/// `160 en période haute, 95 le reste`, `66, contre 90 avant`.
pub(super) fn second_time(people: PeopleText<'_>, at: usize, last: usize) -> Option<Counted> {
    let quantity = people.number_at(at).filter(|quantity| quantity.value >= 2.0)?;
    let is_close =
        at > last && at - last <= 10 && people.before_in_sentence(at, at - last).count() == at - last;
    if !is_close {
        return None;
    }
    let after = people.folded.get(quantity.last + 1..)?;
    let has_noun = after.first().is_some_and(|word| is_person(word));
    let has_time = is_time(after.get(usize::from(has_noun)..)?);
    let had_time = (last + 1..at).any(|word| people.folded.get(word..).is_some_and(is_time));
    let is_contrast = matches!(people.folded.get(..at)?, [.., "contre"] | [.., "au", "lieu", "de"]);
    // `un magasin à Dax avec 5 salariées, un autre à Pau avec 3`
    let follows_place = matches!(people.folded.get(..at)?, [.., "avec"]) || people.words.get(at - 1)?.is_name;
    let is_elsewhere = follows_place
        && people.ends_phrase(quantity.last)
        && (last + 1..at).any(|word| matches!(people.folded.get(word), Some(&"autre" | &"celui" | &"celle")));
    let is_said = is_elsewhere
        || has_time && (had_time || is_contrast)
        || is_contrast && people.ends_phrase(quantity.last);
    let end = quantity.last + usize::from(has_noun);
    is_said.then_some(Counted { first: at, last: end, headcount: quantity.value.floor() as u32 })
}

/// What a headcount was, where what it is follows: `nous étions 15, nous ne sommes plus que 3`.
pub(super) fn was_and_is(people: PeopleText<'_>, at: usize) -> Option<Counted> {
    let quantity = people.number_at(at).filter(|quantity| quantity.value >= 2.0)?;
    let before = people.folded.get(..at)?;
    let words = match before {
        [.., "etions"] | [.., "etions", "a"] => 2,
        [.., "on", "etait"] | [.., "on", "etait", "a"] => 2,
        [.., "etions" | "etait", "encore" | "deja"] => 3,
        [.., "avons" | "a", "ete"] => 3,
        // `j'ai eu jusqu'à 15 salariés, il m'en reste 6`
        [.., "ai" | "avons", "eu"] => 2,
        [.., "ai" | "avons", "eu", "jusqu", "a"] => 4,
        [.., "nous" | "on" | "j", "avions" | "avait" | "avais"] => 2,
        _ => return None,
    };
    let is_had = matches!(before, [.., "avions" | "avait" | "avais" | "eu"] | [.., "eu", "jusqu", "a"]);
    let has_noun = people.folded.get(quantity.last + 1).is_some_and(|word| is_person(word));
    if is_had && !has_noun {
        return None;
    }
    let is_contrast =
        people.before_in_sentence(at, 4).any(|word| matches!(word, "alors" | "lorsque" | "quand"));
    let follows_now =
        is_contrast && people.before_in_sentence(at, 12).any(|word| matches!(word, "sommes" | "est"));
    let is_now = follows_now || is_followed_by_now(people, quantity) || is_own_past(people, at, quantity);
    let end = quantity.last + usize::from(has_noun);
    is_now.then_some(Counted {
        first: at - words.min(at),
        last: end,
        headcount: quantity.value.floor() as u32,
    })
}

/// Whether the past is the last month, or ends with those who are gone: `nous étions trente-deux, la moitié est partie`.
fn is_own_past(people: PeopleText<'_>, at: usize, past: &Quantity) -> bool {
    let is_recent = matches!(
        people.before_in_sentence(at, 8).collect::<Vec<_>>().as_slice(),
        [.., "dernier", "mois", "le"] | [.., "derniere", "semaine", "la"] | [.., "hier"]
    );
    let after = people.folded.get(past.last + 1..).unwrap_or(&[]).iter().take(8);
    is_recent
        || after
            .copied()
            .any(|word| matches!(word, "moitie" | "tiers" | "partis" | "parties" | "demissionne"))
}

/// Whether a number of today follows a number of the past, in its sentence or the next.
fn is_followed_by_now(people: PeopleText<'_>, past: &Quantity) -> bool {
    let is_number = |at: usize| people.number_at(at).is_some_and(|number| number.value >= 1.0);
    (past.last + 1..past.last + 22).any(|at| {
        let Some(before) = people.folded.get(..at).filter(|_| is_number(at)) else { return false };
        let after = people.folded.get(at + 1..).unwrap_or(&[]);
        let is_now = matches!(after, ["aujourd" | "maintenant" | "desormais" | "actuellement", ..]);
        let is_left = matches!(
            before,
            [.., "plus" | "reste", "que"]
                | [.., "maintenant" | "hui" | "desormais", "c", "est"]
                | [.., "nous", "sommes" | "voici" | "voila"]
                | [.., "on", "est"]
                | [.., "est" | "sommes", "a" | "maintenant" | "desormais" | "encore"]
                | [.., "aujourd", "hui"]
                | [.., "reste" | "restons" | "restent" | "maintenant" | "desormais"]
        );
        is_now && !before.iter().rev().take(3).any(|word| WERE.contains(word)) || is_left
    })
}

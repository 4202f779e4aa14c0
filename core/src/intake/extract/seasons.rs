//! Headcounts of a season beside another one: `8 salariés l'hiver et 20 l'été`.

use super::people_text::{Counted, PeopleText};

/// Whether a season, or the rest of the year, is what follows.
pub(super) fn is_season(after: &[&str]) -> bool {
    matches!(
        after,
        ["l", "ete" | "hiver" | "annee", ..]
            | ["en", "ete" | "hiver" | "saison" | "basse" | "haute" | "juillet" | "aout" | "decembre", ..]
            | ["hors", "saison", ..]
            | ["a", "l", "annee", ..]
            | ["le", "reste", ..]
            | ["au", "printemps", ..]
    )
}

/// The headcount that is told of another season than the last one, which ends with a word of the same sentence.
pub(super) fn second_season(people: PeopleText<'_>, at: usize, first: usize) -> Option<Counted> {
    let quantity = people.number_at(at).filter(|quantity| quantity.value >= 1.0)?;
    let has_season = (first..at).any(|word| people.folded.get(word..).is_some_and(is_season));
    let is_close = at - first <= 8 && people.before_in_sentence(at, at - first).count() == at - first;
    let is_said = has_season && is_close && people.folded.get(quantity.last + 1..).is_some_and(is_season);
    is_said.then_some(Counted { first: at, last: quantity.last, headcount: quantity.value.floor() as u32 })
}

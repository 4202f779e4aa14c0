//! Whether a number counts those who work for the company: by the words before and after it.

use text2num::{Language, text2digits};

use super::people::{
    FOLLOWS, GOES_ON, GROUPS, OTHERS, OWN_TRADES, STAFF, WANTED, WERE, is_occupation, is_one_of_staff,
    is_owner, is_people, may_be_occupation,
};
use super::people_list::{People, is_about, is_of_company};
use super::quantity::{Quantity, is_digits};

/// A headcount, with the numbers of the first and the last word that belong to it.
pub(super) struct Counted {
    pub(super) first: usize,
    pub(super) last: usize,
    pub(super) headcount: u32,
}

/// The headcount that a number is.
pub(super) fn counted(people: People<'_>, quantity: &Quantity) -> Option<Counted> {
    let (text, folded) = (people.text, people.folded);
    let (before, after) = (folded.get(..quantity.first)?, folded.get(quantity.last + 1..)?);
    // Half a person is none.
    let headcount = Some(quantity.value.floor()).filter(|number| *number <= super::headcount::MOST)? as u32;
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
    let is_otherwise = || are_of_others || people.is_planned(first, last + skipped + 1);
    let is_article = quantity.value == 1.0 && matches!(folded.get(first), Some(&"un" | &"une"));
    // `une brasserie, 5 serveurs`: what stands apart is said of the company, but not where it says what it
    // looks for.
    let is_said_of_company = || {
        people.is_apart(first)
            && (headcount > 1 || headcount == 1 && !is_article)
            && !is_otherwise()
            && !people.before_in_sentence(first, folded.len()).any(|word| WANTED.contains(&word))
    };
    // `on est une équipe` counts nobody, `société de 2015` is a year.
    let is_year = first == last && (1900.0..2100.0).contains(&quantity.value);
    let is_share = match after {
        ["sur", of, ..] => is_digits(of) || text2digits(of, &Language::french()).is_ok(),
        _ => matches!(after, ["pour", "cent" | "mille", ..]),
    };
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
    // `2 salariés en moins`
    let is_change = matches!(
        after,
        [_, "en", "moins" | "plus" | "trop", ..]
            | [_, "sont" | "ont", "partis" | "parties" | "quitte" | "demissionne", ..]
            | [_, "viennent", "de", ..]
    );
    if is_bound || is_change {
        return None;
    }
    let found = |first: usize, last: usize| Some(Counted { first, last, headcount });
    match (before, after) {
        // `nous sommes encore 61`
        (
            [
                ..,
                "sommes",
                "encore" | "actuellement" | "maintenant" | "memes" | "environ" | "desormais" | "donc"
                | "deja",
            ]
            | [.., "est", "encore" | "actuellement" | "maintenant" | "environ" | "desormais"],
            _,
        ) if counts_people && before.iter().rev().take(5).any(|word| matches!(*word, "nous" | "on")) => {
            found(first - 2, with_staff)
        }
        ([.., "ai" | "avons" | "a", "plus", "que"], [word, ..]) if is_people(word) => {
            found(first - 1, last + 1)
        }
        ([.., "nous", "tenons" | "gerons" | "travaillons" | "bossons", "a"], ["un" | "une" | "les", ..])
            if headcount > 1 =>
        {
            found(first - 3, last)
        }
        ([.., "sommes"], _) if counts_people && people.is_apart(first - 1) => found(first - 1, with_staff),
        ([.., "en", "reste"], _) if counts_people => found(first - 2, with_staff),
        ([.., "notre" | "mon" | "l", "equipe", "de"], [word, ..]) if !is_occupation(word) && !is_staff => {
            found(first - 2, last)
        }
        // `4 grimpeurs salariés`
        (_, [word, "salaries" | "salariees", ..]) if may_be_occupation(word) && !is_otherwise() => {
            found(first, last + 2)
        }
        (_, ["bonshommes" | "permanents" | "tetes", ..]) if is_said_of_company() => found(first, last + 1),
        ([.., "nous", "voila"] | [.., "est", "nous"], _) if counts_people => found(first - 2, with_staff),
        ([.., "on", "est", "que"], _) if counts_people => found(first - 3, with_staff),
        // `nous tenons l'auberge, à deux avec mon fils`
        ([.., "a"], _)
            if people.is_apart(first - 1)
                && headcount > 1
                && (ends_phrase(text, quantity) || matches!(next, "avec" | "depuis")) =>
        {
            found(first - 1, with_staff)
        }
        ([.., "y", "a"], ["personnes" | "pers", "dans", _, group, ..]) if GROUPS.contains(group) => {
            found(first, with_staff)
        }
        ([.., "est" | "sommes", "plus", "que"], _) if counts_people => found(first - 3, with_staff),
        ([.., "effectif", "est", "tombe" | "passe" | "monte" | "descendu", "a"], _) if counts_people => {
            found(first - 4, with_staff)
        }
        // `nous étions quinze, donc treize aujourd'hui`
        ([.., previous], ["aujourd", "hui", ..])
            if !matches!(*previous, "serons" | "sera")
                && before.iter().rev().take(12).any(|word| WERE.contains(word)) =>
        {
            found(first, last)
        }
        ([.., "ai" | "avons" | "a", "qu"], [word, ..]) if is_one_of_staff(word) => found(first - 1, last + 1),
        ([.., "on", "n", "est", "que"], _) if counts_people => found(first - 4, with_staff),
        (
            [.., "on", "est", "a"]
            | [.., "on", "tourne" | "bosse" | "travaille" | "tient" | "gere", "a"]
            | [.., "nous", "sommes" | "tenons" | "travaillons" | "bossons" | "tournons", "a"],
            _,
        ) if counts_people => found(first - 3, with_staff),
        ([.., "on", "est" | "e"] | [.., "nous", "sommes"] | [.., "sommes", "que"], _) if counts_people => {
            found(first - 2, with_staff)
        }
        ([.., group, "de" | "a" | "est"], _) if GROUPS.contains(group) && counts_people && !are_of_others => {
            found(first - 2, with_staff)
        }
        // `une société de déménagement de 8 personnes`, `menuiserie de quatre personnes`
        ([.., "de"], _) if is_staff && !is_otherwise() && is_of_company(people, first - 1) => {
            found(first - 1, with_staff)
        }
        ([.., "effectif", _, "de"], _) if counts_people => found(first - 1, with_staff),
        ([.., "effectif" | "effectifs"], _) if counts_people => found(first - 1, last),
        _ if is_told_of_group(people, quantity) => found(first, with_staff),
        ([.., "salaries" | "employes"], _) if is_told(text, folded, quantity) => found(first - 1, last),
        ([.., "emploie" | "employons" | "emploient"], _) if counts_people && !is_otherwise() => {
            found(first - 1, with_staff)
        }
        (
            [.., "j" | "je", "ai" | "emploie"] | [.., "jai"] | [.., "nous", "avons"] | [.., "on", "a"],
            [trade, ..],
        ) if is_occupation(trade) && !is_article => found(first, last + 1),
        ([.., "mes" | "nos" | "ses"], _) if is_staff || is_occupation(next) => {
            found(first - 1, last + skipped + 1)
        }
        // `une douzaine de couturières`
        _ if skipped > 0 && is_occupation(next) && !is_otherwise() => found(first, last + skipped + 1),
        // `4 gars avec moi`
        (_, [trade, "avec", "moi" | "nous", ..]) if OWN_TRADES.contains(trade) => found(first, last + 1),
        _ if OWN_TRADES.contains(&next) && !is_otherwise() && headcount > 1 => {
            found(first, last + skipped + 1)
        }
        (
            [.., "compte" | "comptons" | "reunit" | "rassemble" | "occupe"]
            | [
                ..,
                "emploie" | "emploient" | "employons" | "compte",
                "encore" | "actuellement" | "environ" | "aujourd" | "hui",
            ],
            [word, ..],
        ) if (is_people(word) || may_be_occupation(word) || word == &"personnes") && !is_otherwise() => {
            found(first, last + 1)
        }
        ([.., "avec" | "compte"], [word, ..]) if is_occupation(word) && !is_otherwise() && headcount > 1 => {
            found(first, last + 1)
        }
        (_, [word, ..]) if (is_occupation(word) || is_owner(word)) && is_said_of_company() => {
            found(first, last + skipped + 1)
        }
        // `un loto de 90 personnes`
        ([.., "de" | "d" | "pour" | "a" | "par", _] | [.., "de" | "d" | "pour" | "a" | "par"], _)
            if matches!(next, "personnes" | "pers") && !people.is_apart(first) =>
        {
            None
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

/// Whether a number is told of those who work for the company, after a colon: `l'équipe : 13`, `effectif moyen
/// 2023 : 9,4`.
fn is_told_of_group(people: People<'_>, quantity: &Quantity) -> bool {
    is_told(people.text, people.folded, quantity)
        && people
            .before_in_sentence(quantity.first, 4)
            .any(|word| matches!(word, "equipe" | "effectif" | "effectifs" | "personnel"))
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
    let before_text = &text[..quantity.start];
    let is_apart = before_text.trim_end().ends_with([',', ';', ':', '(', '€', '%'])
        || before_text.ends_with(char::is_whitespace) && before_text.trim_end().ends_with(['.', '!', '?']);
    !is_apart && before.last().is_some_and(|word| is_digits(word))
        || after.first().is_some_and(|word| is_digits(word))
        || is_glued()
        || rest.trim_start().starts_with(['%', '€'])
        || matches!(after, ["a" | "ou", next, ..] if is_number(next))
        || matches!(before, [.., previous, "a" | "ou"] if is_number(previous))
}

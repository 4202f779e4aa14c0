//! Whether a number counts those who work for the company: by the words before and after it.

use text2num::{Language, text2digits};

use super::number::Number;
use super::people::is_staff;
use super::people_text::{Counted, PeopleText};
use crate::intake::extract::quantity::{Quantity, is_digits};

/// The headcount that a number is.
pub(super) fn counted(people: PeopleText<'_>, quantity: &Quantity) -> Option<Counted> {
    let number = Number::of(people, quantity)?;
    if is_no_count(people.text, quantity, number.before, number.after) || number.is_bound_or_change() {
        return None;
    }
    if number.is_all_of_a_part() {
        return number.found(0, 0);
    }
    if number.is_part() {
        return None;
    }
    if let Some(counted) = number.said_of_us().or_else(|| number.said_of_all()) {
        return Some(counted);
    }
    if people.are_not_ours(quantity.first, quantity.last + number.noun()) {
        return None;
    }
    number.said_of_company().or_else(|| number.said_by_noun()).or_else(|| number.said_by_proxy())
}

/// Whether a number is one of many in a row, a share, money, or the end of a range, which is no exact number: `06 12
/// 34`, `12 %`, `effectif 10 à 19`.
fn is_no_count(text: &str, quantity: &Quantity, before: &[&str], after: &[&str]) -> bool {
    let rest = &text[quantity.end..];
    let is_glued = || {
        let next = after.first().is_some_and(|next| !is_staff(next));
        next && rest.starts_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | '.' | '/' | '-'))
            && rest.chars().nth(1).is_some_and(char::is_alphanumeric)
    };
    let is_number = |word: &&str| is_digits(word) || text2digits(word, &Language::french()).is_ok();
    let before_text = &text[..quantity.start];
    let is_apart = before_text.trim_end().ends_with([',', ';', ':', '(', '€', '%'])
        || before_text.ends_with(char::is_whitespace) && before_text.trim_end().ends_with(['.', '!', '?']);
    // `à deux, 70 bêtes`
    let is_followed_apart = [", ", "; ", " : ", ". ", " ("].iter().any(|apart| rest.starts_with(apart));
    !is_apart && before.last().is_some_and(|word| is_digits(word))
        || !is_followed_apart && after.first().is_some_and(|word| is_digits(word))
        || is_glued()
        || rest.trim_start().starts_with(['%', '€'])
        || matches!(after, ["a" | "ou", next, ..] | ["ou", "a", next, ..] if is_number(next))
        || matches!(before, [.., previous, "a" | "ou"] if is_number(previous))
}

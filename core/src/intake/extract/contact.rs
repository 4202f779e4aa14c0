//! Phone numbers and e-mail addresses, so that a host can mask them.

use linkify::{LinkFinder, LinkKind};

use super::found::{ContactKind, FoundContact, FoundSiret};
use super::numbers::Digits;
use crate::codes::phone::{Phone, phone};
use crate::intake::span::Span;

/// How many digits a French number has, and an international one at most.
const FRENCH: usize = 10;
const LONGEST: usize = 15;

/// How many characters the number of a bank account has (ISO 13616).
const SHORTEST_ACCOUNT: usize = 15;
const LONGEST_ACCOUNT: usize = 34;

/// The contacts of a text, in its order. The digits of a SIRET are no phone.
pub(super) fn find(text: &str, runs: &[Digits], sirets: &[FoundSiret]) -> Vec<FoundContact> {
    let mut emails = LinkFinder::new();
    emails.kinds(&[LinkKind::Email]);
    let emails: Vec<_> =
        emails.links(text).map(|link| (link.start(), link.end(), ContactKind::Email)).collect();
    let is_taken = |start: usize, end: usize| {
        let in_email = emails.iter().any(|(first, last, _)| *first < end && start < *last);
        in_email
            || sirets.iter().any(|siret| (siret.span.start as usize) < end && start < siret.span.end as usize)
    };
    let accounts = accounts(text);
    let is_taken = |start: usize, end: usize| {
        is_taken(start, end) || accounts.iter().any(|(first, last)| *first < end && start < *last)
    };
    let phones = phones(text, runs).into_iter().filter(|(start, end)| !is_taken(*start, *end));
    let mut contacts: Vec<_> =
        phones.map(|(start, end)| (start, end, ContactKind::Phone)).chain(emails.iter().copied()).collect();
    contacts.sort_unstable_by_key(|(start, ..)| *start);
    let found = |(start, end, kind)| FoundContact { span: Span::of(text, start, end), kind };
    contacts.into_iter().map(found).collect()
}

/// Where numbers of bank accounts (IBAN) begin and end: two letters, two digits, then groups of letters and
/// digits, 15 to 34 characters in all. Their groups look like phones.
fn accounts(text: &str) -> Vec<(usize, usize)> {
    let bytes = text.as_bytes();
    let is = |at: usize, wanted: fn(&u8) -> bool| bytes.get(at).is_some_and(wanted);
    let mut found: Vec<(usize, usize)> = Vec::new();
    for start in 0..bytes.len() {
        let begins = is(start, u8::is_ascii_alphabetic)
            && is(start + 1, u8::is_ascii_alphabetic)
            && is(start + 2, u8::is_ascii_digit)
            && is(start + 3, u8::is_ascii_digit)
            && !start.checked_sub(1).is_some_and(|before| is(before, u8::is_ascii_alphanumeric));
        if !begins || found.last().is_some_and(|(_, last)| start < *last) {
            continue;
        }
        let (mut end, mut length) = (start + 4, 4);
        while length < LONGEST_ACCOUNT {
            let next = end + usize::from(is(end, |byte| *byte == b' '));
            // A group of words ends the account.
            let is_group = (next..next + 4).any(|at| is(at, u8::is_ascii_digit));
            if !is(next, u8::is_ascii_alphanumeric) || next > end && !is_group {
                break;
            }
            (end, length) = (next + 1, length + 1);
        }
        if length >= SHORTEST_ACCOUNT {
            found.push((start, end));
        }
    }
    found
}

/// Where phone numbers begin and end.
fn phones(text: &str, runs: &[Digits]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut runs = runs;
    while let [first, rest @ ..] = runs {
        runs = match phone_at(text, *first, rest) {
            Some((start, end, after)) => {
                found.push((start, end));
                after
            }
            None => rest,
        };
    }
    found
}

/// The phone number that begins with a run of digits, and the runs after it.
fn phone_at<'r>(text: &str, first: Digits, rest: &'r [Digits]) -> Option<(usize, usize, &'r [Digits])> {
    let has_plus = text[..first.start].ends_with('+');
    let start = if has_plus { first.start - 1 } else { first.start };
    let is_international = has_plus || text[first.start..first.end].starts_with("00");
    if !is_international && !text[first.start..].starts_with('0') {
        return None;
    }
    let (mut digits, mut end, mut after) = (first.len(), first.end, rest);
    let mut longest = None;
    loop {
        let is_whole = if is_international { digits > FRENCH } else { digits == FRENCH };
        if is_whole && digits <= LONGEST && phone(&text[start..end]) == Phone::Number {
            longest = Some((start, end, after));
        }
        let [next, following @ ..] = after else { return longest };
        let most = if is_international { LONGEST } else { FRENCH };
        if digits + next.len() > most || !joins(&text[end..next.start]) {
            return longest;
        }
        (digits, end, after) = (digits + next.len(), next.end, following);
    }
}

/// Whether what stands between two runs of digits parts the groups of a phone number.
fn joins(between: &str) -> bool {
    let is_between =
        |c: char| c.is_whitespace() && c != '\n' || matches!(c, '.' | '-' | '(' | ')' | '/' | '\u{2011}');
    between.chars().count() <= 2 && between.chars().all(is_between)
}

#[cfg(test)]
mod tests {
    use super::super::{numbers, siret};
    use super::*;

    fn find(text: &str) -> Vec<(ContactKind, String)> {
        let runs = numbers::runs(text);
        let contacts = super::find(text, &runs, &siret::find(text, &runs));
        contacts.into_iter().map(|contact| (contact.kind, contact.span.text)).collect()
    }

    #[test]
    fn phones_as_they_are_written() {
        for phone in [
            "06 12 34 56 78",
            "0612345678",
            "06.12.34.56.78",
            "03-22-00-00-00",
            "+33 6 12 34 56 78",
            "+33 (0)6 12 34 56 78",
            "0033612345678",
            "+32 475 12 34 56",
            "06\u{a0}12\u{a0}34\u{a0}56\u{a0}78",
        ] {
            let expected = [(ContactKind::Phone, phone.to_owned())];
            assert_eq!(find(&format!("au {phone}, merci")), expected, "{phone}");
            assert_eq!(find(&format!("tel {phone} 80000 Amiens")), expected, "{phone}");
        }
    }

    #[test]
    fn a_phone_stands_beside_a_bank_account() {
        let phone = [(ContactKind::Phone, "06 12 34 56 78".to_owned())];
        assert_eq!(find("FR76 3000 4000 0312 3456 7890 143 tel 06 12 34 56 78"), phone);
        assert_eq!(find("je vous dis a demain 06 12 34 56 78"), phone);
    }

    #[test]
    fn addresses_and_phones_are_in_the_order_of_the_text() {
        assert_eq!(
            find("(accueil@boulangerie.example) ou 06 12 34 56 78 ou atelier.2@fournil.example."),
            [
                (ContactKind::Email, "accueil@boulangerie.example".to_owned()),
                (ContactKind::Phone, "06 12 34 56 78".to_owned()),
                (ContactKind::Email, "atelier.2@fournil.example".to_owned()),
            ]
        );
    }

    #[test]
    fn other_numbers_are_none() {
        for text in [
            "80000 Amiens",
            "12 000 000 €",
            "00000001800010",
            "821 611 431 00015",
            "06 12 34",
            "le 01/02/2026",
            "3949",
            "+5 %",
            "@marie",
            "06 12 34 56 789",
            "FR76 3000 4000 0312 3456 7890 143",
            "iban fr7630004000031234567890143 svp",
            "BE68 5390 0754 7034",
        ] {
            assert_eq!(find(text), [], "{text}");
        }
    }
}

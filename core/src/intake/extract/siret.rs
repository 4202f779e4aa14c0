//! SIRETs: fourteen digits, however they are spaced, with a right key.

use super::found::FoundSiret;
use super::numbers::{Digits, is_separator};
use crate::codes::Siret;
use crate::intake::span::Span;

const DIGITS: usize = 14;

pub(super) fn find(text: &str, runs: &[Digits]) -> Vec<FoundSiret> {
    let mut found = Vec::new();
    let mut runs = runs;
    while let [first, rest @ ..] = runs {
        runs = match beginning_with(text, *first, rest) {
            Some((siret, after)) => {
                found.push(siret);
                after
            }
            None => rest,
        };
    }
    found
}

/// The SIRET that begins with a run, and the runs after it.
fn beginning_with<'r>(text: &str, first: Digits, rest: &'r [Digits]) -> Option<(FoundSiret, &'r [Digits])> {
    let (mut digits, mut end, mut rest) = (first.len(), first.end, rest);
    while digits < DIGITS {
        let [next, after @ ..] = rest else { return None };
        if !is_separator(&text[end..next.start]) {
            return None;
        }
        (digits, end, rest) = (digits + next.len(), next.end, after);
    }
    if digits > DIGITS {
        return None;
    }
    let span = Span::of(text, first.start, end);
    let siret: Siret = span.text.parse().ok()?;
    Some((FoundSiret { span, siret: siret.to_string() }, rest))
}

#[cfg(test)]
mod tests {
    use super::super::numbers::runs;

    fn find(text: &str) -> Vec<(String, String)> {
        super::find(text, &runs(text)).into_iter().map(|found| (found.span.text, found.siret)).collect()
    }

    #[test]
    fn spaced_or_not_and_with_a_right_key_only() {
        let same = |text: &str| assert_eq!(find(text)[0].1, "82161143100015", "{text}");
        same("siret 82161143100015");
        same("SIRET : 821 611 431 00015, merci");
        same("821.611.431.00015");
        same("821\u{a0}611\u{a0}431\u{a0}00015");
        same("82161143100015 0601020304");
        assert_eq!(find("82161143100016"), []);
        assert_eq!(find("8216114310001500"), []);
        assert_eq!(find("821 611 431"), []);
        assert_eq!(find("821,611,431,00015"), []);
    }
}

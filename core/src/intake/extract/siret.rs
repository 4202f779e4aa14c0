//! SIRETs: fourteen digits, however they are spaced, with a right key.

use super::FoundSiret;
use super::numbers::{Digits, is_separator};
use crate::codes::Siret;
use crate::intake::span::Span;

const DIGITS: usize = 14;

pub(super) fn find(text: &str, runs: &[Digits]) -> Vec<FoundSiret> {
    let mut found = Vec::new();
    let mut first = 0;
    while first < runs.len() {
        match beginning_at(text, &runs[first..]) {
            Some((siret, groups)) => {
                found.push(siret);
                first += groups;
            }
            None => first += 1,
        }
    }
    found
}

/// The SIRET that begins with the first run, and how many runs it takes.
fn beginning_at(text: &str, runs: &[Digits]) -> Option<(FoundSiret, usize)> {
    let mut digits = 0;
    for (number, run) in runs.iter().enumerate() {
        if number > 0 && !is_separator(&text[runs[number - 1].end..run.start]) {
            return None;
        }
        digits += run.len();
        if digits == DIGITS {
            let span = Span::of(text, runs[0].start, run.end);
            let siret: Siret = span.text.parse().ok()?;
            return Some((FoundSiret { span, siret: siret.to_string() }, number + 1));
        }
        if digits > DIGITS {
            return None;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::numbers::runs;

    fn find(text: &str) -> Vec<(String, String)> {
        super::find(text, &runs(text)).into_iter().map(|one| (one.span.text, one.siret)).collect()
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

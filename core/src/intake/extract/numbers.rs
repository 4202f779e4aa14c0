//! Numbers in a text: runs of digits, and the groups of them that people write as one number.

/// A run of digits, in bytes of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Digits {
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Digits {
    pub(super) fn len(self) -> usize {
        self.end - self.start
    }
}

/// Every run of ASCII digits.
pub(super) fn runs(text: &str) -> Vec<Digits> {
    let mut runs: Vec<Digits> = Vec::new();
    for (at, _) in text.bytes().enumerate().filter(|(_, byte)| byte.is_ascii_digit()) {
        match runs.last_mut() {
            Some(run) if run.end == at => run.end = at + 1,
            _ => runs.push(Digits { start: at, end: at + 1 }),
        }
    }
    runs
}

/// Whether `between` parts the thousands of a number, or the groups of a SIRET.
pub(super) fn is_separator(between: &str) -> bool {
    let mut characters = between.chars();
    match (characters.next(), characters.next()) {
        (Some(c), None) => matches!(c, ' ' | '.' | '\'' | '’' | '\u{a0}' | '\u{202f}' | '\u{2009}'),
        _ => false,
    }
}

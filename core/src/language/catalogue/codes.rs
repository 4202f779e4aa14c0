//! What stable codes mean to people, and what they can do.

use super::{english, french};
use crate::language::Language;

/// A code with what it means and what to do, in one language.
pub(crate) struct CodeTexts {
    /// The stable code.
    pub(super) code: &'static str,
    /// What it means, in one sentence.
    pub(crate) meaning: &'static str,
    /// What to do about it.
    pub(crate) remedy: &'static str,
}

/// Which codes: one may mean different things of a directory and of a need.
#[derive(Clone, Copy, Debug)]
pub(crate) enum CodeList {
    /// Findings about directories.
    Findings,
    /// Errors of needs, and of requests about them.
    Needs,
}

impl CodeTexts {
    /// What a code of a list says; nothing for one that is not in it.
    pub(crate) fn of(list: CodeList, code: &str, language: Language) -> Option<&'static CodeTexts> {
        CodeTexts::all(list, language).iter().find(|texts| texts.code == code)
    }

    /// All codes of a list.
    pub(super) fn all(list: CodeList, language: Language) -> &'static [CodeTexts] {
        match (list, language) {
            (CodeList::Findings, Language::English) => english::FINDINGS,
            (CodeList::Findings, Language::French) => french::FINDINGS,
            (CodeList::Needs, Language::English) => english::NEEDS,
            (CodeList::Needs, Language::French) => french::NEEDS,
        }
    }
}

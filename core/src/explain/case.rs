//! One expert and one need, of which verdicts are made.

use super::{Rule, RuleVerdict};
use crate::directory::{Antenne, Expert, Institution};
use crate::engine::facts::Facts;
use crate::language::Language;
use crate::router::Router;
use crate::taxonomy::Subject;

/// One expert and the need, while its verdicts are made.
pub(super) struct Case<'r, 'f> {
    pub(super) router: &'r Router,
    pub(super) facts: &'f Facts<'r, 'f>,
    /// The language of sentences.
    pub(super) language: Language,
    /// The number of the expert.
    pub(super) number: u32,
    pub(super) subject: &'r Subject,
    pub(super) expert: &'r Expert,
    pub(super) antenne: &'r Antenne,
    pub(super) institution: &'r Institution,
}

/// The verdict of a rule that nobody's data decided.
pub(super) fn verdict<'r>(rule: Rule, holds: bool, sentence: String) -> RuleVerdict<'r> {
    RuleVerdict {
        rule,
        holds,
        undetermined: false,
        remarkable: !holds,
        owner: None,
        criterion: None,
        alternative: None,
        fields: Vec::new(),
        zone: None,
        question: None,
        sentence,
    }
}

//! The labelled messages, and what is measured over them: by the tests, and by `make accuracy`.

use std::path::PathBuf;

use aiguillage::Router;
use aiguillage::intake::{DEFAULT_LIMIT, FlagReason, Suggestions};
use serde::Deserialize;

/// A message and what it is about.
#[derive(Deserialize)]
pub(crate) struct Message {
    pub(crate) id: String,
    pub(crate) text: String,
    /// The subjects that it is about, the main one first; `autre-demande` for none.
    pub(crate) expected: Vec<String>,
    /// Subjects that would do.
    pub(crate) acceptable: Vec<String>,
    pub(crate) out_of_scope_reason: Option<String>,
    /// How it is written, or what it is instead of a need.
    pub(crate) kind: String,
}

impl Message {
    /// Whether it is about any subject of the taxonomy first.
    pub(crate) fn is_in_scope(&self) -> bool {
        self.expected[0] != "autre-demande"
    }
}

/// The first sets, from which weights are learned today; `core/tests/messages/README.md` says how they
/// came about.
pub(crate) const SETS: [&str; 4] = ["provided", "dev", "held_out", "unseen"];

/// The sets from which nothing is learned.
pub(crate) const UNSEEN: [&str; 4] = ["voices_unseen", "author_unseen", "stranger_unseen", "tricky_unseen"];

pub(crate) fn messages(set: &str) -> Result<Vec<Message>, Box<dyn std::error::Error>> {
    #[derive(Deserialize)]
    struct Set {
        messages: Vec<Message>,
    }
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("tests/messages/{set}.json"));
    let set: Set = serde_json::from_str(&std::fs::read_to_string(path)?)?;
    Ok(set.messages)
}

/// A router over the default taxonomy, without any expert.
pub(crate) fn router() -> Result<Router, Box<dyn std::error::Error>> {
    Ok(Router::from_json(include_str!("../../data/taxonomy.json"))?)
}

/// How often suggestions are right.
#[derive(Default)]
pub(crate) struct Accuracy {
    /// Messages that are about some subject.
    pub(crate) count: usize,
    /// The first suggestion is one of the expected subjects.
    pub(crate) first: usize,
    /// It is, or it would do.
    pub(crate) first_or_acceptable: usize,
    /// The main expected subject is among the first three.
    pub(crate) among_three: usize,
    /// The answer is sure, and how often it is right then (or would do).
    pub(crate) sure: usize,
    pub(crate) sure_and_right: usize,
    /// Messages with several needs, and how often a second one is sure and expected.
    pub(crate) several: usize,
    pub(crate) several_sure: usize,
    /// Messages with one need, and how often another one is sure.
    pub(crate) single: usize,
    pub(crate) single_and_another: usize,
    /// Messages that negate, tell the past or come to their need last, and how often the first is right.
    pub(crate) tricky: usize,
    pub(crate) tricky_right: usize,
    /// Messages that are about no subject, how often the answer is not sure, and how often it says so.
    pub(crate) outside: usize,
    pub(crate) outside_not_sure: usize,
    pub(crate) outside_told: usize,
    /// Messages about a subject that are said to be about none.
    pub(crate) inside_told: usize,
}

pub(crate) fn accuracy(router: &Router, messages: &[Message]) -> Accuracy {
    let mut accuracy = Accuracy::default();
    for message in messages {
        let suggestions = router.suggest_subjects(&message.text, DEFAULT_LIMIT);
        let is_told = suggestions.out_of_scope.is_some();
        if !message.is_in_scope() {
            accuracy.outside += 1;
            accuracy.outside_not_sure += usize::from(!suggestions.sure);
            accuracy.outside_told += usize::from(is_told);
            continue;
        }
        let right = is_right(message, &suggestions);
        accuracy.count += 1;
        accuracy.first += usize::from(first(&suggestions).is_some_and(|one| names(&message.expected, one)));
        accuracy.first_or_acceptable += usize::from(right);
        let three = suggestions.subjects.iter().any(|one| one.subject == message.expected[0]);
        accuracy.among_three += usize::from(three);
        accuracy.sure += usize::from(suggestions.sure);
        accuracy.sure_and_right += usize::from(suggestions.sure && right);
        accuracy.inside_told += usize::from(is_told);
        accuracy.tricky += usize::from(message.kind == "tricky");
        accuracy.tricky_right += usize::from(message.kind == "tricky" && right);
        let others = || suggestions.subjects.iter().skip(1).filter(|one| one.sure);
        if message.expected.iter().filter(|one| *one != "autre-demande").count() > 1 {
            accuracy.several += 1;
            let found = others().any(|one| names(&message.expected, &one.subject));
            accuracy.several_sure += usize::from(found);
        } else {
            accuracy.single += 1;
            let claimed = others().any(|one| !names(&message.expected, &one.subject));
            accuracy.single_and_another += usize::from(claimed);
        }
    }
    accuracy
}

/// Whether the first suggestion is expected, or would do.
pub(crate) fn is_right(message: &Message, suggestions: &Suggestions) -> bool {
    first(suggestions).is_some_and(|one| names(&message.expected, one) || names(&message.acceptable, one))
}

fn first(suggestions: &Suggestions) -> Option<&str> {
    suggestions.subjects.first().map(|one| one.subject.as_str())
}

fn names(subjects: &[String], subject: &str) -> bool {
    subjects.iter().any(|one| one == subject)
}

/// The reasons that messages are labelled with, and the flags that answer them.
pub(crate) fn reasons() -> [(&'static str, &'static [FlagReason]); 7] {
    [
        ("description_insuffisante", &[FlagReason::TooShort, FlagReason::NoNeed]),
        ("salarie_et_non_dirigeant", &[FlagReason::Employee]),
        ("particulier", &[FlagReason::PrivatePerson]),
        ("creation_entreprise", &[FlagReason::Creation]),
        ("intermediaire", &[FlagReason::Intermediary]),
        ("injures", &[FlagReason::Insult]),
        ("langue_etrangere", &[FlagReason::OtherLanguage]),
    ]
}

/// How often a reason is flagged, and rightly.
#[derive(Default)]
pub(crate) struct Flagged {
    pub(crate) labelled: usize,
    pub(crate) flagged: usize,
    pub(crate) both: usize,
}

pub(crate) fn flagged(
    router: &Router,
    messages: &[&Message],
    label: &str,
    reasons: &[FlagReason],
) -> Flagged {
    let mut count = Flagged::default();
    for message in messages {
        let is_labelled = message.out_of_scope_reason.as_deref() == Some(label);
        let is_flagged = router.screen(&message.text).flags.iter().any(|flag| reasons.contains(&flag.reason));
        count.labelled += usize::from(is_labelled);
        count.flagged += usize::from(is_flagged);
        count.both += usize::from(is_labelled && is_flagged);
    }
    count
}

/// A text with the amounts and headcounts that it tells.
#[derive(Deserialize)]
pub(crate) struct ExtractCase {
    pub(crate) text: String,
    pub(crate) amounts: Vec<f64>,
    pub(crate) headcounts: Vec<u32>,
}

pub(crate) fn extract_cases(set: &str) -> Result<Vec<ExtractCase>, Box<dyn std::error::Error>> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("tests/messages/{set}.json"));
    Ok(serde_json::from_str(&std::fs::read_to_string(path)?)?)
}

/// The texts of which not all amounts are found, or others; and how many tell some or have some found.
pub(crate) fn wrong_amounts<'c>(router: &Router, cases: &'c [ExtractCase]) -> (Vec<&'c ExtractCase>, usize) {
    wrong(cases, |case| {
        let mut found: Vec<f64> =
            router.extract(&case.text).amounts.iter().map(|amount| amount.euros).collect();
        let mut told = case.amounts.clone();
        [&mut found, &mut told].into_iter().for_each(|amounts| amounts.sort_by(f64::total_cmp));
        (found == told, !found.is_empty() || !case.amounts.is_empty())
    })
}

/// The same of headcounts.
pub(crate) fn wrong_headcounts<'c>(
    router: &Router,
    cases: &'c [ExtractCase],
) -> (Vec<&'c ExtractCase>, usize) {
    wrong(cases, |case| {
        let found = router.extract(&case.text).headcounts;
        let mut found: Vec<u32> = found.iter().map(|headcount| headcount.headcount).collect();
        let mut told = case.headcounts.clone();
        [&mut found, &mut told].into_iter().for_each(|headcounts| headcounts.sort_unstable());
        (found == told, !found.is_empty() || !case.headcounts.is_empty())
    })
}

fn wrong(cases: &[ExtractCase], judge: impl Fn(&ExtractCase) -> (bool, bool)) -> (Vec<&ExtractCase>, usize) {
    let (mut wrong, mut count) = (Vec::new(), 0);
    for case in cases {
        let (is_right, counts) = judge(case);
        count += usize::from(counts);
        wrong.extend((!is_right).then_some(case));
    }
    (wrong, count)
}

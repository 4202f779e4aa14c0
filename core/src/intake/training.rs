//! Learning of the weights that the library brings: what `make weights` does.
//!
//! Behind the feature `training`, which nobody else needs. Weights are learned from all messages; how
//! certain they are is learned from messages that they were not learned from, a fifth at a time.

use minicbor::encode::Encoder;
use xxhash_rust::xxh3::Xxh3;

use super::bm25::Bm25;
use super::brought::{Brought, FORMAT};
use super::certainty::{Certainty, FIRST, Logistic, OTHER, SCOPE, STANDING};
use super::french;
use super::learned::{Learned, add_texts, of_first, of_other};
use super::linear::{EncodeError, Examples, Features, Table, fit};
use super::scope::{OutOfScopeKind, Scope};
use super::texts::texts;
use super::words::Words;
use crate::directory::Directory;

/// What subjects and kinds are told by at most, of the features that matter most. All of some 100,000 would
/// tell one subject in a thousand more.
const MOST_SUBJECT_FEATURES: usize = 30_000;
const MOST_SCOPE_FEATURES: usize = 8_000;

/// Of so many parts, one is judged by what the others tell.
const FOLDS: u64 = 5;

/// The first is followed by so many that may be meant too.
const OTHERS: usize = 3;

/// A message and what it is about.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct LabelledMessage {
    /// The message.
    pub text: String,
    /// The ids of its subjects, the main one first; none where it is out of scope.
    pub subjects: Vec<String>,
    /// Subjects that would do.
    pub acceptable: Vec<String>,
    /// What it is instead.
    pub out_of_scope: Option<OutOfScopeKind>,
    /// Messages that were made of the same sentences have the same number: they are never used to judge
    /// what was learned from each other.
    pub group: u64,
}

impl LabelledMessage {
    /// A message in a group of its own is told by its text.
    pub fn new(text: String, subjects: Vec<String>, acceptable: Vec<String>) -> LabelledMessage {
        let group = xxhash_rust::xxh3::xxh3_64(text.as_bytes());
        LabelledMessage { text, subjects, acceptable, out_of_scope: None, group }
    }
}

/// Weights, and what they said of messages that they were not learned from.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Learning {
    /// `core/data/weights.bin`.
    pub bytes: Vec<u8>,
    /// How the messages were judged, in their order.
    pub judged: Vec<Judged>,
}

/// What was said of a message.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Judged {
    /// How likely its first subject was right.
    pub score: f64,
    /// Whether it was.
    pub is_right: bool,
    /// How likely it was out of scope.
    pub out_of_scope: f64,
    /// Of the subjects that follow, how likely each was meant too, and whether it was.
    pub others: Vec<(f64, bool)>,
}

/// A hash of all that weights are learned from, by which they are known to be those of today's messages
/// and taxonomy.
pub fn fingerprint(taxonomy: &Directory, messages: &[LabelledMessage]) -> u64 {
    let mut hash = Xxh3::new();
    let mut add = |text: &str| {
        hash.update(text.as_bytes());
        hash.update(&[0]);
    };
    for subject in taxonomy.subjects() {
        add(&subject.id);
        texts(subject).for_each(|(_, text)| add(text));
    }
    for example in taxonomy.examples() {
        add(&example.subject);
        add(&example.text);
    }
    for message in messages {
        add(&message.text);
        message.subjects.iter().chain(&message.acceptable).for_each(|subject| add(subject));
        add(message.out_of_scope.map_or("", OutOfScopeKind::as_str));
        add(&message.group.to_string());
    }
    hash.digest()
}

/// The fingerprint of the messages that the library's weights were learned from, if it brings any.
pub fn fingerprint_of_brought_weights() -> Option<u64> {
    Brought::fingerprint()
}

/// Learns weights for the subjects of a taxonomy.
///
/// # Errors
/// When they cannot be written.
pub fn learn(
    taxonomy: &Directory,
    messages: &[LabelledMessage],
) -> Result<Learning, Box<dyn std::error::Error>> {
    let lesson = Lesson::of(taxonomy, messages);
    let mut judged = vec![None; messages.len()];
    for fold in 0..FOLDS {
        let is_in = |message: &LabelledMessage| message.group % FOLDS == fold;
        let (table, scope) = lesson.learn(|message| !is_in(message));
        lesson.judge(table, &scope, |message| is_in(message), &mut judged);
    }
    let judged: Option<Vec<Evidence>> = judged.into_iter().collect();
    let judged = judged.ok_or("a message was not judged")?;
    let certainty = Certainty {
        first: regression(judged.iter().map(|one| (one.of_first(), one.is_right()))),
        also: regression(judged.iter().flat_map(Evidence::others)),
        out_of_scope: regression(judged.iter().map(|one| (one.scope, one.is_out_of_scope))),
    };
    let (table, scope) = lesson.learn(|_| true);
    let bytes = write(fingerprint(taxonomy, messages), &certainty, &lesson.subjects, &table, &scope)?;
    let judged = judged.iter().map(|one| Judged {
        score: certainty.first.probability(one.of_first()),
        is_right: one.is_right(),
        out_of_scope: certainty.out_of_scope.probability(one.scope),
        others: one.others().map(|(standing, is)| (certainty.also.probability(standing), is)).collect(),
    });
    Ok(Learning { bytes, judged: judged.collect() })
}

/// Messages and their features.
struct Lesson<'l> {
    taxonomy: &'l Directory,
    messages: &'l [LabelledMessage],
    features: Vec<Features>,
    /// By message, what the subjects' own words say.
    words_evidence: Vec<Vec<f64>>,
    /// The ids of the subjects that weights are learned for.
    subjects: Vec<&'l str>,
}

/// What was said of a message.
#[derive(Clone)]
struct Evidence {
    /// By rank: what speaks for the subject, whether it is expected, and whether it would do.
    subjects: Vec<([f64; STANDING], bool, bool)>,
    scope: [f64; SCOPE],
    is_out_of_scope: bool,
}

impl Evidence {
    fn standings(&self) -> Vec<(usize, [f64; STANDING])> {
        self.subjects.iter().take(OTHERS + 2).map(|(standing, ..)| (0, *standing)).collect()
    }

    fn of_first(&self) -> [f64; FIRST] {
        of_first(&self.standings(), self.scope)
    }

    fn is_right(&self) -> bool {
        self.subjects.first().is_some_and(|(_, is_expected, would_do)| *is_expected || *would_do)
    }

    /// Those that may be meant too, and whether they are.
    fn others(&self) -> impl Iterator<Item = ([f64; OTHER], bool)> {
        let standings = self.standings();
        let others = self.subjects.iter().enumerate().skip(1).take(OTHERS).filter(|_| !self.is_out_of_scope);
        others.map(move |(rank, (_, is_expected, _))| (of_other(&standings, rank), *is_expected))
    }
}

impl<'l> Lesson<'l> {
    fn of(taxonomy: &'l Directory, messages: &'l [LabelledMessage]) -> Lesson<'l> {
        let stemmer = french::stemmer();
        let bm25 = Bm25::new(taxonomy.subjects(), taxonomy.examples());
        let words: Vec<Words> = messages.iter().map(|message| Words::of(&message.text)).collect();
        Lesson {
            taxonomy,
            messages,
            features: words.iter().map(|words| Features::of(&stemmer, words)).collect(),
            words_evidence: words.iter().map(|words| bm25.score(&bm25.read(words))).collect(),
            subjects: taxonomy.subjects().iter().map(|subject| subject.id.as_str()).collect(),
        }
    }

    fn answer_of(&self, subject: &str) -> Option<usize> {
        self.subjects.iter().position(|id| *id == subject)
    }

    /// Weights of the subjects and of the kinds out of scope, from some of the messages.
    fn learn(&self, is_learned: impl Fn(&LabelledMessage) -> bool) -> (Table, Table) {
        let (mut of_subjects, mut of_scope) = (Examples::default(), Examples::default());
        for (message, features) in self.messages.iter().zip(&self.features) {
            if !is_learned(message) {
                continue;
            }
            of_subjects.add(features, message.subjects.iter().filter_map(|id| self.answer_of(id)).collect());
            let kind = message.out_of_scope.map(|kind| vec![0, 1 + place(kind)]);
            of_scope.add(features, kind.unwrap_or_default());
        }
        let stemmer = french::stemmer();
        for example in self.taxonomy.examples() {
            let features = Features::of(&stemmer, &Words::of(&example.text));
            of_subjects.add(&features, self.answer_of(&example.subject).into_iter().collect());
            of_scope.add(&features, Vec::new());
        }
        // Who writes but the label of a subject is in scope too.
        let subjects = self.taxonomy.subjects();
        add_texts(&mut of_subjects, &stemmer, subjects, |subject| {
            self.answer_of(&subject.id).into_iter().collect()
        });
        add_texts(&mut of_scope, &stemmer, subjects, |_| Vec::new());
        (
            fit(&of_subjects, self.subjects.len(), MOST_SUBJECT_FEATURES),
            fit(&of_scope, 1 + OutOfScopeKind::ALL.len(), MOST_SCOPE_FEATURES),
        )
    }

    /// What weights say of some of the messages.
    fn judge(
        &self,
        table: Table,
        scope: &Table,
        is_judged: impl Fn(&LabelledMessage) -> bool,
        into: &mut [Option<Evidence>],
    ) {
        let answers = (0..self.subjects.len()).map(Some).collect();
        let learned = Learned::new(table, answers, Certainty::NONE);
        for (number, message) in self.messages.iter().enumerate().filter(|(_, message)| is_judged(message)) {
            let (Some(features), Some(words)) = (self.features.get(number), self.words_evidence.get(number))
            else {
                continue;
            };
            let reading = learned.read(&message.text, &Words::of(&message.text), features, words);
            let standing = |(subject, standing): (usize, [f64; STANDING])| {
                let is_among = |ids: &[String]| {
                    self.subjects.get(subject).is_some_and(|subject| ids.iter().any(|id| id == subject))
                };
                (standing, is_among(&message.subjects), is_among(&message.acceptable))
            };
            let evidence = Evidence {
                subjects: learned.standings(&reading).into_iter().map(standing).collect(),
                scope: Scope::evidence(scope, features).0,
                is_out_of_scope: message.out_of_scope.is_some(),
            };
            if let Some(place) = into.get_mut(number) {
                *place = Some(evidence);
            }
        }
    }
}

fn place(kind: OutOfScopeKind) -> usize {
    OutOfScopeKind::ALL.iter().position(|one| *one == kind).unwrap_or_default()
}

/// The regression that makes what was seen likeliest, found by Newton's steps along one coefficient at a
/// time.
fn regression<const N: usize>(seen: impl Iterator<Item = ([f64; N], bool)>) -> Logistic<N> {
    const PASSES: usize = 300;
    // Holds coefficients back where what was seen is told apart without a fault.
    const RIDGE: f64 = 1e-3;
    let seen: Vec<([f64; N], f64)> = seen.map(|(values, is)| (values, if is { 1.0 } else { 0.0 })).collect();
    let mut logistic = Logistic { coefficients: [0.0; N], constant: 0.0 };
    for _ in 0..PASSES {
        for number in 0..=N {
            let (mut slope, mut curve) = (0.0, RIDGE);
            for (values, is) in &seen {
                let probability = logistic.probability(*values);
                let value = values.get(number).copied().unwrap_or(1.0);
                slope += (is - probability) * value;
                curve += probability * (1.0 - probability) * value * value;
            }
            let coefficient = logistic.coefficients.get_mut(number).unwrap_or(&mut logistic.constant);
            *coefficient += (slope - RIDGE * *coefficient) / curve;
        }
    }
    logistic
}

fn write(
    fingerprint: u64,
    certainty: &Certainty,
    subjects: &[&str],
    table: &Table,
    scope: &Table,
) -> Result<Vec<u8>, EncodeError> {
    let mut into = Encoder::new(Vec::new());
    into.u32(FORMAT)?.u64(fingerprint)?;
    certainty.write(&mut into)?;
    write_texts(&mut into, subjects)?;
    table.write(&mut into)?;
    write_texts(&mut into, OutOfScopeKind::NAMES)?;
    scope.write(&mut into)?;
    Ok(into.into_writer())
}

fn write_texts(into: &mut Encoder<Vec<u8>>, texts: &[&str]) -> Result<(), EncodeError> {
    into.array(texts.len() as u64)?;
    for text in texts {
        into.str(text)?;
    }
    Ok(())
}

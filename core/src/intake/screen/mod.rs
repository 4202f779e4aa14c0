//! Messages that a person should look at first, and why.

mod language;
mod phrases;
mod rules;

use serde::Serialize;

use super::model::Model;
use super::span::{Offsets, Span, convert};
use super::suggest::{SURE, rank};
use super::words::Words;

use language::LittleWords;
use phrases::Phrases;

/// The rules, ready for texts.
pub(super) struct Screener {
    phrases: Phrases,
    little_words: LittleWords,
}

impl Screener {
    pub(super) fn new() -> Screener {
        Screener { phrases: Phrases::new(), little_words: LittleWords::new() }
    }
}

/// A message of fewer words says too little.
const TOO_FEW_WORDS: usize = 3;

/// So does one of fewer words than this, unless it is sure what it says.
const FEW_WORDS: usize = 5;

/// Where no subject reaches this score, no need is in the message.
const NO_NEED: f64 = 0.15;

/// What there is to remark on a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
#[non_exhaustive]
pub struct Screening {
    /// In the order of [`FlagReason`]; none where there is nothing to remark.
    pub flags: Vec<Flag>,
    /// Whether the text was longer than [`LONGEST_TEXT`](super::LONGEST_TEXT), so that only its
    /// beginning was looked at.
    pub truncated: bool,
}

/// A remark on a message, for a person to judge.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
#[non_exhaustive]
pub struct Flag {
    /// What it is about.
    pub reason: FlagReason,
    /// A sentence for the adviser, in French.
    pub message: String,
    /// The words that decided, where words did.
    pub words: Vec<Span>,
}

macro_rules! reasons {
    ($($variant:ident $text:literal $message:literal $doc:literal,)*) => {
        /// Why an adviser should look at a message first.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
        #[serde(rename_all = "snake_case")]
        #[non_exhaustive]
        pub enum FlagReason { $(#[doc = $doc] $variant,)* }

        impl FlagReason {
            /// Every reason there is.
            pub const ALL: &'static [FlagReason] = &[$(FlagReason::$variant),*];

            /// The stable text, such as `no_need`.
            pub fn as_str(self) -> &'static str {
                match self { $(FlagReason::$variant => $text,)* }
            }

            /// A sentence for the adviser, in French.
            pub fn message(self) -> &'static str {
                match self { $(FlagReason::$variant => $message,)* }
            }
        }
    };
}

reasons! {
    TooShort "too_short" "Le message est trop court pour savoir ce dont l’entreprise a besoin."
        "It is too short to say what is needed.",
    NoNeed "no_need" "Le message ne dit pas de quoi il s’agit, ou de rien qui soit proposé ici."
        "It has a length, but no need of the directory's subjects in it.",
    Employee "employee" "Le message semble venir d’un salarié ou d’une personne en recherche d’emploi, non d’une entreprise."
        "An employee or a jobseeker seems to write, not a company.",
    PrivatePerson "private_person" "Le message semble venir d’un particulier, non d’une entreprise."
        "A private person seems to write, as a consumer, tenant or home owner.",
    Creation "creation" "Le message semble porter sur la création d’une entreprise, non sur une entreprise existante."
        "It is about a company that does not exist yet.",
    Intermediary "intermediary" "Le message semble écrit par un intermédiaire (cabinet, consultant, prestataire) pour quelqu’un d’autre."
        "Somebody seems to write for a client, or to offer services.",
    Insult "insult" "Le message contient des injures."
        "It holds insults.",
    OtherLanguage "other_language" "Le message ne semble pas écrit en français."
        "It seems to be in another language than French.",
}

impl Screening {
    /// The same with offsets in another unit, as [`Suggestions::with_offsets`](super::Suggestions::with_offsets).
    #[must_use]
    pub fn with_offsets(mut self, text: &str, offsets: Offsets) -> Screening {
        convert(text, offsets, self.flags.iter_mut().flat_map(|flag| &mut flag.words));
        self
    }
}

pub(super) fn screen(model: &Model, screener: &Screener, text: &str, truncated: bool) -> Screening {
    let words = Words::of(text);
    let mut flags = screener.phrases.flags(text, &words);
    let foreign = screener.little_words.foreign_words(text, &words);
    if !foreign.is_empty() {
        let words = foreign.iter().map(|word| Span::of(text, word.start, word.end));
        flags.push(Flag::new(FlagReason::OtherLanguage, words.collect()));
    }
    let best = rank(model, &model.read(&words)).first().map_or(0.0, |(_, score)| *score);
    if words.len() < TOO_FEW_WORDS || words.len() < FEW_WORDS && best < SURE {
        flags.push(Flag::new(FlagReason::TooShort, Vec::new()));
    } else if best < NO_NEED && flags.is_empty() {
        flags.push(Flag::new(FlagReason::NoNeed, Vec::new()));
    }
    flags.sort_by_key(|flag| flag.reason);
    Screening { flags, truncated }
}

impl Flag {
    fn new(reason: FlagReason, words: Vec<Span>) -> Flag {
        Flag { reason, message: reason.message().to_owned(), words }
    }
}

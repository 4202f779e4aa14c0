//! What there is to remark on a message: the answer of screening.

use serde::Serialize;

use crate::intake::scope::OutOfScope;
use crate::intake::span::{Offsets, Span, convert};
use crate::language::Language;
use crate::record::words::words;

/// What there is to remark on a message.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Screening {
    /// In the order of [`FlagReason`]; none where there is nothing to remark.
    pub flags: Vec<Flag>,
    /// What the message is instead, where it is probably about none of the subjects: the same as
    /// [`Suggestions::out_of_scope`](crate::intake::Suggestions::out_of_scope).
    pub out_of_scope: Option<OutOfScope>,
    /// Whether the text was longer than [`LONGEST_TEXT`](crate::intake::LONGEST_TEXT), so that only its
    /// beginning was looked at.
    pub truncated: bool,
}

/// A remark on a message, for a person to judge.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Flag {
    /// What it is about.
    pub reason: FlagReason,
    /// A sentence for the adviser, in French.
    pub message: String,
    /// The words that decided, where words did.
    pub words: Vec<Span>,
}

words! {
    /// Why an adviser should look at a message first.
    #[non_exhaustive]
    FlagReason, "reason";
    /// It speaks of despair or suicide: somebody should call at once.
    Distress "Détresse" "Distress",
    /// It is too short to say what is needed.
    TooShort "Trop court" "Too short",
    /// It has a length, but no need of the directory's subjects in it.
    NoNeed "Sans besoin reconnu" "No need recognised",
    /// An employee or a jobseeker seems to write, not a company.
    Employee "Salarié ou demandeur d’emploi" "Employee or jobseeker",
    /// A private person seems to write, as a consumer, tenant or home owner.
    PrivatePerson "Particulier" "Private person",
    /// It is about a company that does not exist yet.
    Creation "Création d’entreprise" "Creation of a company",
    /// Somebody seems to write for a client, or to offer services.
    Intermediary "Intermédiaire" "Intermediary",
    /// It holds insults.
    Insult "Injures" "Insults",
    /// It seems to be in another language than French.
    OtherLanguage "Autre langue" "Other language",
}

impl FlagReason {
    /// A sentence for the adviser, in French.
    pub fn message(self) -> &'static str {
        self.message_in(Language::French)
    }

    /// A sentence for the adviser, in a language.
    pub fn message_in(self, language: Language) -> &'static str {
        let (french, english) = match self {
            FlagReason::Distress => (
                "La personne semble en détresse : appelez-la sans attendre (le 3114 répond jour et nuit, gratuitement).",
                "The person seems to be in distress: call at once (in France, 3114 answers day and night, free of charge).",
            ),
            FlagReason::TooShort => (
                "Le message est trop court pour savoir ce dont l’entreprise a besoin.",
                "The message is too short to tell what the company needs.",
            ),
            FlagReason::NoNeed => (
                "Le message ne dit pas de quoi il s’agit, ou de rien qui soit proposé ici.",
                "The message does not say what it is about, or is about nothing that is offered here.",
            ),
            FlagReason::Employee => (
                "Le message semble venir d’un salarié ou d’une personne en recherche d’emploi, non d’une entreprise.",
                "The message seems to come from an employee or a jobseeker, not from a company.",
            ),
            FlagReason::PrivatePerson => (
                "Le message semble venir d’un particulier, non d’une entreprise.",
                "The message seems to come from a private person, not from a company.",
            ),
            FlagReason::Creation => (
                "Le message semble porter sur la création d’une entreprise, non sur une entreprise existante.",
                "The message seems to be about creating a company, not about one that exists.",
            ),
            FlagReason::Intermediary => (
                "Le message semble écrit par un intermédiaire (cabinet, consultant, prestataire) pour quelqu’un d’autre.",
                "The message seems to be written by an intermediary (firm, consultant, provider) for somebody else.",
            ),
            FlagReason::Insult => ("Le message contient des injures.", "The message holds insults."),
            FlagReason::OtherLanguage => (
                "Le message ne semble pas écrit en français.",
                "The message does not seem to be written in French.",
            ),
        };
        language.choose(french, english)
    }
}

impl Screening {
    /// The same with offsets in another unit, as [`Suggestions::with_offsets`](crate::intake::Suggestions::with_offsets).
    #[must_use]
    pub fn with_offsets(mut self, text: &str, offsets: Offsets) -> Screening {
        convert(text, offsets, self.flags.iter_mut().flat_map(|flag| &mut flag.words));
        self
    }
}

impl Flag {
    pub(super) fn new(reason: FlagReason, words: Vec<Span>) -> Flag {
        Flag { reason, message: reason.message().to_owned(), words }
    }
}

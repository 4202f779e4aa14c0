//! Messages that are about none of the subjects, and what they are instead.

use serde::Serialize;

use super::certainty::{Logistic, SCOPE};
use super::linear::{Features, Table};
use crate::record::words::words;

words! {
    /// What a message is that is about no need of a company.
    #[non_exhaustive]
    OutOfScopeKind, "kind";
    /// It does not say what is needed.
    TooVague "Trop vague" "Too vague",
    /// It is about something else altogether.
    OffTopic "Hors sujet" "Off topic",
    /// An employee asks about his or her own rights.
    Employee "Salarié" "Employee",
    /// Somebody looks for work.
    JobSeeker "Demandeur d’emploi" "Jobseeker",
    /// A private person writes, as a tenant, a home owner or a taxpayer.
    PrivatePerson "Particulier" "Private person",
    /// A customer complains of a company.
    Consumer "Consommateur" "Consumer",
    /// It is about a company that does not exist yet.
    Creation "Création d’entreprise" "Creation of a company",
    /// A commune or another local authority asks for itself.
    LocalAuthority "Collectivité" "Local authority",
    /// Somebody has something to sell.
    Canvassing "Démarchage" "Canvassing",
    /// A student writes, for a paper or a placement.
    Student "Étudiant" "Student",
    /// It holds insults.
    Insult "Injures" "Insults",
    /// It is in another language than French.
    OtherLanguage "Autre langue" "Other language",
    /// Somebody writes for a client.
    Intermediary "Intermédiaire" "Intermediary",
}

/// That a message is probably about none of the subjects: for a person to judge, never a refusal.
///
/// It is told by weights that were learned from messages, so that no phrase of the message need say so;
/// [`Flag`](super::Flag)s are told by phrases, which they quote. Only directories whose subjects are all of
/// the default taxonomy have it: what is out of its scope may be within another one's.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct OutOfScope {
    /// What it is most likely instead.
    pub kind: OutOfScopeKind,
    /// What users read, in French.
    pub label: String,
    /// How likely the message is out of scope, of whichever kind: from 0.5 to 1.
    pub probability: f64,
}

/// A message that is out of scope with less is taken to be about a subject.
const LEAST_PROBABILITY: f64 = 0.5;

/// What speaks for a message to be out of scope that is within: the margins by which weights tell it.
pub(super) const WITHIN: [f64; SCOPE] = [-1.0; SCOPE];

/// What tells messages out of scope.
pub(super) struct Scope {
    /// Of any kind, then of each.
    table: Table,
    kinds: Vec<OutOfScopeKind>,
    certainty: Logistic<SCOPE>,
}

/// What speaks for a message out of scope.
pub(super) struct ScopeReading {
    pub(super) evidence: [f64; SCOPE],
    kind: Option<OutOfScopeKind>,
}

impl Scope {
    pub(super) fn new(table: Table, kinds: Vec<OutOfScopeKind>, certainty: Logistic<SCOPE>) -> Scope {
        Scope { table, kinds, certainty }
    }

    pub(super) fn read(&self, features: &Features) -> ScopeReading {
        let (evidence, likeliest) = Scope::evidence(&self.table, features);
        ScopeReading { evidence, kind: self.kinds.get(likeliest).copied() }
    }

    /// What a table of any kind, and then of each, says of a message; and the likeliest kind.
    pub(super) fn evidence(table: &Table, features: &Features) -> ([f64; SCOPE], usize) {
        let evidence = table.evidence(&table.find(features), 0..u32::MAX);
        let (any, of_kinds) = evidence.split_first().unwrap_or((&0.0, &[]));
        let likeliest = of_kinds.iter().enumerate().max_by(|(_, a), (_, b)| a.total_cmp(b));
        let (kind, of_kind) = likeliest.unwrap_or((0, &0.0));
        ([*any, *of_kind], kind)
    }

    /// Whether a message is out of scope.
    pub(super) fn judge(&self, reading: &ScopeReading) -> Option<OutOfScope> {
        let probability = self.certainty.probability(reading.evidence);
        let kind = reading.kind.filter(|_| probability >= LEAST_PROBABILITY)?;
        Some(OutOfScope { kind, label: kind.label().to_owned(), probability })
    }
}

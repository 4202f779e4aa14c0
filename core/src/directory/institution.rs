//! Institutions: the organisations that help.

use std::collections::BTreeMap;

use super::criterion::Criterion;
use crate::answer::Answer;
use crate::codes::Activity;
use crate::record::kinds::{Answers, Codes, Flag, Id, Names, Reference, Text, Words};
use crate::record::record;

/// The category of the *opérateurs de compétences*, in capitals or not: a facility has exactly one, and
/// matches no other.
pub const OPCO: &str = "opco";

record! {
    /// An organisation: a chamber, an agency, a region.
    #[french = "Un organisme : une chambre, une agence, une région."]
    pub struct Institution {
        /// Unique among institutions, aliases included.
        #[french = "Identifiant, unique parmi les institutions et leurs autres noms."]
        1 id: String = Id,
        /// What users read.
        #[french = "Ce que lisent les utilisateurs."]
        2 name: String = Text,
        /// Former names and ids, by which it may be named too.
        #[french = "Anciens noms et identifiants, par lesquels on peut aussi la nommer."]
        3 aliases: Vec<String> = Names,
        /// What kind of institution it is. [`OPCO`] has a rule of its own; others are for the host.
        #[french = "De quelle sorte d’institution il s’agit ; `opco` a une règle à part."]
        4 categories: Vec<String> = Words,
        /// The natures of activity that it serves; all if empty.
        #[french = "Les natures d’activité qu’elle sert ; toutes si la liste est vide."]
        5 activities: Vec<Activity> = Codes<Activity>,
        /// An inactive institution matches nothing.
        #[french = "Une institution inactive ne reçoit rien."]
        6 active: bool = Flag<true>,
        /// Where one of its experts takes a need in charge, its others need not.
        #[french = "Dès qu’un de ses experts prend un besoin en charge, les autres n’ont plus à le faire."]
        7 single_taker: bool = Flag<false>,
    }
    nests {
        /// Conditions on the companies that it helps.
        #[french = "Conditions sur les entreprises qu’elle aide."]
        8 criteria: Criterion,
        /// For a subject, the combinations of answers for which it can help.
        #[french = "Pour un sujet, les combinaisons de réponses pour lesquelles elle peut aider."]
        9 answer_groups: AnswerGroup,
    }
}

impl Institution {
    /// Whether it is one of the *opérateurs de compétences*.
    pub fn is_opco(&self) -> bool {
        self.categories.iter().any(|category| category.eq_ignore_ascii_case(OPCO))
    }
}

record! {
    /// One combination of answers for which an institution, an antenne or an expert can help on a subject.
    #[french = "Une combinaison de réponses pour laquelle une institution, une antenne ou un expert peut aider sur un sujet."]
    #[derive(Eq)]
    pub struct AnswerGroup {
        /// The subject whose questions are answered.
        #[french = "Le sujet dont on répond aux questions."]
        1 subject: String = Reference,
        /// The answers by question, at least one.
        #[french = "Les réponses, par question ; au moins une."]
        2 answers: BTreeMap<String, Answer> = Answers,
    }
}

//! The taxonomy of needs: a theme groups subjects, and a need is about exactly one subject.

use crate::geography::ZoneList;
use crate::record::kinds::{Flag, Id, Optional, Phrases, QuestionId, Reference, Text, Zones};
use crate::record::record;

record! {
    /// A group of subjects, such as recruitment and training.
    #[french = "Un groupe de sujets, par exemple « Recrutement et formation »."]
    pub struct Theme {
        /// Unique among themes.
        #[french = "Identifiant, unique parmi les thèmes."]
        1 id: String = Id,
        /// What users read.
        #[french = "Ce que lisent les utilisateurs."]
        2 label: String = Text,
        /// Where the theme is offered; everywhere if empty.
        #[french = "Où le thème est proposé ; partout si la liste est vide."]
        3 zones: ZoneList = Zones,
    }
}

record! {
    /// What a need can be about.
    #[french = "Ce sur quoi un besoin peut porter."]
    pub struct Subject {
        /// Unique among subjects.
        #[french = "Identifiant, unique parmi les sujets."]
        1 id: String = Id,
        /// The id of its theme.
        #[french = "Identifiant de son thème."]
        2 theme: String = Reference,
        /// What users read.
        #[french = "Ce que lisent les utilisateurs."]
        3 label: String = Text,
        /// What the subject includes, in a sentence or two.
        #[french = "Ce que le sujet comprend, en une ou deux phrases."]
        4 description: Option<String> = Optional<Text>,
        /// Words and phrases by which companies name it.
        #[french = "Mots et expressions par lesquels les entreprises le nomment."]
        5 keywords: Vec<String> = Phrases,
        /// An archived subject is known, and matches nobody.
        #[french = "Un sujet archivé reste connu et ne trouve personne."]
        6 archived: bool = Flag<false>,
    }
    nests {
        /// The questions that refine it.
        #[french = "Les questions qui le précisent."]
        7 questions: Question,
    }
}

record! {
    /// A yes/no question that refines a subject.
    #[french = "Une question, à laquelle on répond par oui ou par non, qui précise un sujet."]
    #[derive(Eq)]
    pub struct Question {
        /// Unique among the questions of all subjects.
        #[french = "Identifiant, unique parmi les questions de tous les sujets."]
        1 id: String = QuestionId,
        /// What users read.
        #[french = "Ce que lisent les utilisateurs."]
        2 label: String = Text,
    }
}

record! {
    /// A message as a company wrote it, and the subject it was about. A message with several needs may
    /// stand under several subjects.
    #[french = "Un message tel qu’une entreprise l’a écrit, et le sujet sur lequel il portait."]
    #[derive(Eq, Hash)]
    pub struct Example {
        /// The id of the subject.
        #[french = "Identifiant du sujet."]
        1 subject: String = Reference,
        /// What was written.
        #[french = "Ce qui a été écrit."]
        2 text: String = Text,
    }
}

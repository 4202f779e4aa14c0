//! The taxonomy of needs: a theme groups subjects, and a need is about exactly one subject.

use crate::answer::Answer;
use crate::geography::ZoneList;
use crate::language::{Sentence, sentence};
use crate::record::kinds::{ChoiceId, Flag, Id, Optional, Phrases, QuestionId, Reference, Text, Zones};
use crate::record::record;
use crate::text::{nearest, shorten};

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
    /// A question that refines a subject: yes or no, or one or several of its choices.
    #[french = "Une question qui précise un sujet : on y répond par oui ou par non, ou par un ou plusieurs de ses choix."]
    #[derive(Eq)]
    pub struct Question {
        /// Unique among the questions of all subjects.
        #[french = "Identifiant, unique parmi les questions de tous les sujets."]
        1 id: String = QuestionId,
        /// What users read.
        #[french = "Ce que lisent les utilisateurs."]
        2 label: String = Text,
    }
    nests {
        /// What can be answered; yes or no where there are none.
        #[french = "Ce que l’on peut répondre ; oui ou non s’il n’y en a pas."]
        3 choices: Choice,
    }
}

/// Why an answer is none to a question.
pub(crate) struct AnswerFault {
    /// What is wrong.
    pub(crate) message: Sentence,
    /// The choice that was probably meant.
    pub(crate) nearest: Option<String>,
}

impl Question {
    /// Why an answer is none to the question, if it is not. Matching asks this of each answer of each need.
    pub(crate) fn fault(&self, answer: &Answer) -> Option<AnswerFault> {
        let choices = || self.choices.iter().map(|choice| choice.id.as_str());
        let given = || shorten(&answer.to_string(), 60).into_owned();
        let (message, nearest) = match answer {
            Answer::YesOrNo(_) if self.choices.is_empty() => return None,
            Answer::YesOrNo(_) => {
                let choices = choices().map(str::to_owned).collect::<Vec<_>>();
                (sentence!(AnsweredByChoice { question: self.id.as_str(), given: given(), choices }), None)
            }
            Answer::Choices(_) if self.choices.is_empty() => {
                (sentence!(AnsweredByYesOrNo { question: self.id.as_str(), given: given() }), None)
            }
            Answer::Choices(chosen) => {
                let unknown = chosen.iter().find(|chosen| !choices().any(|choice| choice == *chosen))?;
                let nearest = nearest(unknown, choices()).map(str::to_owned);
                (
                    sentence!(NoSuchChoice { question: self.id.as_str(), choice: shorten(unknown, 60) }),
                    nearest,
                )
            }
        };
        Some(AnswerFault { message, nearest })
    }
}

record! {
    /// One of the answers that a question offers.
    #[french = "Une des réponses que propose une question."]
    #[derive(Eq)]
    pub struct Choice {
        /// Unique among the choices of the question.
        #[french = "Identifiant, unique parmi les choix de la question."]
        1 id: String = ChoiceId,
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

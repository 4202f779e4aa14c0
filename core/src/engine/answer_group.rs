//! Combinations of answers, with questions and what can be answered as numbers.

use smallvec::SmallVec;

use crate::answer::Answer;
use crate::taxonomy::{Choice, Question};

/// A question, by its place among those of its subject.
pub(crate) type QuestionNumber = u32;

/// Something that can be answered, by its place among everything that the questions of a subject offer: no, yes,
/// or a choice.
pub(crate) type OptionNumber = u32;

/// What an owner accepts as the answer to a question, ascending.
pub(crate) type Accepted = (QuestionNumber, SmallVec<[OptionNumber; 2]>);

/// A combination of answers that an owner asks for.
pub(crate) type AnswerGroup = Vec<Accepted>;

/// The questions of a subject.
#[derive(Debug, Default)]
pub(crate) struct Questions {
    /// By number, with the number of the first thing that each offers.
    numbered: Vec<(Question, OptionNumber)>,
    /// How many things all of them offer.
    option_count: OptionNumber,
}

impl Questions {
    pub(crate) fn of(questions: &[Question]) -> Questions {
        let mut numbered = Vec::with_capacity(questions.len());
        let mut next = 0;
        for question in questions {
            numbered.push((question.clone(), next));
            // No and yes, where there are no choices.
            let offered = if question.choices.is_empty() { 2 } else { question.choices.len() };
            next += OptionNumber::try_from(offered).unwrap_or(OptionNumber::MAX);
        }
        Questions { numbered, option_count: next }
    }

    /// The number of a question, and the question.
    pub(crate) fn find(&self, id: &str) -> Option<(QuestionNumber, &Question)> {
        let mut questions = self.numbered.iter().zip(0..);
        questions
            .find(|((question, _), _)| question.id == id)
            .map(|((question, _), number)| (number, question))
    }

    /// What an answer to a question names, ascending: nothing where the question does not offer it.
    pub(crate) fn options(&self, question: QuestionNumber, answer: &Answer) -> SmallVec<[OptionNumber; 2]> {
        let Some((question, first)) = self.numbered.get(question as usize) else { return SmallVec::new() };
        match answer {
            Answer::YesOrNo(yes) => SmallVec::from_slice(&[first + OptionNumber::from(*yes)]),
            Answer::Choices(chosen) => {
                let offered = question.choices.iter().zip(*first..);
                let chosen = offered.filter(|(choice, _)| chosen.contains(&choice.id));
                chosen.map(|(_, option)| option).collect()
            }
        }
    }

    /// The question of which something is accepted, with the choices that are; none of one of yes or no.
    pub(crate) fn accepted(&self, (number, options): &Accepted) -> Option<(&Question, Vec<&Choice>)> {
        let (question, first) = self.numbered.get(*number as usize)?;
        let offered = question.choices.iter().zip(*first..);
        let accepted = offered.filter(|(_, option)| options.contains(option));
        Some((question, accepted.map(|(choice, _)| choice).collect()))
    }

    /// Everything that a question offers.
    pub(crate) fn offered(&self, question: QuestionNumber) -> std::ops::Range<OptionNumber> {
        let first = |number: usize| self.numbered.get(number).map_or(self.option_count, |(_, first)| *first);
        let number = question as usize;
        first(number)..first(number + 1)
    }
}

//! Territories, themes, subjects, questions and examples.

use std::collections::HashSet;
use std::sync::Arc;

use super::super::Territory;
use super::super::source::Kind;
use super::Checker;
use crate::diagnostic::DiagnosticCode;
use crate::language::sentence;
use crate::taxonomy::{Choice, Example, Question, Subject, Theme};
use crate::text::shorten;

impl Checker<'_> {
    pub(super) fn territories(&mut self) {
        for record in self.source.table(Kind::Territory) {
            let (id, territory) = self.read(Kind::Territory, record, Territory::read);
            let territories = Arc::make_mut(&mut self.directory.territories);
            self.territories.add(id, territory, territories, self.report);
        }
    }

    pub(super) fn themes(&mut self) {
        for record in self.source.table(Kind::Theme) {
            let (id, theme) = self.read(Kind::Theme, record, Theme::read);
            self.themes.add(id, theme, Arc::make_mut(&mut self.directory.themes), self.report);
        }
    }

    pub(super) fn subjects(&mut self) {
        for record in self.source.table(Kind::Subject) {
            let (id, mut subject) = self.read(Kind::Subject, record, Subject::read);
            if let Some((theme, at)) = self.item(Kind::Subject, record).text_if_any("theme") {
                subject = subject.filter(|_| self.themes.find(theme, at, self.report).flatten().is_some());
            }
            self.subjects.add(id, subject, Arc::make_mut(&mut self.directory.subjects), self.report);
        }
    }

    pub(super) fn questions(&mut self) {
        for record in self.source.table(Kind::Question) {
            let (id, question) = self.read(Kind::Question, record, Question::read);
            let subject = match record.parent {
                Some((_, number)) => self.subjects.accepted(number),
                None => {
                    let named = self.item(Kind::Question, record).required("subject");
                    named.and_then(|(subject, at)| self.subjects.find(subject, at, self.report)).flatten()
                }
            };
            // A question lives in its subject; the registry only keeps ids apart.
            let mut sound = Vec::new();
            self.questions.add(id, question, &mut sound, self.report);
            if let (Some(question), Some(subject)) = (sound.pop(), subject) {
                let questions = &mut Arc::make_mut(&mut self.directory.subjects)[subject].questions;
                self.question_positions.insert(question.id.clone(), (subject, questions.len()));
                questions.push(question);
            }
        }
    }

    /// The choices of questions. Without a sound one a question would be one of yes or no: it is left out.
    pub(super) fn choices(&mut self) {
        let mut faulty = HashSet::new();
        for record in self.source.table(Kind::Choice) {
            let (id, choice) = self.read(Kind::Choice, record, Choice::read);
            let question = match record.parent {
                Some((_, number)) => {
                    let question = self.source.table(Kind::Question).get(number);
                    question.and_then(|question| self.item(Kind::Question, question).id_if_any())
                }
                None => {
                    let named = self.item(Kind::Choice, record).required("question");
                    named.filter(|(question, at)| self.questions.find(question, *at, self.report).is_some())
                }
            };
            let position = question.and_then(|(question, _)| self.question_positions.get(question));
            let (Some(choice), Some((id, at)), Some((subject, question))) = (choice, id, position) else {
                faulty.extend(question.map(|(question, _)| question));
                continue;
            };
            let question = &mut Arc::make_mut(&mut self.directory.subjects)[*subject].questions[*question];
            if question.choices.iter().any(|known| known.id == id) {
                let message =
                    sentence!(ChoiceExists { question: question.id.as_str(), choice: shorten(id, 60) });
                self.report.add(DiagnosticCode::DuplicateId, at, id, message);
            } else {
                question.choices.push(choice);
            }
        }
        if !faulty.is_empty() {
            self.leave_out_questions(|question| {
                question.choices.is_empty() && faulty.contains(question.id.as_str())
            });
        }
    }

    fn leave_out_questions(&mut self, is_lost: impl Fn(&Question) -> bool) {
        self.question_positions.clear();
        for (number, subject) in Arc::make_mut(&mut self.directory.subjects).iter_mut().enumerate() {
            subject.questions.retain(|question| !is_lost(question));
            let positions = subject.questions.iter().zip(0..);
            self.question_positions
                .extend(positions.map(|(question, place)| (question.id.clone(), (number, place))));
        }
    }

    pub(super) fn examples(&mut self) {
        let mut known = HashSet::new();
        for record in self.source.table(Kind::Example) {
            let (_, example) = self.read(Kind::Example, record, Example::read);
            let Some(example) = example else { continue };
            let item = self.item(Kind::Example, record);
            let (at, text_at) = (item.place("subject"), item.place("text"));
            if self.subjects.find(&example.subject, at, self.report).flatten().is_none() {
                continue;
            }
            if known.insert(example.clone()) {
                Arc::make_mut(&mut self.directory.examples).push(example);
            } else {
                let message = sentence!(ExampleTwice { subject: shorten(&example.subject, 60) });
                self.report.add(DiagnosticCode::DuplicateValue, text_at, &example.text, message);
            }
        }
    }
}

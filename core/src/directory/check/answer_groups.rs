//! Answer groups: the answers for which an institution, an antenne or an expert can help.

use std::sync::Arc;

use super::super::institution::AnswerGroup;
use super::super::source::Kind;
use super::Checker;
use super::criteria::Owner;
use crate::answer::Answer;
use crate::diagnostic::{DiagnosticCode, Place};
use crate::language::sentence;
use crate::text::{nearest, shorten};

impl Checker<'_> {
    pub(super) fn answer_groups(&mut self) {
        for record in self.source.table(Kind::AnswerGroup) {
            let (_, group) = self.read(Kind::AnswerGroup, record, AnswerGroup::read);
            let owner = self.owner(Kind::AnswerGroup, record);
            let named = self.item(Kind::AnswerGroup, record).text_if_any("subject");
            let Some((subject, subject_at)) = named else { continue };
            let Some(known) = self.subjects.find(subject, subject_at, self.report) else { continue };
            let mut all_asked = true;
            for (question, at) in self.item(Kind::AnswerGroup, record).questions() {
                let answer = group.as_ref().and_then(|group| group.answers.get(question));
                all_asked &= self.is_answer(question, answer, at, subject);
            }
            // A group that lost an answer accepts more than was meant.
            let (Some(owner), Some(group), Some(_), true) = (owner, group, known, all_asked) else {
                continue;
            };
            match owner {
                Owner::Institution(number) => {
                    Arc::make_mut(&mut self.directory.institutions)[number].answer_groups.push(group)
                }
                Owner::Antenne(number) => {
                    Arc::make_mut(&mut self.directory.antennes)[number].answer_groups.push(group)
                }
                Owner::Expert(number) => self.directory.experts[number].edit().answer_groups.push(group),
            }
        }
    }

    /// Whether the question is one of the subject's, and the answer one to it; reports what is not.
    fn is_answer(&mut self, question: &str, answer: Option<&Answer>, at: Place, subject: &str) -> bool {
        let position = self.question_positions.get(question);
        let asked = position.and_then(|(subject, question)| {
            let subject = self.directory.subjects.get(*subject)?;
            Some((subject, subject.questions.get(*question)?))
        });
        let message = match asked {
            Some((owner, asked)) if owner.id == subject => {
                let Some(fault) = answer.and_then(|answer| asked.fault(answer)) else { return true };
                let given = answer.map(Answer::to_string).unwrap_or_default();
                self.report.add_with(DiagnosticCode::InvalidValue, at, &given, fault.message, fault.nearest);
                return false;
            }
            Some((owner, _)) => {
                sentence!(QuestionOfOther {
                    question: shorten(question, 60),
                    owner: owner.id.as_str(),
                    subject
                })
            }
            // It was faulty, and told so.
            None if self.questions.declares(question) => return false,
            None => sentence!(QuestionOfNobody { question: shorten(question, 60) }),
        };
        let own = self.directory.subjects.iter().filter(|known| known.id == subject);
        let own = own.flat_map(|subject| &subject.questions).map(|question| question.id.as_str());
        let nearest = nearest(question, own).map(str::to_owned);
        self.report.add_with(DiagnosticCode::UnknownQuestion, at, question, message, nearest);
        false
    }
}

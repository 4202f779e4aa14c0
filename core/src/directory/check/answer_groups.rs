//! Answer groups: the answers for which an institution, an antenne or an expert can help.

use std::sync::Arc;

use super::super::institution::AnswerGroup;
use super::super::source::Kind;
use super::Checker;
use super::criteria::Owner;
use crate::diagnostic::{DiagnosticCode, Place};
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
                all_asked &= self.question_of(question, at, subject);
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

    /// Whether the question is one of the subject's; reports it if not.
    fn question_of(&mut self, question: &str, at: Place, subject: &str) -> bool {
        let owner = self.question_subjects.get(question).map(String::as_str);
        if owner == Some(subject) {
            return true;
        }
        let message = match owner {
            Some(owner) => {
                format!("the question `{}` is asked on `{owner}`, not on `{subject}`", shorten(question, 60))
            }
            None => format!("no subject asks the question `{}`", shorten(question, 60)),
        };
        let own = self.question_subjects.iter().filter(|(_, of)| *of == subject).map(|(id, _)| id.as_str());
        let nearest = nearest(question, own).map(str::to_owned);
        self.report.add_with(DiagnosticCode::UnknownQuestion, at, question, message, nearest);
        false
    }
}

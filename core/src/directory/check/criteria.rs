//! Criteria and answer groups: what each owner demands of companies.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::super::criterion::Criterion;
use super::super::institution::AnswerGroup;
use super::super::source::{Kind, Value};
use super::Checker;
use super::item::{Item, flag};
use crate::codes::HeadcountBand;
use crate::diagnostic::{DiagnosticCode, Place};
use crate::text::{nearest, shorten};

/// Whose criterion it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Owner {
    Institution(usize),
    Antenne(usize),
    Expert(usize),
}

impl Checker<'_> {
    pub(super) fn criteria(&mut self) {
        for record in self.source.table(Kind::Criterion) {
            let owner = self.criterion_owner(record);
            let mut item = Item::new(Kind::Criterion, record, self.report);
            let subject_entries = item.list("subjects");
            let mut criterion = Criterion {
                subjects: Vec::with_capacity(subject_entries.len()),
                min_years: item.number("min_years"),
                below_years: item.number("below_years"),
                min_headcount: item.number("min_headcount"),
                below_headcount: item.number("below_headcount"),
                accepted_naf: entries(&mut item, "accepted_naf"),
                excluded_naf: entries(&mut item, "excluded_naf"),
                accepted_legal_forms: entries(&mut item, "accepted_legal_forms"),
                excluded_legal_forms: entries(&mut item, "excluded_legal_forms"),
                excluded_zones: item.zones("excluded_zones", self.geography),
                origins: item.words("origins"),
                when_unknown: item.parsed("when_unknown").unwrap_or_default(),
            };
            let mut subject_places = Vec::with_capacity(subject_entries.len());
            let given = subject_entries.len();
            for (subject, at) in subject_entries {
                if self.subjects.find(subject, at, item.report).flatten().is_some() {
                    criterion.subjects.push(subject.to_owned());
                    subject_places.push(at);
                }
            }
            item.sound &= given == 0 || !criterion.subjects.is_empty();
            can_accept(&mut item, &criterion);
            thresholds(&mut item, &criterion);
            if !item.sound {
                continue;
            }
            let Some(owner) = owner else { continue };
            self.criterion_subjects.push((owner, criterion.subjects.clone(), subject_places));
            match owner {
                Owner::Institution(number) => {
                    Arc::make_mut(&mut self.directory.institutions)[number].criteria.push(criterion)
                }
                Owner::Antenne(number) => {
                    Arc::make_mut(&mut self.directory.antennes)[number].criteria.push(criterion)
                }
                Owner::Expert(number) => self.directory.experts[number].edit().criteria.push(criterion),
            }
        }
    }

    fn criterion_owner(&mut self, record: &super::super::source::Record) -> Option<Owner> {
        match record.parent {
            Some((Kind::Institution, number)) => self.institutions.accepted(number).map(Owner::Institution),
            Some((Kind::Antenne, number)) => self.antennes.accepted(number).map(Owner::Antenne),
            Some((_, number)) => self.experts.accepted(number).map(Owner::Expert),
            None => {
                let mut item = Item::new(Kind::Criterion, record, self.report);
                let kind = item.required("owner_kind");
                let owner = item.required("owner");
                let ((kind, kind_at), (owner, at)) = (kind?, owner?);
                match kind.to_lowercase().as_str() {
                    "institution" => self.institution(owner, at).map(Owner::Institution),
                    "antenne" => self.antennes.find(owner, at, self.report).flatten().map(Owner::Antenne),
                    "expert" => self.experts.find(owner, at, self.report).flatten().map(Owner::Expert),
                    _ => {
                        let known = ["institution", "antenne", "expert"];
                        let message = format!(
                            "`{}` owns no criteria: institutions, antennes and experts do",
                            shorten(kind, 60)
                        );
                        let nearest = nearest(kind, known).map(str::to_owned);
                        self.report.add_with(DiagnosticCode::InvalidValue, kind_at, kind, message, nearest);
                        None
                    }
                }
            }
        }
    }

    pub(super) fn answer_groups(&mut self) {
        for record in self.source.table(Kind::AnswerGroup) {
            let mut item = Item::new(Kind::AnswerGroup, record, self.report);
            let named = if record.parent.is_none() { item.required("institution") } else { None };
            let subject = item.required("subject");
            let answers = answers(&mut item);
            let sound = item.sound;
            let institution = match (record.parent, named) {
                (Some((_, number)), _) => self.institutions.accepted(number),
                (None, Some((name, at))) => self.institution(name, at),
                (None, None) => None,
            };
            let Some((subject, subject_at)) = subject else { continue };
            let Some(subject_number) = self.subjects.find(subject, subject_at, self.report) else { continue };
            let mut known = BTreeMap::new();
            let mut all_known = true;
            for (question, at, answer) in answers {
                if self.question_of(&question, at, subject) {
                    known.insert(question, answer);
                } else {
                    all_known = false;
                }
            }
            // A group that lost an answer accepts more than was meant.
            if let (Some(institution), Some(_), true, true) = (institution, subject_number, sound, all_known)
            {
                let group = AnswerGroup { subject: subject.to_owned(), answers: known };
                Arc::make_mut(&mut self.directory.institutions)[institution].answer_groups.push(group);
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

fn entries<T: std::str::FromStr + PartialEq>(item: &mut Item<'_, '_>, name: &str) -> Vec<T>
where
    T::Err: std::fmt::Display,
{
    let given = item.list(name);
    item.parsed_list(given)
}

/// Ranges that nothing lies in, and lists that exclude all that they accept.
fn can_accept(item: &mut Item<'_, '_>, criterion: &Criterion) {
    let ranges = [
        ("below_years", criterion.min_years, criterion.below_years, "years"),
        ("below_headcount", criterion.min_headcount, criterion.below_headcount, "employees"),
    ];
    for (field, min, below, unit) in ranges {
        let Some(below) = below else { continue };
        if min.unwrap_or(0) >= below {
            let at = item.place(field);
            let message =
                format!("no company has at least {} and fewer than {below} {unit}", min.unwrap_or(0));
            item.fault(DiagnosticCode::EmptyRange, at, &below.to_string(), message);
        }
    }
    for (excluded, field) in [
        (criterion.excludes_all_naf(), "excluded_naf"),
        (criterion.excludes_all_legal_forms(), "excluded_legal_forms"),
    ] {
        if excluded {
            let at = item.place(field);
            let text = item.value(field).map(|(value, _)| value.text()).unwrap_or_default();
            let message = format!("`{field}` excludes everything that the same criterion accepts");
            item.fault(DiagnosticCode::EmptyRange, at, text, message);
        }
    }
}

/// PITFALLS C6: a threshold inside a band loses the band's companies, unless the unknown is accepted.
fn thresholds(item: &mut Item<'_, '_>, criterion: &Criterion) {
    if criterion.when_unknown == super::super::criterion::WhenUnknown::Accept {
        return;
    }
    for (field, threshold) in
        [("min_headcount", criterion.min_headcount), ("below_headcount", criterion.below_headcount)]
    {
        if let Some(threshold) = threshold
            && let Some(band) = HeadcountBand::cut_by(threshold)
        {
            let at = item.place(field);
            let bounds = match (band.headcount().lower(), band.headcount().upper()) {
                (lower, Some(upper)) => format!("{lower} to {upper}"),
                (lower, None) => format!("{lower} and more"),
            };
            let message = format!(
                "{threshold} cuts INSEE's band {band} ({bounds}): companies known by their band only are rejected; \
                 say `when_unknown: accept`, or take a bound of a band"
            );
            item.report.add(DiagnosticCode::HeadcountCutsBand, at, &threshold.to_string(), message);
        }
    }
}

/// The answers of a group: an object in JSON, `question=oui other=non` in a cell.
fn answers(item: &mut Item<'_, '_>) -> Vec<(String, Place, bool)> {
    let Some((value, at)) = item.value("answers") else {
        let place = item.record.place;
        item.fault(
            DiagnosticCode::EmptyGroup,
            place,
            "answers",
            "an answer group without answers accepts everybody",
        );
        return Vec::new();
    };
    let mut answers: Vec<(String, Place, bool)> = Vec::new();
    match value {
        Value::Cell(cell) => {
            for part in cell.split_whitespace() {
                let pair = part
                    .split_once('=')
                    .map(|(question, answer)| (question, flag(&Value::Cell(answer.to_owned()))));
                let Some((question, Some(answer))) = pair else {
                    let message = format!(
                        "`{}` is not a question and its answer, such as `question=oui`",
                        shorten(part, 60)
                    );
                    item.fault(DiagnosticCode::InvalidValue, at, part, message);
                    continue;
                };
                if answers.iter().any(|(known, ..)| known == question) {
                    let message = format!("`{}` is answered twice", shorten(question, 60));
                    item.fault(DiagnosticCode::DuplicateField, at, question, message);
                } else {
                    answers.push((question.to_owned(), at, answer));
                }
            }
        }
        Value::Object(members) => {
            for (question, at, answer) in members {
                match answer {
                    Value::Bool(answer) => answers.push((question.clone(), *at, *answer)),
                    other => item.wrong_type(question, other, *at, "true or false"),
                }
            }
        }
        Value::Lost => item.sound = false,
        other => item.wrong_type("answers", other, at, "an object of answers by question"),
    }
    if answers.is_empty() && item.sound {
        item.fault(
            DiagnosticCode::EmptyGroup,
            at,
            "answers",
            "an answer group without answers accepts everybody",
        );
    }
    answers
}

//! What one change of the answers that an owner asks for would let pass.

use std::collections::BTreeMap;

use super::criterion_edits::Stopped;
use super::edit::{AnswerEdit, Candidate, Edit};
use crate::answer::Answer;
use crate::directory::{AnswerGroup, CriterionOwner};
use crate::engine::compiled::Compiled;
use crate::engine::find::rules;
use crate::invariant::at_mut;

/// The changes that add something, of the groups of an owner on the subjects of the needs that they alone stop.
pub(super) fn edits(
    compiled: &Compiled,
    owner: CriterionOwner,
    needs: &[Stopped<'_, '_, '_>],
) -> Vec<Candidate> {
    let mut by_subject: BTreeMap<u32, Vec<Stopped<'_, '_, '_>>> = BTreeMap::new();
    for (facts, count) in needs {
        by_subject.entry(facts.subject).or_default().push((facts, *count));
    }
    let all = owner.answer_groups(compiled.directory());
    let mut candidates = Vec::new();
    for (subject, needs) in by_subject {
        let id = &compiled.subject(subject).id;
        let added_by = |changed: &[AnswerGroup]| -> u64 {
            let groups = compiled.lexicon().groups_of(changed, subject, id);
            let passing = needs.iter().filter(|(facts, _)| rules::answers(&groups, facts));
            passing.map(|(_, needs)| needs).sum()
        };
        let mut of_subject = Vec::new();
        for (edit, changed) in smaller_edits(compiled, all, subject, id) {
            let needs = added_by(&changed);
            of_subject.push((edit, changed, needs));
        }
        let total: u64 = needs.iter().map(|(_, needs)| needs).sum();
        // To ask for nothing is told where no less would do as much.
        if of_subject.iter().all(|(.., needs)| *needs < total) {
            let changed = all.iter().filter(|group| group.subject != *id).cloned().collect();
            of_subject.push((AnswerEdit::All, changed, total));
        }
        let candidate = |(edit, changed, needs)| Candidate {
            edit: Edit::Answers { owner, subject, edit, changed },
            needs,
        };
        candidates.extend(of_subject.into_iter().filter(|(.., needs)| *needs > 0).map(candidate));
    }
    candidates
}

/// One choice more for a question of a group, or one question less: a group that asks one question goes whole,
/// and then its owner asks for nothing.
fn smaller_edits(
    compiled: &Compiled,
    all: &[AnswerGroup],
    subject: u32,
    id: &str,
) -> Vec<(AnswerEdit, Vec<AnswerGroup>)> {
    let mut edits = Vec::new();
    let on_subject = || all.iter().enumerate().filter(|(_, group)| group.subject == *id);
    let several = on_subject().count() > 1;
    for (position, (number, group)) in on_subject().enumerate() {
        let told = several.then_some(position);
        for (question, answer) in &group.answers {
            let with = |answer: Option<Answer>| {
                let mut changed = all.to_vec();
                let group = at_mut(&mut changed, number, "a copy of the groups has each of them");
                match answer {
                    Some(answer) => group.answers.insert(question.clone(), answer),
                    None => group.answers.remove(question),
                };
                changed
            };
            if let Answer::Choices(chosen) = answer {
                let offered = compiled.subject(subject).questions.iter().filter(|one| one.id == *question);
                let others = offered.flat_map(|one| &one.choices).filter(|one| !chosen.contains(&one.id));
                for other in others {
                    let choices = chosen.iter().cloned().chain([other.id.clone()]).collect();
                    let edit = AnswerEdit::Choice {
                        question: question.clone(),
                        choice: other.id.clone(),
                        group: told,
                    };
                    edits.push((edit, with(Some(Answer::Choices(choices)))));
                }
            }
            if group.answers.len() > 1 {
                let edit = AnswerEdit::Question { question: question.clone(), group: told };
                edits.push((edit, with(None)));
            }
        }
    }
    edits
}

//! The end of an import: drafts become records, and what they changed is told.

use std::collections::{HashMap, HashSet};

use super::super::difference::record_change;
use super::super::source::{Field, Kind, Record, Value};
use super::super::{Directory, DirectoryUpdate, Identified, ListUpdate};
use super::draft::{Draft, Placed};
use super::{Import, rewrite, roster, slug};
use crate::diagnostic::DiagnosticCode;
use crate::language::sentence;
use crate::text::shorten;

/// What the sheets name of the directory that an import began with, by position, and what they leave out.
#[derive(Debug, Default)]
pub(super) struct Touched {
    antennes: Vec<usize>,
    experts: Vec<usize>,
    gone_antennes: Vec<usize>,
    gone_experts: Vec<usize>,
}

impl Import {
    /// Writes the drafts over the experts that they are, or adds them.
    pub(super) fn write_drafts(&mut self) -> Touched {
        let drafts = std::mem::take(&mut self.drafts);
        let found = roster::recognised(self.before.experts(), &drafts);
        for (id, _) in drafts.iter().filter_map(|draft| draft.id.as_ref()) {
            self.known.new_experts.reserve(id);
        }
        let mut rewritten = Vec::new();
        for (draft, found) in drafts.into_iter().zip(found) {
            // A row that makes no expert says nothing of the others of its antenne.
            if found.is_some() || draft.makes_an_expert() {
                self.named_antennes.insert(draft.antenne.0.clone());
            }
            match found {
                Some(number) => {
                    self.tell_lost_id(&draft, number);
                    rewritten.push((number, draft));
                }
                None if draft.makes_an_expert() => self.add_expert(draft),
                // A subject that is none was told.
                None if draft.names_a_subject => {}
                None => self.say_no_expert(&draft),
            }
        }
        let touched = self.touched(rewritten.iter().map(|(number, _)| *number).collect());
        let is_whole = self.is_whole && !self.report.has_errors();
        rewrite::experts(&mut self.source, rewritten, is_whole, &mut self.report);
        if is_whole {
            self.remove(&touched);
        }
        touched
    }

    /// Tells of an id that a sheet gives to an expert who has another one, which stays.
    fn tell_lost_id(&mut self, draft: &Draft, number: usize) {
        if let (Some((id, at)), Some(expert)) = (&draft.id, self.before.experts().get(number))
            && *id != expert.id
        {
            let message = sentence!(KeepsId { name: shorten(&expert.name, 60), id: shorten(&expert.id, 60) });
            self.report.add(DiagnosticCode::ContradictingRows, *at, id, message);
        }
    }

    fn touched(&self, mut experts: Vec<usize>) -> Touched {
        experts.sort_unstable();
        let named: HashSet<usize> = experts.iter().copied().collect();
        let gone_experts = (0..).zip(self.before.experts()).filter(|(number, expert)| {
            self.named_antennes.contains(&expert.antenne) && !named.contains(number)
        });
        let gone_antennes = (0..).zip(self.before.antennes()).filter(|(number, antenne)| {
            self.named_institutions.contains(&antenne.institution) && !self.sheet_antennes.contains(number)
        });
        let before = self.before.antennes().len();
        let mut antennes: Vec<usize> =
            self.sheet_antennes.iter().copied().filter(|number| *number < before).collect();
        antennes.sort_unstable();
        Touched {
            antennes,
            gone_experts: gone_experts.map(|(number, _)| number).collect(),
            gone_antennes: gone_antennes.map(|(number, _)| number).collect(),
            experts,
        }
    }

    /// Removes what whole sheets leave out; an antenne stays as long as somebody is in it.
    fn remove(&mut self, touched: &Touched) {
        let experts: HashSet<usize> = touched.gone_experts.iter().copied().collect();
        self.source.remove(Kind::Expert, &experts);
        let staffed: HashSet<&str> = self
            .source
            .table(Kind::Expert)
            .iter()
            .filter_map(|record| record.field("antenne"))
            .map(|field| field.value.text())
            .collect();
        let antennes = self.before.antennes();
        let is_empty = |number: &&usize| {
            antennes.get(**number).is_some_and(|antenne| !staffed.contains(antenne.id.as_str()))
        };
        let empty: HashSet<usize> = touched.gone_antennes.iter().filter(is_empty).copied().collect();
        self.source.remove(Kind::Antenne, &empty);
    }

    fn add_expert(&mut self, draft: Draft) {
        // Without its zones the expert would have the antenne's territory.
        if draft.lost_zones {
            return;
        }
        let (id, id_at) = match &draft.id {
            Some((id, at)) => (id.clone(), *at),
            None => {
                let known_by = draft.email.as_ref().map_or(&draft.name.0, |(email, _)| email);
                (self.known.new_experts.unique(slug(known_by)), draft.at)
            }
        };
        let text = |name, said: Option<Placed>| {
            said.map(|(text, place)| Field { name, place, value: Value::Text(text) })
        };
        let fields = [
            text("id", Some((id, id_at))),
            text("antenne", Some(draft.antenne)),
            text("name", Some(draft.name)),
            text("email", draft.email).or_else(|| {
                let lost = |place| Field { name: "email", place, value: Value::Lost };
                draft.lost_email.map(lost)
            }),
            text("phone", draft.phone),
            text("job", draft.job),
        ];
        let zones = (!draft.zones.is_empty()).then_some(Value::List(draft.zones));
        let zones = zones.map(|value| Field { name: "zones", place: draft.at, value });
        let fields = fields.into_iter().flatten().chain(zones).collect();
        let number = self.source.push(Kind::Expert, Record { place: draft.at, parent: None, fields });
        let parent = Some((Kind::Expert, number));
        for competence in draft.competences.iter().map(rewrite::competence) {
            self.source.push(Kind::Competence, Record { parent, ..competence });
        }
        for member in draft.members.iter().map(rewrite::member) {
            self.source.push(Kind::Member, Record { parent, ..member });
        }
    }

    fn say_no_expert(&mut self, draft: &Draft) {
        let (name, at) = &draft.name;
        let message = sentence!(RowMakesNoExpert);
        self.report.add(DiagnosticCode::ExpertNeverMatches, *at, name, message);
    }
}

/// What an import changed.
pub(super) fn of(before: &Directory, after: &Directory, touched: Touched) -> DirectoryUpdate {
    DirectoryUpdate {
        antennes: list(before.antennes(), after.antennes(), &touched.antennes, &touched.gone_antennes),
        experts: list(before.experts(), after.experts(), &touched.experts, &touched.gone_experts),
    }
}

fn list<T: Identified + PartialEq + serde::Serialize>(
    before: &[T],
    after: &[T],
    touched: &[usize],
    gone: &[usize],
) -> ListUpdate {
    let known: HashSet<&str> = before.iter().map(Identified::id).collect();
    let by_id: HashMap<&str, &T> = after.iter().map(|record| (record.id(), record)).collect();
    let added = after.iter().map(Identified::id).filter(|id| !known.contains(id));
    let mut update = ListUpdate { added: added.map(str::to_owned).collect(), ..ListUpdate::default() };
    for record in touched.iter().filter_map(|number| before.get(*number)) {
        // What is left out leniently neither changed nor stayed the same.
        let Some(later) = by_id.get(record.id()) else { continue };
        match record_change(record, *later) {
            Some(change) => update.changed.push(change),
            None => update.same.push(record.id().to_owned()),
        }
    }
    let gone = gone.iter().filter_map(|number| before.get(*number));
    update.gone = gone.map(|record| record.id().to_owned()).collect();
    update
}

//! What the readers hand to the check: records of fields, each with its place, not yet understood.
//!
//! A folder of CSV files and a JSON document become the same records. What JSON nests (the
//! competences of an expert) are records of their own that know their parent; in CSV they name it.

#[cfg(feature = "csv")]
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::{
    Absence, Alternative, AnswerGroup, Antenne, Competence, Criterion, ExpertRecord, Institution, Member,
    NafCorrespondence, OpcoByZone, Territory,
};
use crate::diagnostic::Place;
use crate::language::{Sentence, sentence};
use crate::record::{FieldDeclaration, Record as _, Separator};
use crate::taxonomy::{Choice, Example, Question, Subject, Theme};

/// The version of the rules and the seed are single values, and in CSV tables of one cell.
const RULES: &[FieldDeclaration] = &[FieldDeclaration {
    name: "rules",
    required: true,
    period: None,
    separator: Separator::None,
    english: "The version of the composition of criteria.",
    french: "La version de la composition des filtres.",
}];

const SEED: &[FieldDeclaration] = &[FieldDeclaration {
    name: "seed",
    required: true,
    period: None,
    separator: Separator::None,
    english: "A secret of the directory's keeper that enters the draw.",
    french: "Un secret du gestionnaire de l’annuaire, qui entre dans le tirage.",
}];

/// The list of a criterion's alternatives in JSON, their file in CSV, and there the column by which rows of
/// alternatives and the row of their criterion name each other.
pub(crate) const ANY_OF: &str = "any_of";

/// The kinds of records: a CSV file each, a list each in JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Kind {
    Territory,
    Theme,
    Subject,
    Question,
    Choice,
    Institution,
    Antenne,
    Expert,
    Competence,
    Absence,
    Member,
    Criterion,
    Alternative,
    AnswerGroup,
    OpcoByZone,
    NafCorrespondence,
    Rules,
    Seed,
    Example,
}

impl Kind {
    pub(crate) const ALL: [Kind; 19] = [
        Kind::Territory,
        Kind::Theme,
        Kind::Subject,
        Kind::Question,
        Kind::Choice,
        Kind::Institution,
        Kind::Antenne,
        Kind::Expert,
        Kind::Competence,
        Kind::Absence,
        Kind::Member,
        Kind::Criterion,
        Kind::Alternative,
        Kind::AnswerGroup,
        Kind::OpcoByZone,
        Kind::NafCorrespondence,
        Kind::Rules,
        Kind::Seed,
        Kind::Example,
    ];

    /// The name of the kind's list in JSON and, with `.csv`, of its file.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Kind::Territory => "territories",
            Kind::Theme => "themes",
            Kind::Subject => "subjects",
            Kind::Question => "questions",
            Kind::Choice => "choices",
            Kind::Institution => "institutions",
            Kind::Antenne => "antennes",
            Kind::Expert => "experts",
            Kind::Competence => "competences",
            Kind::Absence => "absences",
            Kind::Member => "members",
            Kind::Criterion => "criteria",
            Kind::Alternative => ANY_OF,
            Kind::AnswerGroup => "answer_groups",
            Kind::OpcoByZone => "opco_by_zone",
            Kind::NafCorrespondence => "naf_correspondence",
            Kind::Rules => "rules",
            Kind::Seed => "seed",
            Kind::Example => "examples",
        }
    }

    /// The fields that the record declares.
    pub(crate) fn declared(self) -> &'static [FieldDeclaration] {
        match self {
            Kind::Territory => Territory::FIELDS,
            Kind::Theme => Theme::FIELDS,
            Kind::Subject => Subject::FIELDS,
            Kind::Question => Question::FIELDS,
            Kind::Choice => Choice::FIELDS,
            Kind::Institution => Institution::FIELDS,
            Kind::Antenne => Antenne::FIELDS,
            Kind::Expert => ExpertRecord::FIELDS,
            Kind::Competence => Competence::FIELDS,
            Kind::Absence => Absence::FIELDS,
            Kind::Member => Member::FIELDS,
            Kind::Criterion => Criterion::FIELDS,
            Kind::Alternative => Alternative::FIELDS,
            Kind::AnswerGroup => AnswerGroup::FIELDS,
            Kind::OpcoByZone => OpcoByZone::FIELDS,
            Kind::NafCorrespondence => NafCorrespondence::FIELDS,
            Kind::Rules => RULES,
            Kind::Seed => SEED,
            Kind::Example => Example::FIELDS,
        }
    }

    /// The names of the fields that the record declares.
    pub(crate) fn fields(self) -> &'static [&'static str] {
        static NAMES: LazyLock<[Vec<&'static str>; Kind::ALL.len()]> =
            LazyLock::new(|| Kind::ALL.map(|kind| kind.declared().iter().map(|field| field.name).collect()));
        &NAMES[self.index()]
    }

    /// The columns in CSV, in the order in which they are written: those of the owner, the label of
    /// alternatives, and those of the fields, of which a period has two.
    #[cfg(feature = "csv")]
    pub(crate) fn columns(self) -> &'static [&'static str] {
        static NAMES: LazyLock<[Vec<&'static str>; Kind::ALL.len()]> = LazyLock::new(|| {
            Kind::ALL.map(|kind| {
                let label = (kind == Kind::Criterion).then_some(ANY_OF);
                let declared = kind.declared().iter().flat_map(|field| match &field.period {
                    Some(ends) => ends.as_slice(),
                    None => std::slice::from_ref(&field.name),
                });
                kind.owner_fields().iter().copied().chain(label).chain(declared.copied()).collect()
            })
        });
        &NAMES[self.index()]
    }

    /// The fields without which there is no record in CSV.
    #[cfg(feature = "csv")]
    pub(crate) fn required_fields(self) -> &'static [&'static str] {
        static NAMES: LazyLock<[Vec<&'static str>; Kind::ALL.len()]> = LazyLock::new(|| {
            Kind::ALL.map(|kind| {
                let required = kind.declared().iter().filter(|field| field.required).map(|field| field.name);
                kind.owner_fields().iter().copied().chain(required).collect()
            })
        });
        &NAMES[self.index()]
    }

    /// The columns by which a CSV row names the record that it belongs to. JSON nests instead.
    pub(crate) fn owner_fields(self) -> &'static [&'static str] {
        match self {
            Kind::Question => &["subject"],
            Kind::Choice => &["question"],
            Kind::Competence | Kind::Absence | Kind::Member => &["expert"],
            Kind::Criterion | Kind::AnswerGroup => &["owner_kind", "owner"],
            Kind::Alternative => &["owner_kind", "owner", ANY_OF],
            _ => &[],
        }
    }

    /// The lists that a record of this kind nests in JSON.
    pub(crate) fn nested(self) -> &'static [Kind] {
        match self {
            Kind::Subject => &[Kind::Question],
            Kind::Question => &[Kind::Choice],
            Kind::Institution => &[Kind::Criterion, Kind::AnswerGroup],
            Kind::Antenne => &[Kind::Criterion, Kind::AnswerGroup],
            Kind::Criterion => &[Kind::Alternative],
            Kind::Expert => {
                &[Kind::Competence, Kind::Absence, Kind::Member, Kind::Criterion, Kind::AnswerGroup]
            }
            _ => &[],
        }
    }

    /// The field of a kind that is a single value, and no list, in JSON.
    pub(crate) fn single_value(self) -> Option<&'static str> {
        matches!(self, Kind::Rules | Kind::Seed).then(|| self.name())
    }

    fn index(self) -> usize {
        self as usize
    }
}

/// Everything that was read, record by record.
#[derive(Debug, Default)]
pub(crate) struct Source {
    tables: [Vec<Record>; Kind::ALL.len()],
    /// Which lists or files stand there, be it without a record.
    given: [bool; Kind::ALL.len()],
}

/// What a change takes out of a directory.
#[derive(Debug)]
pub(crate) struct Removed {
    pub(crate) kind: Kind,
    pub(crate) id: String,
    pub(crate) place: Place,
}

impl Removed {
    /// What a change may give and remove.
    pub(crate) const KINDS: [Kind; 3] = [Kind::Institution, Kind::Antenne, Kind::Expert];
}

impl Source {
    pub(crate) fn table(&self, kind: Kind) -> &[Record] {
        &self.tables[kind.index()]
    }

    /// Whether a list or a file of the kind stands there, be it without a record.
    pub(crate) fn has(&self, kind: Kind) -> bool {
        self.given[kind.index()]
    }

    /// Notes that a list or a file of the kind stands there.
    pub(crate) fn note(&mut self, kind: Kind) {
        self.given[kind.index()] = true;
    }

    /// Adds a record and returns its number in its table.
    pub(crate) fn push(&mut self, kind: Kind, record: Record) -> usize {
        let table = &mut self.tables[kind.index()];
        table.push(record);
        table.len() - 1
    }
}

/// What only an import does to records that were read.
#[cfg(feature = "csv")]
impl Source {
    pub(crate) fn record_mut(&mut self, kind: Kind, number: usize) -> Option<&mut Record> {
        self.tables[kind.index()].get_mut(number)
    }

    /// Takes the records of a kind that some records of another nest, by the number of the latter.
    pub(crate) fn take_parts(
        &mut self,
        kind: Kind,
        parent: Kind,
        numbers: &HashSet<usize>,
    ) -> HashMap<usize, Vec<Record>> {
        let mut taken: HashMap<usize, Vec<Record>> = HashMap::new();
        let table = std::mem::take(&mut self.tables[kind.index()]);
        for record in table {
            match record.parent {
                Some((of, number)) if of == parent && numbers.contains(&number) => {
                    taken.entry(number).or_default().push(record);
                }
                _ => self.tables[kind.index()].push(record),
            }
        }
        taken
    }

    /// Removes records of a kind with what they nest. No other record must nest them.
    pub(crate) fn remove(&mut self, kind: Kind, numbers: &HashSet<usize>) {
        if numbers.is_empty() {
            return;
        }
        let mut positions = Vec::new();
        let table = std::mem::take(&mut self.tables[kind.index()]);
        for (number, record) in table.into_iter().enumerate() {
            let is_kept = !numbers.contains(&number);
            positions.push(is_kept.then(|| self.tables[kind.index()].len()));
            if is_kept {
                self.tables[kind.index()].push(record);
            }
        }
        for table in &mut self.tables {
            table.retain_mut(|record| match record.parent {
                Some((parent, number)) if parent == kind => {
                    let position = positions.get(number).copied().flatten();
                    record.parent = position.map(|position| (kind, position));
                    position.is_some()
                }
                _ => true,
            });
        }
    }
}

/// One row of a CSV file, or one object of a JSON list.
#[derive(Debug, Default)]
pub(crate) struct Record {
    pub(crate) place: Place,
    /// The record that this one is nested in.
    pub(crate) parent: Option<(Kind, usize)>,
    pub(crate) fields: Vec<Field>,
}

impl Record {
    pub(crate) fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
    }
}

/// A named value with its place. Null and blank values are left out by the readers' users alike.
#[derive(Debug)]
pub(crate) struct Field {
    pub(crate) name: &'static str,
    pub(crate) place: Place,
    pub(crate) value: Value,
}

/// A value as it was written.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Value {
    /// A CSV cell, trimmed: text that stands for whatever its column holds.
    #[cfg_attr(not(feature = "csv"), expect(dead_code, reason = "only CSV files have cells"))]
    Cell(String),
    /// A JSON string.
    Text(String),
    /// A JSON number, as written.
    Number(String),
    Bool(bool),
    /// A cell whose column the file lacks, which was reported with the header.
    #[cfg_attr(not(feature = "csv"), expect(dead_code, reason = "only CSV files have columns"))]
    Lost,
    List(Vec<(Place, Value)>),
    Object(Vec<(String, Place, Value)>),
}

impl Value {
    /// What the value is, for a message.
    pub(crate) fn phrase(&self) -> Sentence {
        match self {
            Value::Cell(_) | Value::Text(_) => sentence!(AText),
            Value::Number(_) => sentence!(ANumber),
            Value::Bool(_) => sentence!(TrueOrFalse),
            Value::Lost => sentence!(Nothing),
            Value::List(_) => sentence!(AList),
            Value::Object(_) => sentence!(AnObject),
        }
    }

    /// The value as it was written, for a message.
    pub(crate) fn text(&self) -> &str {
        match self {
            Value::Cell(text) | Value::Text(text) | Value::Number(text) => text,
            Value::Bool(true) => "true",
            Value::Bool(false) => "false",
            Value::Lost => "",
            Value::List(_) => "[…]",
            Value::Object(_) => "{…}",
        }
    }

    pub(crate) fn is_blank(&self) -> bool {
        matches!(self, Value::Cell(text) | Value::Text(text) if text.trim().is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_numbered_as_listed() {
        for (number, kind) in Kind::ALL.into_iter().enumerate() {
            assert_eq!(kind.index(), number);
            assert!(kind.owner_fields().iter().all(|field| !kind.fields().contains(field)));
        }
    }
}

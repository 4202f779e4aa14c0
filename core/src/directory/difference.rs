//! What differs between two directories, record by record and field by field.

use std::collections::{BTreeSet, HashMap};

use serde::Serialize;
use serde_json::Value;

use super::{Directory, Identified};
use crate::invariant::broken;

/// What differs between two directories: see [`Directory::diff`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct DirectoryDifference {
    /// Territories.
    pub territories: ListDifference,
    /// Themes.
    pub themes: ListDifference,
    /// Subjects, with their questions.
    pub subjects: ListDifference,
    /// Institutions, with their criteria and answer groups.
    pub institutions: ListDifference,
    /// Antennes, with their criteria.
    pub antennes: ListDifference,
    /// Experts, with their competences, absences, members and criteria.
    pub experts: ListDifference,
    /// The fields of the directory itself that differ: lists without ids, the version of the rules, and
    /// the seed, of which only whether there is one is shown.
    pub fields: Vec<FieldChange>,
}

impl DirectoryDifference {
    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        *self == DirectoryDifference::default()
    }
}

/// What differs between two lists of records that are known by an id.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ListDifference {
    /// The ids that only the second has.
    pub added: Vec<String>,
    /// The records that both have, and that differ.
    pub changed: Vec<RecordChange>,
    /// The ids that only the first has.
    pub removed: Vec<String>,
}

/// A record that changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct RecordChange {
    /// Its id.
    pub id: String,
    /// The fields that differ.
    pub fields: Vec<FieldChange>,
}

/// A field that changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct FieldChange {
    /// The name of the field.
    pub field: String,
    /// Its value before: a text as it is, everything else as JSON; nothing where it had none.
    pub before: Option<String>,
    /// Its value after.
    pub after: Option<String>,
}

/// What an import changed: see [`Directory::update`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct DirectoryUpdate {
    /// What the sheets of antennes changed.
    pub antennes: ListUpdate,
    /// What the sheets of experts changed.
    pub experts: ListUpdate,
}

impl DirectoryUpdate {
    /// Whether the sheets said nothing that the directory did not say before.
    pub fn changes_nothing(&self) -> bool {
        [&self.antennes, &self.experts].iter().all(|list| list.added.is_empty() && list.changed.is_empty())
    }
}

/// What sheets changed in a list of records.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ListUpdate {
    /// The ids that are new.
    pub added: Vec<String>,
    /// The records that changed, field by field.
    pub changed: Vec<RecordChange>,
    /// The ids of which the sheets said what the directory said.
    pub same: Vec<String>,
    /// The ids that stand in the directory and no longer in the sheets: experts of the antennes that
    /// the sheets of experts name, antennes of the institutions that the sheets of antennes name. They
    /// are kept, unless the import is [`whole`](super::Import::whole).
    pub gone: Vec<String>,
}

impl Directory {
    /// What differs between this directory and a later one: records by their ids, and their fields. The
    /// order of a list of texts is no difference.
    ///
    /// ```
    /// use aiguillage::Directory;
    ///
    /// let directory = |label: &str| Directory::from_json(&format!(
    ///     r#"{{"themes": [{{"id": "emploi", "label": "{label}"}}]}}"#));
    /// let difference = directory("Emploi")?.diff(&directory("Emploi et formation")?);
    /// let field = &difference.themes.changed[0].fields[0];
    /// assert_eq!((field.field.as_str(), field.after.as_deref()), ("label", Some("Emploi et formation")));
    /// assert!(difference.experts.added.is_empty());
    /// # Ok::<(), aiguillage::DirectoryError>(())
    /// ```
    pub fn diff(&self, later: &Directory) -> DirectoryDifference {
        let mut fields = fields_changed(&self.lists_without_ids(), &later.lists_without_ids());
        if self.rules() != later.rules() {
            fields.push(FieldChange {
                field: "rules".to_owned(),
                before: Some(self.rules().to_string()),
                after: Some(later.rules().to_string()),
            });
        }
        if self.seed() != later.seed() {
            let shown = |directory: &Directory| directory.is_seeded().then(|| "(secret)".to_owned());
            fields.push(FieldChange { field: "seed".to_owned(), before: shown(self), after: shown(later) });
        }
        DirectoryDifference {
            territories: list(self.territories(), later.territories()),
            themes: list(self.themes(), later.themes()),
            subjects: list(self.subjects(), later.subjects()),
            institutions: list(self.institutions(), later.institutions()),
            antennes: list(self.antennes(), later.antennes()),
            experts: list(self.experts(), later.experts()),
            fields,
        }
    }

    fn lists_without_ids(&self) -> Value {
        serde_json::json!({
            "opco_by_zone": self.opco_by_zone(),
            "naf_correspondence": self.own_naf_correspondence(),
            "examples": self.examples(),
        })
    }
}

fn list<T: Identified + PartialEq + Serialize>(before: &[T], after: &[T]) -> ListDifference {
    let by_id: HashMap<&str, &T> = before.iter().map(|record| (record.id(), record)).collect();
    let mut difference = ListDifference::default();
    for record in after {
        match by_id.get(record.id()) {
            None => difference.added.push(record.id().to_owned()),
            Some(earlier) => difference.changed.extend(record_change(*earlier, record)),
        }
    }
    let kept: BTreeSet<&str> = after.iter().map(Identified::id).collect();
    let removed = before.iter().map(Identified::id).filter(|id| !kept.contains(id));
    difference.removed = removed.map(str::to_owned).collect();
    difference
}

/// The fields of a record that changed; nothing where none did.
pub(super) fn record_change<T: Identified + PartialEq + Serialize>(
    before: &T,
    after: &T,
) -> Option<RecordChange> {
    if before == after {
        return None;
    }
    let json = |record: &T| {
        serde_json::to_value(record).unwrap_or_else(|_| broken("the records of a directory are JSON"))
    };
    let fields = fields_changed(&json(before), &json(after));
    (!fields.is_empty()).then(|| RecordChange { id: before.id().to_owned(), fields })
}

fn fields_changed(before: &Value, after: &Value) -> Vec<FieldChange> {
    let names: BTreeSet<&String> =
        [before, after].into_iter().filter_map(Value::as_object).flat_map(|fields| fields.keys()).collect();
    let changed = names.into_iter().filter_map(|name| {
        let (before, after) = (before.get(name), after.get(name));
        let differs = sorted(before) != sorted(after);
        differs.then(|| FieldChange { field: name.clone(), before: shown(before), after: shown(after) })
    });
    changed.collect()
}

/// A value, with a list of texts in an order that does not depend on who wrote it.
fn sorted(value: Option<&Value>) -> Option<Value> {
    let Some(Value::Array(entries)) = value else { return value.filter(|value| !value.is_null()).cloned() };
    let mut entries = entries.clone();
    if entries.iter().all(Value::is_string) {
        entries.sort_by(|one, other| one.as_str().cmp(&other.as_str()));
    }
    (!entries.is_empty()).then_some(Value::Array(entries))
}

fn shown(value: Option<&Value>) -> Option<String> {
    match value? {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        Value::Array(entries) if entries.is_empty() => None,
        Value::Array(entries) if entries.iter().all(Value::is_string) => {
            let entries: Vec<&str> = entries.iter().filter_map(Value::as_str).collect();
            Some(entries.join(" "))
        }
        value => Some(value.to_string()),
    }
}

//! A directory written as a folder of CSV files: the reading of `read_csv`, backwards.
//!
//! It goes through the JSON form, so that each field is named in one place only.

use std::io::{self, Write};
use std::path::Path;

use serde::Deserialize as _;
use serde_json::{Map, Value};

use super::Content;
use super::source::{ANY_OF, Kind};
use crate::answer::Answer;
use crate::files;
use crate::invariant::broken;
use crate::record::Separator;
use crate::sheet::write::SheetWriter;

/// Writes each list that has entries, and a table of correspondence that has none, to its file, and removes the file of each that has none, so
/// that what stands in the folder is this directory and no rest of another. [`files::replace_folder`] says
/// how whole it is at any time.
pub(crate) fn write(content: &Content, folder: &Path) -> io::Result<()> {
    let mut tables = Tables::default();
    let Value::Object(document) = serde_json::to_value(content)? else { return Ok(()) };
    for (name, value) in document {
        match (kind(&name), value) {
            (Some(kind), Value::Array(items)) => {
                tables.given[kind as usize] = true;
                items.into_iter().for_each(|item| tables.add(kind, item, &[]))
            }
            (Some(kind), value) => tables.add(kind, Value::Object(Map::from_iter([(name, value)])), &[]),
            (None, _) => {}
        }
    }
    let (mut files, mut stale) = (Vec::new(), Vec::new());
    for (kind, rows) in Kind::ALL.into_iter().zip(&tables.rows) {
        let name = format!("{}.csv", kind.name());
        // A table of correspondence without rows is another thing than none.
        let is_given = kind == Kind::NafCorrespondence && tables.given[kind as usize];
        match rows.is_empty() && !is_given {
            true => stale.push(name),
            false => files.push((name, move |to: &mut dyn Write| table(kind, rows, to))),
        }
    }
    for kind in Kind::ALL {
        let name = |ending: &&str| format!("{}.{ending}", kind.name());
        if let Some(other) = OTHER_ENDINGS.iter().map(name).find(|name| folder.join(name).exists()) {
            let message =
                format!("the folder holds `{other}`, which would be read besides: take it away first");
            return Err(io::Error::other(message));
        }
    }
    files::replace_folder(folder, files, &stale)
}

/// Sheets that a folder may hold in place of CSV files. They are not ours to remove.
const OTHER_ENDINGS: [&str; 4] = ["tsv", "xlsx", "xls", "ods"];

fn table(kind: Kind, rows: &[Map<String, Value>], to: &mut dyn Write) -> io::Result<()> {
    // Columns that no row fills are left out, so that a folder stays readable; without rows the header is all
    // that there is.
    let fills = |field: &&str| rows.is_empty() || rows.iter().any(|row| row.contains_key(*field));
    let columns: Vec<&str> = kind.columns().iter().copied().filter(fills).collect();
    let separator = |column: &str| {
        let declared = kind.declared().iter().find(|field| field.name == column);
        declared.map_or(Separator::None, |field| field.separator)
    };
    let mut writer = SheetWriter::new(to);
    writer.row(&columns)?;
    for row in rows {
        writer.row(columns.iter().map(|column| {
            row.get(*column).map(|value| cell(separator(column), value)).unwrap_or_default()
        }))?;
    }
    writer.finish()
}

fn kind(name: &str) -> Option<Kind> {
    Kind::ALL.into_iter().find(|kind| kind.name() == name)
}

#[derive(Default)]
struct Tables {
    rows: [Vec<Map<String, Value>>; Kind::ALL.len()],
    /// The lists that the document has, be it without entries.
    given: [bool; Kind::ALL.len()],
}

impl Tables {
    /// Adds an entry, and what it nests as entries that name it.
    fn add(&mut self, kind: Kind, item: Value, owner: &[(&str, &str)]) {
        let Value::Object(mut row) = item else { return };
        let id = row.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
        let nested: Vec<_> =
            kind.nested().iter().filter_map(|inner| Some((*inner, row.remove(inner.name())?))).collect();
        row.extend(owner.iter().map(|(field, value)| ((*field).to_owned(), Value::from(*value))));
        split_periods(kind, &mut row);
        // Any label would do: rows of one owner are told apart by it.
        let label = (self.rows[kind as usize].len() + 1).to_string();
        if kind == Kind::Criterion && !nested.is_empty() {
            row.insert(ANY_OF.to_owned(), Value::from(label.as_str()));
        }
        self.rows[kind as usize].push(row);
        let owner_kind = match kind {
            Kind::Institution => "institution",
            Kind::Antenne => "antenne",
            _ => "expert",
        };
        for (inner, list) in nested {
            let naming: Vec<(&str, &str)> = match inner.owner_fields() {
                [kind_field, owner_field] => vec![(kind_field, owner_kind), (owner_field, &id)],
                [.., label_field] if kind == Kind::Criterion => {
                    owner.iter().copied().chain([(*label_field, label.as_str())]).collect()
                }
                [field] => vec![(field, &id)],
                _ => Vec::new(),
            };
            if let Value::Array(items) = list {
                items.into_iter().for_each(|item| self.add(inner, item, &naming));
            }
        }
    }
}

/// Puts the two ends of each period where their columns are.
fn split_periods(kind: Kind, row: &mut Map<String, Value>) {
    for field in kind.declared() {
        let Some([from, until]) = field.period else { continue };
        let Some(Value::Object(mut ends)) = row.remove(field.name) else { continue };
        for (end, column) in [("from", from), ("until", until)] {
            row.extend(ends.remove(end).map(|day| (column.to_owned(), day)));
        }
    }
}

/// A value as the cell that reads back as it.
fn cell(separator: Separator, value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(items) => {
            let texts: Vec<&str> = items.iter().filter_map(Value::as_str).collect();
            let spaced = texts.iter().any(|text| text.contains(char::is_whitespace));
            match separator {
                Separator::Bar => texts.join("|"),
                Separator::SpaceOrBar if spaced => format!("{}|", texts.join("|")),
                Separator::SpaceOrBar | Separator::Space | Separator::None => texts.join(" "),
            }
        }
        Value::Object(members) => {
            let pair = |(name, answer): (&String, &Value)| {
                let answer = Answer::deserialize(answer)
                    .unwrap_or_else(|_| broken("what stands by name in a record are answers, or yes and no"));
                format!("{name}={answer}")
            };
            members.iter().map(pair).collect::<Vec<_>>().join(" ")
        }
        other => other.to_string(),
    }
}

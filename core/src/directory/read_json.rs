//! A directory as one JSON document, read into records that know their line and column.
//!
//! serde_json checks the syntax; its raw values are slices of the document, whose distance from
//! the beginning is the place of each value.

use std::borrow::Cow;

use serde_json::value::RawValue;

use super::source::{Field, Kind, Record, Removed, Source, Value};
use crate::codes::repair::without_unseen;
use crate::diagnostic::{DiagnosticCode, Place, Report};
use crate::json::{Text, members};
use crate::language::{Sentence, sentence};
use crate::text::shorten;

/// Deeper than any directory; deeper documents are refused before they cost anything.
const DEEPEST: usize = 12;

/// The member of a change that holds ids.
const REMOVED: &str = "removed";

/// Reads a document. Faults go to the report; what can be read is returned.
pub(crate) fn read(text: &str, file: u16, report: &mut Report) -> Source {
    let top = Kind::ALL.into_iter().filter(|kind| kind.owner_fields().is_empty());
    read_as(sentence!(ADirectory), top.collect(), text, file, report).0
}

/// Reads a change of a directory: what is given anew, and what is removed.
pub(crate) fn read_change(text: &str, file: u16, report: &mut Report) -> (Source, Vec<Removed>) {
    read_as(sentence!(AChange), Removed::KINDS.to_vec(), text, file, report)
}

fn read_as(
    what: Sentence,
    top: Vec<Kind>,
    text: &str,
    file: u16,
    report: &mut Report,
) -> (Source, Vec<Removed>) {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (lines, source, removed) = (Lines::of(text), Source::default(), Vec::new());
    let mut reader = Reader { what, top, lines, text, file, report, source, removed };
    if text.trim().is_empty() {
        let whole = Place { file, line: 0, column: 0 };
        reader.report.add(DiagnosticCode::EmptyFile, whole, "", sentence!(DocumentEmpty));
        return (reader.source, reader.removed);
    }
    match serde_json::from_str::<&RawValue>(text) {
        Err(error) => reader.malformed(&error),
        Ok(raw) => match reader.node(raw, 0) {
            Some((_, Node::Object(members))) => reader.document(members),
            Some((at, node)) => reader.unexpected(at, &node, sentence!(AWholeDirectory)),
            None => {}
        },
    }
    (reader.source, reader.removed)
}

struct Reader<'t, 'r> {
    /// What is read.
    what: Sentence,
    /// The lists that it may hold.
    top: Vec<Kind>,
    text: &'t str,
    lines: Lines,
    file: u16,
    report: &'r mut Report,
    source: Source,
    removed: Vec<Removed>,
}

/// A JSON value whose members and items are still raw.
enum Node<'t> {
    Null,
    Bool(bool),
    Number(&'t str),
    Text(Cow<'t, str>),
    List(Vec<&'t RawValue>),
    Object(Vec<(Cow<'t, str>, &'t RawValue)>),
}

impl Node<'_> {
    fn phrase(&self) -> Sentence {
        match self {
            Node::Null => sentence!(Nothing),
            Node::Bool(_) => sentence!(TrueOrFalse),
            Node::Number(_) => sentence!(ANumber),
            Node::Text(_) => sentence!(AText),
            Node::List(_) => sentence!(AList),
            Node::Object(_) => sentence!(AnObject),
        }
    }
}

impl<'t> Reader<'t, '_> {
    fn malformed(&mut self, error: &serde_json::Error) {
        let at = Place {
            file: self.file,
            line: u32::try_from(error.line()).unwrap_or(u32::MAX),
            column: u32::try_from(error.column()).unwrap_or(u32::MAX),
        };
        let said = error.to_string();
        // The place is said apart from the message.
        let said = said.rsplit_once(" at line ").map_or(said.as_str(), |(message, _)| message);
        let line = self.text.lines().nth(error.line().saturating_sub(1)).unwrap_or_default();
        self.report.add(DiagnosticCode::MalformedJson, at, line.trim(), sentence!(NotJson { reason: said }));
    }

    fn place(&self, part: &str) -> Place {
        let offset = part.as_ptr() as usize - self.text.as_ptr() as usize;
        let (line, column) = self.lines.position(self.text, offset);
        Place { file: self.file, line, column }
    }

    fn node(&mut self, raw: &'t RawValue, depth: usize) -> Option<(Place, Node<'t>)> {
        let text = raw.get();
        let at = self.place(text);
        if depth > DEEPEST {
            self.report.add(DiagnosticCode::MalformedJson, at, text, sentence!(NestedTooDeep));
            return None;
        }
        let node = match text.as_bytes().first() {
            Some(b'{') => members(text).map(Node::Object),
            Some(b'[') => serde_json::from_str(text).map(Node::List),
            Some(b'"') => serde_json::from_str::<Text<'_>>(text).map(|text| Node::Text(text.0)),
            Some(b't') => Ok(Node::Bool(true)),
            Some(b'f') => Ok(Node::Bool(false)),
            Some(b'n') => Ok(Node::Null),
            _ => Ok(Node::Number(text)),
        };
        match node {
            Ok(node) => Some((at, node)),
            // For instance a string with half a surrogate pair, which a raw value lets pass.
            Err(error) => {
                self.report.add(
                    DiagnosticCode::MalformedJson,
                    at,
                    text,
                    sentence!(NotJson { reason: error.to_string() }),
                );
                None
            }
        }
    }

    fn unexpected(&mut self, at: Place, node: &Node<'_>, wanted: Sentence) {
        let message = sentence!(Unexpected { wanted, found: node.phrase() });
        self.report.add(DiagnosticCode::InvalidValue, at, &node.phrase().to_string(), message);
    }

    fn unknown(&mut self, at: Place, name: &str, known: &[&str], of: Sentence) {
        let message = sentence!(NoField { owner: of, field: shorten(name, 60) });
        let nearest = self.report.nearest(name, known.iter().copied()).map(str::to_owned);
        self.report.add_with(DiagnosticCode::UnknownField, at, name, message, nearest);
    }

    /// Reports members given twice; the first counts.
    fn without_duplicates(
        &mut self,
        members: Vec<(Cow<'t, str>, &'t RawValue)>,
    ) -> Vec<(Cow<'t, str>, &'t RawValue)> {
        let mut kept: Vec<(Cow<'t, str>, &'t RawValue)> = Vec::with_capacity(members.len());
        let mut seen = std::collections::HashSet::with_capacity(members.len());
        for (name, raw) in members {
            if seen.insert(name.clone()) {
                kept.push((name, raw));
            } else {
                let message = sentence!(GivenTwice { name: shorten(&name, 60) });
                let at = self.place(raw.get());
                self.report.add(DiagnosticCode::DuplicateField, at, &name, message);
            }
        }
        kept
    }

    fn document(&mut self, members: Vec<(Cow<'t, str>, &'t RawValue)>) {
        let is_change = !self.top.contains(&Kind::Rules);
        for (name, raw) in self.without_duplicates(members) {
            let Some(kind) = self.top.iter().copied().find(|kind| kind.name() == name) else {
                if is_change && name == REMOVED {
                    self.removed(raw);
                    continue;
                }
                let mut known: Vec<_> = self.top.iter().map(|kind| kind.name()).collect();
                known.extend(is_change.then_some(REMOVED));
                let at = self.place(raw.get());
                self.unknown(at, &name, &known, self.what.clone());
                continue;
            };
            if let Some(name) = kind.single_value() {
                let Some((at, value)) = self.value(raw, 1) else { continue };
                let fields = vec![Field { name, place: at, value }];
                self.source.push(kind, Record { place: at, parent: None, fields });
            } else {
                self.records(kind, raw, None, 1);
            }
        }
    }

    /// The ids of what a change removes, by kind.
    fn removed(&mut self, raw: &'t RawValue) {
        let members = match self.node(raw, 1) {
            Some((_, Node::Object(members))) => self.without_duplicates(members),
            None | Some((_, Node::Null)) => return,
            Some((at, node)) => return self.unexpected(at, &node, sentence!(AnObjectOfLists)),
        };
        for (name, raw) in members {
            let Some(kind) = Removed::KINDS.into_iter().find(|kind| kind.name() == name) else {
                let at = self.place(raw.get());
                self.unknown(at, &name, &Removed::KINDS.map(Kind::name), sentence!(TheRemoved));
                continue;
            };
            match self.value(raw, 2) {
                Some((_, Value::List(ids))) => {
                    for (place, id) in ids {
                        match id {
                            Value::Text(id) => self.removed.push(Removed { kind, id, place }),
                            other => {
                                let message =
                                    sentence!(Unexpected { wanted: sentence!(AnId), found: other.phrase() });
                                self.report.add(DiagnosticCode::InvalidValue, place, other.text(), message);
                            }
                        }
                    }
                }
                None => {}
                Some((place, other)) => {
                    let message =
                        sentence!(Unexpected { wanted: sentence!(AListOfIds), found: other.phrase() });
                    self.report.add(DiagnosticCode::InvalidValue, place, other.text(), message);
                }
            }
        }
    }

    fn records(&mut self, kind: Kind, raw: &'t RawValue, parent: Option<(Kind, usize)>, depth: usize) {
        match self.node(raw, depth) {
            Some((_, Node::List(items))) => {
                self.source.note(kind);
                for item in items {
                    match self.node(item, depth + 1) {
                        Some((at, Node::Object(members))) => {
                            self.record(kind, at, members, parent, depth + 1)
                        }
                        Some((at, node)) => self.unexpected(at, &node, sentence!(AnObject)),
                        None => {}
                    }
                }
            }
            None | Some((_, Node::Null)) => {}
            Some((at, node)) => self.unexpected(at, &node, sentence!(AListOfObjects)),
        }
    }

    fn record(
        &mut self,
        kind: Kind,
        at: Place,
        members: Vec<(Cow<'t, str>, &'t RawValue)>,
        parent: Option<(Kind, usize)>,
        depth: usize,
    ) {
        let mut record = Record { place: at, parent, fields: Vec::with_capacity(members.len()) };
        let mut nested = Vec::new();
        for (name, raw) in self.without_duplicates(members) {
            let own = kind.fields().iter().find(|field| **field == name);
            if let Some(field) = own {
                if let Some((place, value)) = self.value(raw, depth + 1) {
                    record.fields.push(Field { name: field, place, value });
                }
            } else if let Some(inner) = kind.nested().iter().find(|inner| inner.name() == name) {
                nested.push((*inner, raw));
            } else {
                let mut known: Vec<&str> = kind.fields().to_vec();
                known.extend(kind.nested().iter().map(|inner| inner.name()));
                let at = self.place(raw.get());
                self.unknown(at, &name, &known, sentence!(AnEntryOf { kind: kind.name() }));
            }
        }
        let number = self.source.push(kind, record);
        for (inner, raw) in nested {
            self.records(inner, raw, Some((kind, number)), depth + 1);
        }
    }

    /// A whole value; null is nothing.
    fn value(&mut self, raw: &'t RawValue, depth: usize) -> Option<(Place, Value)> {
        let (at, node) = self.node(raw, depth)?;
        let value = match node {
            Node::Null => return None,
            Node::Bool(value) => Value::Bool(value),
            Node::Number(text) => Value::Number(text.to_owned()),
            Node::Text(text) => Value::Text(match without_unseen(&text) {
                None => text.into_owned(),
                Some(seen) => {
                    self.report.add(DiagnosticCode::RepairedCell, at, &text, sentence!(UnseenCharacters));
                    seen
                }
            }),
            Node::List(items) => {
                Value::List(items.into_iter().filter_map(|item| self.value(item, depth + 1)).collect())
            }
            Node::Object(members) => Value::Object(
                self.without_duplicates(members)
                    .into_iter()
                    .filter_map(|(name, raw)| {
                        let (at, value) = self.value(raw, depth + 1)?;
                        Some((name.into_owned(), at, value))
                    })
                    .collect(),
            ),
        };
        Some((at, value))
    }
}

/// Lines and characters of a text by byte, without counting from the beginning each time: a
/// document may be one line of megabytes.
struct Lines {
    /// Where each line begins.
    starts: Vec<usize>,
    /// How many characters begin before each block of bytes.
    characters: Vec<usize>,
}

impl Lines {
    const BLOCK: usize = 256;

    fn of(text: &str) -> Lines {
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let starts = std::iter::once(0).chain(breaks.map(|(offset, _)| offset + 1)).collect();
        let blocks = text.as_bytes().chunks(Lines::BLOCK).map(characters);
        let before = blocks.scan(0, |total, block| {
            let before = *total;
            *total += block;
            Some(before)
        });
        Lines { starts, characters: before.collect() }
    }

    /// Line and column of a byte, both counted from 1.
    fn position(&self, text: &str, offset: usize) -> (u32, u32) {
        let line = self.starts.partition_point(|start| *start <= offset);
        let column = self.before(text, offset) - self.before(text, self.starts[line - 1]) + 1;
        (u32::try_from(line).unwrap_or(u32::MAX), u32::try_from(column).unwrap_or(u32::MAX))
    }

    /// How many characters begin before a byte.
    fn before(&self, text: &str, offset: usize) -> usize {
        let block = offset / Lines::BLOCK;
        let Some(counted) = self.characters.get(block) else { return characters(text.as_bytes()) };
        counted + characters(&text.as_bytes()[block * Lines::BLOCK..offset])
    }
}

/// How many characters begin in these bytes of a text.
fn characters(bytes: &[u8]) -> usize {
    // A byte that continues a character has the form 10xxxxxx.
    bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_one(text: &str) -> (Source, Vec<super::super::Diagnostic>) {
        let mut report = Report::default();
        let file = report.add_file(None);
        let source = read(text, file, &mut report);
        (source, report.into_diagnostics())
    }

    #[test]
    fn places_are_lines_and_characters() {
        let (source, found) = read_one("{\n  \"themes\": [{\"id\": \"été\", \"label\": \"É\"}]\n}");
        assert!(found.is_empty(), "{found:?}");
        let theme = &source.table(Kind::Theme)[0];
        assert_eq!((theme.place.line, theme.place.column), (2, 14));
        let label = theme.field("label").unwrap();
        assert_eq!((label.place.line, label.place.column), (2, 37));
        assert_eq!(label.value, Value::Text("É".into()));
    }

    #[test]
    fn nested_records_know_their_parent() {
        let (source, _) = read_one(
            r#"{"experts": [{"id": "a"}, {"id": "b", "competences": [{"subject": "s"}], "criteria": [{"min_years": 3}]}]}"#,
        );
        assert_eq!(source.table(Kind::Competence)[0].parent, Some((Kind::Expert, 1)));
        assert_eq!(source.table(Kind::Criterion)[0].parent, Some((Kind::Expert, 1)));
    }

    #[test]
    fn every_fault_of_shape_is_found_in_one_pass() {
        let (_, found) = read_one(
            r#"{"themez": [], "themes": {"id": 1}, "experts": [3, {"id": "x", "id": "y", "zone": [], "owner": "z"}]}"#,
        );
        let codes: Vec<_> = found.iter().map(|d| (d.code.as_str(), d.nearest.as_deref())).collect();
        assert_eq!(
            codes,
            [
                ("unknown_field", Some("themes")),
                ("invalid_value", None),
                ("invalid_value", None),
                ("duplicate_field", None),
                ("unknown_field", Some("zones")),
                ("unknown_field", None),
            ]
        );
    }

    #[test]
    fn hostile_documents_are_reported() {
        for text in [
            "",
            " ",
            "\u{feff}",
            "{",
            "[",
            "nul",
            "{\"themes\": [}",
            "\u{0}",
            "{\"rules\": \"\\ud800\"}",
            "42",
        ] {
            let (_, found) = read_one(text);
            assert_eq!(found.len(), 1, "{text:?}: {found:?}");
        }
        let deep = format!("{{\"rules\": {}{}}}", "[".repeat(100_000), "]".repeat(100_000));
        assert_eq!(read_one(&deep).1.len(), 1);
    }
}

//! How each kind of field is read from what a file holds.

use std::collections::BTreeMap;
use std::hash::Hash;
use std::str::FromStr;

use jiff::civil::Date;
use serde::Serialize;

use super::super::source::Value;
use super::item::{Item, flag};
use super::{contact, zone};
use crate::answer::{Answer, is_choice_id};
use crate::codes::{Idcc, NafCode, NafVersion};
use crate::diagnostic::DiagnosticCode;
use crate::geography::{ListedZone, Zone, ZoneList, ZoneOrTerritory};
use crate::language::{Sentence, sentence};
use crate::record::ReadField;
use crate::record::kinds::{
    Agreements, Answers, Choice, ChoiceId, Codes, Day, Email, Flag, Id, Lenient, Naf2025, NafRev2, Names,
    Number, OneZone, Optional, Period, Phone, Phrases, PlainZones, Qualities, QuestionId, Reference,
    Subjects, Text, Weight, Words, YesOrNo, Zones, is_id,
};
use crate::text::shorten;
use crate::validity::Validity;

type Reader<'s, 'r> = Item<'s, 'r>;

impl<'s, 'r> ReadField<Reader<'s, 'r>> for Id {
    fn read(item: &mut Reader<'s, 'r>, field: &'static str) -> Option<String> {
        item.id(field).map(|(id, _)| id.to_owned())
    }
}

impl<'s, 'r> ReadField<Reader<'s, 'r>> for QuestionId {
    fn read(item: &mut Reader<'s, 'r>, field: &'static str) -> Option<String> {
        let (id, at) = item.id(field)?;
        // A cell of answers is written `question=oui`.
        if id.contains('=') {
            let message = sentence!(QuestionIdHoldsEquals { id: shorten(id, 60) });
            item.fault(DiagnosticCode::InvalidId, at, id, message);
        }
        Some(id.to_owned())
    }
}

impl<'s, 'r> ReadField<Reader<'s, 'r>> for ChoiceId {
    fn read(item: &mut Reader<'s, 'r>, field: &'static str) -> Option<String> {
        let (id, at) = item.id(field)?;
        // A cell of answers is written `question=tel|visio`, or `question=oui`.
        if !is_choice_id(id) {
            let message = sentence!(ChoiceIdIsOdd { id: shorten(id, 60) });
            item.fault(DiagnosticCode::InvalidId, at, id, message);
        }
        Some(id.to_owned())
    }
}

impl<'s, 'r> ReadField<Reader<'s, 'r>> for Text {
    fn read(item: &mut Reader<'s, 'r>, field: &'static str) -> Option<String> {
        item.required(field).map(|(text, _)| text.to_owned())
    }
}

impl<'s, 'r> ReadField<Reader<'s, 'r>> for Reference {
    fn read(item: &mut Reader<'s, 'r>, field: &'static str) -> Option<String> {
        item.required(field).map(|(text, _)| text.to_owned())
    }
}

impl<'s, 'r> ReadField<Reader<'s, 'r>> for Email {
    fn read(item: &mut Reader<'s, 'r>, field: &'static str) -> Option<String> {
        let (email, at) = item.required(field)?;
        let read = contact::email(email, at, item.report);
        item.sound &= read.is_some();
        read
    }
}

impl<'s, 'r> ReadField<Reader<'s, 'r>> for Phone {
    fn read(item: &mut Reader<'s, 'r>, field: &'static str) -> Option<String> {
        let (phone, at) = item.required(field)?;
        let is_cell = matches!(item.value(field), Some((Value::Cell(_), _)));
        let read = contact::phone(phone, is_cell, at, item.report);
        item.sound &= read.is_some();
        read
    }
}

impl<'s, 'r> ReadField<Reader<'s, 'r>> for Number {
    fn read(item: &mut Reader<'s, 'r>, field: &'static str) -> Option<u32> {
        item.number(field)
    }
}

impl<'s, 'r> ReadField<Reader<'s, 'r>> for Weight {
    fn read(item: &mut Reader<'s, 'r>, field: &'static str) -> Option<f64> {
        Some(item.weight(field).unwrap_or(1.0))
    }
}

impl<'s, 'r, const ABSENT: bool> ReadField<Reader<'s, 'r>> for Flag<ABSENT> {
    fn read(item: &mut Reader<'s, 'r>, field: &'static str) -> Option<bool> {
        Some(item.flag(field, ABSENT))
    }
}

impl<'s, 'r> ReadField<Reader<'s, 'r>> for YesOrNo {
    fn read(item: &mut Reader<'s, 'r>, field: &'static str) -> Option<bool> {
        item.value(field)?;
        Some(item.flag(field, false))
    }
}

impl<'s, 'r> ReadField<Reader<'s, 'r>> for Period {
    fn read(item: &mut Reader<'s, 'r>, field: &'static str) -> Option<Validity> {
        item.period(field)
    }
}

impl<'s, 'r> ReadField<Reader<'s, 'r>> for Day {
    fn read(item: &mut Reader<'s, 'r>, field: &'static str) -> Option<Date> {
        item.date(field)
    }
}

impl<'s, 'r, T> ReadField<Reader<'s, 'r>> for Choice<T>
where
    T: Default + PartialEq + Serialize + FromStr,
    Sentence: From<T::Err>,
{
    fn read(item: &mut Reader<'s, 'r>, field: &'static str) -> Option<T> {
        Some(item.word(field).unwrap_or_default())
    }
}

impl<'s, 'r> ReadField<Reader<'s, 'r>> for OneZone {
    fn read(item: &mut Reader<'s, 'r>, field: &'static str) -> Option<ZoneOrTerritory> {
        let (text, at) = item.required(field)?;
        let list = match ListedZone::territory(text) {
            Some(id) => {
                let territory = item.territory(id, at);
                territory.map(|one| ZoneList::new(Vec::new(), [(one.id.as_str(), one.zones.as_slice())]))
            }
            None => zone::read_single(text, at, item.geography, item.report).map(|zone| vec![zone].into()),
        };
        item.sound &= list.is_some();
        list.and_then(ZoneOrTerritory::of)
    }
}

impl<'s, 'r> ReadField<Reader<'s, 'r>> for Zones {
    fn read(item: &mut Reader<'s, 'r>, field: &'static str) -> Option<ZoneList> {
        Some(item.zones(field))
    }
}

impl<'s, 'r> ReadField<Reader<'s, 'r>> for PlainZones {
    fn read(item: &mut Reader<'s, 'r>, field: &'static str) -> Option<Vec<Zone>> {
        Some(item.plain_zones(field))
    }
}

impl<'s, 'r> ReadField<Reader<'s, 'r>> for Subjects {
    fn read(item: &mut Reader<'s, 'r>, field: &'static str) -> Option<Vec<String>> {
        Some(item.list(field).into_iter().map(|(entry, _)| entry.to_owned()).collect())
    }
}

impl<'s, 'r> ReadField<Reader<'s, 'r>> for Words {
    fn read(item: &mut Reader<'s, 'r>, field: &'static str) -> Option<Vec<String>> {
        Some(item.words(field))
    }
}

impl<'s, 'r> ReadField<Reader<'s, 'r>> for Phrases {
    fn read(item: &mut Reader<'s, 'r>, field: &'static str) -> Option<Vec<String>> {
        Some(item.phrases(field))
    }
}

impl<'s, 'r> ReadField<Reader<'s, 'r>> for Names {
    fn read(item: &mut Reader<'s, 'r>, field: &'static str) -> Option<Vec<String>> {
        Some(item.names(field))
    }
}

impl<'s, 'r, T> ReadField<Reader<'s, 'r>> for Codes<T>
where
    T: Clone + Eq + Hash + Serialize + FromStr,
    Sentence: From<T::Err>,
{
    fn read(item: &mut Reader<'s, 'r>, field: &'static str) -> Option<Vec<T>> {
        let entries = item.list(field);
        Some(item.parsed_list(entries))
    }
}

/// In a cell the zeros that a spreadsheet took away are put back.
impl<'s, 'r> ReadField<Reader<'s, 'r>> for Agreements {
    fn read(item: &mut Reader<'s, 'r>, field: &'static str) -> Option<Vec<Idcc>> {
        let entries = item.list(field);
        if !matches!(item.value(field), Some((Value::Cell(_), _))) {
            return Some(item.parsed_list(entries));
        }
        let mut restored = Vec::with_capacity(entries.len());
        for (entry, at) in entries {
            match Idcc::shortened(entry).filter(|_| entry.len() < 4) {
                Some(idcc) => {
                    let message = sentence!(AgreementLostZeros { entry, idcc: idcc.to_string() });
                    item.report.add(DiagnosticCode::LostZero, at, entry, message);
                    restored.push((idcc.to_string(), at));
                }
                None => restored.push((entry.to_owned(), at)),
            }
        }
        Some(item.parsed_list(restored.iter().map(|(entry, at)| (entry.as_str(), *at)).collect()))
    }
}

impl<'s, 'r> ReadField<Reader<'s, 'r>> for NafRev2 {
    fn read(item: &mut Reader<'s, 'r>, field: &'static str) -> Option<NafCode> {
        item.naf(field, NafVersion::Rev2, "rev2:")
    }
}

impl<'s, 'r> ReadField<Reader<'s, 'r>> for Naf2025 {
    fn read(item: &mut Reader<'s, 'r>, field: &'static str) -> Option<NafCode> {
        item.naf(field, NafVersion::Naf2025, "2025:")
    }
}

impl<'s, 'r, K> ReadField<Reader<'s, 'r>> for Optional<K>
where
    K: ReadField<Reader<'s, 'r>>,
{
    fn read(item: &mut Reader<'s, 'r>, field: &'static str) -> Option<Option<K::Value>> {
        Some(if item.value(field).is_some() { K::read(item, field) } else { None })
    }
}

impl<'s, 'r, K> ReadField<Reader<'s, 'r>> for Lenient<K>
where
    K: ReadField<Reader<'s, 'r>>,
{
    fn read(item: &mut Reader<'s, 'r>, field: &'static str) -> Option<K::Value> {
        let sound = item.sound;
        let value = K::read(item, field);
        item.sound = sound;
        value
    }
}

/// The answers of a group: an object in JSON, `question=oui other=tel|visio` in a cell.
impl<'s, 'r> ReadField<Reader<'s, 'r>> for Answers {
    fn read(item: &mut Reader<'s, 'r>, field: &'static str) -> Option<BTreeMap<String, Answer>> {
        let Some((_, at)) = item.value(field) else {
            let place = item.record.place;
            item.fault(DiagnosticCode::EmptyGroup, place, field, sentence!(AnswerGroupEmpty));
            return None;
        };
        let answers = named(item, field, sentence!(AnAnswer), answer);
        if answers.is_empty() && item.sound {
            item.fault(DiagnosticCode::EmptyGroup, at, field, sentence!(AnswerGroupEmpty));
        }
        Some(answers)
    }
}

/// The same of qualities, of which there may be none.
impl<'s, 'r> ReadField<Reader<'s, 'r>> for Qualities {
    fn read(item: &mut Reader<'s, 'r>, field: &'static str) -> Option<BTreeMap<String, bool>> {
        let qualities = named(item, field, sentence!(YesOrNo), flag);
        let at = item.place(field);
        for name in qualities.keys().filter(|name| !is_id(name) || name.contains('=')) {
            let message = sentence!(QualityIsNoWord { quality: shorten(name, 60) });
            item.fault(DiagnosticCode::InvalidValue, at, name, message);
        }
        Some(qualities)
    }
}

/// Names, each with a value: an object in JSON, `name=oui other=non` in a cell. `wanted` is what stands behind
/// a name.
fn named<T>(
    item: &mut Reader<'_, '_>,
    field: &'static str,
    wanted: Sentence,
    read: impl Fn(&Value) -> Option<T>,
) -> BTreeMap<String, T> {
    let mut named = BTreeMap::new();
    match item.value(field) {
        None => {}
        Some((Value::Cell(cell), at)) => {
            for part in cell.split_whitespace() {
                let pair = part.split_once('=');
                let pair = pair.and_then(|(name, text)| Some((name, read(&Value::Cell(text.to_owned()))?)));
                let Some((name, value)) = pair else {
                    let message =
                        sentence!(NotANamedValue { part: shorten(part, 60), wanted: wanted.clone() });
                    item.fault(DiagnosticCode::InvalidValue, at, part, message);
                    continue;
                };
                if named.insert(name.to_owned(), value).is_some() {
                    let message = sentence!(AnsweredTwice { name: shorten(name, 60) });
                    item.fault(DiagnosticCode::DuplicateField, at, name, message);
                }
            }
        }
        Some((Value::Object(members), _)) => {
            for (name, at, value) in members {
                match read(value) {
                    Some(read) => {
                        named.insert(name.clone(), read);
                    }
                    None => item.wrong_type(name, value, *at, wanted.clone()),
                }
            }
        }
        Some((Value::Lost, _)) => item.sound = false,
        Some((other, at)) => item.wrong_type(field, other, at, sentence!(AnObjectByName)),
    }
    named
}

/// An answer; nothing where a value is none.
fn answer(value: &Value) -> Option<Answer> {
    match value {
        Value::Bool(yes) => Some(Answer::YesOrNo(*yes)),
        Value::Cell(cell) => Answer::in_cell(cell),
        Value::Text(choice) => Answer::of_choices([choice.trim()]),
        Value::List(items) => {
            let choices: Option<Vec<&str>> = items
                .iter()
                .map(|(_, item)| match item {
                    Value::Text(choice) => Some(choice.trim()),
                    _ => None,
                })
                .collect();
            Answer::of_choices(choices?)
        }
        _ => None,
    }
}

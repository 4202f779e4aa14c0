//! The fields of one record, read as what they hold. A fault is reported where it stands and marks
//! the item as unsound; reading goes on.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;
use std::str::FromStr;

use jiff::civil::Date;

use super::super::Territory;
use super::super::source::{ANY_OF, Kind, Record, Value};
use super::ids::Ids;
use super::zone::ListedZones;
use crate::codes::repair::{Numeral, numeral, serial_date};
use crate::codes::{self, NafCode, NafVersion};
use crate::diagnostic::{DiagnosticCode, Place, Report};
use crate::geography::{Geography, ListedZone, Zone, ZoneList};
use crate::language::{Sentence, sentence};
use crate::record::kinds::is_id;
use crate::text::{nearest, shorten};
use crate::validity::Validity;

/// A period that ends within so many days is told.
const SOON: i32 = 60;

/// Where the entries of a list stand.
pub(super) struct EntryPlaces<'s> {
    entries: HashMap<&'s str, Place>,
    /// Where the list itself stands.
    field: Place,
}

impl EntryPlaces<'_> {
    pub(super) fn of(&self, entry: &str) -> Place {
        self.entries.get(entry).copied().unwrap_or(self.field)
    }
}

/// The territories that lists of zones may name.
#[derive(Clone, Copy)]
pub(super) struct KnownTerritories<'s, 'r> {
    pub(super) ids: &'r Ids<'s>,
    pub(super) all: &'r [Territory],
}

pub(super) struct Item<'s, 'r> {
    pub(super) kind: Kind,
    pub(super) record: &'s Record,
    pub(super) geography: &'r Geography,
    territories: KnownTerritories<'s, 'r>,
    pub(super) report: &'r mut Report,
    /// False once a field that the item cannot do without is faulty.
    pub(super) sound: bool,
}

impl<'s, 'r> Item<'s, 'r> {
    pub(super) fn new(
        kind: Kind,
        record: &'s Record,
        geography: &'r Geography,
        territories: KnownTerritories<'s, 'r>,
        report: &'r mut Report,
    ) -> Item<'s, 'r> {
        Item { kind, record, geography, territories, report, sound: true }
    }

    pub(super) fn fault(&mut self, code: DiagnosticCode, at: Place, text: &str, message: Sentence) {
        self.fault_with(code, at, text, message, None);
    }

    pub(super) fn fault_with(
        &mut self,
        code: DiagnosticCode,
        at: Place,
        text: &str,
        message: Sentence,
        nearest: Option<String>,
    ) {
        self.report.add_with(code, at, text, message, nearest);
        self.sound = false;
    }

    /// The field's value and place, unless there is none or it is blank.
    pub(super) fn value(&self, name: &str) -> Option<(&'s Value, Place)> {
        debug_assert!(
            self.kind.fields().contains(&name) || self.kind.owner_fields().contains(&name) || name == ANY_OF,
            "{name} is no field of {:?}",
            self.kind
        );
        self.record
            .field(name)
            .filter(|field| !field.value.is_blank())
            .map(|field| (&field.value, field.place))
    }

    /// Where the field stands, or would.
    pub(super) fn place(&self, name: &str) -> Place {
        self.record.field(name).map_or(self.record.place, |field| field.place)
    }

    /// The text of a field as it was written, for a message.
    pub(super) fn written(&self, name: &str) -> String {
        self.value(name).map(|(value, _)| value.text().to_owned()).unwrap_or_default()
    }

    /// A text that was read before, without a report of what is wrong with it.
    pub(super) fn text_if_any(&self, name: &str) -> Option<(&'s str, Place)> {
        match self.value(name)? {
            (Value::Cell(text) | Value::Text(text), at) => Some((text.trim(), at)),
            _ => None,
        }
    }

    /// The id of the record, if it has one, without a report of what is wrong with it.
    pub(super) fn id_if_any(&self) -> Option<(&'s str, Place)> {
        self.record.field("id")?;
        self.text_if_any("id").filter(|(id, _)| is_id(id))
    }

    pub(super) fn text(&mut self, name: &str) -> Option<(&'s str, Place)> {
        match self.value(name)? {
            (Value::Cell(text) | Value::Text(text), at) => Some((text.trim(), at)),
            (Value::Lost, _) => {
                self.sound = false;
                None
            }
            (value, at) => {
                self.wrong_type(name, value, at, sentence!(AText));
                None
            }
        }
    }

    pub(super) fn required(&mut self, name: &str) -> Option<(&'s str, Place)> {
        if self.value(name).is_none() {
            let message = sentence!(EntryLacksField { field: name, kind: self.kind.name() });
            self.fault(DiagnosticCode::MissingField, self.record.place, name, message);
            return None;
        }
        self.text(name)
    }

    /// A required text without white space.
    pub(super) fn id(&mut self, name: &str) -> Option<(&'s str, Place)> {
        let (id, at) = self.required(name)?;
        if !is_id(id) {
            let message = sentence!(IdHoldsSpace { id: shorten(id, 60) });
            let nearest = id.split_whitespace().collect::<Vec<_>>().join("-");
            self.fault_with(DiagnosticCode::InvalidId, at, id, message, Some(nearest));
            return None;
        }
        Some((id, at))
    }

    pub(super) fn parsed<T: FromStr>(&mut self, name: &str) -> Option<T>
    where
        Sentence: From<T::Err>,
    {
        let (text, at) = self.text(name)?;
        text.parse()
            .map_err(|error: T::Err| self.fault(DiagnosticCode::InvalidValue, at, text, error.into()))
            .ok()
    }

    /// A word of a closed list, in capitals or not.
    pub(super) fn word<T: FromStr>(&mut self, name: &str) -> Option<T>
    where
        Sentence: From<T::Err>,
    {
        let (text, _) = self.text(name)?;
        word(text).or_else(|| self.parsed(name))
    }

    pub(super) fn flag(&mut self, name: &str, default: bool) -> bool {
        let Some((value, at)) = self.value(name) else { return default };
        match flag(value) {
            Some(flag) => flag,
            None => {
                let message = sentence!(NotAFlag { field: name, value: shorten(value.text(), 60) });
                self.fault(DiagnosticCode::InvalidValue, at, value.text(), message);
                default
            }
        }
    }

    /// A whole number from 0 up.
    pub(super) fn number(&mut self, name: &str) -> Option<u32> {
        let (value, at) = self.value(name)?;
        let number = match value {
            Value::Cell(text) => match numeral(text) {
                Numeral::Whole(digits) => digits.parse().ok(),
                Numeral::Untouched | Numeral::DigitsLost => text.trim().parse().ok(),
            },
            Value::Number(text) => text.trim().parse().ok(),
            _ => None,
        };
        if number.is_none() {
            let message =
                sentence!(NotAWholeNumber { field: name, most: u32::MAX, value: shorten(value.text(), 60) });
            self.fault(DiagnosticCode::InvalidValue, at, value.text(), message);
        }
        number
    }

    /// A number above 0; a cell may have a comma.
    pub(super) fn weight(&mut self, name: &str) -> Option<f64> {
        let (value, at) = self.value(name)?;
        let number = match value {
            Value::Cell(text) => text.trim().replace(',', ".").parse::<f64>().ok(),
            Value::Number(text) => text.parse().ok(),
            _ => None,
        };
        let number = number.filter(|number| number.is_finite() && *number > 0.0);
        if number.is_none() {
            let message = sentence!(NotAWeight { field: name, value: shorten(value.text(), 60) });
            self.fault(DiagnosticCode::InvalidValue, at, value.text(), message);
        }
        number
    }

    pub(super) fn date(&mut self, name: &str) -> Option<Date> {
        let (text, at) = self.required(name)?;
        let in_cell = matches!(self.value(name), Some((Value::Cell(_), _)));
        self.day(text, at, in_cell)
    }

    /// A day, as it is written in a cell or in JSON.
    fn day(&mut self, text: &str, at: Place, in_cell: bool) -> Option<Date> {
        if in_cell && let Some(day) = serial_date(text) {
            let message = sentence!(SerialDay { text: shorten(text, 60), day });
            self.report.add(DiagnosticCode::RepairedCell, at, text, message);
            return Some(day);
        }
        let date = if in_cell { codes::date_in_cell(text) } else { codes::date(text) };
        date.map_err(|error| self.fault(DiagnosticCode::InvalidValue, at, text, error.into())).ok()
    }

    /// A period, of which one end at least is given.
    pub(super) fn period(&mut self, name: &str) -> Option<Validity> {
        let (value, at) = self.value(name)?;
        let Value::Object(ends) = value else {
            self.wrong_type(name, value, at, sentence!(AnObjectOfPeriod));
            return None;
        };
        let mut valid = Validity { from: None, until: None };
        for (end, at, value) in ends {
            let (Value::Cell(text) | Value::Text(text)) = value else {
                self.wrong_type(end, value, *at, sentence!(ADay));
                continue;
            };
            let day = |item: &mut Self| item.day(text.trim(), *at, matches!(value, Value::Cell(_)));
            match end.as_str() {
                "from" => valid.from = day(self),
                "until" => valid.until = day(self),
                other => {
                    let message = sentence!(PeriodHasNoField { field: shorten(other, 60) });
                    let nearest = nearest(other, ["from", "until"]).map(str::to_owned);
                    self.fault_with(DiagnosticCode::UnknownField, *at, other, message, nearest);
                }
            }
        }
        match valid {
            Validity { from: None, until: None } if self.sound => {
                let message = sentence!(PeriodWithoutDays { field: name });
                self.fault(DiagnosticCode::MissingField, at, name, message);
            }
            Validity { from: Some(from), until: Some(until) } if until < from => {
                let message = sentence!(PeriodEndsBeforeItBegins { from, until });
                self.fault(DiagnosticCode::EmptyRange, at, &until.to_string(), message);
            }
            Validity { until: Some(until), .. } => self.tell_of_end(until, at),
            _ => {}
        }
        Some(valid)
    }

    /// Warns of a period that is over, or will be soon: whoever forgets it loses an antenne, or a condition.
    fn tell_of_end(&mut self, until: Date, at: Place) {
        let today = jiff::Zoned::now().date();
        let left = today.until(until).map_or(i32::MAX, |span| span.get_days());
        let what = self.kind.name();
        let (code, message) = match left {
            ..0 => {
                let message = sentence!(PeriodOver { kind: what, until });
                (DiagnosticCode::PeriodEnded, message)
            }
            0..=SOON => {
                let message = sentence!(PeriodNearlyOver { kind: what, until });
                (DiagnosticCode::PeriodEndsSoon, message)
            }
            _ => return,
        };
        self.report.add(code, at, &until.to_string(), message);
    }

    /// A code of a version of the NAF, which may stand behind the version's prefix.
    pub(super) fn naf(&mut self, name: &str, version: NafVersion, prefix: &str) -> Option<NafCode> {
        let (text, at) = self.required(name)?;
        let code = NafCode::parse(version, text.strip_prefix(prefix).unwrap_or(text));
        code.map_err(|error| self.fault(DiagnosticCode::InvalidValue, at, text, error.into())).ok()
    }

    /// The questions that a group of answers names, each with its place.
    pub(super) fn questions(&self) -> Vec<(&'s str, Place)> {
        match self.value("answers") {
            Some((Value::Cell(cell), at)) => {
                let pairs = cell.split_whitespace().filter_map(|part| part.split_once('='));
                pairs.map(|(question, _)| (question, at)).collect()
            }
            Some((Value::Object(members), _)) => {
                members.iter().map(|(question, at, _)| (question.as_str(), *at)).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Where each entry of a list stands; those of a cell stand where the cell does.
    pub(super) fn entry_places(&self, name: &str) -> EntryPlaces<'s> {
        let entries = match self.value(name) {
            Some((Value::List(items), _)) => {
                items.iter().map(|(at, item)| (item.text().trim(), *at)).collect()
            }
            _ => HashMap::new(),
        };
        EntryPlaces { entries, field: self.place(name) }
    }

    /// The entries of a list, without those given twice: a JSON list of texts, or a cell cut at white space.
    pub(super) fn list(&mut self, name: &str) -> Vec<(&'s str, Place)> {
        self.list_cut(name, |cell| cell.split_whitespace().collect())
    }

    /// Entries that are words. A cell could not hold others: it would cut them in two.
    pub(super) fn words(&mut self, name: &str) -> Vec<String> {
        let entries = self.list(name);
        self.without(
            entries,
            char::is_whitespace,
            |entry, field| sentence!(EntryHoldsSpace { entry, field }),
            name,
        )
    }

    /// Entries of several words: a cell is cut at `|`.
    pub(super) fn phrases(&mut self, name: &str) -> Vec<String> {
        let entries = self.cut_at_bars(name);
        self.without(entries, |c| c == '|', |entry, field| sentence!(EntryHoldsBar { entry, field }), name)
    }

    /// The same, where a cell without any `|` is cut at white space.
    pub(super) fn names(&mut self, name: &str) -> Vec<String> {
        let entries = match self.value(name) {
            Some((Value::Cell(cell), _)) if !cell.contains('|') => self.list(name),
            _ => self.cut_at_bars(name),
        };
        self.without(entries, |c| c == '|', |entry, field| sentence!(EntryHoldsBar { entry, field }), name)
    }

    fn cut_at_bars(&mut self, name: &str) -> Vec<(&'s str, Place)> {
        self.list_cut(name, |cell| cell.split('|').map(str::trim).filter(|part| !part.is_empty()).collect())
    }

    /// The entries without a character that the CSV form of the list could not hold.
    fn without(
        &mut self,
        entries: Vec<(&'s str, Place)>,
        refused: impl Fn(char) -> bool,
        say: impl Fn(String, &str) -> Sentence,
        name: &str,
    ) -> Vec<String> {
        let given = entries.len();
        let mut kept = Vec::with_capacity(given);
        for (entry, at) in entries {
            if entry.contains(&refused) {
                let message = say(shorten(entry, 60).into_owned(), name);
                self.report.add(DiagnosticCode::InvalidValue, at, entry, message);
            } else {
                kept.push(entry.to_owned());
            }
        }
        self.sound &= given == 0 || !kept.is_empty();
        kept
    }

    fn list_cut(&mut self, name: &str, cut: impl Fn(&'s str) -> Vec<&'s str>) -> Vec<(&'s str, Place)> {
        let Some((value, at)) = self.value(name) else { return Vec::new() };
        let mut entries: Vec<(&'s str, Place)> = Vec::new();
        match value {
            Value::Cell(cell) => entries.extend(cut(cell).into_iter().map(|entry| (entry, at))),
            Value::List(items) => {
                for (at, item) in items {
                    match item {
                        Value::Text(text) if !text.trim().is_empty() => entries.push((text.trim(), *at)),
                        Value::Text(_) => {}
                        other => self.wrong_type(name, other, *at, sentence!(AText)),
                    }
                }
            }
            other => self.wrong_type(name, other, at, sentence!(ATextList)),
        }
        let mut seen = HashSet::with_capacity(entries.len());
        entries.retain(|(entry, at)| {
            let new = seen.insert(*entry);
            if !new {
                let message = sentence!(StandsTwice { entry: shorten(entry, 60), field: name });
                self.report.add(DiagnosticCode::DuplicateValue, *at, entry, message);
            }
            new
        });
        entries
    }

    /// The entries of a list, each read as `T`. A faulty entry is left out; where none is left of a
    /// list that had some, the item is unsound, since an empty list means something else.
    pub(super) fn parsed_list<T: FromStr + Clone + Eq + Hash>(
        &mut self,
        entries: Vec<(&str, Place)>,
    ) -> Vec<T>
    where
        Sentence: From<T::Err>,
    {
        let given = entries.len();
        let mut parsed = Vec::with_capacity(given);
        let mut known = HashSet::with_capacity(given);
        for (text, at) in entries {
            match text.parse::<T>() {
                // Two spellings of one value are one value.
                Ok(value) => {
                    if known.insert(value.clone()) {
                        parsed.push(value);
                    }
                }
                Err(error) => {
                    let error: T::Err = error;
                    self.report.add(DiagnosticCode::InvalidValue, at, text, error.into());
                }
            }
        }
        self.sound &= given == 0 || !parsed.is_empty();
        parsed
    }

    /// The zones of a list, by their current codes, and its territories; faulty ones are left out as in
    /// `parsed_list`.
    pub(super) fn zones(&mut self, name: &str) -> ZoneList {
        let entries = self.list(name);
        let given = entries.len();
        let mut zones = ListedZones::default();
        let mut territories: Vec<&Territory> = Vec::new();
        for (text, at) in entries {
            if let Some(id) = ListedZone::territory(text) {
                let found = self.territory(id, at);
                territories.extend(found.filter(|found| !territories.iter().any(|one| one.id == found.id)));
                continue;
            }
            zones.read(text, at, self.geography, self.report);
        }
        let zones = zones.finish(self.geography, self.report);
        self.sound &= given == 0 || !zones.is_empty() || !territories.is_empty();
        ZoneList::new(zones, territories.iter().map(|one| (one.id.as_str(), one.zones.as_slice())))
    }

    /// The zones of a list that must name no territory.
    pub(super) fn plain_zones(&mut self, name: &str) -> Vec<Zone> {
        let entries = self.list(name);
        if entries.is_empty() && self.sound {
            let message = sentence!(EntryLacksZones { field: name, kind: self.kind.name() });
            self.fault(DiagnosticCode::MissingField, self.place(name), name, message);
        }
        let mut zones = ListedZones::default();
        for (text, at) in entries {
            if ListedZone::territory(text).is_some() {
                let message = sentence!(TerritoryInTerritory { text: shorten(text, 60) });
                self.report.add(DiagnosticCode::InvalidZone, at, text, message);
                continue;
            }
            zones.read(text, at, self.geography, self.report);
        }
        let zones = zones.finish(self.geography, self.report);
        self.sound &= !zones.is_empty();
        zones
    }

    /// The territory of an id; nothing where there is none, or a faulty one, which was told.
    pub(super) fn territory(&mut self, id: &str, at: Place) -> Option<&'r Territory> {
        let KnownTerritories { ids, all } = self.territories;
        ids.find(id, at, self.report).flatten().and_then(|number| all.get(number))
    }

    pub(super) fn wrong_type(&mut self, name: &str, value: &Value, at: Place, wanted: Sentence) {
        let message = sentence!(WrongType { field: name, wanted, found: value.phrase() });
        self.fault(DiagnosticCode::InvalidValue, at, value.text(), message);
    }
}

/// True or false: in JSON as such, in a cell as people write it.
pub(super) fn flag(value: &Value) -> Option<bool> {
    match value {
        Value::Bool(flag) => Some(*flag),
        Value::Cell(text) => codes::yes_or_no(text),
        _ => None,
    }
}

/// A word of a closed list, in capitals or not.
pub(super) fn word<T: FromStr>(text: &str) -> Option<T> {
    text.to_ascii_lowercase().parse().ok()
}

//! The kinds of fields: what a value may be beyond its Rust type.

use std::collections::{BTreeMap, HashSet};
use std::hash::Hash;
use std::marker::PhantomData;

use jiff::civil::Date;

use crate::answer::{Answer, is_choice_id};
use crate::codes::{Idcc, NafCode};
use crate::geography::{Zone, ZoneList, ZoneOrTerritory};
use crate::validity::Validity;

/// What a field may hold.
pub(crate) trait FieldKind {
    /// The value of the field.
    type Value: PartialEq + serde::Serialize;

    /// Whether a record must give the field.
    const REQUIRED: bool = false;

    /// What separates entries in a CSV cell.
    const SEPARATOR: Separator = Separator::None;

    /// Whether it is a period, whose ends have a column each in CSV.
    const IS_PERIOD: bool = false;

    /// The value of a record that does not give the field; none where it must.
    fn absent() -> Option<Self::Value>;

    /// Whether a value is one that reading a file could give: what a reader reports, or would read as
    /// another value, is none.
    fn is_sound(value: &Self::Value) -> bool;

    /// Whether a value is the one of a record that does not give the field.
    fn is_absent(value: &Self::Value) -> bool {
        Self::absent().is_some_and(|absent| absent == *value)
    }
}

/// A kind that a reader can read.
pub(crate) trait ReadField<R>: FieldKind {
    /// Reads the field of the record at which the reader stands. Faults go to the reader's report.
    /// Nothing where the record cannot be without the field.
    fn read(reader: &mut R, field: &'static str) -> Option<Self::Value>;
}

/// What separates the entries of a list in a CSV cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Separator {
    /// The field is no list.
    None,
    /// White space.
    Space,
    /// A bar, `|`, since entries are of several words.
    Bar,
    /// White space, or bars where an entry is of several words.
    SpaceOrBar,
}

/// An id: a text without white space.
pub(crate) struct Id;

/// The id of a question, which stands before `=` in a cell of answers.
pub(crate) struct QuestionId;

/// The id of a choice, which stands behind `=` in a cell of answers, beside others and in the place of yes or no.
pub(crate) struct ChoiceId;

/// A text that a record must have.
pub(crate) struct Text;

/// The id of another record. Whether that exists is checked when all records are known.
pub(crate) struct Reference;

/// A whole number from 0 up.
pub(crate) struct Number;

/// A number above 0; 1 where it is not given.
pub(crate) struct Weight;

/// True or false, with the value of a record that says nothing.
pub(crate) struct Flag<const ABSENT: bool>;

/// A day of the calendar.
pub(crate) struct Day;

/// A word of a closed list, with a default.
pub(crate) struct Choice<T>(PhantomData<T>);

/// A zone or a territory.
pub(crate) struct OneZone;

/// Zones and territories.
pub(crate) struct Zones;

/// Zones, and no territories: at least one.
pub(crate) struct PlainZones;

/// Ids of subjects.
pub(crate) struct Subjects;

/// Texts without white space.
pub(crate) struct Words;

/// Texts of several words.
pub(crate) struct Phrases;

/// Texts of one word or several.
pub(crate) struct Names;

/// Codes of a nomenclature, or entries that stand for several.
pub(crate) struct Codes<T>(PhantomData<T>);

/// Collective agreements, of which spreadsheets take leading zeros away.
pub(crate) struct Agreements;

/// A code of NAF rév. 2.
pub(crate) struct NafRev2;

/// A code of NAF 2025.
pub(crate) struct Naf2025;

/// Answers by question, at least one.
pub(crate) struct Answers;

/// True or false, where a record says so.
pub(crate) struct YesOrNo;

/// Names, each with yes or no; none where it is not given.
pub(crate) struct Qualities;

/// A period, of which a first or a last day is given. In CSV each of them has a column.
pub(crate) struct Period;

/// An address of e-mail.
pub(crate) struct Email;

/// A number of a telephone, as people write it.
pub(crate) struct Phone;

/// A field that a record can do without.
pub(crate) struct Optional<K>(PhantomData<K>);

/// A field that does not decide who matches: what cannot be read is left out, and the record stays.
pub(crate) struct Lenient<K>(PhantomData<K>);

/// A required kind over a text, with the rule for it.
macro_rules! required_texts {
    ($($kind:ident $is_sound:expr;)*) => {
        $(impl FieldKind for $kind {
            type Value = String;
            const REQUIRED: bool = true;

            fn absent() -> Option<String> {
                None
            }

            fn is_sound(value: &String) -> bool {
                $is_sound(value)
            }
        })*
    };
}

required_texts! {
    Id is_id;
    QuestionId |id: &str| is_id(id) && !id.contains('=');
    ChoiceId |id: &str| is_id(id) && is_choice_id(id);
    Text is_trimmed;
    Reference is_id;
    Email is_email;
    Phone is_trimmed;
}

/// A list kind over texts, with its separator and the rule for an entry.
macro_rules! text_lists {
    ($($kind:ident $separator:ident $is_sound:expr;)*) => {
        $(impl FieldKind for $kind {
            type Value = Vec<String>;
            const SEPARATOR: Separator = Separator::$separator;

            fn absent() -> Option<Vec<String>> {
                Some(Vec::new())
            }

            fn is_sound(value: &Vec<String>) -> bool {
                value.iter().all(|entry| is_trimmed(entry) && $is_sound(entry)) && are_distinct(value)
            }
        })*
    };
}

text_lists! {
    Subjects Space is_id;
    Words Space |entry: &str| !entry.contains(char::is_whitespace);
    Phrases Bar |entry: &str| !entry.contains('|');
    Names SpaceOrBar |entry: &str| !entry.contains('|');
}

/// A required kind over a type whose every value is sound.
macro_rules! required_values {
    ($($kind:ident $type:ty;)*) => {
        $(impl FieldKind for $kind {
            type Value = $type;
            const REQUIRED: bool = true;

            fn absent() -> Option<$type> {
                None
            }

            fn is_sound(_: &$type) -> bool {
                true
            }
        })*
    };
}

required_values! {
    Number u32;
    YesOrNo bool;
    OneZone ZoneOrTerritory;
}

impl FieldKind for Day {
    type Value = Date;
    const REQUIRED: bool = true;

    fn absent() -> Option<Date> {
        None
    }

    /// Years of four digits are all that a text can hold.
    fn is_sound(value: &Date) -> bool {
        value.year() >= 0
    }
}

impl FieldKind for NafRev2 {
    type Value = NafCode;
    const REQUIRED: bool = true;

    fn absent() -> Option<NafCode> {
        None
    }

    fn is_sound(value: &NafCode) -> bool {
        value.version() == crate::codes::NafVersion::Rev2
    }
}

impl FieldKind for Naf2025 {
    type Value = NafCode;
    const REQUIRED: bool = true;

    fn absent() -> Option<NafCode> {
        None
    }

    fn is_sound(value: &NafCode) -> bool {
        value.version() == crate::codes::NafVersion::Naf2025
    }
}

impl FieldKind for Weight {
    type Value = f64;

    fn absent() -> Option<f64> {
        Some(1.0)
    }

    fn is_sound(value: &f64) -> bool {
        value.is_finite() && *value > 0.0
    }
}

impl<const ABSENT: bool> FieldKind for Flag<ABSENT> {
    type Value = bool;

    fn absent() -> Option<bool> {
        Some(ABSENT)
    }

    fn is_sound(_: &bool) -> bool {
        true
    }
}

impl<T: Default + PartialEq + serde::Serialize> FieldKind for Choice<T> {
    type Value = T;

    fn absent() -> Option<T> {
        Some(T::default())
    }

    fn is_sound(_: &T) -> bool {
        true
    }
}

impl FieldKind for Zones {
    type Value = ZoneList;
    const SEPARATOR: Separator = Separator::Space;

    fn absent() -> Option<ZoneList> {
        Some(ZoneList::default())
    }

    fn is_sound(value: &ZoneList) -> bool {
        are_distinct(value.own()) && are_distinct(value.territories())
    }
}

impl FieldKind for PlainZones {
    type Value = Vec<Zone>;
    const REQUIRED: bool = true;
    const SEPARATOR: Separator = Separator::Space;

    fn absent() -> Option<Vec<Zone>> {
        None
    }

    fn is_sound(value: &Vec<Zone>) -> bool {
        !value.is_empty() && are_distinct(value)
    }
}

impl<T: Eq + Hash + serde::Serialize> FieldKind for Codes<T> {
    type Value = Vec<T>;
    const SEPARATOR: Separator = Separator::Space;

    fn absent() -> Option<Vec<T>> {
        Some(Vec::new())
    }

    fn is_sound(value: &Vec<T>) -> bool {
        are_distinct(value)
    }
}

impl FieldKind for Agreements {
    type Value = Vec<Idcc>;
    const SEPARATOR: Separator = Separator::Space;

    fn absent() -> Option<Vec<Idcc>> {
        Some(Vec::new())
    }

    fn is_sound(value: &Vec<Idcc>) -> bool {
        are_distinct(value)
    }
}

impl FieldKind for Answers {
    type Value = BTreeMap<String, Answer>;
    const REQUIRED: bool = true;

    fn absent() -> Option<BTreeMap<String, Answer>> {
        None
    }

    fn is_sound(value: &BTreeMap<String, Answer>) -> bool {
        !value.is_empty() && value.values().all(Answer::is_sound)
    }
}

impl FieldKind for Qualities {
    type Value = BTreeMap<String, bool>;

    fn absent() -> Option<BTreeMap<String, bool>> {
        Some(BTreeMap::new())
    }

    fn is_sound(value: &BTreeMap<String, bool>) -> bool {
        value.keys().all(|name| is_id(name) && !name.contains('='))
    }
}

impl FieldKind for Period {
    type Value = Validity;
    const REQUIRED: bool = true;
    const IS_PERIOD: bool = true;

    fn absent() -> Option<Validity> {
        None
    }

    fn is_sound(value: &Validity) -> bool {
        value.is_sound()
    }
}

impl<K: FieldKind> FieldKind for Optional<K> {
    type Value = Option<K::Value>;
    const SEPARATOR: Separator = K::SEPARATOR;
    const IS_PERIOD: bool = K::IS_PERIOD;

    fn absent() -> Option<Option<K::Value>> {
        Some(None)
    }

    fn is_sound(value: &Option<K::Value>) -> bool {
        value.as_ref().is_none_or(K::is_sound)
    }

    fn is_absent(value: &Option<K::Value>) -> bool {
        value.is_none()
    }
}

impl<K: FieldKind> FieldKind for Lenient<K> {
    type Value = K::Value;
    const REQUIRED: bool = K::REQUIRED;
    const SEPARATOR: Separator = K::SEPARATOR;
    const IS_PERIOD: bool = K::IS_PERIOD;

    fn absent() -> Option<K::Value> {
        K::absent()
    }

    fn is_sound(value: &K::Value) -> bool {
        K::is_sound(value)
    }
}

/// Whether a text is an id: not empty, and without white space or control characters.
pub(crate) fn is_id(text: &str) -> bool {
    // Nearly all ids are plain, and a snapshot brings ten thousands.
    let is_plain = text.bytes().all(|byte| byte.is_ascii_graphic());
    !text.is_empty() && (is_plain || !text.contains(|c: char| c.is_whitespace() || c.is_control()))
}

/// Whether a text is not blank and has no white space around it.
fn is_trimmed(text: &str) -> bool {
    !text.is_empty() && text.trim().len() == text.len()
}

/// Whether no entry stands twice.
fn are_distinct<T: Eq + Hash>(entries: &[T]) -> bool {
    // Most lists are short, and a table would cost more than they do.
    if entries.len() <= 8 {
        return entries
            .iter()
            .enumerate()
            .all(|(end, entry)| !entries.iter().take(end).any(|other| other == entry));
    }
    let mut seen = HashSet::with_capacity(entries.len());
    entries.iter().all(|entry| seen.insert(entry))
}

/// Whether a text is an address: one `@` between a name and a domain with a dot, and nothing that a
/// list of addresses or a typing fault would bring in. Whether mail arrives only sending tells.
pub(crate) fn is_email(text: &str) -> bool {
    let is_foreign = |c: char| {
        c.is_whitespace()
            || c.is_control()
            || matches!(c, ',' | ';' | '<' | '>' | '(' | ')' | '"' | '\\' | ':')
    };
    let Some((name, domain)) = text.split_once('@') else { return false };
    // The labels of the domain, in one pass: a snapshot brings ten thousand addresses.
    let (mut labels, mut before) = (0, '.');
    for c in domain.chars() {
        match c {
            '.' if before.is_alphanumeric() => labels += 1,
            '-' if before != '.' => {}
            c if c.is_alphanumeric() => {}
            _ => return false,
        }
        before = c;
    }
    labels > 0
        && before.is_alphanumeric()
        && !name.is_empty()
        && name.len() <= 64
        && text.len() <= 254
        && !name.contains(is_foreign)
}

/// Whether an address is one that files may bring: its name is of ASCII, and no dot of it stands at an
/// end or beside another. What a directory holds already need only be [`is_email`].
pub(crate) fn is_deliverable_email(text: &str) -> bool {
    let name = text.split('@').next().unwrap_or_default();
    let is_name = name.bytes().all(|byte| byte.is_ascii_graphic());
    is_name && !name.starts_with('.') && !name.ends_with('.') && !name.contains("..") && is_email(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        for right in [
            "un@chambre.example",
            "a.b+c@sous.domaine.example",
            "contact@métropole.example",
            "a@b-c--d.example",
        ] {
            assert!(is_email(right), "{right}");
        }
        for wrong in [
            "",
            "@",
            "a@b",
            "a@chambre,example",
            "a b@c.example",
            "a@b@c.example",
            "a@.example",
            "a@b..example",
            "a@b.example.",
            "a@-b.example",
            "a@b-.example",
            "a@b.example-",
            "a@b_c.example",
            "a,b@c.example",
            "<a@b.example>",
        ] {
            assert!(!is_email(wrong), "{wrong}");
        }
        for wrong in
            ["\u{e9}lodie@b.example", ".a@b.example", "a.@b.example", "a..b@c.example", "a\u{200d}@b.example"]
        {
            assert!(!is_deliverable_email(wrong), "{wrong}");
        }
        assert!(is_deliverable_email("a.b+c@chambre-d-agriculture.example"));
    }

    #[test]
    fn ids_hold_no_white_space() {
        for right in ["cci-somme", "é", "A/1"] {
            assert!(is_id(right), "{right}");
        }
        for wrong in ["", " ", "a b", "a\u{a0}b", "a\u{0}"] {
            assert!(!is_id(wrong), "{wrong:?}");
        }
    }

    #[test]
    fn an_entry_that_stands_twice_is_found_in_short_and_long_lists() {
        let long: Vec<u32> = (0..100).collect();
        assert!(are_distinct(&long) && are_distinct(&long[..5]));
        let twice: Vec<u32> = long.iter().copied().chain([50]).collect();
        assert!(!are_distinct(&twice) && !are_distinct(&[1, 2, 1]));
    }
}

//! Parts of a text, and the units in which languages count them.

use serde::{Deserialize, Serialize};

/// A part of the text that was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Span {
    /// Where it begins: in bytes, unless the answer was put [into another unit](Offsets).
    pub start: u32,
    /// Where it ends; the unit at this place is no longer part of it.
    pub end: u32,
    /// The part as it was written.
    pub text: String,
}

impl Span {
    pub(super) fn of(text: &str, start: usize, end: usize) -> Span {
        // Never more than `LONGEST_TEXT`.
        Span { start: start as u32, end: end as u32, text: text[start..end].to_owned() }
    }
}

/// What a language counts when it slices its strings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Offsets {
    /// Bytes of UTF-8: Rust, Go. What answers hold until they are put into another unit.
    Bytes,
    /// Unicode scalar values: Python.
    Characters,
    /// UTF-16 code units: JavaScript, Kotlin, Java, C#, Swift's `NSString`.
    Utf16,
}

/// Puts byte offsets into another unit. One pass over the text counts for every span.
pub(super) fn convert<'s>(text: &str, offsets: Offsets, spans: impl Iterator<Item = &'s mut Span>) {
    let width = match offsets {
        Offsets::Bytes => return,
        Offsets::Characters => |_: char| 1,
        Offsets::Utf16 => char::len_utf16,
    };
    let mut places: Vec<&mut u32> = spans.flat_map(|span| [&mut span.start, &mut span.end]).collect();
    places.sort_unstable_by_key(|place| **place);
    let mut characters = text.char_indices();
    let (mut bytes, mut units) = (0, 0);
    for place in places {
        while bytes < *place as usize {
            let Some((at, c)) = characters.next() else { break };
            bytes = at + c.len_utf8();
            units += width(c);
        }
        *place = units as u32;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_unit_slices_the_same_part() {
        let text = "été 🎉 Péronne";
        let start = text.find("Péronne").unwrap_or_default();
        let span = Span::of(text, start, text.len());
        let counted = |offsets| {
            let mut spans = [span.clone(), Span::of(text, 0, 5)];
            convert(text, offsets, spans.iter_mut());
            ((spans[0].start, spans[0].end), (spans[1].start, spans[1].end))
        };
        assert_eq!(counted(Offsets::Bytes), ((11, 19), (0, 5)));
        assert_eq!(counted(Offsets::Characters), ((6, 13), (0, 3)));
        assert_eq!(counted(Offsets::Utf16), ((7, 14), (0, 3)));
    }
}

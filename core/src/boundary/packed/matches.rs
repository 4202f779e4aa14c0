//! What was found, in numbers that a language keeps as they are until somebody looks.
//!
//! A row is a header of [`HEADER_WORDS`] (how many matches, the position of the subject, the day as the
//! digits of `YYYYMMDD`, how many notes there are before, the code of the need's commune as a number to
//! the base of [`LETTER_RADIX`] and four times that, plus one where the commune is only likely, plus two
//! where the need's headcounts differ), then for each match [`MATCH_WORDS`]: the positions of expert,
//! antenne and institution, the code of the zone, flags, the last day of an absence or 0 (with the flag
//! [`IS_SUBSTITUTE`] the position of the absent expert), and a bit for each unverified field of the need
//! in the order of [`NeedField::ALL`](crate::NeedField::ALL). A need that was refused has [`REFUSED`] in
//! the place of the count, and then the position of its error.
//!
//! What an expert offers on a subject (whose zones say where, and the note) is the same for every
//! commune, but for experts who hold the subject several times. So it is not told with each match: a
//! binding asks [`source`] for it once. Where it does depend on the commune, the flag [`TOLD`] is set,
//! the owner of the zone stands in the flags, and the note follows in the text of notes.

use std::sync::Arc;

use jiff::civil::Date;

use super::super::BoundaryError;
use crate::directory::Expert;
use crate::geography::{Zone, ZoneKind};
use crate::invariant::broken;
use crate::router::ZoneOwner;
use crate::router::positions::{self, Positions as _};
use crate::{Matches, NeedError, NeedField, Router};

/// The words of the header of a row.
pub const HEADER_WORDS: usize = 5;
/// The words of a match.
pub const MATCH_WORDS: usize = 7;
/// In the place of the count of matches: the need was refused.
pub const REFUSED: u32 = u32::MAX;
/// The characters of the code of a commune.
pub const COMMUNE_LENGTH: usize = 5;
/// Between two notes.
pub const NOTE_SEPARATOR: char = '\u{1f}';

/// In the flags: the kind of the zone, by its position in [`ZONE_KINDS`].
pub const ZONE_KIND_MASK: u32 = 0b111;
/// Where in the flags the length of the zone's code stands.
pub const ZONE_LENGTH_SHIFT: u32 = 3;
/// The length of the zone's code, once it was shifted.
pub const ZONE_LENGTH_MASK: u32 = 0b1111;
/// Where in the flags the owner of the zone stands, by its position in [`ZONE_OWNERS`].
pub const ZONE_OWNER_SHIFT: u32 = 7;
/// The owner of the zone, once it was shifted.
pub const ZONE_OWNER_MASK: u32 = 0b11;
/// In the flags: there is a note.
pub const HAS_NOTE: u32 = 1 << 9;
/// In the flags: owner and note are told with the match.
pub const TOLD: u32 = 1 << 10;
/// In the flags: the expert stands in for an absent one, whose position stands in the place of a day.
pub const IS_SUBSTITUTE: u32 = 1 << 11;

/// Codes of this length are numbers to the base of ten.
pub const DECIMAL_LENGTH: usize = 9;
/// Shorter ones may hold a letter: they are numbers to this base.
pub const LETTER_RADIX: u32 = 36;

/// The kinds of zones, in the order of their numbers.
pub const ZONE_KINDS: [ZoneKind; 6] = ZoneKind::ALL;
/// Whose zone it may be, in the order of their numbers.
pub const ZONE_OWNERS: [ZoneOwner; 3] = [ZoneOwner::Competence, ZoneOwner::Expert, ZoneOwner::Antenne];

const _: () =
    assert!(NeedField::ALL.len() <= 32, "a field more than a word has bits: `MATCH_WORDS` must grow");

/// Of each expert of a router, whether what it offers may depend on the commune. The default knows of
/// no expert, so that owner and note are told with every match: for a binding whose matches outlive
/// their router, where [`source`] cannot be asked.
#[derive(Clone, Debug, Default)]
pub struct PackedSources(Arc<[bool]>);

impl PackedSources {
    /// Of the experts of a router; worked out once, when the router is made.
    pub fn of(router: &Router) -> PackedSources {
        PackedSources(router.directory().experts().iter().map(holds_a_subject_twice).collect())
    }

    fn varies(&self, expert: u32) -> bool {
        self.0.get(expert as usize).copied().unwrap_or(true)
    }
}

fn holds_a_subject_twice(expert: &Expert) -> bool {
    let mut subjects: Vec<&str> = expert.competences.iter().map(|held| held.subject.as_str()).collect();
    subjects.sort_unstable();
    subjects.windows(2).any(|pair| pair[0] == pair[1])
}

/// What an expert offers on a subject, both by position, wherever it is found: the position of the owner
/// of its zones in [`ZONE_OWNERS`] as a digit, then the note. Nothing where that depends on the commune.
pub fn source(router: &Router, expert: u32, subject: u32) -> Option<String> {
    let offer = positions::offer(router, expert, subject)?;
    Some(format!("{}{}", owner(offer.zone_owner), offer.note.unwrap_or("")))
}

/// The rows of one need, or of many.
#[derive(Clone, Debug, Default)]
pub struct Packed {
    words: Vec<u32>,
    notes: String,
    note_count: u32,
    errors: Vec<BoundaryError>,
}

impl Packed {
    /// Adds the row of a need.
    pub fn push(&mut self, result: Result<Matches<'_>, NeedError>, sources: &PackedSources) {
        match result {
            Ok(matches) => self.push_matches(&matches, sources),
            Err(error) => self.push_error(error.into()),
        }
    }

    /// The rows, one after the other.
    pub fn words(&self) -> &[u32] {
        &self.words
    }

    /// The notes that were told, with [`NOTE_SEPARATOR`] between them.
    pub fn notes(&self) -> &str {
        &self.notes
    }

    /// The errors of refused needs, in the order of the rows.
    pub fn errors(&self) -> &[BoundaryError] {
        &self.errors
    }

    /// The rows, the notes, and the errors as a JSON list.
    ///
    /// # Errors
    /// None that is known: errors hold nothing that JSON could not.
    pub fn into_parts(self) -> Result<(Vec<u32>, String, String), BoundaryError> {
        let errors = match self.errors.is_empty() {
            true => String::new(),
            false => self.errors_json()?,
        };
        Ok((self.words, self.notes, errors))
    }

    /// The same as bytes, for languages that share memory rather than arrays: three words (how many
    /// words, how many bytes of notes, how many bytes of errors), the words, the notes, the errors.
    /// Words are little-endian.
    ///
    /// # Errors
    /// As [`Packed::into_parts`].
    pub fn to_bytes(&self) -> Result<Vec<u8>, BoundaryError> {
        let errors = if self.errors.is_empty() { String::new() } else { self.errors_json()? };
        let lengths = [self.words.len(), self.notes.len(), errors.len()];
        let mut bytes = Vec::with_capacity(4 * (3 + self.words.len()) + self.notes.len() + errors.len());
        for length in lengths {
            bytes.extend_from_slice(&word(length).to_le_bytes());
        }
        for word in &self.words {
            bytes.extend_from_slice(&word.to_le_bytes());
        }
        bytes.extend_from_slice(self.notes.as_bytes());
        bytes.extend_from_slice(errors.as_bytes());
        Ok(bytes)
    }

    fn errors_json(&self) -> Result<String, BoundaryError> {
        serde_json::to_string(&self.errors).map_err(|error| {
            BoundaryError::new(super::super::Family::Need, "invalid_value", error.to_string())
        })
    }

    #[cold]
    fn push_error(&mut self, error: BoundaryError) {
        self.words.extend([REFUSED, word(self.errors.len()), 0, 0, 0]);
        self.errors.push(error);
    }

    fn push_matches(&mut self, matches: &Matches<'_>, sources: &PackedSources) {
        let count = word(matches.len());
        let subject = matches.positions().next().map_or(0, |first| first.subject);
        self.words.reserve(HEADER_WORDS + MATCH_WORDS * matches.len());
        self.words.extend([count, subject, day(matches.on()), self.note_count, commune(matches)]);
        for (number, outline) in matches.outlines().enumerate() {
            let positions = outline.positions;
            let (zone, mut flags) = zone(outline.zone);
            if outline.instead_of.is_some() {
                flags |= IS_SUBSTITUTE;
            }
            if (outline.instead_of.is_some() || sources.varies(positions.expert))
                && let Some(found) = matches.get(number)
            {
                flags |= TOLD | owner(found.zone_owner) << ZONE_OWNER_SHIFT;
                if let Some(note) = &found.note {
                    flags |= HAS_NOTE;
                    self.push_note(note);
                }
            }
            self.words.extend([
                positions.expert,
                positions.antenne,
                positions.institution,
                zone,
                flags,
                outline.instead_of.unwrap_or_else(|| outline.absent_until.map_or(0, day)),
                outline.unverified.iter().fold(0, |bits, field| bits | 1 << *field as u32),
            ]);
        }
    }

    fn push_note(&mut self, note: &str) {
        if self.note_count > 0 {
            self.notes.push(NOTE_SEPARATOR);
        }
        self.notes.extend(note.chars().filter(|letter| *letter != NOTE_SEPARATOR));
        self.note_count += 1;
    }
}

fn word(length: usize) -> u32 {
    u32::try_from(length).unwrap_or_else(|_| broken("an answer is short of four billion items"))
}

fn owner(owner: ZoneOwner) -> u32 {
    match owner {
        ZoneOwner::Competence => 0,
        ZoneOwner::Expert => 1,
        ZoneOwner::Antenne => 2,
    }
}

/// The commune of the need, whether it is only likely, and whether the need's headcounts differ.
fn commune(matches: &Matches<'_>) -> u32 {
    // Five characters to the base of 36 leave room for six bits.
    let code = u32::from_str_radix(matches.commune().code(), LETTER_RADIX).unwrap_or(0);
    code << 2 | u32::from(matches.headcount_differs()) << 1 | u32::from(matches.is_commune_likely())
}

/// A date as the digits of `YYYYMMDD`.
fn day(date: Date) -> u32 {
    let number = i32::from(date.year()) * 10_000 + i32::from(date.month()) * 100 + i32::from(date.day());
    u32::try_from(number).unwrap_or(0)
}

/// The code of a zone as a number, and its flags.
fn zone(zone: Zone) -> (u32, u32) {
    let kind = match zone.kind() {
        ZoneKind::Commune => 0,
        ZoneKind::Ept => 1,
        ZoneKind::Epci => 2,
        ZoneKind::Departement => 3,
        ZoneKind::Region => 4,
        ZoneKind::France => 5,
    };
    let code = zone.code();
    let radix = if code.len() == DECIMAL_LENGTH { 10 } else { LETTER_RADIX };
    // France has no code; every other is a number to its base.
    let number = u32::from_str_radix(code, radix).unwrap_or(0);
    let length = code.len() as u32;
    (number, kind | length << ZONE_LENGTH_SHIFT)
}

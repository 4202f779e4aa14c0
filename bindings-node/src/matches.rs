//! Matches on their way to JavaScript: numbers in a typed array, from which `lib/matches.ts` puts
//! together what is looked at.

use aiguillage::directory::{Directory, Expert};
use aiguillage::geography::{Zone, ZoneKind};
use aiguillage::router::ZoneOwner;
use aiguillage::router::positions::{Offer, Positions};
use aiguillage::{Matches, NeedError};

use crate::errors;

/// Separates notes, of which a batch has one text.
pub(crate) const NOTE: char = '\u{1f}';

/// In the place of the count of matches: the need was refused.
pub(crate) const REFUSED: u32 = u32::MAX;

/// A flag: what the expert offers is told here; else JavaScript asks for it once, and remembers it.
const TOLD: u32 = 1 << 10;

/// The rows of a batch, or of one need.
#[derive(Default)]
pub(crate) struct Rows {
    /// For each row its header (how many matches, subject, day, how many notes there are before),
    /// then for each match: expert, antenne, institution, zone, flags, last day of an absence.
    pub(crate) words: Vec<u32>,
    pub(crate) notes: String,
    note_count: u32,
    /// The errors of the rows that were refused, in order.
    pub(crate) errors: Vec<serde_json::Value>,
}

impl Rows {
    pub(crate) fn push(&mut self, result: Result<Matches<'_>, NeedError>, varies: &[bool]) {
        match result {
            Ok(matches) => self.matches(&matches, varies),
            Err(error) => {
                let number = u32::try_from(self.errors.len()).unwrap_or(u32::MAX);
                self.words.extend([REFUSED, number, 0, 0]);
                self.errors.push(errors::need_json(&error));
            }
        }
    }

    /// `varies` tells for each expert whether what it offers may depend on the commune.
    fn matches(&mut self, matches: &Matches<'_>, varies: &[bool]) {
        let count = u32::try_from(matches.len()).unwrap_or(REFUSED - 1);
        let subject = matches.positions().next().map_or(0, |first| first.subject);
        self.words.reserve(4 + 6 * matches.len());
        self.words.extend([count, subject, day(matches.on()), self.note_count]);
        for (number, outline) in matches.outlines().enumerate() {
            let positions = outline.positions;
            let (zone, mut flags) = zone(outline.zone);
            if varies.get(positions.expert as usize).copied().unwrap_or_default()
                && let Some(found) = matches.get(number)
            {
                flags |= TOLD | owner(found.zone_owner) << 7;
                if let Some(note) = &found.note {
                    flags |= 1 << 9;
                    self.note(note);
                }
            }
            for field in &outline.unverified {
                flags |= 1 << (16 + *field as u32);
            }
            self.words.extend([
                positions.expert,
                positions.antenne,
                positions.institution,
                zone,
                flags,
                outline.absent_until.map_or(0, day),
            ]);
        }
    }

    fn note(&mut self, note: &str) {
        if self.note_count > 0 {
            self.notes.push(NOTE);
        }
        self.notes.extend(note.chars().filter(|one| *one != NOTE));
        self.note_count += 1;
    }
}

/// The experts who hold a subject several times, so that what they offer may depend on the commune.
pub(crate) fn varies(directory: &Directory) -> Vec<bool> {
    let twice = |expert: &Expert| {
        let held = &expert.competences;
        held.iter().enumerate().any(|(at, one)| held[..at].iter().any(|other| other.subject == one.subject))
    };
    directory.experts().iter().map(twice).collect()
}

/// What an expert offers: whose zones say where, as a digit, and the note.
pub(crate) fn offer(offer: &Offer<'_>) -> String {
    format!("{}{}", owner(offer.zone_owner), offer.note.unwrap_or_default())
}

fn owner(owner: ZoneOwner) -> u32 {
    match owner {
        ZoneOwner::Competence => 0,
        ZoneOwner::Expert => 1,
        ZoneOwner::Antenne => 2,
    }
}

/// A date as the digits of `YYYYMMDD`.
fn day(date: jiff::civil::Date) -> u32 {
    let number = i32::from(date.year()) * 10_000 + i32::from(date.month()) * 100 + i32::from(date.day());
    u32::try_from(number).unwrap_or(0)
}

/// The code of a zone as a number, and its kind (3 bits) and length (4 bits). Codes of nine are
/// digits; shorter ones may hold a letter.
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
    let radix = if code.len() == 9 { 10 } else { 36 };
    let length = u32::try_from(code.len()).unwrap_or(0);
    (u32::from_str_radix(code, radix).unwrap_or(0), kind | length << 3)
}

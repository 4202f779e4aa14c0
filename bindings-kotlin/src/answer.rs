//! The matches of a need as they cross: experts by their positions, for Kotlin keeps the directory's
//! lists on its side.

use aiguillage::geography::Zone;
use aiguillage::router::ZoneOwner;
use aiguillage::router::positions::Positions;
use aiguillage::{Matches, NeedError, NeedField};
use jiff::civil::Date;

use crate::errors::Fault;

/// The matches of a need.
#[derive(uniffi::Record)]
pub struct NativeAnswer {
    on: Date,
    found: Vec<NativeMatch>,
}

/// One expert found, by positions in the lists of the directory.
#[derive(uniffi::Record)]
pub struct NativeMatch {
    expert: i32,
    antenne: i32,
    institution: i32,
    subject: i32,
    zone: Zone,
    zone_owner: ZoneOwner,
    note: Option<String>,
    absent_until: Option<Date>,
    unverified: Vec<NeedField>,
}

/// What became of one need among many.
#[derive(uniffi::Enum)]
pub enum NativeOutcome {
    /// It was routed.
    Found {
        /// The matches.
        answer: NativeAnswer,
    },
    /// It cannot be routed as it is.
    Refused {
        /// Why.
        fault: Fault,
    },
}

fn position(number: u32) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}

impl NativeAnswer {
    fn of(matches: &Matches<'_>) -> NativeAnswer {
        let found = matches.iter().zip(matches.positions()).map(|(one, at)| NativeMatch {
            expert: position(at.expert),
            antenne: position(at.antenne),
            institution: position(at.institution),
            subject: position(at.subject),
            zone: one.zone,
            zone_owner: one.zone_owner,
            note: one.note.map(std::borrow::Cow::into_owned),
            absent_until: one.absent_until,
            unverified: one.unverified,
        });
        NativeAnswer { on: matches.on(), found: found.collect() }
    }
}

impl NativeOutcome {
    pub(crate) fn of(result: Result<Matches<'_>, NeedError>) -> NativeOutcome {
        match result {
            Ok(matches) => NativeOutcome::Found { answer: NativeAnswer::of(&matches) },
            Err(error) => NativeOutcome::Refused { fault: Fault::from(&error) },
        }
    }
}

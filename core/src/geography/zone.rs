//! Zones: pieces of territory named by a kind and a code.

use std::fmt;
use std::str::FromStr;

use super::ZoneError;
use super::zone_kind::{ZoneKind, well_formed};
use crate::codes::text_form::{schema_as_text, serialize_as_text};
use crate::text::nearest;

/// A piece of territory: `commune:59350`, `epci:200093201`, `ept:200057867`, `departement:59`,
/// `region:32`, `france`.
///
/// The kind is part of it, because the same digits name different things: `32` is the Gers and the
/// Hauts-de-France. A zone is well written, but need not exist: ask
/// [`Geography::has_zone`](super::Geography::has_zone).
///
/// ```
/// use aiguillage::geography::{Zone, ZoneKind};
///
/// let zone: Zone = "commune:2a004".parse()?;
/// assert_eq!(zone, Zone::new(ZoneKind::Commune, "2A004")?);
/// assert_eq!(zone.to_string(), "commune:2A004");
///
/// let error = "32".parse::<Zone>().unwrap_err();
/// assert_eq!(error.to_string(), "`32` has no kind: write `departement:32` or `region:32`");
/// # Ok::<(), aiguillage::geography::ZoneError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Zone {
    kind: ZoneKind,
    /// Padded with zeros.
    code: [u8; 9],
}

impl Zone {
    /// The whole country, overseas included.
    pub const FRANCE: Zone = Zone { kind: ZoneKind::France, code: [0; 9] };

    /// The zone of that kind and code; the code of [`Zone::FRANCE`] is empty.
    ///
    /// A commune has five characters, or four digits where a spreadsheet took a leading zero away;
    /// a département two or three; a région two (three are read, so that the mistake of `region:978`
    /// can be told from its cure); an EPCI or EPT nine.
    ///
    /// # Errors
    ///
    /// The code is not written as codes of that kind are.
    pub fn new(kind: ZoneKind, code: &str) -> Result<Zone, ZoneError> {
        let code = code.trim();
        if !well_formed(kind, code.as_bytes()) {
            return Err(ZoneError::malformed(kind, code));
        }
        Ok(Zone::trusted(kind, code))
    }

    /// The zone of a code that is known to be well written.
    pub(super) fn trusted(kind: ZoneKind, code: &str) -> Zone {
        let mut zone = Zone { kind, code: [0; 9] };
        for (to, from) in zone.code.iter_mut().zip(code.bytes()) {
            *to = from.to_ascii_uppercase();
        }
        zone
    }

    /// What it is.
    pub const fn kind(self) -> ZoneKind {
        self.kind
    }

    /// Its code; empty for France.
    pub fn code(&self) -> &str {
        let end = self.code.iter().position(|byte| *byte == 0).unwrap_or(self.code.len());
        // Only ASCII goes in.
        self.code.get(..end).and_then(|code| str::from_utf8(code).ok()).unwrap_or("")
    }
}

impl FromStr for ZoneKind {
    type Err = ZoneError;

    fn from_str(text: &str) -> Result<ZoneKind, ZoneError> {
        let found = ZoneKind::ALL.into_iter().find(|kind| kind.as_str() == text);
        found.ok_or_else(|| ZoneError::unknown_kind(text, nearest(text, ZoneKind::ALL.map(ZoneKind::as_str))))
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind {
            ZoneKind::France => f.pad("france"),
            kind if f.width().is_none() => write!(f, "{kind}:{}", self.code()),
            kind => f.pad(&format!("{kind}:{}", self.code())),
        }
    }
}

impl fmt::Debug for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Zone({self})")
    }
}

impl FromStr for Zone {
    type Err = ZoneError;

    fn from_str(text: &str) -> Result<Zone, ZoneError> {
        let text = text.trim();
        match text.split_once(':') {
            Some((kind, code)) => match kind.trim().parse()? {
                ZoneKind::France => Err(ZoneError::malformed(ZoneKind::France, code)),
                kind => Zone::new(kind, code),
            },
            None if text == "france" => Ok(Zone::FRANCE),
            None => Err(ZoneError::untyped(text)),
        }
    }
}

serialize_as_text!(Zone);

schema_as_text!(
    Zone,
    "Zone",
    "A piece of territory: a kind and a code.",
    {
        "pattern": r"^\s*(?:france|commune\s*:\s*(?:[0-9]{4,5}|2[ABab][0-9]{3})|(?:ept|epci)\s*:\s*[0-9]{9}|departement\s*:\s*(?:[0-9]{2,3}|2[ABab])|region\s*:\s*[0-9]{2,3})\s*$",
        "examples": ["commune:59350", "epci:200093201", "ept:200057867", "departement:59", "region:32", "france"]
    }
);

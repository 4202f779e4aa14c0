//! Zones: pieces of territory named by a kind and a code.

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};

use super::ZoneError;
use crate::language::Language;
use crate::text::nearest;

/// What a zone is, from narrow to wide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "snake_case"))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum ZoneKind {
    /// A commune, or a municipal arrondissement of Paris, Lyon or Marseille.
    Commune,
    /// An établissement public territorial of Greater Paris.
    Ept,
    /// A group of communes: communauté de communes, d'agglomération, urbaine, or métropole.
    Epci,
    /// A département, or an overseas collectivity.
    Departement,
    /// A région.
    Region,
    /// The whole country, overseas included.
    France,
}

impl ZoneKind {
    /// Every kind, from narrow to wide.
    pub const ALL: [ZoneKind; 6] = [
        ZoneKind::Commune,
        ZoneKind::Ept,
        ZoneKind::Epci,
        ZoneKind::Departement,
        ZoneKind::Region,
        ZoneKind::France,
    ];

    /// The word for it in zones: `commune`, `ept`, `epci`, `departement`, `region`, `france`.
    pub const fn as_str(self) -> &'static str {
        match self {
            ZoneKind::Commune => "commune",
            ZoneKind::Ept => "ept",
            ZoneKind::Epci => "epci",
            ZoneKind::Departement => "departement",
            ZoneKind::Region => "region",
            ZoneKind::France => "france",
        }
    }

    /// What people read, in a language.
    pub fn label_in(self, language: Language) -> &'static str {
        match self {
            ZoneKind::Commune => "commune",
            ZoneKind::Ept => "EPT",
            ZoneKind::Epci => "EPCI",
            ZoneKind::Departement => "département",
            ZoneKind::Region => language.choose("région", "region"),
            ZoneKind::France => language.choose("toute la France", "the whole of France"),
        }
    }
}

impl fmt::Display for ZoneKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for ZoneKind {
    type Err = ZoneError;

    fn from_str(text: &str) -> Result<ZoneKind, ZoneError> {
        let found = ZoneKind::ALL.into_iter().find(|kind| kind.as_str() == text);
        found.ok_or_else(|| ZoneError::unknown_kind(text, nearest(text, ZoneKind::ALL.map(ZoneKind::as_str))))
    }
}

impl Serialize for ZoneKind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

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
        str::from_utf8(&self.code[..end]).unwrap_or_default()
    }
}

/// Whether `code` is written as a code of that kind.
pub(super) fn well_formed(kind: ZoneKind, code: &[u8]) -> bool {
    let digits = |bytes: &[u8]| bytes.iter().all(u8::is_ascii_digit);
    let prefix = |bytes: &[u8]| digits(bytes) || matches!(bytes, [b'2', b'A' | b'B' | b'a' | b'b']);
    match (kind, code.len()) {
        (ZoneKind::Commune, 5) => prefix(&code[..2]) && digits(&code[2..]),
        (ZoneKind::Departement, 2) => prefix(code),
        (ZoneKind::Commune, 4) | (ZoneKind::Departement, 3) | (ZoneKind::Region, 2 | 3) => digits(code),
        (ZoneKind::Ept | ZoneKind::Epci, 9) => digits(code),
        (ZoneKind::France, 0) => true,
        _ => false,
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

impl Serialize for Zone {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Zone {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Zone".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A piece of territory, such as `commune:59350`, `epci:200093201` or `france`.",
            "type": "string",
            "pattern": "^((commune|ept|epci|departement|region):[0-9A-Z]+|france)$",
        })
    }
}

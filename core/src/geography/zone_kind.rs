//! Kinds of zones.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::language::Language;
/// What a zone is, from narrow to wide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "lowercase"))]
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
}

impl ZoneKind {
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

impl Serialize for ZoneKind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// Whether `code` is written as a code of that kind.
pub(super) fn well_formed(kind: ZoneKind, code: &[u8]) -> bool {
    let digits = |bytes: &[u8]| bytes.iter().all(u8::is_ascii_digit);
    let prefix = |bytes: &[u8]| digits(bytes) || matches!(bytes, [b'2', b'A' | b'B' | b'a' | b'b']);
    match (kind, code.len()) {
        (ZoneKind::Commune, 5) => {
            code.split_at_checked(2).is_some_and(|(start, end)| prefix(start) && digits(end))
        }
        (ZoneKind::Departement, 2) => prefix(code),
        (ZoneKind::Commune, 4) | (ZoneKind::Departement, 3) | (ZoneKind::Region, 2 | 3) => digits(code),
        (ZoneKind::Ept | ZoneKind::Epci, 9) => digits(code),
        (ZoneKind::France, 0) => true,
        _ => false,
    }
}

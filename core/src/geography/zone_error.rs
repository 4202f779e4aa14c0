//! What is wrong with the writing of a zone, and how to write it.

use thiserror::Error;

use super::zone_kind::{ZoneKind, well_formed};
use crate::language::{Fault, Language, Sentence, sentence};
use crate::text::{nearest, shorten};

/// A text that is no zone, and why.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{0}")]
pub struct ZoneError(Box<Fault>);

impl ZoneError {
    #[cold]
    fn new(problem: Sentence, hint: Option<Sentence>) -> ZoneError {
        ZoneError(Box::new(Fault::new(problem, hint)))
    }

    /// How to write the zone, where that can be told.
    pub fn hint(&self) -> Option<String> {
        self.hint_in(Language::English)
    }

    /// The same in a language.
    pub fn hint_in(&self, language: Language) -> Option<String> {
        self.0.hint_in(language)
    }

    /// What is wrong, in a language and without the hint.
    pub fn message_in(&self, language: Language) -> String {
        self.0.message_in(language)
    }

    pub(crate) fn fault(&self) -> &Fault {
        &self.0
    }

    #[cold]
    pub(super) fn unknown_kind(kind: &str, nearest: Option<&str>) -> ZoneError {
        let problem = match kind {
            "" => sentence!(ZoneLacksKind),
            kind => sentence!(NoKindOfZone { kind: shorten(kind, 60) }),
        };
        let hint = match nearest {
            Some(nearest) => sentence!(Write { instead: nearest }),
            None => sentence!(KindsOfZones),
        };
        ZoneError::new(problem, Some(hint))
    }

    #[cold]
    pub(super) fn untyped(text: &str) -> ZoneError {
        if text.is_empty() {
            return ZoneError::new(sentence!(ZoneEmpty), None);
        }
        let problem = sentence!(ZoneWithoutKind { text: shorten(text, 60) });
        if nearest(text, ["france"]).is_some() {
            return ZoneError::new(problem, Some(sentence!(Write { instead: "france" })));
        }
        if let Some(hint) = special_departement(text) {
            return ZoneError::new(problem, Some(hint));
        }
        let general = || sentence!(ZoneIsKindAndCode);
        let hint = suggestion(text).unwrap_or_else(general);
        ZoneError::new(problem, Some(hint))
    }

    #[cold]
    pub(super) fn malformed(kind: ZoneKind, code: &str) -> ZoneError {
        let expected = match kind {
            ZoneKind::Commune => sentence!(CommuneCode),
            ZoneKind::Ept => sentence!(EptCode),
            ZoneKind::Epci => sentence!(EpciCode),
            ZoneKind::Departement => sentence!(DepartementCode),
            ZoneKind::Region => sentence!(RegionCode),
            ZoneKind::France => sentence!(FranceHasNoCode),
        };
        let problem = match code {
            _ if kind == ZoneKind::France => expected,
            "" => sentence!(ZoneLacksCode { kind: kind.as_str(), expected }),
            code => sentence!(ZoneMalformed { zone: format!("{kind}:{}", shorten(code, 60)), expected }),
        };
        let lost_zero = matches!(kind, ZoneKind::Departement | ZoneKind::Region)
            && code.len() == 1
            && code.bytes().all(|byte| byte.is_ascii_digit());
        let hint = match kind {
            ZoneKind::France => Some(sentence!(Write { instead: "france" })),
            _ if lost_zero => Some(sentence!(Write { instead: format!("{kind}:0{code}") })),
            ZoneKind::Departement => special_departement(code).or_else(|| suggestion(code)),
            _ => suggestion(code),
        };
        ZoneError::new(problem, hint)
    }
}

impl From<ZoneError> for Sentence {
    fn from(error: ZoneError) -> Sentence {
        Sentence::from(*error.0)
    }
}

/// What is meant by the codes that statistics and the ASP use for parts of départements.
fn special_departement(code: &str) -> Option<Sentence> {
    match code.to_ascii_uppercase().as_bytes() {
        b"69M" => Some(sentence!(MetropoleDeLyon)),
        b"69D" => Some(sentence!(RhoneWithoutLyon)),
        [b'0', b'2', letter @ (b'A' | b'B')] => {
            Some(sentence!(Write { instead: format!("departement:2{}", char::from(*letter)) }))
        }
        [tens, units, letter]
            if tens.is_ascii_digit() && units.is_ascii_digit() && letter.is_ascii_alphabetic() =>
        {
            Some(sentence!(Write {
                instead: format!("departement:{}{}", char::from(*tens), char::from(*units))
            }))
        }
        _ => None,
    }
}

/// The zones that a bare code may mean, by its look.
fn suggestion(code: &str) -> Option<Sentence> {
    if code.len() > 9 {
        return None;
    }
    let code = code.to_ascii_uppercase();
    if code.len() == 4 && well_formed(ZoneKind::Commune, code.as_bytes()) {
        return Some(sentence!(Write { instead: format!("commune:0{code}") }));
    }
    let zones: Vec<String> = ZoneKind::ALL
        .into_iter()
        .filter(|kind| *kind != ZoneKind::France && well_formed(*kind, code.as_bytes()))
        .filter(|kind| *kind != ZoneKind::Region || code.len() == 2)
        .map(|kind| format!("{kind}:{code}"))
        .collect();
    (!zones.is_empty()).then(|| sentence!(Write { instead: zones }))
}

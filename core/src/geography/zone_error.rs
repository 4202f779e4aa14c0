//! What is wrong with the writing of a zone, and how to write it.

use thiserror::Error;

use super::zone_kind::{ZoneKind, well_formed};
use crate::text::{nearest, shorten};

/// A text that is no zone, and why.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{problem}{}", self.hint.as_deref().map(|hint| format!(": {hint}")).unwrap_or_default())]
pub struct ZoneError {
    problem: String,
    hint: Option<String>,
}

impl ZoneError {
    /// How to write the zone, where that can be told.
    pub fn hint(&self) -> Option<&str> {
        self.hint.as_deref()
    }

    #[cold]
    pub(super) fn unknown_kind(kind: &str, nearest: Option<&str>) -> ZoneError {
        let problem = match kind {
            "" => "a zone begins with its kind".to_owned(),
            kind => format!("`{}` is no kind of zone", shorten(kind, 60)),
        };
        let hint = match nearest {
            Some(nearest) => format!("write `{nearest}`"),
            None => "the kinds are `commune`, `ept`, `epci`, `departement`, `region` and `france`".to_owned(),
        };
        ZoneError { problem, hint: Some(hint) }
    }

    #[cold]
    pub(super) fn untyped(text: &str) -> ZoneError {
        if text.is_empty() {
            return ZoneError { problem: "the zone is empty".to_owned(), hint: None };
        }
        let problem = format!("`{}` has no kind", shorten(text, 60));
        if nearest(text, ["france"]).is_some() {
            return ZoneError { problem, hint: Some("write `france`".to_owned()) };
        }
        if let Some(hint) = special_departement(text) {
            return ZoneError { problem, hint: Some(hint) };
        }
        let general = || "a zone is a kind and a code, such as `commune:59350`".to_owned();
        let hint = suggestion(text).unwrap_or_else(general);
        ZoneError { problem, hint: Some(hint) }
    }

    #[cold]
    pub(super) fn malformed(kind: ZoneKind, code: &str) -> ZoneError {
        let expected = match kind {
            ZoneKind::Commune => "a commune has an INSEE code of five characters",
            ZoneKind::Ept => "an EPT has a code of nine digits",
            ZoneKind::Epci => "an EPCI has a code of nine digits",
            ZoneKind::Departement => "a département has a code of two or three characters",
            ZoneKind::Region => "a région has a code of two digits",
            ZoneKind::France => "`france` has no code",
        };
        let problem = match code {
            _ if kind == ZoneKind::France => expected.to_owned(),
            "" => format!("`{kind}` lacks its code, {expected}"),
            code => format!("`{kind}:{}` is malformed, {expected}", shorten(code, 60)),
        };
        let lost_zero = matches!(kind, ZoneKind::Departement | ZoneKind::Region)
            && code.len() == 1
            && code.bytes().all(|byte| byte.is_ascii_digit());
        let hint = match kind {
            ZoneKind::France => Some("write `france`".to_owned()),
            _ if lost_zero => Some(format!("write `{kind}:0{code}`")),
            ZoneKind::Departement => special_departement(code).or_else(|| suggestion(code)),
            _ => suggestion(code),
        };
        ZoneError { problem, hint }
    }
}

/// What is meant by the codes that statistics and the ASP use for parts of départements.
fn special_departement(code: &str) -> Option<String> {
    match code.to_ascii_uppercase().as_bytes() {
        b"69M" => Some("the métropole de Lyon is `epci:200046977`, in `departement:69`".to_owned()),
        b"69D" => Some(
            "the Rhône without the métropole de Lyon is no zone: name its EPCI, or take `departement:69`"
                .to_owned(),
        ),
        [b'0', b'2', letter @ (b'A' | b'B')] => Some(format!("write `departement:2{}`", char::from(*letter))),
        [tens, units, letter]
            if tens.is_ascii_digit() && units.is_ascii_digit() && letter.is_ascii_alphabetic() =>
        {
            Some(format!("write `departement:{}{}`", char::from(*tens), char::from(*units)))
        }
        _ => None,
    }
}

/// The zones that a bare code may mean, by its look.
fn suggestion(code: &str) -> Option<String> {
    if code.len() > 9 {
        return None;
    }
    let code = code.to_ascii_uppercase();
    if code.len() == 4 && well_formed(ZoneKind::Commune, code.as_bytes()) {
        return Some(format!("write `commune:0{code}`"));
    }
    let zones: Vec<String> = ZoneKind::ALL
        .into_iter()
        .filter(|kind| *kind != ZoneKind::France && well_formed(*kind, code.as_bytes()))
        .filter(|kind| *kind != ZoneKind::Region || code.len() == 2)
        .map(|kind| format!("`{kind}:{code}`"))
        .collect();
    (!zones.is_empty()).then(|| format!("write {}", zones.join(" or ")))
}

//! What an answer is: which register's, or an error of one.

use serde_json::{Map, Value};

use super::answer::Answer;
use super::{CompanyError, insee, recherche_entreprises, rne};
use crate::text::shorten;

/// The fields by which answers are told apart.
pub(super) const LOOKED_FOR: &[&str] =
    &["results", "siren", "etablissement", "etablissements", "uniteLegale", "unitesLegales", "formality"];

type Members = Map<String, Value>;

/// Tells whose answer a text is.
///
/// # Errors
/// `UnknownShape` and `RegisterError`.
pub(super) fn answer(value: &Value) -> Result<Answer<'_>, CompanyError> {
    let unknown = CompanyError::UnknownShape { looked_for: LOOKED_FOR, fault: None };
    match value {
        Value::Object(members) => {
            // An answer with a status of failure may have the blocks of a success, all empty.
            if let Some(error) = failure(members) {
                return Err(error);
            }
            of_object(members).or_else(|| of_items(std::slice::from_ref(value))).ok_or_else(|| {
                match error(members) {
                    Some(error) => error,
                    None => unknown,
                }
            })
        }
        Value::Array(items) if !items.is_empty() => of_items(items).ok_or(unknown),
        _ => Err(unknown),
    }
}

/// A whole answer, by the field that holds its companies.
fn of_object(members: &Members) -> Option<Answer<'_>> {
    let list = |name: &str| members.get(name).and_then(Value::as_array).map(Vec::as_slice);
    if let Some(results) = list("results") {
        return recherche_entreprises::answer(results);
    }
    if let Some(facilities) = list("etablissements") {
        return insee::facilities(facilities);
    }
    if let Some(companies) = list("unitesLegales") {
        return insee::companies(companies);
    }
    if let Some(facility) = members.get("etablissement").filter(|value| insee::is_facility(value, true)) {
        return insee::facilities(std::slice::from_ref(facility));
    }
    let company = members.get("uniteLegale").filter(|value| insee::is_company(value));
    // A bare facility has its company under the same name.
    company
        .filter(|_| !members.contains_key("siret"))
        .and_then(|value| insee::companies(std::slice::from_ref(value)))
}

/// Companies or facilities without anything around them.
fn of_items(items: &[Value]) -> Option<Answer<'_>> {
    let first = items.first()?;
    if rne::is_company(first) {
        rne::answer(items)
    } else if recherche_entreprises::is_company(first) {
        recherche_entreprises::answer(items)
    } else if insee::is_facility(first, false) {
        insee::facilities(items)
    } else if insee::is_company(first) {
        insee::companies(items)
    } else {
        None
    }
}

/// An error that INSEE gives in the header of its answers.
fn failure(members: &Members) -> Option<CompanyError> {
    let header = members.get("header")?.as_object()?;
    let status = status(header).filter(|status| *status >= 400)?;
    Some(register_error(Some(status), words(header)))
}

/// An error in one of the forms that the registers and the gateways before them give it.
fn error(members: &Members) -> Option<CompanyError> {
    if members.contains_key("erreur") {
        return Some(register_error(status(members), words(members)));
    }
    if let Some(fault) = members.get("fault").and_then(Value::as_object) {
        return Some(register_error(status(fault), words(fault)));
    }
    let status = status(members);
    let is_error = status.is_some() || members.contains_key("errorCode") || has_gateway_code(members);
    let words = words(members).filter(|_| is_error)?;
    Some(register_error(status, Some(words)))
}

fn register_error(status: Option<u16>, words: Option<&str>) -> CompanyError {
    let message = shorten(words.unwrap_or_default().trim(), 200).into_owned();
    CompanyError::RegisterError { status, message }
}

/// The status of an answer that failed: a number, or one in digits.
fn status(members: &Members) -> Option<u16> {
    let names = ["statut", "status", "statusCode", "http_status_code", "code"];
    names.into_iter().filter_map(|name| members.get(name)).find_map(|value| {
        let number = match value {
            Value::String(text) => text.trim().parse().ok(),
            value => value.as_u64().and_then(|number| u16::try_from(number).ok()),
        };
        number.filter(|number| (400..600).contains(number))
    })
}

/// Whether an error has a code of the gateway before INSEE's API, such as 900804.
fn has_gateway_code(members: &Members) -> bool {
    members.get("code").and_then(Value::as_u64).is_some_and(|code| (900_000..1_000_000).contains(&code))
}

/// What an error says, by the first of the names that registers use.
fn words(members: &Members) -> Option<&str> {
    let names = ["erreur", "message", "description", "detail", "title", "error"];
    names.into_iter().find_map(|name| members.get(name).and_then(Value::as_str))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> &'static str {
        let value = serde_json::from_str(text).unwrap();
        answer(&value).err().map_or("none", |error| error.code())
    }

    #[test]
    fn errors_of_registers_are_told_from_other_shapes() {
        for text in [
            r#"{"erreur": "x"}"#,
            r#"{"erreur": null}"#,
            r#"{"header": {"statut": 404, "message": "x"}, "etablissements": []}"#,
            r#"{"fault": {"code": 900804, "message": "x"}}"#,
            r#"{"code": 900901, "message": "Invalid Credentials", "description": "x"}"#,
            r#"{"http_status_code": 429, "message": "x"}"#,
            r#"{"code": "404", "message": "x", "errorCode": "company_not_found"}"#,
            r#"{"status": 403, "title": "x"}"#,
        ] {
            assert_eq!(code(text), "register_error", "{text}");
        }
        for text in [
            "[]",
            "{}",
            "null",
            "3",
            "\"x\"",
            "[[]]",
            r#"{"message": "x"}"#,
            r#"{"code": 200, "message": "x"}"#,
            r#"{"header": {"statut": 200}}"#,
            r#"{"results": [{"siren": "x"}]}"#,
            r#"{"results": {}}"#,
            r#"{"siren": "821611431"}"#,
            r#"{"etablissement": {"siret": "82161143100015", "siege_social": true}}"#,
            r#"{"etablissement": []}"#,
            r#"{"formality": null}"#,
        ] {
            assert_eq!(code(text), "unknown_shape", "{text}");
        }
    }
}

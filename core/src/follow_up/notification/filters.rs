//! What templates can do besides Jinja's own filters.

use std::fmt::Write as _;

use jiff::civil::Date;
use minijinja::value::{Value, ValueKind};
use minijinja::{Environment, Error, ErrorKind};

use crate::follow_up::{ReferralState, RefusalReason};
use crate::language::Language;

pub(super) fn add(environment: &mut Environment<'static>) {
    environment.add_filter("date", date);
    environment.add_filter("yes_no", yes_no);
    environment.add_filter("answer", answer);
    environment.add_filter("state_label", |state: String| {
        state.parse::<ReferralState>().map(ReferralState::label).map_err(|error| refused(&error.to_string()))
    });
    environment.add_filter("reason_label", |reason: String| {
        reason.parse::<RefusalReason>().map(RefusalReason::label).map_err(|error| refused(&error.to_string()))
    });
    environment.add_filter("tel_url", |number: String| {
        let dialled = number.chars().filter(|c| c.is_ascii_digit() || *c == '+');
        format!("tel:{}", dialled.collect::<String>())
    });
    environment.add_filter("mail_url", |address: String| mail_url(&address));
}

fn yes_no(yes: bool) -> &'static str {
    if yes { "Oui" } else { "Non" }
}

/// An answer to a question: yes or no, the label of a choice, or several.
fn answer(answer: &Value) -> Result<String, Error> {
    match answer.kind() {
        ValueKind::Bool => Ok(yes_no(answer.is_true()).to_owned()),
        ValueKind::Seq => {
            let labels: Vec<String> = answer.try_iter()?.map(|label| label.to_string()).collect();
            Ok(labels.join(", "))
        }
        _ => Ok(answer.to_string()),
    }
}

/// A day in French: `1er mars 2026`, `3 novembre 2026`.
fn date(text: String) -> Result<String, Error> {
    let date: Date = text.parse().map_err(|_| refused("`date` wants a day such as `2026-11-03`"))?;
    Ok(Language::French.day(date))
}

/// An address as a link, in which nothing can begin another field of the message.
fn mail_url(address: &str) -> String {
    let mut url = "mailto:".to_owned();
    for byte in address.bytes() {
        if byte.is_ascii_alphanumeric() || b"@.-_+'".contains(&byte) {
            url.push(char::from(byte));
        } else {
            // Writing to a string does not fail.
            let _ = write!(url, "%{byte:02X}");
        }
    }
    url
}

fn refused(message: &str) -> Error {
    Error::new(ErrorKind::InvalidOperation, message.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_in_french() {
        assert_eq!(date("2026-03-01".into()).unwrap(), "1er\u{a0}mars\u{a0}2026");
        assert_eq!(date("2026-12-31".into()).unwrap(), "31\u{a0}décembre\u{a0}2026");
        assert!(date("demain".into()).is_err());
    }

    #[test]
    fn an_address_adds_nothing_to_a_link() {
        assert_eq!(
            mail_url("a.b@example.org?bcc=c@example.org&x"),
            "mailto:a.b@example.org%3Fbcc%3Dc@example.org%26x"
        );
    }
}

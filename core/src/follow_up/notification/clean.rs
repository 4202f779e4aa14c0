//! Texts of hosts and companies are made harmless before they enter a message.

use serde_json::Value;

use super::data::Links;
use crate::follow_up::ReferralError;
use crate::text::shorten;

/// The only field that may hold several lines.
const LINES: &str = "description";

/// Cleans every text of a value; `name` is the field that holds it.
pub(super) fn clean(value: &mut Value, name: &str) {
    match value {
        Value::String(text) => {
            *text = if name == LINES { lines(text) } else { line(text) };
        }
        Value::Array(items) => items.iter_mut().for_each(|item| clean(item, name)),
        Value::Object(members) => members.iter_mut().for_each(|(name, value)| clean(value, name)),
        _ => {}
    }
}

/// A text as one line: white space of any kind is a space, control characters are gone.
pub(super) fn line(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    for c in text.trim().chars() {
        // Non-breaking spaces are there for good typography.
        let is_break = c.is_whitespace() && c != '\u{a0}' && c != '\u{202f}';
        match c {
            _ if is_break => {
                if !clean.ends_with(' ') {
                    clean.push(' ');
                }
            }
            c if is_harmful(c) => {}
            c => clean.push(c),
        }
    }
    clean
}

/// A text of several lines, without other control characters and without gaps of more than one line.
pub(super) fn lines(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut blank = 0;
    for line in text.trim().lines() {
        let line = line.trim_end();
        blank = if line.trim().is_empty() { blank + 1 } else { 0 };
        if blank < 2 {
            clean.extend(line.chars().filter(|c| !is_harmful(*c)));
            clean.push('\n');
        }
    }
    clean.truncate(clean.trim_end().len());
    clean
}

/// Control characters, and those that turn the direction of text or hide in it.
fn is_harmful(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// Refuses links that are no links, or that do something else than lead somewhere.
pub(super) fn check_links(links: &Links) -> Result<(), ReferralError> {
    let all = [
        ("links.take_charge", &links.take_charge),
        ("links.not_for_me", &links.not_for_me),
        ("links.see", &links.see),
        ("links.ask_again", &links.ask_again),
        ("links.survey", &links.survey),
    ];
    for (field, link) in all {
        let Some(link) = link.as_deref().filter(|link| !link.trim().is_empty()) else { continue };
        if !is_link(link) {
            let message = format!("`{}` is no `https`, `http` or `mailto` link", shorten(link, 60));
            return Err(ReferralError::new("invalid_link", Some(field), message));
        }
    }
    Ok(())
}

fn is_link(link: &str) -> bool {
    let harmless =
        |c: char| !c.is_whitespace() && !is_harmful(c) && !matches!(c, '"' | '<' | '>' | '\\' | '`');
    let Some((scheme, rest)) = link.split_once(':') else { return false };
    let leads = match scheme.to_ascii_lowercase().as_str() {
        "http" | "https" => rest
            .strip_prefix("//")
            .and_then(|rest| rest.split(['/', '?', '#']).next())
            .is_some_and(|host| host.chars().any(char::is_alphanumeric)),
        "mailto" => rest.split_once('@').is_some_and(|(name, host)| !name.is_empty() && !host.is_empty()),
        _ => false,
    };
    leads && link.chars().all(harmless)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_one_line() {
        assert_eq!(line(" a\r\nBcc: x@example.org\t b "), "a Bcc: x@example.org b");
        assert_eq!(line("a\u{0}\u{1b}[31m\u{202e}b\u{85}c\u{2028}d"), "a[31mb c d");
        assert_eq!(line("21\u{a0}jours\u{202f}!"), "21\u{a0}jours\u{202f}!");
    }

    #[test]
    fn lines_stay_lines() {
        assert_eq!(lines("a\r\n\r\n\n\n b\u{7}  \nc\n\n"), "a\n\n b\nc");
    }

    #[test]
    fn only_links_are_links() {
        for link in [
            "https://example.org/a?b=c&d=%20#e",
            "HTTP://example.org",
            "mailto:aide@example.org",
            "https://localhost:8080",
        ] {
            assert!(is_link(link), "{link}");
        }
        for link in [
            "javascript:alert(1)",
            "data:text/html,x",
            "https:example.org",
            "https://",
            "https:///x",
            "//example.org",
            "example.org",
            "https://example.org/\nx",
            "https://example.org/\"onclick=x",
            "https://example.org/ x",
            "mailto:",
            "mailto:@",
            " https://example.org",
            "java\tscript:x",
        ] {
            assert!(!is_link(link), "{link}");
        }
    }
}

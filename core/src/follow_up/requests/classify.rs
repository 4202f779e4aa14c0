//! Whether a company that asks again asks for something new.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::codes::Siret;
use crate::record::words::words;
use crate::text::non_blank;

/// A request of a company, as it comes in or as it came in before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// What the host calls it.
    pub id: String,
    /// Who asks: a SIREN, a SIRET (its SIREN counts) or an id of the host's. Nobody knows who asks
    /// without one, and the request is new.
    #[serde(default)]
    pub company: Option<String>,
    /// The id of the subject.
    pub subject: String,
    /// When it came in.
    pub at: Timestamp,
    /// Whether its need is still open; it does not matter for the one that comes in.
    #[serde(default)]
    pub open: bool,
}

/// How far back to look.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct RequestPolicy {
    /// Within how many hours a second request of a company is a duplicate: 4.
    pub duplicate_hours: u32,
    /// Whether that is so for the same subject only: no. Companies often send one need under
    /// several subjects within minutes.
    pub duplicate_same_subject: bool,
    /// Within how many days (of 24 hours) the same subject of a need that is still open is a
    /// reminder: 21.
    pub reminder_days: u32,
}

impl Default for RequestPolicy {
    fn default() -> RequestPolicy {
        RequestPolicy { duplicate_hours: 4, duplicate_same_subject: false, reminder_days: 21 }
    }
}

words! {
    /// What a request is.
    RequestKind, "kind";
    /// A new need.
    New "Nouveau besoin" "New need",
    /// The company reminds us of a need that is still open.
    Reminder "Relance d’un besoin en cours" "Reminder of an open need",
    /// The same request once more.
    Duplicate "Doublon" "Duplicate",
}

/// What a request is, and of which earlier one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RequestVerdict {
    /// What it is.
    pub kind: RequestKind,
    /// The id of the request that it repeats: the latest of those.
    pub of: Option<String>,
}

/// Tells a new request from a duplicate and from a reminder of an open need.
///
/// Hours and days are lengths of time between instants, so that a change of clock does not matter.
/// A window holds its end. Requests that came in later, and the request itself, are passed over.
///
/// ```
/// use aiguillage::follow_up::{Request, RequestKind, RequestPolicy, classify_request};
///
/// let request = |id: &str, subject: &str, at: &str| Request {
///     id: id.into(), company: Some("552100554".into()), subject: subject.into(), at: at.parse().unwrap(), open: true,
/// };
/// let earlier = [request("d1", "recruter", "2026-11-02T09:00:00Z")];
/// let policy = RequestPolicy::default();
/// let again = |at| classify_request(&request("d2", "recruter", at), &earlier, &policy).kind;
/// assert_eq!(again("2026-11-02T09:05:00Z"), RequestKind::Duplicate);
/// assert_eq!(again("2026-11-10T09:00:00Z"), RequestKind::Reminder);
/// assert_eq!(again("2026-12-10T09:00:00Z"), RequestKind::New);
/// ```
pub fn classify_request(request: &Request, earlier: &[Request], policy: &RequestPolicy) -> RequestVerdict {
    let new = RequestVerdict { kind: RequestKind::New, of: None };
    let Some(company) = company_key(request) else { return new };
    let repeated = earlier
        .iter()
        .filter(|other| other.id != request.id && other.at <= request.at)
        .filter(|other| company_key(other).is_some_and(|other| other == company))
        .filter_map(|other| Some((repetition(request, other, policy)?, other)))
        // A duplicate before a reminder; the latest of either; the id where even that is equal.
        .max_by(|(kind, request), (best_kind, best)| {
            (kind, request.at, &request.id).cmp(&(best_kind, best.at, &best.id))
        });
    repeated.map_or(new, |(kind, repeated)| RequestVerdict { kind, of: Some(repeated.id.clone()) })
}

/// What a request is to an earlier one of its company; nothing where it has nothing to do with it.
fn repetition(request: &Request, earlier: &Request, policy: &RequestPolicy) -> Option<RequestKind> {
    let duplicate_window = SignedDuration::from_hours(i64::from(policy.duplicate_hours));
    let reminder_window = SignedDuration::from_hours(24 * i64::from(policy.reminder_days));
    let elapsed = request.at.duration_since(earlier.at);
    let same_subject = earlier.subject == request.subject;
    if elapsed <= duplicate_window && (same_subject || !policy.duplicate_same_subject) {
        Some(RequestKind::Duplicate)
    } else if elapsed <= reminder_window && same_subject && earlier.open {
        Some(RequestKind::Reminder)
    } else {
        None
    }
}

/// What tells the company of a request apart: its SIREN, or the id that the host gives it.
fn company_key(request: &Request) -> Option<String> {
    let company = non_blank(request.company.as_deref())?;
    let digits: String = company.chars().filter(|c| !c.is_whitespace()).collect();
    match digits.parse::<Siret>() {
        Ok(_) => Some(digits.chars().take(9).collect()),
        Err(_) if digits.len() == 9 && digits.bytes().all(|byte| byte.is_ascii_digit()) => Some(digits),
        Err(_) => Some(company.to_owned()),
    }
}

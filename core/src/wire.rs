//! What follows the match, as JSON in and JSON out: for languages that convert and do nothing else.
//!
//! ```
//! use aiguillage::wire::call;
//!
//! let answer = call("need_status", r#"{"states": ["waiting", "done_no_help"]}"#, None)?;
//! assert_eq!(answer, r#""done_no_help""#);
//!
//! let error = call("need_status", r#"{"states": ["waitting"]}"#, None).unwrap_err();
//! assert_eq!((error.code(), error.field()), ("unknown_state", Some("states[0]")));
//! # Ok::<(), aiguillage::ReferralError>(())
//! ```

use crate::boundary::{self, Family, Target};
use crate::directory::Directory;
use crate::follow_up::ReferralError;

/// The names of the functions that [`call`] knows.
pub const FUNCTIONS: &[&str] = &[
    "send",
    "move_referral",
    "reassign",
    "apply",
    "fold",
    "check",
    "need_status",
    "reminders",
    "need_reminder",
    "classify_request",
    "due_for_anonymisation",
    "anonymise",
    "impact",
    "impact_table",
    #[cfg(feature = "csv")]
    "impact_csv",
    "compare_impact",
    #[cfg(feature = "csv")]
    "read_referrals_csv",
    #[cfg(feature = "notifications")]
    "render",
];

/// Calls a function of [`follow_up`](crate::follow_up) or [`impact`](crate::impact) by its name, with
/// its arguments as one JSON object; the answer is JSON. It is [`boundary::call`] for bindings that were
/// written before it.
///
/// # Errors
/// As [`boundary::call`].
pub fn call(function: &str, arguments: &str, directory: Option<&Directory>) -> Result<String, ReferralError> {
    let target = directory.map_or(Target::Nothing, Target::Directory);
    boundary::call(function, target, arguments).map_err(|error| {
        debug_assert!(matches!(error.family, Family::Referral | Family::Request));
        let made = ReferralError::new(error.code, error.field.as_deref(), error.message);
        match error.hint {
            Some(hint) => made.with_hint(hint),
            None => made,
        }
    })
}

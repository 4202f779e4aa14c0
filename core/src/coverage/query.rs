//! What coverage is asked for.

use jiff::civil::Date;

use crate::geography::Zone;
use crate::need::Need;

/// What coverage is asked for. Without any field: every subject on all of France.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CoverageQuery {
    /// The id of one subject. If it is not given, every subject that is not archived and, of one
    /// institution, that it handles.
    pub subject: Option<String>,
    /// Whether subjects count too that the institution does not handle, where one is given.
    pub all_subjects: bool,
    /// The reference territory; France if empty.
    pub zones: Vec<Zone>,
    /// The id or alias of one institution whose experts count; all if it is not given.
    pub institution: Option<String>,
    /// A company: a need without subject and commune. Then activities, OPCO, criteria and answers
    /// count too.
    pub profile: Option<Need>,
    /// A day. Then experts who are away on it, and for whom nobody stands in, do not count. Periods of
    /// validity are those of this day, else of the profile's, else of today.
    pub on: Option<Date>,
}

impl CoverageQuery {
    /// The day whose periods of validity count.
    pub(super) fn day(&self) -> Date {
        let of_profile = self.profile.as_ref().and_then(|profile| profile.on);
        self.on.or(of_profile).unwrap_or_else(|| jiff::Zoned::now().date())
    }
}

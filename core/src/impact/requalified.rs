//! Needs whose subject was changed: out of the group of what the company chose, into that of what it became.
//! Where groups are of something else than subjects, a need goes out of its group and into it.

use super::case::Case;
use super::group::Key;
use super::slot::Slot;
use super::tally::Tallies;
use super::withheld::Withheld;
use super::{Dimension, ImpactQuery};

/// Whether groups are of what is changed.
pub(super) fn is_by_subject(query: &ImpactQuery) -> bool {
    matches!(query.by, Some(Dimension::Subject | Dimension::Theme))
}

/// Whether the subject that a company chose is in another group than the one that it was changed to: another
/// subject, or another theme where themes are asked for.
pub(super) fn is_moved(case: &Case<'_>, query: &ImpactQuery) -> bool {
    case.need.is_requalified()
        && (query.by != Some(Dimension::Theme) || case.first_theme != case.attributes.theme)
}

/// Counts them where groups are of subjects or themes.
pub(super) fn count_by_subject<'f>(
    cases: &[Case<'f>],
    tallies: &mut Tallies<'f>,
    query: &ImpactQuery,
    withheld: &Withheld<'f>,
) {
    if !is_by_subject(query) {
        return;
    }
    for case in cases.iter().filter(|case| is_moved(case, query)) {
        let slot = query.period.map(|period| Slot::of(period, case.need.deposited_on));
        let first_subject = case.need.first_subject.as_deref();
        let (into, out_of) = match query.by {
            Some(Dimension::Theme) => (case.attributes.theme, case.first_theme),
            _ => (case.attributes.subject, first_subject),
        };
        let shown = |group: Option<&'f str>| withheld.shown(group.map(Key::Text), slot);
        tallies.entry((shown(into), slot)).or_default().add_requalified(1, 0);
        tallies.entry((shown(out_of), slot)).or_default().add_requalified(0, 1);
    }
}

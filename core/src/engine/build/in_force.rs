//! Which competences of an expert in one subject count when: periods that follow each other, so that on each
//! day the expert stands in its zones once.

use smallvec::SmallVec;

use crate::engine::period::Days;

/// Days on which the same competences count.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct InForce {
    pub(super) days: Days,
    /// The positions of the competences in the list that was given.
    pub(super) competences: SmallVec<[usize; 2]>,
}

/// The days on which at least one of some competences counts, given the days of each; none outside of `bounds`.
pub(super) fn in_force(bounds: Days, competences: &[Days]) -> SmallVec<[InForce; 1]> {
    let competences: SmallVec<[Option<Days>; 2]> = competences.iter().map(|days| days.and(bounds)).collect();
    // On these days something may begin to count, or have ended the day before.
    let after = |days: &Days| days.last.tomorrow().ok();
    let mut begins: SmallVec<[_; 4]> =
        competences.iter().flatten().flat_map(|days| [Some(days.first), after(days)]).flatten().collect();
    begins.sort_unstable();
    begins.dedup();
    let mut found: SmallVec<[InForce; 1]> = SmallVec::new();
    for (position, first) in begins.iter().enumerate() {
        let next = begins.get(position + 1).and_then(|next| next.yesterday().ok());
        let counting =
            competences.iter().enumerate().filter(|(_, days)| days.is_some_and(|days| days.hold(*first)));
        let counting: SmallVec<[usize; 2]> = counting.map(|(competence, _)| competence).collect();
        if !counting.is_empty() {
            let days = Days { first: *first, last: next.unwrap_or(bounds.last) };
            found.push(InForce { days, competences: counting });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use jiff::civil::Date;

    use super::*;

    fn days(first: &str, last: &str) -> Days {
        let day = |text: &str, open: Date| text.parse().unwrap_or(open);
        Days { first: day(first, Date::MIN), last: day(last, Date::MAX) }
    }

    fn told(bounds: Days, competences: &[Days]) -> Vec<(Days, Vec<usize>)> {
        in_force(bounds, competences).into_iter().map(|one| (one.days, one.competences.to_vec())).collect()
    }

    #[test]
    fn periods_follow_each_other() {
        assert_eq!(told(Days::ALL, &[Days::ALL]), [(Days::ALL, vec![0])]);
        assert_eq!(
            told(Days::ALL, &[days("", "2026-12-31"), days("2026-11-23", "")]),
            [
                (days("", "2026-11-22"), vec![0]),
                (days("2026-11-23", "2026-12-31"), vec![0, 1]),
                (days("2027-01-01", ""), vec![1]),
            ]
        );
        // With a gap, within bounds.
        assert_eq!(
            told(days("2026-01-01", "2026-06-30"), &[days("", "2026-02-28"), days("2026-05-01", "")]),
            [(days("2026-01-01", "2026-02-28"), vec![0]), (days("2026-05-01", "2026-06-30"), vec![1])]
        );
        assert_eq!(told(days("2026-01-01", "2026-06-30"), &[days("2026-07-01", "")]), []);
    }

    #[test]
    fn each_day_has_the_competences_that_count_on_it() {
        let mut rng = fastrand::Rng::with_seed(58);
        let day = |number: i32| jiff::civil::date(2026, 1, 1) + jiff::Span::new().days(number);
        for _ in 0..500 {
            let mut span = || {
                let first = rng.i32(0..20);
                Days { first: day(first), last: day(first + rng.i32(0..10)) }
            };
            let bounds = span();
            let competences = [span(), span(), span()];
            let found = in_force(bounds, &competences);
            for today in (0..32).map(day) {
                let counting: Vec<usize> =
                    (0..3).filter(|one| bounds.hold(today) && competences[*one].hold(today)).collect();
                let told: Vec<&InForce> = found.iter().filter(|one| one.days.hold(today)).collect();
                match told.as_slice() {
                    [] => assert!(counting.is_empty()),
                    [one] => assert_eq!(one.competences.to_vec(), counting),
                    several => panic!("{several:?}"),
                }
            }
        }
    }
}

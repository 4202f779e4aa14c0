//! What keeps people from moving, and hosts from reminding them.

use std::collections::HashMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::Directory;
use crate::follow_up::days::{days_after, days_between};

/// A time in which an expert is away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ExpertAbsence {
    /// The id of the expert.
    pub expert: String,
    /// The first day away.
    pub from: Date,
    /// The last day away. Where it is before the first, no day is meant.
    pub until: Date,
}

/// A time in which a need calls for no reminder: the company asked to wait, say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Suspension {
    /// The id of the need.
    pub need: String,
    /// The first day without reminders.
    pub from: Date,
    /// The last one; until further notice if it is not given. Where it is before the first, no day is meant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

/// Who is away when, and which needs are suspended.
///
/// Whoever is away is not reminded, and has not fallen behind; the days away do not make what waits for them
/// old. The clock of the need goes on all the same, since its company waits. While a need is suspended it
/// calls for no reminder, and the days of the suspension do not count afterwards either.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Circumstances {
    /// When experts are away.
    pub absences: Vec<ExpertAbsence>,
    /// The needs that are suspended.
    pub suspensions: Vec<Suspension>,
}

impl Circumstances {
    /// Adds the absences of the experts of a directory.
    pub fn add_absences_of(&mut self, directory: &Directory) {
        let all = directory.experts().iter().flat_map(|expert| {
            let of = |from, until| ExpertAbsence { expert: expert.id.clone(), from, until };
            expert.absences.iter().map(move |absence| of(absence.from, absence.until))
        });
        self.absences.extend(all);
    }
}

/// Circumstances by expert and by need.
#[derive(Default)]
pub(super) struct Calendar<'c> {
    absences: HashMap<&'c str, Days>,
    suspensions: HashMap<&'c str, Days>,
    none: Days,
}

impl<'c> Calendar<'c> {
    pub(super) fn of(circumstances: &'c Circumstances) -> Calendar<'c> {
        let mut calendar = Calendar::default();
        for absence in &circumstances.absences {
            calendar.absences.entry(&absence.expert).or_default().add(absence.from, absence.until);
        }
        for suspension in &circumstances.suspensions {
            let until = suspension.until.unwrap_or(Date::MAX);
            calendar.suspensions.entry(&suspension.need).or_default().add(suspension.from, until);
        }
        let days = calendar.absences.values_mut().chain(calendar.suspensions.values_mut());
        days.for_each(Days::merge);
        calendar
    }

    /// The days on which an expert is away.
    pub(super) fn away(&self, expert: &str) -> &Days {
        self.absences.get(expert).unwrap_or(&self.none)
    }

    /// The days on which a need is suspended.
    pub(super) fn suspended(&self, need: &str) -> &Days {
        self.suspensions.get(need).unwrap_or(&self.none)
    }
}

/// Days that do not count: periods in order, of which no two touch.
#[derive(Default)]
pub(super) struct Days(Vec<(Date, Date)>);

impl Days {
    fn add(&mut self, from: Date, until: Date) {
        if from <= until {
            self.0.push((from, until));
        }
    }

    fn merge(&mut self) {
        self.0.sort_unstable();
        let mut merged: Vec<(Date, Date)> = Vec::with_capacity(self.0.len());
        for (from, until) in self.0.drain(..) {
            match merged.last_mut() {
                Some((_, last)) if from <= days_after(*last, 1) => *last = until.max(*last),
                _ => merged.push((from, until)),
            }
        }
        self.0 = merged;
    }

    /// Whether a day is one of them.
    pub(super) fn hold(&self, day: Date) -> bool {
        self.0.iter().any(|(from, until)| *from <= day && day <= *until)
    }

    /// The first day from a day on that is none of them; nothing where there is no such day.
    pub(super) fn first_free(&self, day: Date) -> Option<Date> {
        let period = self.0.iter().find(|(from, until)| *from <= day && day <= *until);
        period.map_or(Some(day), |(_, until)| until.tomorrow().ok())
    }

    /// How many days after a day, up to another, are none of them.
    pub(super) fn between(&self, from: Date, on: Date) -> u32 {
        let paused = |(first, last): &(Date, Date)| {
            let (first, last) = ((*first).max(days_after(from, 1)), (*last).min(on));
            if last < first { 0 } else { days_between(first, last) + 1 }
        };
        days_between(from, on).saturating_sub(self.0.iter().map(paused).sum())
    }

    /// The day by which so many days after a day have passed that are none of them.
    pub(super) fn after(&self, from: Date, days: u32) -> Date {
        let mut day = days_after(from, days);
        for (first, last) in &self.0 {
            let first = (*first).max(days_after(from, 1));
            if first <= *last && first <= day {
                day = days_after(day, days_between(first, *last) + 1);
            }
        }
        day
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn day(number: u32) -> Date {
        days_after(date(2026, 1, 1), number)
    }

    proptest! {
        #[test]
        fn days_are_counted_as_one_by_one(
            periods in proptest::collection::vec((0..60_u32, 0..60_u32), 0..6),
            from in 0..40_u32,
            days in 0..40_u32,
        ) {
            let mut paused = Days::default();
            periods.iter().for_each(|(first, last)| paused.add(day(*first), day(*last)));
            paused.merge();
            let is_paused = |number: u32| periods.iter().any(|(first, last)| *first <= number && number <= *last);
            let counted = |on: u32| (from + 1..=on).filter(|number| !is_paused(*number)).count();
            for on in from..120 {
                prop_assert_eq!(paused.between(day(from), day(on)) as usize, counted(on));
                prop_assert_eq!(paused.hold(day(on)), is_paused(on));
                let free = (on..).find(|number| !is_paused(*number));
                prop_assert_eq!(paused.first_free(day(on)), free.map(day));
            }
            let first = (from..).find(|on| counted(*on) == days as usize).map(day);
            prop_assert_eq!(Some(paused.after(day(from), days)), first);
        }
    }

    #[test]
    fn what_never_ends_does_no_harm() {
        let mut paused = Days::default();
        paused.add(day(3), Date::MAX);
        paused.add(day(5), Date::MAX);
        paused.merge();
        assert_eq!(paused.first_free(day(4)), None);
        assert_eq!((paused.between(day(0), Date::MAX), paused.after(day(0), 9)), (2, Date::MAX));
    }
}

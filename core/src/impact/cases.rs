//! Facts put together: needs with their referrals, and what is wrong with any of them.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use jiff::civil::Date;

use super::ImpactFault;
use super::case::{Assignment, Case};
use super::known::{Guesses, Kind, Known};
use crate::directory::Directory;
use crate::follow_up::{Referral, ReferralError, TrackedNeed};
use crate::geography::{Geography, PlaceId, Resolution};
use crate::text::shorten;

/// The facts that a report is made of, and what is wrong with the others.
pub(super) struct Cases<'f> {
    pub(super) cases: Vec<Case<'f>>,
    pub(super) faults: Vec<ImpactFault>,
}

impl<'f> Cases<'f> {
    /// Puts facts together as they stood on a day. A need of a later day does not exist yet.
    pub(super) fn gather(
        needs: &'f [TrackedNeed],
        referrals: &'f [Referral],
        on: Date,
        directory: Option<&'f Directory>,
        geography: Option<&Geography>,
    ) -> Cases<'f> {
        let mut known = directory.map(Known::of);
        let mut gathered = Cases { cases: Vec::with_capacity(needs.len()), faults: Vec::new() };
        let mut first_with_id: HashMap<&str, &TrackedNeed> = HashMap::new();
        let mut numbers: HashMap<&str, usize> = HashMap::new();
        for need in needs {
            if need.id.trim().is_empty() {
                gathered.fault(Some(need), None, &ReferralError::missing("id"), true);
                continue;
            }
            match first_with_id.entry(&need.id) {
                Entry::Occupied(first) => gathered.repeated(&need.id, None, *first.get() == need),
                Entry::Vacant(first) => {
                    first.insert(need);
                    numbers.insert(&need.id, gathered.cases.len());
                    let place = gathered.place(need, geography);
                    let theme = gathered.theme(need, known.as_mut());
                    gathered.cases.push(Case { need, place, theme, assignments: Vec::new() });
                }
            }
        }
        gathered.add_referrals(referrals, &numbers, on, known.as_mut());
        gathered.cases.retain(|case| case.need.deposited_on <= on);
        gathered
    }

    fn add_referrals(
        &mut self,
        referrals: &'f [Referral],
        numbers: &HashMap<&'f str, usize>,
        on: Date,
        mut known: Option<&mut Known<'f>>,
    ) {
        let mut first_with_id: HashMap<&str, &Referral> = HashMap::new();
        let mut guesses = Guesses::default();
        for referral in referrals {
            match first_with_id.entry(&referral.id) {
                Entry::Occupied(first) => {
                    self.repeated(&referral.need, Some(&referral.id), *first.get() == referral);
                    continue;
                }
                Entry::Vacant(first) => first.insert(referral),
            };
            let number = numbers.get(referral.need.as_str()).copied();
            let Some(need) = number.and_then(|number| self.cases.get(number)).map(|case| case.need) else {
                let error = guesses.unknown(Kind::Need, &referral.need, || numbers.keys().copied());
                self.fault(None, Some(referral), &error, true);
                continue;
            };
            if let Err(error) = referral.check() {
                self.fault(None, Some(referral), &error, true);
                continue;
            }
            if referral.sent_on < need.deposited_on && referral.past.is_empty() {
                let message = format!(
                    "it was sent ({}) before the need was deposited ({})",
                    referral.sent_on, need.deposited_on
                );
                let error = ReferralError::new("impossible_date", Some("sent_on"), message);
                self.fault(None, Some(referral), &error, false);
            }
            let mut assignments = Assignment::as_of(referral, on);
            if let Some(known) = &mut known {
                for error in known.check(referral) {
                    self.fault(None, Some(referral), &error, false);
                }
                for assignment in &mut assignments {
                    assignment.institution = known.institution(assignment.institution);
                }
            }
            if let Some(case) = number.and_then(|number| self.cases.get_mut(number)) {
                case.assignments.append(&mut assignments);
            }
        }
    }

    fn place(&mut self, need: &TrackedNeed, geography: Option<&Geography>) -> Option<PlaceId> {
        let (code, geography) = (need.commune.as_deref()?, geography?);
        match geography.resolve(code) {
            Resolution::Current(place) | Resolution::Former { place, .. } => Some(place),
            _ => {
                let error = ReferralError::unknown("unknown_commune", "commune", "commune", code, []);
                self.fault(Some(need), None, &error, false);
                None
            }
        }
    }

    fn theme(&mut self, need: &'f TrackedNeed, known: Option<&mut Known<'f>>) -> Option<&'f str> {
        let Known { theme_of, guesses, .. } = known?;
        let theme = theme_of.get(need.subject.as_str()).copied();
        if theme.is_none() {
            let error = guesses.unknown(Kind::Subject, &need.subject, || theme_of.keys().copied());
            self.fault(Some(need), None, &error, false);
        }
        theme
    }

    /// The same fact again counts once; another fact under the same id does not count.
    fn repeated(&mut self, need: &str, referral: Option<&str>, same: bool) {
        if same {
            return;
        }
        let (field, id) = referral.map_or(("need", need), |referral| ("referral", referral));
        let message = format!(
            "the {field} `{}` is given twice, with different facts: the first count",
            shorten(id, 60)
        );
        self.faults.push(ImpactFault {
            line: None,
            need: Some(need.to_owned()),
            referral: referral.map(str::to_owned),
            code: "duplicate_id".to_owned(),
            field: Some(field.to_owned()),
            message,
            left_out: true,
        });
    }

    fn fault(
        &mut self,
        need: Option<&TrackedNeed>,
        referral: Option<&Referral>,
        error: &ReferralError,
        left_out: bool,
    ) {
        let need = need.map(|need| &need.id).or(referral.map(|referral| &referral.need));
        self.faults.push(ImpactFault {
            line: None,
            need: need.cloned(),
            referral: referral.map(|referral| referral.id.clone()),
            code: error.code().to_owned(),
            field: error.field().map(str::to_owned),
            message: error.to_string(),
            left_out,
        });
    }
}

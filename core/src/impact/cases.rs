//! Facts put together: needs with their referrals, and what is wrong with any of them.

use std::borrow::Cow;
use std::collections::HashMap;
use std::collections::hash_map::Entry;

use jiff::civil::Date;

use super::about::About;
use super::attributes::{self, Attributes};
use super::case::{Assignment, Case, RequestCase};
use super::known::{Guesses, Kind, Known};
use super::{ImpactFacts, ImpactFault};
use crate::directory::Directory;
use crate::follow_up::{Referral, ReferralError, Survey, TrackedNeed, TrackedRequest};
use crate::geography::{Geography, PlaceId, Resolution};
use crate::language::sentence;
use crate::text::shorten;

/// The facts that a report is made of, and what is wrong with the others.
pub(super) struct Cases<'f> {
    pub(super) cases: Vec<Case<'f>>,
    pub(super) requests: Vec<RequestCase<'f>>,
    pub(super) faults: Vec<ImpactFault>,
}

impl<'f> Cases<'f> {
    /// Puts facts together as they stood on a day. A need of a later day does not exist yet.
    pub(super) fn gather(
        facts: &ImpactFacts<'f>,
        on: Date,
        directory: Option<&'f Directory>,
        geography: Option<&Geography>,
    ) -> Cases<'f> {
        let mut known = directory.map(Known::of);
        let cases = Vec::with_capacity(facts.needs.len());
        let mut gathered = Cases { cases, requests: Vec::new(), faults: Vec::new() };
        let mut first_with_id: HashMap<&str, &TrackedNeed> = HashMap::new();
        let mut numbers: HashMap<&str, usize> = HashMap::new();
        for need in facts.needs {
            if need.id.trim().is_empty() {
                gathered.fault(About::need(need), &ReferralError::missing("id"), true);
                continue;
            }
            match first_with_id.entry(&need.id) {
                Entry::Occupied(first) => gathered.repeated(About::need(need), *first.get() == need),
                Entry::Vacant(first) => {
                    first.insert(need);
                    numbers.insert(&need.id, gathered.cases.len());
                    let about = About::need(need);
                    let place = gathered.place(about, need.commune.as_deref(), geography);
                    let theme = gathered.theme(about, &need.subject, known.as_mut());
                    let first = need.first_subject.as_deref().filter(|_| need.is_requalified());
                    let first_theme = first.and_then(|first| known.as_ref()?.theme_of.get(first).copied());
                    for error in attributes::faults(need) {
                        gathered.fault(about, &error, false);
                    }
                    let attributes = Attributes::of_need(need, theme, place);
                    let assignments = Vec::new();
                    gathered.cases.push(Case { need, attributes, first_theme, survey: None, assignments });
                }
            }
        }
        gathered.add_referrals(facts.referrals, &numbers, on, known.as_mut());
        gathered.add_surveys(facts.surveys, &numbers);
        gathered.add_requests(facts.requests, &numbers, on, known.as_mut(), geography);
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
                    self.repeated(About::referral(referral), *first.get() == referral);
                    continue;
                }
                Entry::Vacant(first) => first.insert(referral),
            };
            let number = numbers.get(referral.need.as_str()).copied();
            let Some(need) = number.and_then(|number| self.cases.get(number)).map(|case| case.need) else {
                let error = guesses.unknown(Kind::Need, &referral.need, || numbers.keys().copied());
                self.fault(About::referral(referral), &error, true);
                continue;
            };
            if let Err(error) = referral.check() {
                self.fault(About::referral(referral), &error, true);
                continue;
            }
            if referral.sent_on < need.deposited_on && referral.past.is_empty() {
                let message = format!(
                    "it was sent ({}) before the need was deposited ({})",
                    referral.sent_on, need.deposited_on
                );
                let error = ReferralError::new("impossible_date", Some("sent_on"), message);
                self.fault(About::referral(referral), &error, false);
            }
            let mut assignments = Assignment::as_of(referral, on);
            if let Some(known) = &mut known {
                for error in known.check(referral) {
                    self.fault(About::referral(referral), &error, false);
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

    /// Gives each need its survey: of two the earlier, in whatever order they come.
    fn add_surveys(&mut self, surveys: &'f [Survey], numbers: &HashMap<&'f str, usize>) {
        let mut surveys: Vec<&Survey> = surveys.iter().collect();
        surveys.sort_by_key(|survey| (&survey.need, survey.asked_on, *survey));
        surveys.dedup();
        let mut guesses = Guesses::default();
        for survey in surveys {
            let about = About { need: Some(&survey.need), ..About::default() };
            let number = numbers.get(survey.need.as_str()).copied();
            let Some(case) = number.and_then(|number| self.cases.get_mut(number)) else {
                let error = guesses.unknown(Kind::Need, &survey.need, || numbers.keys().copied());
                self.fault(about, &error, true);
                continue;
            };
            let sound = survey.check().and_then(|()| survey.check_with(case.need, case.survey.is_some()));
            match sound {
                Ok(()) => case.survey = Some(survey),
                Err(error) => self.fault(about, &error, true),
            }
        }
    }

    fn add_requests(
        &mut self,
        requests: &'f [TrackedRequest],
        numbers: &HashMap<&'f str, usize>,
        on: Date,
        mut known: Option<&mut Known<'f>>,
        geography: Option<&Geography>,
    ) {
        let mut first_with_id: HashMap<&str, &TrackedRequest> = HashMap::new();
        let mut request_of: HashMap<&str, &str> = HashMap::new();
        let mut guesses = Guesses::default();
        let later = requests.iter().filter(|own| own.moved_on.is_some_and(|moved| moved > on)).count();
        if later > 0 {
            let message = format!(
                "{later} requests moved after {on}, and what they were then is not known of each: fold their events \
                 as of that day"
            );
            self.fault(About::default(), &ReferralError::invalid("requests", message), false);
        }
        for request in requests {
            let about = About::request(request);
            if let Err(error) = request.check() {
                self.fault(about, &error, true);
                continue;
            }
            match first_with_id.entry(&request.id) {
                Entry::Occupied(first) => {
                    self.repeated(about, *first.get() == request);
                    continue;
                }
                Entry::Vacant(first) => first.insert(request),
            };
            let Some(state) = request.state_on(on) else { continue };
            for need in &request.needs {
                if !numbers.contains_key(need.as_str()) {
                    let error = guesses.unknown(Kind::Need, need, || numbers.keys().copied());
                    self.fault(about, &error, false);
                } else if let Some(first) = request_of.insert(need, &request.id) {
                    let message =
                        format!("the need `{}` comes from `{}` too", shorten(need, 60), shorten(first, 60));
                    self.fault(about, &ReferralError::new("duplicate_id", Some("needs"), message), false);
                }
            }
            let place = self.place(about, request.commune.as_deref(), geography);
            let theme = match request.subject.as_deref() {
                Some(subject) => self.theme(about, subject, known.as_deref_mut()),
                None => None,
            };
            let attributes = Attributes::of_request(request, theme, place);
            self.requests.push(RequestCase { request, attributes, state });
        }
    }

    fn place(
        &mut self,
        about: About<'_>,
        code: Option<&str>,
        geography: Option<&Geography>,
    ) -> Option<PlaceId> {
        let (code, geography) = (code?, geography?);
        // A code of four digits is none but one whose zero a spreadsheet took.
        let is_cut = code.len() == 4 && code.bytes().all(|byte| byte.is_ascii_digit());
        let whole = if is_cut { Cow::Owned(format!("0{code}")) } else { Cow::Borrowed(code) };
        match geography.resolve(&whole) {
            Resolution::Current(place) | Resolution::Former { place, .. } => Some(place),
            _ => {
                let error =
                    ReferralError::unknown("unknown_commune", "commune", sentence!(Commune), code, []);
                self.fault(about, &error, false);
                None
            }
        }
    }

    fn theme(
        &mut self,
        about: About<'_>,
        subject: &'f str,
        known: Option<&mut Known<'f>>,
    ) -> Option<&'f str> {
        let Known { theme_of, guesses, .. } = known?;
        let theme = theme_of.get(subject).copied();
        if theme.is_none() {
            let error = guesses.unknown(Kind::Subject, subject, || theme_of.keys().copied());
            self.fault(about, &error, false);
        }
        theme
    }

    /// The same fact again counts once; another fact under the same id does not count.
    fn repeated(&mut self, about: About<'_>, same: bool) {
        if same {
            return;
        }
        let (field, id) = about.field();
        let message = format!(
            "the {field} `{}` is given twice, with different facts: the first count",
            shorten(id, 60)
        );
        self.fault(about, &ReferralError::new("duplicate_id", Some(field), message), true);
    }

    fn fault(&mut self, about: About<'_>, error: &ReferralError, left_out: bool) {
        let owned = |id: Option<&str>| id.map(str::to_owned);
        self.faults.push(ImpactFault {
            need: owned(about.need),
            referral: owned(about.referral),
            request: owned(about.request),
            ..ImpactFault::of(error, left_out)
        });
    }
}

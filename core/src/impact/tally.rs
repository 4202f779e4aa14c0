//! Counting: needs and referrals go in one by one, figures come out.

use std::collections::{BTreeMap, HashSet};

use super::case::{Assignment, Standing};
use super::group::Key;
use super::request_figures::RequestTally;
use super::slot::Slot;
use super::survey_figures::SurveyTally;
use super::{Figures, Funnel, ImpactQuery, ReasonCount, ReferralCounts, Share};
use crate::follow_up::{NeedStatus, ReferralState, RefusalReason, TrackedNeed, days_between, need_status};
use crate::language::Language;

/// What is counted for each group in each period.
pub(super) type Tallies<'f> = BTreeMap<(Option<Key<'f>>, Option<Slot>), Tally<'f>>;

/// What has been counted so far.
#[derive(Default)]
pub(super) struct Tally<'f> {
    funnel: Funnel,
    referrals: ReferralCounts,
    reasons: BTreeMap<Option<RefusalReason>, u64>,
    companies: HashSet<&'f str>,
    companies_helped: HashSet<&'f str>,
    without_company: u64,
    silent: u64,
    requalified: u64,
    requalified_in: u64,
    requalified_out: u64,
    pub(super) requests: RequestTally,
    pub(super) surveys: SurveyTally,
    helped_new: u64,
    helped_known: u64,
    taken: Fast,
    exchanged: Fast,
    days_to_answer: Vec<u32>,
    days_to_take: Vec<u32>,
    days_to_close: Vec<u32>,
}

/// Needs, and how many of them were taken in charge soon.
#[derive(Default)]
struct Fast {
    all: u64,
    within_3: u64,
    within_5: u64,
}

impl Fast {
    fn add(&mut self, quickest: Option<u32>) {
        self.all += 1;
        self.within_3 += u64::from(quickest.is_some_and(|days| days < 3));
        self.within_5 += u64::from(quickest.is_some_and(|days| days < 5));
    }
}

impl<'f> Tally<'f> {
    /// Counts a need with those of its assignments that are looked at. Where these are only some of
    /// them (`partly`), and say nothing about the need (a colleague took it, or another expert got it),
    /// the need is not theirs, and only the referrals count. Returns whether the need was counted.
    pub(super) fn add(
        &mut self,
        need: &'f TrackedNeed,
        assignments: &[&Assignment<'f>],
        partly: bool,
        query: &ImpactQuery,
    ) -> bool {
        assignments.iter().for_each(|assignment| self.add_referral(assignment));
        if partly && !assignments.iter().any(|assignment| assignment.state().is_some()) {
            return false;
        }
        self.funnel.deposited += 1;
        let company = need.company.as_deref().filter(|company| !company.trim().is_empty());
        match company {
            Some(company) => {
                self.companies.insert(company);
            }
            None => self.without_company += 1,
        }
        self.requalified += u64::from(need.is_requalified());
        if assignments.is_empty() {
            // Where nobody says how many experts were found, nothing is lost yet.
            match need.found {
                Some(0) => self.funnel.nobody_found += 1,
                _ => self.funnel.not_sent += 1,
            }
            return true;
        }
        self.funnel.matched += 1;
        let status = self.add_to_funnel(assignments, query);
        self.add_delays(need, assignments, status, query);
        if status == NeedStatus::Done {
            self.companies_helped.extend(company);
            self.helped_known += u64::from(need.new_company.is_some());
            self.helped_new += u64::from(need.new_company == Some(true));
        }
        true
    }

    /// How many needs were counted, and how many requests: groups have their order by these.
    pub(super) fn size(&self) -> (u64, u64) {
        (self.funnel.deposited, self.requests.deposited())
    }

    /// Of how many companies' needs something is told, and of how many requests.
    pub(super) fn populations(&self) -> [u64; 2] {
        let (needs, requests) = self.size();
        let others = self.referrals.sent + self.requalified_in + self.requalified_out + self.surveys.asked();
        [if needs == 0 { others } else { needs }, requests]
    }

    /// Counts needs whose subject was changed into and out of the group.
    pub(super) fn add_requalified(&mut self, into: u64, out_of: u64) {
        self.requalified_in += into;
        self.requalified_out += out_of;
    }

    fn add_referral(&mut self, assignment: &Assignment<'f>) {
        let counts = &mut self.referrals;
        counts.sent += 1;
        match assignment.standing {
            Standing::Withdrawn => counts.withdrawn += 1,
            Standing::In(state) => match state {
                ReferralState::Waiting => counts.waiting += 1,
                ReferralState::TakenInCharge => counts.taken_in_charge += 1,
                ReferralState::Done => counts.done += 1,
                ReferralState::DoneNoHelp => counts.done_no_help += 1,
                ReferralState::DoneNotReachable => counts.done_not_reachable += 1,
                ReferralState::TakenBySibling => counts.taken_by_sibling += 1,
                ReferralState::NotForMe => {
                    counts.refused += 1;
                    *self.reasons.entry(assignment.reason).or_default() += 1;
                }
            },
        }
    }

    /// Counts a need that was sent in its part of the funnel.
    fn add_to_funnel(&mut self, assignments: &[&Assignment<'f>], query: &ImpactQuery) -> NeedStatus {
        let states: Vec<ReferralState> =
            assignments.iter().filter_map(|assignment| assignment.state()).collect();
        let funnel = &mut self.funnel;
        let status = match need_status(&states) {
            // Only referrals that closed for a colleague's sake: a colleague has it.
            NeedStatus::NotSent => NeedStatus::TakenInCharge,
            status => status,
        };
        let answered = status != NeedStatus::Waiting || states.contains(&ReferralState::NotForMe);
        funnel.answered += u64::from(answered);
        let part = match status {
            NeedStatus::Waiting => match (is_abandoned(assignments, query), answered) {
                (false, false) => &mut funnel.waiting,
                (true, false) => &mut funnel.abandoned,
                (false, true) => &mut funnel.pending,
                (true, true) => &mut funnel.expired,
            },
            NeedStatus::NotForMe => &mut funnel.refused,
            NeedStatus::DoneNotReachable => &mut funnel.unreachable,
            NeedStatus::DoneNoHelp => &mut funnel.no_help,
            NeedStatus::Done => &mut funnel.helped,
            NeedStatus::TakenInCharge | NeedStatus::NotSent => &mut funnel.in_progress,
        };
        *part += 1;
        funnel.exchanged += u64::from(matches!(status, NeedStatus::Done | NeedStatus::DoneNoHelp));
        status
    }

    fn add_delays(
        &mut self,
        need: &TrackedNeed,
        assignments: &[&Assignment<'f>],
        status: NeedStatus,
        query: &ImpactQuery,
    ) {
        let Some(first_sent) = assignments.iter().map(|assignment| assignment.sent_on).min() else { return };
        let answered = assignments.iter().filter_map(|assignment| assignment.answered_on()).min();
        self.days_to_answer.extend(answered.map(|answered| days_between(first_sent, answered)));
        let silent_until = match answered {
            Some(answered) => Some(answered),
            None if status == NeedStatus::Waiting => Some(query.on),
            // Experts whose referrals closed for a colleague's sake left no silence.
            None => None,
        };
        let abandoned = query.abandoned_days();
        let is_silent = silent_until.is_some_and(|until| days_between(first_sent, until) >= abandoned);
        self.silent += u64::from(is_silent);

        let days_to_take = |assignment: &&Assignment<'_>| {
            assignment.taken_on.map(|taken| days_between(assignment.sent_on, taken))
        };
        let quickest = assignments.iter().filter_map(days_to_take).min();
        if let Some(days) = quickest {
            self.days_to_take.push(days);
            self.taken.add(quickest);
        }
        if matches!(status, NeedStatus::Done | NeedStatus::DoneNoHelp) {
            self.exchanged.add(quickest);
            let exchanged = assignments.iter().filter(|assignment| {
                matches!(assignment.state(), Some(ReferralState::Done | ReferralState::DoneNoHelp))
            });
            let closed = exchanged.filter_map(|assignment| assignment.closed_on).min();
            self.days_to_close.extend(closed.map(|closed| days_between(need.deposited_on, closed)));
        }
    }

    /// The figures of everything that was counted.
    pub(super) fn figures(mut self, small: u32) -> Figures {
        let share = |count: u64, of: u64| Share::of(count, of, small);
        let (funnel, referrals) = (self.funnel, self.referrals);
        let base = referrals.sent - referrals.taken_by_sibling - referrals.withdrawn;
        let taken = referrals.taken_in_charge
            + referrals.done
            + referrals.done_no_help
            + referrals.done_not_reachable;
        Figures {
            requests: self.requests.figures(small),
            surveys: self.surveys.figures(small),
            funnel,
            referrals,
            refusals: reasons(self.reasons),
            companies: self.companies.len() as u64,
            companies_helped: self.companies_helped.len() as u64,
            without_company: self.without_company,
            matched: share(funnel.matched, funnel.deposited),
            answered: share(funnel.answered, funnel.matched),
            exchanged: share(funnel.exchanged, funnel.matched),
            helped: share(funnel.helped, funnel.matched),
            helped_of_deposited: share(funnel.helped, funnel.deposited),
            nobody_found: share(funnel.nobody_found, funnel.deposited),
            abandoned: share(self.silent, funnel.matched),
            requalified: share(self.requalified, funnel.deposited),
            requalified_in: self.requalified_in,
            requalified_out: self.requalified_out,
            new_companies: share(self.helped_new, self.helped_known),
            positioning: share(base - referrals.waiting, base),
            taken: share(taken, base),
            refusal: share(referrals.refused, base),
            taken_within_3_days: share(self.taken.within_3, self.taken.all),
            taken_within_5_days: share(self.taken.within_5, self.taken.all),
            exchanged_within_3_days: share(self.exchanged.within_3, self.exchanged.all),
            exchanged_within_5_days: share(self.exchanged.within_5, self.exchanged.all),
            median_days_to_answer: median(&mut self.days_to_answer),
            median_days_to_take: median(&mut self.days_to_take),
            median_days_to_close: median(&mut self.days_to_close),
        }
    }
}

/// Whether those that wait have waited too long, by the rule of reminders.
fn is_abandoned(assignments: &[&Assignment<'_>], query: &ImpactQuery) -> bool {
    let waiting = assignments.iter().filter(|assignment| assignment.state() == Some(ReferralState::Waiting));
    let since = waiting.map(|assignment| assignment.waiting_since);
    let (oldest, newest) = (since.clone().min(), since.max());
    let abandoned_on = oldest.zip(newest).map(|(oldest, newest)| query.abandoned_on(oldest, newest));
    abandoned_on.is_some_and(|abandoned_on| query.on >= abandoned_on)
}

fn reasons(counts: BTreeMap<Option<RefusalReason>, u64>) -> Vec<ReasonCount> {
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_unstable_by_key(|(reason, count)| (std::cmp::Reverse(*count), *reason));
    let counts = counts.into_iter();
    let count = |(reason, count)| ReasonCount {
        reason,
        label: ReasonCount::label_of(reason, Language::French).to_owned(),
        count,
    };
    counts.map(count).collect()
}

/// The middle one, or the mean of the two in the middle.
fn median(days: &mut [u32]) -> Option<f64> {
    let (middle, odd) = (days.len() / 2, days.len() % 2 == 1);
    if days.is_empty() {
        return None;
    }
    let (lower, upper, _) = days.select_nth_unstable(middle);
    let upper = f64::from(*upper);
    if odd {
        return Some(upper);
    }
    let lower = lower.iter().max().map_or(upper, |lower| f64::from(*lower));
    Some((lower + upper) / 2.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_in_the_middle() {
        assert_eq!(median(&mut []), None);
        assert_eq!(median(&mut [7]), Some(7.0));
        assert_eq!(median(&mut [9, 1, 4]), Some(4.0));
        assert_eq!(median(&mut [9, 1, 4, 2]), Some(3.0));
    }
}

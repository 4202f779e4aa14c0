//! Counting: needs and referrals go in one by one, figures come out.

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use super::case::{Piece, Standing};
use super::{Figures, Funnel, ImpactQuery, ReasonCount, ReferralCounts, Share};
use crate::follow_up::{
    NeedStatus, ReferralState, RefusalReason, ReminderPolicy, TrackedNeed, days_between, given_up_on,
    need_status,
};
use crate::hash::TextSet;

/// What has been counted so far.
#[derive(Default)]
pub(super) struct Tally<'f> {
    funnel: Funnel,
    referrals: ReferralCounts,
    reasons: FxHashMap<Option<RefusalReason>, u64>,
    companies: TextSet<&'f str>,
    companies_helped: TextSet<&'f str>,
    without_company: u64,
    silent: u64,
    requalified: u64,
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
    /// Counts a need with those of its referrals that are looked at.
    pub(super) fn add<'p>(
        &mut self,
        need: &'f TrackedNeed,
        pieces: impl Iterator<Item = &'p Piece<'f>> + Clone,
        query: &ImpactQuery,
    ) where
        'f: 'p,
    {
        pieces.clone().for_each(|piece| self.referral(piece));
        self.funnel.deposited += 1;
        match need.company.as_deref().filter(|company| !company.trim().is_empty()) {
            Some(company) => {
                self.companies.insert(company);
            }
            None => self.without_company += 1,
        }
        self.requalified += u64::from(need.is_requalified());
        if pieces.clone().next().is_none() {
            match need.found.unwrap_or(0) {
                0 => self.funnel.nobody_found += 1,
                _ => self.funnel.not_sent += 1,
            }
            return;
        }
        self.funnel.matched += 1;
        let status = self.status(pieces.clone(), query);
        self.delays(need, pieces, status, query.on, query.abandoned);
        if status == NeedStatus::Done {
            self.companies_helped.extend(need.company.as_deref().filter(|own| !own.trim().is_empty()));
            self.helped_known += u64::from(need.new_company.is_some());
            self.helped_new += u64::from(need.new_company == Some(true));
        }
    }

    /// Counts referrals only: of a need that those who are looked at had no say in.
    pub(super) fn referral(&mut self, piece: &Piece<'f>) {
        let counts = &mut self.referrals;
        counts.sent += 1;
        match piece.standing {
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
                    *self.reasons.entry(piece.reason).or_default() += 1;
                }
            },
        }
    }

    /// Counts a need that was sent in its part of the funnel.
    fn status<'p>(
        &mut self,
        pieces: impl Iterator<Item = &'p Piece<'f>> + Clone,
        query: &ImpactQuery,
    ) -> NeedStatus
    where
        'f: 'p,
    {
        let states: Vec<ReferralState> = pieces.clone().filter_map(Piece::state).collect();
        let funnel = &mut self.funnel;
        let status = match need_status(&states) {
            // Only referrals that closed for a colleague's sake: a colleague has it.
            NeedStatus::NotSent => NeedStatus::TakenInCharge,
            status => status,
        };
        let answered = status != NeedStatus::Waiting || states.contains(&ReferralState::NotForMe);
        funnel.answered += u64::from(answered);
        let part = match status {
            NeedStatus::Waiting => {
                let waiting = pieces.filter(|piece| piece.state() == Some(ReferralState::Waiting));
                match (given_up(waiting, query), answered) {
                    (false, false) => &mut funnel.waiting,
                    (true, false) => &mut funnel.abandoned,
                    (false, true) => &mut funnel.pending,
                    (true, true) => &mut funnel.expired,
                }
            }
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

    fn delays<'p>(
        &mut self,
        need: &TrackedNeed,
        pieces: impl Iterator<Item = &'p Piece<'f>> + Clone,
        status: NeedStatus,
        on: Date,
        abandoned: u32,
    ) where
        'f: 'p,
    {
        let Some(first_sent) = pieces.clone().map(|piece| piece.sent_on).min() else { return };
        let answered = pieces.clone().filter_map(Piece::answered_on).min();
        self.days_to_answer.extend(answered.map(|answered| days_between(first_sent, answered)));
        // Whoever closed for a colleague's sake left no silence.
        let silent_until = match answered {
            Some(answered) => Some(answered),
            None if status == NeedStatus::Waiting => Some(on),
            None => None,
        };
        let silent = silent_until.is_some_and(|until| days_between(first_sent, until) >= abandoned);
        self.silent += u64::from(silent);

        let took = |piece: &Piece<'_>| Some(days_between(piece.sent_on, piece.taken_on?));
        let quickest = pieces.clone().filter_map(took).min();
        if let Some(days) = quickest {
            self.days_to_take.push(days);
            self.taken.add(quickest);
        }
        if matches!(status, NeedStatus::Done | NeedStatus::DoneNoHelp) {
            self.exchanged.add(quickest);
            let exchanged = |piece: &&Piece<'_>| {
                matches!(piece.state(), Some(ReferralState::Done | ReferralState::DoneNoHelp))
            };
            let closed = pieces.filter(exchanged).filter_map(|piece| piece.closed_on).min();
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

impl Share {
    pub(super) fn of(count: u64, of: u64, small: u32) -> Share {
        #[expect(clippy::cast_precision_loss, reason = "counts of needs are far below 2^53")]
        let value = (of > 0).then(|| count as f64 / of as f64);
        Share { count, of, value, small: of < u64::from(small) }
    }
}

/// Whether those that wait have waited too long, by the rule of reminders.
fn given_up<'p, 'f: 'p>(waiting: impl Iterator<Item = &'p Piece<'f>> + Clone, query: &ImpactQuery) -> bool {
    let since = waiting.map(|piece| piece.waiting_since);
    let (oldest, newest) = (since.clone().min(), since.max());
    oldest.zip(newest).is_some_and(|(oldest, newest)| {
        query.on >= given_up_on(oldest, newest, query.abandoned, ReminderPolicy::default().poke)
    })
}

fn reasons(counts: FxHashMap<Option<RefusalReason>, u64>) -> Vec<ReasonCount> {
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_unstable_by_key(|(reason, count)| (std::cmp::Reverse(*count), *reason));
    let label = |reason: Option<RefusalReason>| reason.map_or("Sans raison donnée", RefusalReason::label);
    let counts = counts.into_iter();
    counts.map(|(reason, count)| ReasonCount { reason, label: label(reason).to_owned(), count }).collect()
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

    #[test]
    fn nothing_is_divided_by_nothing() {
        assert_eq!(Share::of(0, 0, 10), Share { count: 0, of: 0, value: None, small: true });
        assert_eq!(Share::of(5, 10, 10), Share { count: 5, of: 10, value: Some(0.5), small: false });
    }
}

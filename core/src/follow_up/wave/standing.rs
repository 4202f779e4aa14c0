//! Where a need stands when the next wave is asked for.

use std::collections::{BTreeSet, HashMap};

use jiff::civil::Date;

use super::{Candidate, Candidates, PassedOverReason, WaveCause, WavePolicy};
use crate::follow_up::days::{days_after, days_between};
use crate::follow_up::{Referral, ReferralError, ReferralState};
use crate::text::shorten;

/// What the referrals of a need say of its next wave.
pub(super) struct Standing<'r> {
    pub(super) cause: WaveCause,
    pub(super) since: Option<Date>,
    pub(super) number: u32,
    /// Everybody who has or had the need, and why they are not alerted again.
    had: HashMap<&'r str, PassedOverReason>,
}

impl<'r> Standing<'r> {
    pub(super) fn of(
        referrals: &'r [Referral],
        candidates: &Candidates,
        on: Date,
        policy: &WavePolicy,
    ) -> Result<Standing<'r>, ReferralError> {
        let first = referrals.first();
        if let Some((first, other)) =
            first.and_then(|first| Some((first, referrals.iter().find(|other| other.need != first.need)?)))
        {
            let [first, other] = [first, other].map(|referral| shorten(&referral.need, 60));
            let message = format!("a wave is of one need, not of `{first}` and `{other}`");
            return Err(ReferralError::invalid("referrals", message));
        }
        // Where a referral went over to somebody as it stands, nothing was sent.
        let days = |referral: &'r Referral| [referral.first_sent_on(), referral.sent_on];
        let sent: BTreeSet<Date> = referrals.iter().flat_map(days).collect();
        let (cause, since) = cause(referrals, candidates, on, policy);
        let number = u32::try_from(sent.len()).unwrap_or(u32::MAX).saturating_add(1);
        Ok(Standing { cause, since, number, had: had(referrals) })
    }

    /// Whether somebody has not had the need yet.
    pub(super) fn never_had(&self, expert: &str) -> bool {
        !self.had.contains_key(expert)
    }

    /// Why somebody who has or had the need is not alerted.
    pub(super) fn reason(&self, expert: &str) -> Option<PassedOverReason> {
        self.had.get(expert).copied()
    }

    /// How many have had the need outside their territory.
    pub(super) fn outside<'c>(&self, candidates: &'c Candidates) -> usize {
        let ids = |list: &'c [Candidate]| list.iter().map(|candidate| candidate.expert.as_str());
        let [outside, matched] = [&candidates.outside, &candidates.matched].map(|list| ids(list).collect());
        let outside: BTreeSet<&str> = outside;
        outside.difference(&matched).filter(|expert| self.had.contains_key(*expert)).count()
    }
}

/// Why the next wave is due, or is not, and since when.
fn cause(
    referrals: &[Referral],
    candidates: &Candidates,
    on: Date,
    policy: &WavePolicy,
) -> (WaveCause, Option<Date>) {
    let takes = |state: ReferralState| state == ReferralState::TakenInCharge || state.is_done();
    if referrals.iter().any(|referral| takes(referral.state)) {
        return (WaveCause::Answered, None);
    }
    let waiting = || referrals.iter().filter(|referral| referral.state == ReferralState::Waiting);
    let Some(last) = waiting().map(Referral::held_since).max() else {
        let closed = referrals.iter().filter_map(|referral| referral.closed_on.or(referral.moved_on)).max();
        return (if referrals.is_empty() { WaveCause::First } else { WaveCause::Refused }, closed);
    };
    // Those who are away cannot move: what the others have left of their time counts.
    let present = waiting().filter(|referral| !is_away(&referral.expert, candidates, on, policy));
    match present.map(Referral::held_since).max() {
        None => (WaveCause::Away, Some(last)),
        Some(last) if days_between(last, on) < policy.days => {
            (WaveCause::Pending, Some(days_after(last, policy.days)))
        }
        Some(last) => (WaveCause::Silent, Some(days_after(last, policy.days))),
    }
}

/// Whether somebody is away on a day, or is replaced by one of the candidates.
fn is_away(expert: &str, candidates: &Candidates, on: Date, policy: &WavePolicy) -> bool {
    candidates.with_fallback(policy).any(|candidate| {
        candidate.expert == expert && candidate.is_absent(on)
            || candidate.instead_of.as_deref() == Some(expert)
    })
}

fn had(referrals: &[Referral]) -> HashMap<&str, PassedOverReason> {
    let mut had = HashMap::new();
    for referral in referrals {
        for past in &referral.past {
            let reason = match past.state {
                ReferralState::NotForMe => PassedOverReason::Refused,
                _ => PassedOverReason::HadIt,
            };
            had.insert(past.expert.as_str(), reason);
        }
    }
    // Whoever has it now counts by that, whatever was before.
    for referral in referrals {
        let reason = match referral.state {
            ReferralState::NotForMe => PassedOverReason::Refused,
            ReferralState::TakenBySibling => PassedOverReason::HadIt,
            _ => PassedOverReason::HasIt,
        };
        had.insert(referral.expert.as_str(), reason);
    }
    had
}

//! Companies that may be asked, months later, whether they have another need.

use std::collections::HashMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::days::{days_after, months_after};
use super::{Referral, ReferralState, TrackedNeed};

/// When to invite a company to come back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct ComeBackPolicy {
    /// How many months after an expert has closed its last need, having spoken with it: 4.
    pub after_exchange_months: u32,
    /// How many months after it asked, where nobody has spoken with it: 5.
    pub after_deposit_months: u32,
    /// For how many days it is due; those who were forgotten for longer are left in peace: 30.
    pub within_days: u32,
}

impl Default for ComeBackPolicy {
    fn default() -> ComeBackPolicy {
        ComeBackPolicy { after_exchange_months: 4, after_deposit_months: 5, within_days: 30 }
    }
}

/// A company to invite.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ComeBackDue {
    /// The id of its last need.
    pub need: String,
    /// Since when it is to be invited: a host that looks every day acts on those that are new since it last
    /// looked.
    pub since: Date,
}

/// The companies to invite on a day, each by its last need, those that have been due longest first.
///
/// A company is told apart by [`TrackedNeed::company`]; a need without one stands alone. Whoever still has an
/// open need is not invited, nor is anybody by a need that was anonymised. What is in the future on that day
/// does not count yet.
///
/// ```
/// use aiguillage::follow_up::{ComeBackPolicy, TrackedNeed, come_backs_due};
///
/// let need = TrackedNeed::new("b-17", "recruter", "2026-06-01".parse()?);
/// let due = come_backs_due(&[need], &[], "2026-11-02".parse()?, &ComeBackPolicy::default());
/// assert_eq!((&*due[0].need, due[0].since), ("b-17", "2026-11-01".parse()?));
/// # Ok::<(), jiff::Error>(())
/// ```
pub fn come_backs_due(
    needs: &[TrackedNeed],
    referrals: &[Referral],
    on: Date,
    policy: &ComeBackPolicy,
) -> Vec<ComeBackDue> {
    let mut of_need: HashMap<&str, Vec<&Referral>> = HashMap::new();
    for referral in referrals.iter().filter(|referral| referral.sent_on <= on) {
        of_need.entry(&referral.need).or_default().push(referral);
    }
    let mut companies: HashMap<(bool, &str), Vec<&TrackedNeed>> = HashMap::new();
    for need in needs.iter().filter(|need| need.deposited_on <= on) {
        // An id of a need may be written as one of a company is.
        let key = need.company.as_deref().map_or((false, need.id.as_str()), |company| (true, company));
        companies.entry(key).or_default().push(need);
    }
    let referrals_of = |need: &TrackedNeed| of_need.get(need.id.as_str()).map_or(&[][..], Vec::as_slice);
    let due = |needs: &Vec<&TrackedNeed>| {
        let last = needs.iter().max_by_key(|need| (need.deposited_on, &need.id))?;
        let is_open = |need: &&TrackedNeed| referrals_of(need).iter().any(|referral| was_open(referral, on));
        if last.anonymised_on.is_some() || needs.iter().any(is_open) {
            return None;
        }
        let exchange = referrals_of(last).iter().filter_map(|referral| exchanged_on(referral, on)).max();
        let since = match exchange {
            Some(exchange) => months_after(exchange, policy.after_exchange_months)?,
            None => months_after(last.deposited_on, policy.after_deposit_months)?,
        };
        let until = days_after(since, policy.within_days);
        (since <= on && on <= until).then(|| ComeBackDue { need: last.id.clone(), since })
    };
    let mut found: Vec<ComeBackDue> = companies.values().filter_map(due).collect();
    found.sort_unstable_by(|a, b| (a.since, &a.need).cmp(&(b.since, &b.need)));
    found
}

/// Whether a referral that was sent by a day was still open at its end.
fn was_open(referral: &Referral, on: Date) -> bool {
    referral.state.is_open() || referral.closed_on.is_some_and(|closed| closed > on)
}

/// The day an expert closed a need, having spoken with the company.
fn exchanged_on(referral: &Referral, on: Date) -> Option<Date> {
    let spoke = matches!(referral.state, ReferralState::Done | ReferralState::DoneNoHelp);
    referral.closed_on.filter(|closed| spoke && *closed <= on)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn need(id: &str, company: Option<&str>, deposited_on: Date) -> TrackedNeed {
        TrackedNeed { company: company.map(str::to_owned), ..TrackedNeed::new(id, "s", deposited_on) }
    }

    fn referral(need: &str, state: ReferralState, closed_on: Option<Date>) -> Referral {
        let text = r#"{"id": "r", "need": "n", "expert": "e", "institution": "i", "sent_on": "2026-01-02", "state": "waiting"}"#;
        let mut referral: Referral = crate::follow_up::from_json(text).unwrap();
        referral.need = need.to_owned();
        (referral.state, referral.taken_on, referral.closed_on) = (state, closed_on, closed_on);
        referral
    }

    fn due(needs: &[TrackedNeed], referrals: &[Referral], on: Date) -> Vec<(String, Date)> {
        let found = come_backs_due(needs, referrals, on, &ComeBackPolicy::default());
        found.into_iter().map(|due| (due.need, due.since)).collect()
    }

    #[test]
    fn an_exchange_counts_before_the_deposit_and_only_for_a_month() {
        let needs = [need("n", None, date(2026, 1, 1))];
        let helped = [referral("n", ReferralState::DoneNoHelp, Some(date(2026, 1, 20)))];
        let since = date(2026, 5, 20);
        assert_eq!(due(&needs, &helped, date(2026, 5, 19)), []);
        assert_eq!(due(&needs, &helped, since), [("n".to_owned(), since)]);
        assert_eq!(due(&needs, &helped, date(2026, 6, 19)).len(), 1);
        assert_eq!(due(&needs, &helped, date(2026, 6, 20)), []);
        let refused = [referral("n", ReferralState::DoneNotReachable, Some(date(2026, 1, 20)))];
        assert_eq!(due(&needs, &refused, date(2026, 6, 1)), [("n".to_owned(), date(2026, 6, 1))]);
        assert_eq!(due(&needs, &[], Date::MAX), []);
    }

    #[test]
    fn a_company_is_invited_once_by_its_last_need_and_not_while_one_is_open() {
        let needs = [need("old", Some("c"), date(2026, 1, 1)), need("new", Some("c"), date(2026, 2, 1))];
        assert_eq!(due(&needs, &[], date(2026, 6, 10)), [], "the last one counts");
        assert_eq!(due(&needs, &[], date(2026, 7, 1)), [("new".to_owned(), date(2026, 7, 1))]);
        let open = [referral("old", ReferralState::Waiting, None)];
        assert_eq!(due(&needs, &open, date(2026, 7, 1)), []);
        let closed_later = [referral("old", ReferralState::Done, Some(date(2026, 7, 2)))];
        assert_eq!(due(&needs, &closed_later, date(2026, 7, 1)), [], "it was open on that day");
        let forgotten = TrackedNeed { anonymised_on: Some(date(2026, 6, 1)), ..needs[1].clone() };
        assert_eq!(due(&[forgotten], &[], date(2026, 7, 1)), []);
        // A need of that name is not the company.
        let other = need("c", None, date(2026, 2, 1));
        assert_eq!(due(&[needs[1].clone(), other], &[], date(2026, 7, 1)).len(), 2);
    }
}

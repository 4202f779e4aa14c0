//! The plain count: one need after the other, by the words of the definitions, without any of the
//! library's own code but its types.

use std::collections::{BTreeMap, BTreeSet};

use aiguillage::follow_up::{Referral, ReferralState, TrackedNeed};
use aiguillage::impact::Figures;
use jiff::civil::Date;

use ReferralState::*;

/// Someone who got a need: institution, state (none if it was taken back), dates.
#[derive(Clone)]
struct Got {
    institution: String,
    state: Option<ReferralState>,
    sent: Date,
    since: Date,
    taken: Option<Date>,
    closed: Option<Date>,
}

fn days(from: Date, to: Date) -> i32 {
    (to - from).get_days()
}

/// Checks the figures of some needs against a plain count; `institution` looks at one only.
pub(crate) fn check(
    needs: &[TrackedNeed],
    referrals: &[Referral],
    on: Date,
    institution: Option<&str>,
    figures: &Figures,
) {
    let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
    let mut add = |name: &'static str, number: u64| *counts.entry(name).or_default() += number;
    let (mut companies, mut helped_companies) = (BTreeSet::new(), BTreeSet::new());
    let (mut to_take, mut to_answer, mut to_close) = (vec![], vec![], vec![]);
    let (mut within_3, mut within_5) = (0, 0);
    for need in needs {
        let mut got: Vec<Got> = Vec::new();
        for own in referrals.iter().filter(|own| own.need == need.id) {
            for past in &own.past {
                let refused = past.state == NotForMe;
                got.push(Got {
                    institution: past.institution.clone(),
                    state: refused.then_some(NotForMe),
                    sent: past.sent_on,
                    since: past.sent_on,
                    taken: None,
                    closed: past.closed_on,
                });
            }
            got.push(Got {
                institution: own.institution.clone(),
                state: Some(own.state),
                sent: own.sent_on,
                since: own.reopened_on.unwrap_or(own.sent_on),
                taken: own.taken_on,
                closed: own.closed_on,
            });
        }
        if let Some(institution) = institution {
            got.retain(|own| own.institution == institution);
        }
        for own in &got {
            add("sent", 1);
            add(
                match own.state {
                    None => "withdrawn",
                    Some(TakenBySibling) => "sibling",
                    Some(Waiting) => "r_waiting",
                    Some(NotForMe) => "r_refused",
                    Some(_) => "r_taken",
                },
                1,
            );
        }
        let says: Vec<&Got> =
            got.iter().filter(|own| own.state.is_some_and(|state| state != TakenBySibling)).collect();
        if institution.is_some() && says.is_empty() {
            continue;
        }
        add("deposited", 1);
        companies.extend(need.company.clone());
        add(
            "requalified",
            u64::from(need.first_subject.as_ref().is_some_and(|first| *first != need.subject)),
        );
        if got.is_empty() {
            add(if need.found == Some(0) { "nobody_found" } else { "not_sent" }, 1);
            continue;
        }
        add("matched", 1);
        let has = |state: ReferralState| says.iter().any(|own| own.state == Some(state));
        let waiting: Vec<&&Got> = says.iter().filter(|own| own.state == Some(Waiting)).collect();
        let long = !waiting.is_empty()
            && waiting.iter().map(|own| days(own.since, on)).max().unwrap() >= 45
            && waiting.iter().map(|own| days(own.since, on)).min().unwrap() >= 9;
        let refused = has(NotForMe);
        let part = if has(Done) {
            "helped"
        } else if has(DoneNoHelp) {
            "no_help"
        } else if has(DoneNotReachable) {
            "unreachable"
        } else if has(TakenInCharge) || says.is_empty() {
            "in_progress"
        } else if has(Waiting) {
            match (refused, long) {
                (false, false) => "waiting",
                (false, true) => "abandoned",
                (true, false) => "pending",
                (true, true) => "expired",
            }
        } else {
            "refused"
        };
        add(part, 1);
        let answers =
            says.iter().filter_map(|own| if own.state == Some(NotForMe) { own.closed } else { own.taken });
        let first_sent = got.iter().map(|own| own.sent).min().unwrap();
        let answered = answers.min();
        to_answer.extend(answered.map(|answered| days(first_sent, answered)));
        let silence = match answered {
            Some(answered) => days(first_sent, answered),
            None if part == "in_progress" || part == "refused" => 0,
            None => days(first_sent, on),
        };
        add("silent", u64::from(silence >= 45));
        let quickest = got.iter().filter_map(|own| Some(days(own.sent, own.taken?))).min();
        to_take.extend(quickest);
        within_3 += u64::from(quickest.is_some_and(|days| days < 3));
        within_5 += u64::from(quickest.is_some_and(|days| days < 5));
        if part == "helped" || part == "no_help" {
            let closed = says
                .iter()
                .filter(|own| matches!(own.state, Some(Done | DoneNoHelp)))
                .filter_map(|own| own.closed)
                .min();
            to_close.extend(closed.map(|closed| days(need.deposited_on, closed)));
        }
        if part == "helped" {
            helped_companies.extend(need.company.clone());
        }
    }
    let count = |name: &str| counts.get(name).copied().unwrap_or(0);
    let funnel = &figures.funnel;
    for (name, found) in [
        ("deposited", funnel.deposited),
        ("nobody_found", funnel.nobody_found),
        ("not_sent", funnel.not_sent),
        ("matched", funnel.matched),
        ("waiting", funnel.waiting),
        ("abandoned", funnel.abandoned),
        ("pending", funnel.pending),
        ("expired", funnel.expired),
        ("refused", funnel.refused),
        ("unreachable", funnel.unreachable),
        ("in_progress", funnel.in_progress),
        ("no_help", funnel.no_help),
        ("helped", funnel.helped),
        ("sent", figures.referrals.sent),
        ("withdrawn", figures.referrals.withdrawn),
        ("sibling", figures.referrals.taken_by_sibling),
        ("r_waiting", figures.referrals.waiting),
        ("r_refused", figures.referrals.refused),
        ("requalified", figures.requalified.count),
        ("silent", figures.abandoned.count),
    ] {
        assert_eq!(found, count(name), "{name} of {institution:?}");
    }
    let base = count("sent") - count("sibling") - count("withdrawn");
    assert_eq!((figures.positioning.count, figures.positioning.of), (base - count("r_waiting"), base));
    assert_eq!((figures.taken.count, figures.refusal.count), (count("r_taken"), count("r_refused")));
    assert_eq!(
        (figures.taken_within_3_days.count, figures.taken_within_3_days.of),
        (within_3, to_take.len() as u64)
    );
    assert_eq!(figures.taken_within_5_days.count, within_5);
    assert_eq!(
        (figures.companies, figures.companies_helped),
        (companies.len() as u64, helped_companies.len() as u64)
    );
    assert_eq!(figures.median_days_to_take, middle(to_take));
    assert_eq!(figures.median_days_to_answer, middle(to_answer));
    assert_eq!(figures.median_days_to_close, middle(to_close));
    adds_up(figures);
}

fn middle(mut days: Vec<i32>) -> Option<f64> {
    days.sort_unstable();
    let (first, second) = (days.get(days.len().checked_sub(1)? / 2)?, days.get(days.len() / 2)?);
    Some(f64::from(first + second) / 2.0)
}

/// Parts add up to their whole at every level.
pub(crate) fn adds_up(figures: &Figures) {
    let of = &figures.funnel;
    assert_eq!(of.deposited, of.nobody_found + of.not_sent + of.matched);
    assert_eq!(of.matched, of.waiting + of.abandoned + of.answered);
    assert_eq!(
        of.answered,
        of.pending + of.expired + of.refused + of.unreachable + of.in_progress + of.exchanged
    );
    assert_eq!(of.exchanged, of.no_help + of.helped);
    let own = &figures.referrals;
    let parts = own.waiting + own.taken_in_charge + own.done + own.done_no_help + own.done_not_reachable;
    assert_eq!(own.sent, parts + own.refused + own.taken_by_sibling + own.withdrawn);
    assert_eq!(figures.refusals.iter().map(|reason| reason.count).sum::<u64>(), own.refused);
}

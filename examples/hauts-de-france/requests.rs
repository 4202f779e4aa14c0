//! What was before the needs: the requests of the year. Most became needs; others were held, closed or not
//! read yet.

use std::collections::HashMap;
use std::path::Path;

use aiguillage::Directory;
use aiguillage::follow_up::{
    ClosureReason, HoldReason, RequestEvent, RequestEventKind, TrackedNeed, fold_requests,
};
use aiguillage::impact::{ReferralFile, RequestFile};
use fastrand::Rng;
use jiff::ToSpan;
use jiff::civil::Date;

use super::Outcome;
use super::referrals::{LAST, drawn};

/// How many requests never became needs.
const OTHERS: usize = 210;

const HOLDS: [(HoldReason, u32); 6] = [
    (HoldReason::ToConfirm, 6),
    (HoldReason::Unclear, 5),
    (HoldReason::Scope, 4),
    (HoldReason::Place, 2),
    (HoldReason::Duplicate, 2),
    (HoldReason::Company, 1),
];

const CLOSURES: [(ClosureReason, u32); 10] = [
    (ClosureReason::Employee, 6),
    (ClosureReason::Creation, 6),
    (ClosureReason::Spam, 5),
    (ClosureReason::Duplicate, 5),
    (ClosureReason::PrivatePerson, 4),
    (ClosureReason::Unconfirmed, 4),
    (ClosureReason::Unclear, 3),
    (ClosureReason::Withdrawn, 2),
    (ClosureReason::Intermediary, 2),
    (ClosureReason::OutOfScope, 2),
];

/// Writes the events of the requests that go with a file of needs and referrals.
pub(crate) fn write(directory: &Directory, referrals: &Path, path: &Path) -> Outcome<()> {
    let bytes = std::fs::read(referrals)?;
    let file = ReferralFile::read_csv("referrals.csv", &bytes, Some(directory))?;
    // Its own chance: what came before changes nothing of what follows.
    let mut rng = Rng::with_seed(2028);
    let mut sent: HashMap<&str, Date> = HashMap::new();
    for referral in &file.referrals {
        let first = referral.past.iter().map(|past| past.sent_on).chain([referral.sent_on]).min();
        let day = sent.entry(&referral.need).or_insert(referral.sent_on);
        *day = first.map_or(*day, |first| first.min(*day));
    }
    let mut events: Vec<RequestEvent> = Vec::new();
    for need in &file.needs {
        let transmitted_on = sent.get(need.id.as_str()).copied().unwrap_or(need.deposited_on);
        became_a_need(need, transmitted_on, &mut events, &mut rng);
    }
    for number in 0..OTHERS {
        let like = &file.needs[rng.usize(..file.needs.len())];
        became_nothing(number, like, &mut events, &mut rng);
    }
    events.sort_by(|a, b| (a.on, &a.request, a.kind).cmp(&(b.on, &b.request, b.kind)));
    let ignored = fold_requests(&events, None).ignored;
    if !ignored.is_empty() {
        return Err(format!("{} events could not be: {:?}", ignored.len(), ignored.first()).into());
    }
    std::fs::write(path, RequestFile::to_csv(&events))?;
    Ok(())
}

fn deposit(id: &str, like: &TrackedNeed) -> RequestEvent {
    RequestEvent {
        origin: like.origin.clone(),
        commune: like.commune.clone(),
        ..RequestEvent::new(id, RequestEventKind::Deposited, like.deposited_on)
    }
}

/// The request of a need, until it was sent.
fn became_a_need(need: &TrackedNeed, on: Date, events: &mut Vec<RequestEvent>, rng: &mut Rng) {
    let id = format!("d-{}", need.id);
    let chosen = need.first_subject.as_ref().unwrap_or(&need.subject);
    events.push(RequestEvent {
        subject: Some(chosen.clone()),
        company: need.company.clone(),
        ..deposit(&id, need)
    });
    if rng.u8(..100) < 14 {
        let held_for = Some(drawn(&HOLDS, rng));
        events.push(RequestEvent {
            held_for,
            ..RequestEvent::new(id.as_str(), RequestEventKind::Held, need.deposited_on)
        });
    }
    if need.first_subject.is_some() {
        events.push(RequestEvent {
            subject: Some(need.subject.clone()),
            from: Some(chosen.clone()),
            author: need.adviser.clone(),
            ..RequestEvent::new(id.as_str(), RequestEventKind::Requalified, on)
        });
    }
    events.push(RequestEvent {
        needs: vec![need.id.clone()],
        author: need.adviser.clone(),
        ..RequestEvent::new(id.as_str(), RequestEventKind::Transmitted, on)
    });
}

/// A request like that of a need, which became none: most were closed within days, and of the last days some
/// wait.
fn became_nothing(number: usize, like: &TrackedNeed, events: &mut Vec<RequestEvent>, rng: &mut Rng) {
    let id = format!("x-{:03}", number + 1);
    let chosen = (rng.u8(..10) < 7).then(|| like.subject.clone());
    events.push(RequestEvent { subject: chosen, ..deposit(&id, like) });
    let day = |days: i64| like.deposited_on.checked_add(days.days()).unwrap_or(LAST);
    if rng.u8(..100) < 45 {
        let held_for = Some(drawn(&HOLDS, rng));
        events.push(RequestEvent {
            held_for,
            ..RequestEvent::new(id.as_str(), RequestEventKind::Held, like.deposited_on)
        });
    }
    let on = day(rng.i64(0..6));
    let is_forgotten = rng.u8(..100) < 7;
    if on <= LAST && !is_forgotten {
        events.push(RequestEvent {
            closed_for: Some(drawn(&CLOSURES, rng)),
            author: like.adviser.clone(),
            ..RequestEvent::new(id.as_str(), RequestEventKind::Closed, on)
        });
    }
}

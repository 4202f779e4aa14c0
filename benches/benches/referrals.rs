//! Folding a million events, in order and shuffled, and the report over what they make.
#![expect(clippy::expect_used, reason = "a bench stops at the first fault")]

use aiguillage::follow_up::{
    Move, ReferralEvent, ReferralState, ReminderPolicy, Sending, TrackedNeed, fold, move_referral, reminders,
    send,
};
use aiguillage::impact::{Dimension, ImpactQuery, ImpactReport, Period};
use criterion::{BatchSize, Criterion, Throughput};
use fastrand::Rng;
use jiff::ToSpan;
use jiff::civil::{Date, date};

const EVENTS: usize = 1_000_000;
const COMMUNES: [&str; 8] = ["80021", "59350", "62041", "29155", "75112", "97411", "13201", "67482"];

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    let (needs, events) = world();
    let mut shuffled = events.clone();
    Rng::with_seed(1).shuffle(&mut shuffled);
    let referrals = fold(&events, None).referrals;
    let on = date(2026, 12, 31);
    let mut group = criterion.benchmark_group("referrals");
    group.sample_size(10).throughput(Throughput::Elements(events.len() as u64));
    for (name, events) in [("fold in order", &events), ("fold shuffled", &shuffled)] {
        group.bench_function(name, |bencher| bencher.iter_with_large_drop(|| fold(events, None)));
    }
    group.throughput(Throughput::Elements(referrals.len() as u64));
    group.bench_function("reminders", |bencher| {
        bencher.iter_with_large_drop(|| reminders(&referrals, on, &ReminderPolicy::default()));
    });
    group.throughput(Throughput::Elements(needs.len() as u64));
    for (name, by) in
        [("impact by institution", Dimension::Institution), ("impact by département", Dimension::Departement)]
    {
        let query = ImpactQuery { by: Some(by), period: Some(Period::Month), ..ImpactQuery::on(on) };
        group.bench_function(name, |bencher| {
            bencher.iter_batched(
                || (),
                |()| {
                    ImpactReport::measure(&needs, &referrals, &query, None)
                        .expect("a query that can be answered")
                },
                BatchSize::PerIteration,
            );
        });
    }
    group.finish();
    criterion.final_summary();
}

/// Needs of a year, sent to three experts each, and what these did.
fn world() -> (Vec<TrackedNeed>, Vec<ReferralEvent>) {
    let mut rng = Rng::with_seed(2026);
    let (mut needs, mut events) = (Vec::new(), Vec::with_capacity(EVENTS + 16));
    while events.len() < EVENTS {
        let id = format!("b-{}", needs.len());
        let deposited_on = later(date(2026, 1, 1), rng.i64(0..330));
        let commune = COMMUNES[rng.usize(..COMMUNES.len())];
        let need = TrackedNeed {
            commune: Some(commune.to_owned()),
            company: Some(format!("c-{}", rng.u32(..200_000))),
            ..TrackedNeed::new(id.clone(), format!("sujet-{}", rng.u8(..40)), deposited_on)
        };
        for number in 0..3 {
            let expert = rng.u16(..10_000);
            let sending = Sending {
                referral: format!("{id}-{number}"),
                need: id.clone(),
                expert: format!("expert-{expert}"),
                antenne: Some(format!("antenne-{}", expert / 10)),
                institution: format!("institution-{}", expert / 250),
                on: deposited_on,
                by_hand: false,
                author: None,
            };
            let mut changes = send(&[], &sending).expect("nothing was sent yet");
            events.append(&mut changes.events);
            let mut on = deposited_on;
            for to in [ReferralState::TakenInCharge, ReferralState::Done] {
                on = later(on, rng.i64(0..9));
                let to = if rng.u8(..10) == 0 { ReferralState::DoneNoHelp } else { to };
                let change = Move {
                    referral: sending.referral.clone(),
                    to,
                    on,
                    reason: None,
                    author: Some("agent".into()),
                };
                if rng.u8(..10) < 8
                    && let Ok(next) = move_referral(&changes.referrals, &change, &[])
                    && !next.referrals.is_empty()
                {
                    events.extend(next.events.clone());
                    changes = next;
                }
            }
        }
        needs.push(need);
    }
    (needs, events)
}

fn later(date: Date, days: i64) -> Date {
    date.checked_add(days.days()).expect("a day of some years")
}

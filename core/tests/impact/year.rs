//! A year lived by chance, day by day: its figures against the plain count, and its events shuffled
//! and repeated.

use aiguillage::follow_up::{
    Move, Reassignment, Referral, ReferralEvent, ReferralState, RefusalReason, Sending, TrackedNeed, fold,
    move_referral, reassign, send,
};
use aiguillage::impact::{Dimension, Figures, ImpactQuery, ImpactReport, Period};
use jiff::ToSpan;
use jiff::civil::Date;

use super::super::day;
use super::plain::{adds_up, check};

const COMMUNES: [&str; 6] = ["80021", "59350", "62041", "29155", "75112", "97701"];

struct Year {
    needs: Vec<TrackedNeed>,
    referrals: Vec<Referral>,
    events: Vec<ReferralEvent>,
}

/// Lives a year: everything that somebody may try is tried at some time.
fn live(seed: u64, count: usize) -> Year {
    let mut rng = fastrand::Rng::with_seed(seed);
    let mut year = Year { needs: Vec::new(), referrals: Vec::new(), events: Vec::new() };
    for number in 0..count {
        let deposited_on = day(1, 1).checked_add(rng.i64(0..330).days()).unwrap();
        let need = TrackedNeed {
            first_subject: rng.bool().then(|| "former".to_owned()),
            commune: (rng.u8(..10) > 0).then(|| COMMUNES[rng.usize(..COMMUNES.len())].to_owned()),
            found: [None, Some(0), Some(3)][rng.usize(..3)],
            company: (rng.u8(..10) > 0).then(|| format!("c{}", rng.usize(..count / 2 + 1))),
            new_company: [None, Some(true), Some(false)][rng.usize(..3)],
            adviser: rng.bool().then(|| format!("a{}", rng.u8(..3))),
            origin: rng.bool().then(|| "site".to_owned()),
            ..TrackedNeed::new(
                format!("n{number}"),
                ["recruter", "former", "clients"][rng.usize(..3)],
                deposited_on,
            )
        };
        let referrals = one(&need, &mut year.events, &mut rng);
        year.referrals.extend(referrals);
        year.needs.push(need);
    }
    year
}

fn one(need: &TrackedNeed, events: &mut Vec<ReferralEvent>, rng: &mut fastrand::Rng) -> Vec<Referral> {
    let (mut own, mut on): (Vec<Referral>, Date) = (Vec::new(), need.deposited_on);
    for step in 0..rng.usize(..12) {
        let pace = [1, 4, 30][rng.usize(..3)];
        on = on.checked_add(rng.i64(0..pace).days()).unwrap();
        let some = format!("{}-{}", need.id, rng.u8(..4));
        let institution = ["network", "i1", "i2"][rng.usize(..3)].to_owned();
        let changes = match if step == 0 { 0 } else { rng.u8(..10) } {
            0..3 => send(
                &own,
                &Sending {
                    referral: some.clone(),
                    need: need.id.clone(),
                    expert: format!("e{some}"),
                    antenne: rng.bool().then(|| format!("{institution}-1")),
                    institution,
                    on,
                    by_hand: false,
                    author: None,
                },
            ),
            3 => reassign(
                &own,
                &Reassignment {
                    referral: some,
                    expert: format!("f{step}"),
                    antenne: None,
                    institution,
                    on,
                    author: None,
                },
            ),
            _ => {
                let to = ReferralState::ALL[rng.usize(..ReferralState::ALL.len())];
                let reason = (to == ReferralState::NotForMe && rng.bool())
                    .then(|| RefusalReason::ALL[rng.usize(..RefusalReason::ALL.len())]);
                let change = Move { referral: some, to, on, reason, author: None };
                move_referral(&own, &change, &["network".to_owned()])
            }
        };
        let Ok(changes) = changes else { continue };
        events.extend(changes.events);
        for changed in changes.referrals {
            match own.iter_mut().find(|known| known.id == changed.id) {
                Some(known) => *known = changed,
                None => own.push(changed),
            }
        }
    }
    own
}

fn report(year: &Year, query: &ImpactQuery) -> ImpactReport {
    ImpactReport::measure(&year.needs, &year.referrals, query, None).unwrap()
}

fn last() -> ImpactQuery {
    // After everything that happened.
    ImpactQuery::on(day(12, 31).checked_add(400.days()).unwrap())
}

#[test]
fn figures_agree_with_the_plain_count() {
    for seed in 0..8 {
        let year = live(seed, 150);
        let query = last();
        let whole = report(&year, &query);
        assert!(whole.faults.is_empty(), "{:?}", whole.faults);
        check(&year.needs, &year.referrals, query.on, None, &whole.total);

        let by = report(&year, &ImpactQuery { by: Some(Dimension::Institution), ..query.clone() });
        assert_eq!(by.total, whole.total);
        assert!(!by.adds_up);
        for row in by.rows.iter().filter(|row| row.group.is_some()) {
            check(&year.needs, &year.referrals, query.on, row.group.as_deref(), &row.figures);
            let only = ImpactQuery { institutions: vec![row.group.clone().unwrap()], ..query.clone() };
            let filtered = report(&year, &ImpactQuery { by: Some(Dimension::Institution), ..only });
            assert_eq!(filtered.total, row.figures, "a filter and a group are the same figures");
            assert_eq!(filtered.rows.len(), 1, "nobody else has a row");
            let located: u64 = filtered.equity.territories.iter().map(|own| own.helped).sum();
            assert!(located <= filtered.total.funnel.helped, "what others did is not theirs");
        }
        let sent: u64 = by.rows.iter().map(|row| row.figures.referrals.sent).sum();
        assert_eq!(sent, whole.total.referrals.sent, "referrals add up by institution too");
    }
}

#[test]
fn needs_of_a_group_agree_with_the_plain_count_of_those_needs() {
    let year = live(7, 400);
    let query = ImpactQuery { by: Some(Dimension::Subject), period: Some(Period::Month), ..last() };
    for row in report(&year, &query).rows {
        let (subject, month) = (row.group.unwrap(), row.period.unwrap());
        let own: Vec<TrackedNeed> = year
            .needs
            .iter()
            .filter(|need| need.subject == subject && need.deposited_on.to_string().starts_with(&month))
            .cloned()
            .collect();
        check(&own, &year.referrals, query.on, None, &row.figures);
    }
}

#[test]
fn groups_and_periods_add_up_to_the_total() {
    let year = live(3, 300);
    let sum = |rows: &[aiguillage::impact::ImpactRow], of: fn(&Figures) -> u64| -> u64 {
        rows.iter().map(|row| of(&row.figures)).sum()
    };
    let columns: [fn(&Figures) -> u64; 8] = [
        |own| own.funnel.deposited,
        |own| own.funnel.abandoned,
        |own| own.funnel.expired,
        |own| own.funnel.exchanged,
        |own| own.funnel.helped,
        |own| own.referrals.sent,
        |own| own.referrals.refused,
        |own| own.taken_within_5_days.count,
    ];
    for by in Dimension::ALL.iter().filter(|by| by.is_partition() && **by != Dimension::Theme) {
        for period in [None, Some(Period::Quarter)] {
            let report = report(&year, &ImpactQuery { by: Some(*by), period, ..last() });
            assert!(report.adds_up);
            for of in columns {
                assert_eq!(sum(&report.rows, of), of(&report.total), "{by} {period:?}");
            }
            report.rows.iter().for_each(|row| adds_up(&row.figures));
        }
    }
}

#[test]
fn events_shuffled_and_repeated_make_the_same_report() {
    for seed in 0..5 {
        let year = live(seed, 120);
        let mut rng = fastrand::Rng::with_seed(seed);
        let mut events = year.events.clone();
        events.extend(year.events.iter().filter(|_| rng.bool()).cloned());
        rng.shuffle(&mut events);
        let referrals = fold(&events, None).referrals;
        let mut needs = year.needs.clone();
        needs.extend(year.needs.iter().take(20).cloned());
        rng.shuffle(&mut needs);
        for by in [None, Some(Dimension::Institution), Some(Dimension::Antenne), Some(Dimension::Departement)]
        {
            let query = ImpactQuery { by, period: Some(Period::Quarter), ..last() };
            assert_eq!(
                ImpactReport::measure(&needs, &referrals, &query, None).unwrap(),
                report(&year, &query)
            );
        }
    }
}

#[test]
fn a_past_day_is_what_its_events_say() {
    let year = live(5, 200);
    let on = day(6, 30);
    let query = ImpactQuery { by: Some(Dimension::Subject), ..ImpactQuery::on(on) };
    let as_it_stood = fold(&year.events, Some(on)).referrals;
    let needs: Vec<TrackedNeed> = year.needs.iter().filter(|need| need.deposited_on <= on).cloned().collect();
    let report = ImpactReport::measure(&year.needs, &as_it_stood, &query, None).unwrap();
    assert_eq!(report.total.funnel.deposited, needs.len() as u64);
    check(&needs, &as_it_stood, on, None, &report.total);
}

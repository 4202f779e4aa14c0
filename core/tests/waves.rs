//! Waves: to whom a need goes next, and that it never ends with nobody alerted and nobody told.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use aiguillage::follow_up::{
    Candidate, Candidates, Move, PassedOverReason, Referral, ReferralState, Sending, Transfer, Wave,
    WaveCause, WavePolicy, WaveStep, move_referral, next_wave, next_wave_in, send, transfer,
};
use aiguillage::language::Language;
use aiguillage::{MatchOptions, Need, Router};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;

fn day(day: i8) -> Date {
    date(2026, 11, day)
}

fn candidates(matched: &[&str], outside: &[&str]) -> Candidates {
    let all = |experts: &[&str]| experts.iter().map(|expert| Candidate::new(*expert, "i")).collect();
    Candidates { matched: all(matched), outside: all(outside) }
}

fn policy() -> WavePolicy {
    WavePolicy { size: 2, days: 5, outside: 1, fallback: vec![Candidate::new("team", "own")] }
}

/// Sends the need to those whom a wave alerts.
fn alert(referrals: &mut Vec<Referral>, wave: &Wave, on: Date) {
    for expert in wave.experts() {
        let sending = Sending {
            referral: format!("r-{expert}"),
            need: "n".into(),
            expert: expert.into(),
            antenne: None,
            institution: "i".into(),
            on,
            by_hand: false,
            author: None,
        };
        let sent = send(referrals, &sending).unwrap().referrals;
        referrals.extend(sent);
    }
}

fn moved(referrals: &mut [Referral], expert: &str, to: ReferralState, on: Date) {
    let change = Move { referral: format!("r-{expert}"), to, on, reason: None, author: None };
    for changed in move_referral(referrals, &change, &[]).unwrap().referrals {
        let known = referrals.iter_mut().find(|referral| referral.id == changed.id);
        *known.unwrap() = changed;
    }
}

fn experts(wave: &Wave) -> Vec<&str> {
    wave.experts().collect()
}

#[test]
fn waves_follow_each_other_to_the_end() {
    let candidates = candidates(&["a", "b", "c"], &["d", "e"]);
    let mut referrals = Vec::new();
    let mut on = day(1);
    let mut steps = Vec::new();
    for _ in 0..5 {
        let wave = next_wave(&candidates, &referrals, on, &policy()).unwrap();
        steps.push((
            wave.step,
            wave.number,
            wave.experts().map(str::to_owned).collect::<Vec<_>>(),
            wave.since,
        ));
        alert(&mut referrals, &wave, on);
        if wave.step == WaveStep::NobodyLeft {
            break;
        }
        let early = next_wave(&candidates, &referrals, on.checked_add(4.days()).unwrap(), &policy()).unwrap();
        assert_eq!((early.step, early.cause), (WaveStep::Wait, WaveCause::Pending));
        on = on.checked_add(5.days()).unwrap();
        assert_eq!(early.since, Some(on), "it says when the next one is due");
    }
    let own = |experts: &[&str]| experts.iter().map(|expert| (*expert).to_owned()).collect::<Vec<_>>();
    let expected = [
        (WaveStep::Matched, 1, own(&["a", "b"]), None),
        (WaveStep::Matched, 2, own(&["c"]), Some(day(6))),
        (WaveStep::Outside, 3, own(&["d"]), Some(day(11))),
        (WaveStep::Fallback, 4, own(&["team"]), Some(day(16))),
        (WaveStep::NobodyLeft, 5, own(&[]), Some(day(21))),
    ];
    assert_eq!(steps, expected);
    // What is to be told stays the same news until something changes.
    let later = next_wave(&candidates, &referrals, day(29), &policy()).unwrap();
    assert_eq!((later.tell_company, later.since), (true, Some(day(21))));
    assert_eq!(
        later.sentence,
        "Vague 5\u{a0}: personne n’a bougé depuis 5\u{a0}jours. Il n’y a plus personne à alerter\u{a0}: l’entreprise doit être prévenue."
    );
}

#[test]
fn whoever_moves_ends_the_waves_and_refusals_do_not_make_anybody_wait() {
    let candidates = candidates(&["a", "b", "c"], &[]);
    let mut referrals = Vec::new();
    let first = next_wave(&candidates, &referrals, day(1), &policy()).unwrap();
    alert(&mut referrals, &first, day(1));
    moved(&mut referrals, "a", ReferralState::NotForMe, day(2));
    let one_left = next_wave(&candidates, &referrals, day(3), &policy()).unwrap();
    assert_eq!(one_left.step, WaveStep::Wait, "the other may still answer");
    moved(&mut referrals, "b", ReferralState::NotForMe, day(3));
    let refused = next_wave(&candidates, &referrals, day(3), &policy()).unwrap();
    assert_eq!(
        (refused.cause, refused.since, experts(&refused)),
        (WaveCause::Refused, Some(day(3)), vec!["c"])
    );
    let reasons: Vec<_> =
        refused.passed_over.iter().map(|passed| (passed.expert.as_str(), passed.reason)).collect();
    let expected = [
        ("a", PassedOverReason::Refused),
        ("b", PassedOverReason::Refused),
        ("team", PassedOverReason::Later),
    ];
    assert_eq!(reasons, expected);
    for state in [ReferralState::TakenInCharge, ReferralState::Done, ReferralState::DoneNotReachable] {
        let mut referrals = referrals.clone();
        moved(&mut referrals, "a", ReferralState::Waiting, day(4));
        moved(&mut referrals, "a", state, day(5));
        let settled = next_wave(&candidates, &referrals, day(29), &policy()).unwrap();
        assert_eq!((settled.step, settled.tell_company, settled.since), (WaveStep::Settled, false, None));
    }
    // Somebody who gives it back has as long as everybody else.
    moved(&mut referrals, "a", ReferralState::Waiting, day(9));
    let again = next_wave(&candidates, &referrals, day(13), &policy()).unwrap();
    assert_eq!((again.step, again.since), (WaveStep::Wait, Some(day(14))));
}

#[test]
fn the_absent_and_the_full_are_passed_over_while_there_is_somebody_else() {
    let mut candidates = candidates(&["away", "full", "a"], &[]);
    candidates.matched[0].absent_until = Some(day(3));
    candidates.matched[1].full = true;
    let wave = next_wave_in(&candidates, &[], day(1), &policy(), Language::English).unwrap();
    assert_eq!(experts(&wave), ["a"]);
    assert_eq!(
        wave.sentence,
        "Wave 1: the need was sent to nobody yet. To alert: a, among the experts who match. Passed over: away (away until 3\u{a0}November\u{a0}2026), full (full)."
    );
    assert_eq!(experts(&next_wave(&candidates, &[], day(4), &policy()).unwrap()), ["away", "a"]);
    // Those who have the need and are away cannot move: nobody waits for them.
    let mut referrals = Vec::new();
    alert(&mut referrals, &wave, day(1));
    candidates.matched[2].absent_until = Some(day(20));
    let next = next_wave(&candidates, &referrals, day(2), &policy()).unwrap();
    assert_eq!((next.cause, next.step, experts(&next)), (WaveCause::Away, WaveStep::Fallback, vec!["team"]));
    // Without anybody else they are better than nobody.
    let nobody = WavePolicy { fallback: Vec::new(), ..policy() };
    let last = next_wave(&candidates, &referrals, day(2), &nobody).unwrap();
    assert_eq!((last.step, experts(&last)), (WaveStep::Unavailable, vec!["away", "full"]));
}

#[test]
fn whoever_is_replaced_or_was_named_by_the_host_is_seen_to_be_away() {
    let mut referrals = Vec::new();
    let first = next_wave(&candidates(&["a"], &[]), &[], day(1), &policy()).unwrap();
    alert(&mut referrals, &first, day(1));
    let mut replaced = candidates(&["s"], &[]);
    replaced.matched[0].instead_of = Some("a".into());
    let next = next_wave(&replaced, &referrals, day(2), &policy()).unwrap();
    assert_eq!((next.cause, experts(&next)), (WaveCause::Away, vec!["s"]));
    let mut referrals = Vec::new();
    alert(&mut referrals, &next_wave(&candidates(&[], &[]), &[], day(1), &policy()).unwrap(), day(1));
    let mut named = policy();
    named.fallback[0].absent_until = Some(day(20));
    let next = next_wave(&candidates(&[], &[]), &referrals, day(2), &named).unwrap();
    assert_eq!((next.cause, next.tell_company), (WaveCause::Away, true));
}

#[test]
fn a_referral_that_goes_over_to_a_successor_is_no_wave() {
    let candidates = candidates(&["a", "b", "c"], &[]);
    let mut referrals = Vec::new();
    alert(&mut referrals, &next_wave(&candidates, &[], day(1), &policy()).unwrap(), day(1));
    let to = Transfer {
        referral: "r-a".into(),
        expert: "z".into(),
        antenne: None,
        institution: "i".into(),
        on: day(3),
        author: None,
    };
    referrals[0] = transfer(&referrals, &to).unwrap().referrals.remove(0);
    let next = next_wave(&candidates, &referrals, day(9), &policy()).unwrap();
    assert_eq!((next.number, experts(&next)), (2, vec!["c"]));
}

#[test]
fn a_limit_of_matches_sends_nobody_outside_the_territory() {
    let router = Router::from_json(
        r#"{"themes": [{"id": "t", "label": "T"}], "subjects": [{"id": "s", "theme": "t", "label": "S"}],
            "institutions": [{"id": "i", "name": "I"}],
            "antennes": [{"id": "somme", "institution": "i", "name": "Somme", "zones": ["departement:80"]}],
            "experts": [{"id": "e", "antenne": "somme", "name": "E", "competences": [{"subject": "s"}]},
                        {"id": "f", "antenne": "somme", "name": "F", "competences": [{"subject": "s"}]}]}"#,
    )
    .unwrap();
    let one = MatchOptions { limit: Some(1), ..MatchOptions::default() };
    let candidates = Candidates::of(&router, &Need::new("s", "80021"), &one).unwrap();
    assert_eq!(candidates.matched.len(), 2);
}

#[test]
fn a_need_for_which_nobody_was_found_is_told_at_once() {
    let nobody = WavePolicy::default();
    let wave = next_wave(&Candidates::default(), &[], day(1), &nobody).unwrap();
    assert_eq!((wave.step, wave.cause, wave.tell_company), (WaveStep::NobodyLeft, WaveCause::First, true));
}

#[test]
fn what_makes_no_sense_is_refused() {
    let nobody = WavePolicy { size: 0, ..policy() };
    let error = next_wave(&candidates(&["a"], &[]), &[], day(1), &nobody).unwrap_err();
    assert_eq!((error.code(), error.field()), ("invalid_value", Some("policy.size")));
    for (part, list) in [("candidates.matched", 0), ("candidates.outside", 1), ("policy.fallback", 2)] {
        let (mut all, mut named) = (candidates(&["a"], &["b"]), policy());
        let lists = [&mut all.matched, &mut all.outside, &mut named.fallback];
        lists.into_iter().nth(list).unwrap().push(Candidate::new(" ", "i"));
        let error = next_wave(&all, &[], day(1), &named).unwrap_err();
        let field = format!("{part}[1].expert");
        assert_eq!((error.code(), error.field()), ("missing_field", Some(&*field)));
    }
    let mut referrals = Vec::new();
    let all = candidates(&["a", "b"], &[]);
    alert(&mut referrals, &next_wave(&all, &[], day(1), &policy()).unwrap(), day(1));
    referrals[1].need = "m".into();
    let error = next_wave(&all, &referrals, day(2), &policy()).unwrap_err();
    assert_eq!((error.code(), error.field()), ("invalid_value", Some("referrals")));
}

proptest! {
    /// A host that looks every day, whatever people do: nobody is alerted twice, and on every day somebody has
    /// the need, or is alerted, or the company is told.
    #[test]
    fn a_need_never_ends_with_nobody_alerted_and_nobody_told(
        matched in 0..6_usize,
        outside in 0..4_usize,
        away in proptest::collection::vec(0..40_i8, 10),
        full in proptest::collection::vec(any::<bool>(), 10),
        size in 1..4_u32,
        days in 0..7_u32,
        has_fallback in any::<bool>(),
        moves in proptest::collection::vec((0..8_usize, 0..4_usize), 0..40),
    ) {
        let mut all: Vec<Candidate> = (0..10).map(|number| Candidate::new(format!("e{number}"), "i")).collect();
        for (candidate, full) in all.iter_mut().zip(full) {
            candidate.full = full;
        }
        let policy = WavePolicy {
            size,
            days,
            outside: 2,
            fallback: if has_fallback { vec![Candidate::new("team", "own")] } else { Vec::new() },
        };
        let mut referrals: Vec<Referral> = Vec::new();
        let mut moves = moves.into_iter();
        for number in 0..60 {
            let on = date(2026, 11, 1).checked_add(number.days()).unwrap();
            for (candidate, until) in all.iter_mut().zip(&away) {
                let until = date(2026, 11, 1).checked_add(i64::from(*until).days()).unwrap();
                candidate.absent_until = (on <= until).then_some(until);
            }
            let candidates =
                Candidates { matched: all[..matched].to_vec(), outside: all[6..6 + outside].to_vec() };
            let wave = next_wave(&candidates, &referrals, on, &policy).unwrap();
            let has = |states: &[ReferralState]| {
                referrals.iter().any(|referral| states.contains(&referral.state))
            };
            // A step is only reached where the ones before it have nobody.
            let left = |list: &[Candidate], is_there: bool| {
                let never_had = |candidate: &&Candidate| {
                    referrals.iter().all(|referral| referral.expert != candidate.expert)
                };
                let available = |candidate: &&Candidate| !candidate.full && !candidate.is_absent(on);
                let mut left = list.iter().filter(never_had);
                if is_there { left.any(|candidate| available(&candidate)) } else { left.next().is_some() }
            };
            let sent_outside = referrals.iter().filter(|referral| {
                candidates.outside.iter().any(|candidate| candidate.expert == referral.expert)
                    && candidates.matched.iter().all(|candidate| candidate.expert != referral.expert)
            });
            let more_outside = sent_outside.count() < 2 && left(&candidates.outside, true);
            let matched = left(&candidates.matched, true);
            let named = left(&policy.fallback, true);
            let expected = match wave.step {
                WaveStep::Settled => has(&[ReferralState::TakenInCharge]),
                WaveStep::Wait => {
                    has(&[ReferralState::Waiting]) && wave.since.is_some_and(|since| since > on)
                }
                WaveStep::Matched => matched,
                WaveStep::Outside => !matched && more_outside,
                WaveStep::Fallback => !matched && !more_outside && named,
                WaveStep::Unavailable => {
                    !matched && !more_outside && !named && left(&candidates.matched, false)
                }
                WaveStep::NobodyLeft => {
                    !more_outside && !named && !left(&candidates.matched, false)
                }
            };
            prop_assert!(expected, "{wave:?}");
            prop_assert_eq!(wave.alert.is_empty(), matches!(wave.step, WaveStep::Settled | WaveStep::Wait | WaveStep::NobodyLeft));
            prop_assert_eq!(wave.tell_company, wave.step == WaveStep::NobodyLeft);
            prop_assert!(wave.alert.len() <= size as usize && !wave.sentence.is_empty());
            // Sending refuses whoever has the need already.
            alert(&mut referrals, &wave, on);
            if let Some((referral, to)) = moves.next() {
                let to = [ReferralState::NotForMe, ReferralState::Waiting, ReferralState::TakenInCharge, ReferralState::NotForMe][to];
                if let Some(id) = referrals.get(referral).map(|referral| referral.id.clone()) {
                    let change = Move { referral: id, to, on, reason: None, author: None };
                    if let Ok(changes) = move_referral(&referrals, &change, &[]) {
                        for changed in changes.referrals {
                            let known = referrals.iter_mut().find(|referral| referral.id == changed.id);
                            *known.unwrap() = changed;
                        }
                    }
                }
            }
        }
    }
}

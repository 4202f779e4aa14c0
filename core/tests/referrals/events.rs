//! Events, in whatever order they come.

use aiguillage::follow_up::{
    Changes, Comment, Departure, Reassignment, Referral, ReferralEvent, ReferralState, Transfer, comment,
    fold, move_referral, reassign, send, transfer, transfer_all,
};
use jiff::ToSpan;
use proptest::prelude::*;

use super::super::{day, sending, sent, take, to};

/// What somebody tries to do on some day: many tries are refused, as in life.
#[derive(Clone, Debug)]
enum Try {
    Send { expert: u8, network: bool },
    Move { referral: u8, to: ReferralState },
    Reassign { referral: u8, expert: u8 },
    Transfer { referral: u8, expert: u8 },
    Leave { expert: u8, successor: u8 },
    Comment { referral: u8 },
}

fn tries() -> impl Strategy<Value = Vec<(i64, Try)>> {
    tries_of(0..60)
}

fn tries_of(number: std::ops::Range<usize>) -> impl Strategy<Value = Vec<(i64, Try)>> {
    let state = proptest::sample::select(ReferralState::ALL);
    let one = prop_oneof![
        2 => (0..6_u8, any::<bool>()).prop_map(|(expert, network)| Try::Send { expert, network }),
        6 => (0..6_u8, state).prop_map(|(referral, to)| Try::Move { referral, to }),
        1 => (0..6_u8, 0..9_u8).prop_map(|(referral, expert)| Try::Reassign { referral, expert }),
        1 => (0..6_u8, 0..9_u8).prop_map(|(referral, expert)| Try::Transfer { referral, expert }),
        1 => (0..9_u8, 0..9_u8).prop_map(|(expert, successor)| Try::Leave { expert, successor }),
        1 => (0..6_u8).prop_map(|referral| Try::Comment { referral }),
    ];
    // Days go by, or do not: much happens on the same day.
    proptest::collection::vec((0..3_i64, one), number)
}

/// Does what can be done; returns all that happened and how it ended.
fn play(tries: &[(i64, Try)]) -> (Vec<ReferralEvent>, Vec<Referral>) {
    let (mut events, mut referrals, mut on) = (Vec::new(), Vec::new(), day(1));
    let single_takers = ["network".to_owned()];
    for (days, one) in tries {
        on = on.checked_add(days.days()).unwrap();
        let changes = match one {
            Try::Send { expert, network } => {
                let institution = if *network { "network" } else { "other" };
                send(&referrals, &sending(&format!("r{expert}"), &format!("e{expert}"), institution, on))
            }
            Try::Move { referral, to: state } => {
                move_referral(&referrals, &to(&format!("r{referral}"), *state, on), &single_takers)
            }
            Try::Reassign { referral, expert } => {
                let to = Reassignment {
                    referral: format!("r{referral}"),
                    expert: format!("e{expert}"),
                    antenne: None,
                    institution: "other".into(),
                    on,
                    author: None,
                };
                reassign(&referrals, &to)
            }
            Try::Transfer { referral, expert } => transfer(
                &referrals,
                &Transfer {
                    referral: format!("r{referral}"),
                    expert: format!("e{expert}"),
                    antenne: None,
                    institution: "other".into(),
                    on,
                    author: None,
                },
            ),
            Try::Leave { expert, successor } => {
                let departure = Departure {
                    expert: format!("e{expert}"),
                    successor: format!("e{successor}"),
                    antenne: None,
                    institution: "other".into(),
                    on,
                    author: None,
                };
                transfer_all(&referrals, &departure)
                    .map(|changes| Changes { events: changes.events, referrals: changes.referrals })
            }
            Try::Comment { referral } => {
                comment(&referrals, &Comment { referral: format!("r{referral}"), on, author: None })
            }
        };
        if let Ok(changes) = changes {
            events.extend(changes.events.clone());
            take(&mut referrals, changes);
        }
    }
    referrals.sort_by(|a, b| a.id.cmp(&b.id));
    (events, referrals)
}

proptest! {
    #[test]
    fn shuffled_and_repeated_events_make_the_same_referrals(tries in tries(), seed in any::<u64>()) {
        let (events, referrals) = play(&tries);
        let folded = fold(&events, None);
        prop_assert_eq!(&folded.referrals, &referrals);
        prop_assert!(folded.ignored.is_empty(), "{:?}", folded.ignored);
        for referral in &referrals {
            prop_assert!(referral.check().is_ok(), "{:?}", referral.check());
        }

        let mut rng = fastrand::Rng::with_seed(seed);
        let mut late = events.clone();
        late.extend(events.iter().filter(|_| rng.bool()).cloned());
        rng.shuffle(&mut late);
        prop_assert_eq!(fold(&late, None), folded);
    }

    #[test]
    fn a_host_that_stores_states_comes_to_the_same(tries in tries()) {
        let (events, referrals) = play(&tries);
        let mut states: Vec<Referral> = Vec::new();
        for event in &events {
            match states.iter_mut().find(|own| own.id == event.referral) {
                Some(own) => {
                    own.apply(event).unwrap();
                    let once = own.clone();
                    own.apply(event).unwrap();
                    prop_assert_eq!(&*own, &once);
                }
                None => states.extend(fold(std::slice::from_ref(event), None).referrals),
            }
        }
        states.sort_by(|a, b| a.id.cmp(&b.id));
        prop_assert_eq!(states, referrals);
    }

    #[test]
    fn what_had_happened_by_a_day_is_what_was_there_that_day(tries in tries(), cut in 0..40_usize) {
        let cut = cut.min(tries.len());
        let (before, then) = play(&tries[..cut]);
        let (all, _) = play(&tries);
        let Some(last) = before.last() else { return Ok(()) };
        // Only where nothing more happened on the day of the cut.
        if all.get(before.len()).is_none_or(|next| next.on > last.on) && all.starts_with(&before) {
            prop_assert_eq!(fold(&all, Some(last.on)).referrals, then);
        }
    }

    #[test]
    fn any_events_make_sound_referrals_and_the_same_ones(
        raw in proptest::collection::vec((0..3_u8, 1..6_i8, 0..4_u32, 0..5_usize, 0..7_usize, any::<bool>()), 0..30),
        seed in any::<u64>(),
    ) {
        let mut events: Vec<ReferralEvent> = raw
            .into_iter()
            .map(|(referral, on, seq, kind, state, expert)| ReferralEvent {
                referral: format!("r{referral}"),
                on: day(on),
                seq,
                need: "n".into(),
                kind: aiguillage::follow_up::EventKind::ALL[kind],
                to: ReferralState::ALL[state],
                reason: None,
                author: None,
                expert: expert.then(|| format!("e{seq}")),
                antenne: None,
                institution: expert.then(|| "i".into()),
                by_hand: false,
            })
            .collect();
        let folded = fold(&events, None);
        for referral in &folded.referrals {
            prop_assert!(referral.check().is_ok(), "{referral:?}");
        }
        fastrand::Rng::with_seed(seed).shuffle(&mut events);
        prop_assert_eq!(fold(&events, None), folded);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    /// Three hundred days, and surveys besides: through the boundary, where events of later versions come too.
    #[test]
    fn a_year_shuffled_and_doubled_folds_the_same(tries in tries_of(300..400), seed in any::<u64>()) {
        use aiguillage::boundary::{Target, call};
        let (events, referrals) = play(&tries);
        let text = |event: &ReferralEvent| serde_json::to_string(event).unwrap();
        let mut texts: Vec<String> = events.iter().map(text).collect();
        texts.extend((1..9).map(|day| format!(r#"{{"referral": "r1", "on": "2026-12-0{day}", "kind": "paused"}}"#)));
        let fold = |texts: &[String]| {
            call("fold", Target::Nothing, &format!(r#"{{"events": [{}]}}"#, texts.join(","))).unwrap()
        };
        let folded = fold(&texts);
        let read: aiguillage::follow_up::Folded = serde_json::from_str(&folded).unwrap();
        prop_assert_eq!((read.referrals, read.ignored.len(), read.unknown.len()), (referrals, 0, 8));
        let mut late = [texts.clone(), texts].concat();
        fastrand::Rng::with_seed(seed).shuffle(&mut late);
        prop_assert_eq!(fold(&late), folded);
    }
}

#[test]
fn a_late_event_takes_its_place_by_date() {
    let first = send(&[], &sending("r", "e", "i", day(1))).unwrap();
    let taken = move_referral(&first.referrals, &to("r", ReferralState::TakenInCharge, day(4)), &[]).unwrap();
    // Offline, the expert had refused before.
    let refused = move_referral(&first.referrals, &to("r", ReferralState::NotForMe, day(3)), &[]).unwrap();
    let folded = fold(&[first.events, taken.events, refused.events].concat(), None);
    assert_eq!(folded.referrals[0].state, ReferralState::NotForMe);
    assert_eq!(folded.ignored[0].code, "forbidden_transition");
    assert_eq!(folded.ignored[0].event.on, day(4));
}

#[test]
fn what_no_referral_began_is_reported() {
    let first = send(&[], &sending("r", "e", "i", day(2))).unwrap();
    let moved = move_referral(&first.referrals, &to("r", ReferralState::Done, day(3)), &[]).unwrap().events;
    assert_eq!(fold(&moved, None).ignored[0].code, "unknown_referral");

    let mut early = moved[0].clone();
    early.on = day(1);
    let mut of_another_need = moved[0].clone();
    of_another_need.need = "m".into();
    let mut sent_again = first.events[0].clone();
    sent_again.on = day(4);
    let codes = |extra: ReferralEvent| -> Vec<String> {
        let folded = fold(&[first.events.clone(), vec![extra]].concat(), None);
        assert_eq!(folded.referrals.len(), 1);
        folded.ignored.into_iter().map(|own| own.code).collect()
    };
    assert_eq!(codes(early), ["unknown_referral"], "before it was sent there was nothing");
    assert_eq!(codes(of_another_need), ["unknown_referral"]);
    assert_eq!(codes(sent_again), ["duplicate_id"]);
}

#[test]
fn events_of_a_later_version_are_told_and_the_others_count() {
    use aiguillage::boundary::{Target, call};
    let fold = |events: &str| call("fold", Target::Nothing, &format!("{{\"events\": [{events}]}}"));
    let sent = serde_json::to_string(&send(&[], &sending("r", "e", "i", day(2))).unwrap().events[0]).unwrap();
    let later = r#"{"referral": "r", "on": "2026-11-04", "kind": "paused", "for": {"days": 30}}"#;
    let without_on = r#"{"kind": "movd", "referral": "s"}"#;
    let folded = fold(&[sent.as_str(), later, without_on].join(",")).unwrap();
    let again = fold(&[without_on, later, sent.as_str(), later, sent.as_str()].join(",")).unwrap();
    assert_eq!(folded, again, "in whatever order and however often");
    let folded: aiguillage::follow_up::Folded = serde_json::from_str(&folded).unwrap();
    assert_eq!(folded.referrals.len(), 1);
    let told: Vec<_> = folded
        .unknown
        .iter()
        .map(|event| (event.of.as_deref(), event.kind.as_str(), event.code.as_str()))
        .collect();
    assert_eq!(told, [(Some("r"), "paused", "unknown_kind"), (Some("s"), "movd", "unknown_kind")]);
    assert!(folded.unknown[1].message.ends_with("did you mean `moved`?"), "{}", folded.unknown[1].message);
    // An event of a known kind that cannot be read is no later version's.
    let error = fold(r#"{"referral": "r", "kind": "moved", "need": "n", "on": "2026-11-04"}"#).unwrap_err();
    assert_eq!((error.code, error.field.as_deref()), ("missing_field", Some("events[0].to")));
}

#[test]
fn a_state_takes_no_event_from_before_it() {
    let mut own = sent("r", day(2));
    let taken = move_referral(&[own.clone()], &to("r", ReferralState::TakenInCharge, day(4)), &[]).unwrap();
    own.apply(&taken.events[0]).unwrap();
    let mut early = taken.events[0].clone();
    early.seq = 0;
    early.on = day(3);
    let before = own.clone();
    assert_eq!(own.apply(&early).unwrap_err().code(), "impossible_date");
    early.referral = "s".into();
    assert_eq!(own.apply(&early).unwrap_err().code(), "unknown_referral");
    assert_eq!(own, before);
}

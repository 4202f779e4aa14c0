//! Requests lived by chance: whatever happens to them, in whatever order it is told, each has one fate.

use aiguillage::follow_up::{
    ClosureReason, HoldReason, RequestEvent, RequestEventKind, RequestFate, TrackedRequest, fold_requests,
};
use proptest::prelude::*;

use super::super::day;

/// An event of a kind, complete or lacking something, some days after the first of November.
fn event() -> impl Strategy<Value = RequestEvent> {
    let kind = proptest::sample::select(RequestEventKind::ALL);
    let subject = proptest::sample::select(&["recruter", "former"][..]);
    (0..3_u8, kind, 1..8_i8, 0..4_u32, subject, any::<bool>(), 0..20_u8).prop_map(
        |(request, kind, on, seq, subject, named, lacking)| {
            let whole = lacking > 0;
            let is = |wanted: RequestEventKind| whole && kind == wanted;
            let has_subject =
                kind == RequestEventKind::Requalified || named && kind == RequestEventKind::Deposited;
            RequestEvent {
                seq,
                subject: (whole && has_subject).then(|| subject.to_owned()),
                needs: if is(RequestEventKind::Transmitted) { vec![format!("b{on}")] } else { Vec::new() },
                held_for: is(RequestEventKind::Held).then_some(HoldReason::Scope),
                closed_for: is(RequestEventKind::Closed).then_some(ClosureReason::Duplicate),
                ..RequestEvent::new(format!("d{request}"), kind, day(on))
            }
        },
    )
}

/// What one after the other makes of the events of a request that are in order, without any fold.
fn plainly(events: &[RequestEvent], id: &str) -> Option<TrackedRequest> {
    let mut request: Option<TrackedRequest> = None;
    for event in events.iter().filter(|event| event.request == id) {
        // A number that was applied already is passed over by `apply`, but not by a fold: no numbers.
        let event = RequestEvent { seq: 0, ..event.clone() };
        match &mut request {
            None => request = TrackedRequest::begin(&event).ok(),
            Some(request) => drop(request.apply(&event)),
        }
    }
    request
}

proptest! {
    #[test]
    fn order_and_repetition_do_not_matter(
        events in proptest::collection::vec(event(), 0..40),
        twice in proptest::collection::vec(any::<bool>(), 40),
        seed in any::<u64>(),
    ) {
        let folded = fold_requests(&events, None);
        let again = events.iter().zip(twice).filter(|(_, twice)| *twice).map(|(event, _)| event.clone());
        let mut told: Vec<RequestEvent> = events.iter().cloned().chain(again).collect();
        fastrand::Rng::with_seed(seed).shuffle(&mut told);
        prop_assert_eq!(fold_requests(&told, None), folded);
    }

    #[test]
    fn every_request_has_one_fate_at_any_date(events in proptest::collection::vec(event(), 0..40)) {
        let whole = fold_requests(&events, None);
        for on in 0..9 {
            let on = day(1 + on);
            let then = fold_requests(&events, Some(on));
            for request in &then.requests {
                prop_assert_eq!(request.check(), Ok(()));
                prop_assert_eq!(request.state_on(on).map(|state| state.fate()), Some(request.state.fate()));
                let is_transmitted = request.state.fate() == RequestFate::Transmitted;
                prop_assert_eq!(is_transmitted, !request.needs.is_empty());
                let later = whole.requests.iter().find(|own| own.id == request.id).unwrap();
                prop_assert_eq!(&later.chosen_subject, &request.chosen_subject, "the first choice stays");
            }
        }
    }

    #[test]
    fn a_fold_is_what_one_after_the_other_makes(events in proptest::collection::vec(event(), 0..40)) {
        let mut ordered: Vec<RequestEvent> = Vec::new();
        for (number, event) in (1..).zip(&events) {
            // One a day, so that days alone order them.
            let on = jiff::civil::date(2026, 1, 1).checked_add(jiff::Span::new().days(number)).unwrap();
            ordered.push(RequestEvent { seq: 0, on, ..event.clone() });
        }
        for request in fold_requests(&ordered, None).requests {
            prop_assert_eq!(plainly(&ordered, &request.id), Some(request));
        }
    }
}

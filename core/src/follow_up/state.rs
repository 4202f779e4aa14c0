//! The states of a referral, and what they make of a need.

use crate::record::words::words;

words! {
    /// Where a referral stands.
    ReferralState, "state";
    /// Sent, and the expert has not moved.
    Waiting "waiting" "En attente de réponse",
    /// The expert has said that they will call the company.
    TakenInCharge "taken_in_charge" "Prise en charge",
    /// Closed: the company was helped.
    Done "done" "Aide proposée",
    /// Closed: the company was called, and there was no help for it.
    DoneNoHelp "done_no_help" "Pas d’aide disponible",
    /// Closed: the company could not be reached.
    DoneNotReachable "done_not_reachable" "Entreprise injoignable",
    /// Closed: the expert has refused.
    NotForMe "not_for_me" "Refusée",
    /// Closed by itself: another expert of the same network takes the need. It is no refusal.
    TakenBySibling "taken_by_sibling" "Prise en charge par un collègue du réseau",
}

impl ReferralState {
    /// Whether nothing more is expected of the expert.
    pub fn is_closed(self) -> bool {
        !matches!(self, ReferralState::Waiting | ReferralState::TakenInCharge)
    }

    /// Whether it was closed by who had taken the need in charge.
    pub fn is_done(self) -> bool {
        matches!(self, ReferralState::Done | ReferralState::DoneNoHelp | ReferralState::DoneNotReachable)
    }

    /// Whether a person may move a referral from here to `to`. `taken_by_sibling` is only ever a
    /// consequence, and staying is no move.
    ///
    /// ```
    /// use aiguillage::follow_up::ReferralState::*;
    ///
    /// assert!(Waiting.may_become(TakenInCharge) && TakenInCharge.may_become(Waiting));
    /// assert!(Done.may_become(Waiting) && !Done.may_become(TakenInCharge));
    /// assert!(!TakenInCharge.may_become(NotForMe));
    /// ```
    pub fn may_become(self, to: ReferralState) -> bool {
        use ReferralState::{NotForMe, TakenInCharge, Waiting};
        match self {
            Waiting => to == TakenInCharge || to == NotForMe || to.is_done(),
            TakenInCharge => to == Waiting || to.is_done(),
            _ => to == Waiting,
        }
    }
}

words! {
    /// Where a need stands, by its referrals.
    NeedStatus, "status";
    /// Nothing was sent.
    NotSent "not_sent" "Pas encore transmis",
    /// Somebody has helped.
    Done "done" "Aide proposée",
    /// Somebody has called, and there was no help.
    DoneNoHelp "done_no_help" "Pas d’aide disponible",
    /// The company could not be reached.
    DoneNotReachable "done_not_reachable" "Entreprise injoignable",
    /// Somebody takes care of it.
    TakenInCharge "taken_in_charge" "Prise en charge",
    /// Everybody who has it may still answer, or somebody may.
    Waiting "waiting" "En attente de réponse",
    /// Everybody has refused.
    NotForMe "not_for_me" "Refusé par tous",
}

/// The status of a need from the states of its referrals: `not_sent` where there is none, else the
/// first present of done, done_no_help, done_not_reachable, taken_in_charge, waiting, not_for_me.
///
/// `taken_by_sibling` counts for nothing beside another state; alone (whoever took the need was
/// taken off it) it leaves a need that nobody has: `not_for_me`. A need may be `done` while some of
/// its referrals are still open.
///
/// ```
/// use aiguillage::follow_up::{NeedStatus, ReferralState::*, need_status};
///
/// assert_eq!(need_status(&[Waiting, DoneNoHelp]), NeedStatus::DoneNoHelp);
/// assert_eq!(need_status(&[]), NeedStatus::NotSent);
/// ```
pub fn need_status(states: &[ReferralState]) -> NeedStatus {
    let order = [
        (ReferralState::Done, NeedStatus::Done),
        (ReferralState::DoneNoHelp, NeedStatus::DoneNoHelp),
        (ReferralState::DoneNotReachable, NeedStatus::DoneNotReachable),
        (ReferralState::TakenInCharge, NeedStatus::TakenInCharge),
        (ReferralState::Waiting, NeedStatus::Waiting),
    ];
    if states.is_empty() {
        return NeedStatus::NotSent;
    }
    let first = order.into_iter().find(|(state, _)| states.contains(state));
    first.map_or(NeedStatus::NotForMe, |(_, status)| status)
}

words! {
    /// Why an expert refused.
    RefusalReason, "reason";
    /// The subject is not theirs.
    Subject "subject" "Sujet hors de ma compétence",
    /// The company is not on their territory.
    Territory "territory" "Hors de mon territoire",
    /// The company does not meet the conditions.
    Criteria "criteria" "Entreprise hors critères",
    /// No time, or nobody there.
    Capacity "capacity" "Pas disponible",
    /// The company is already being helped with it.
    AlreadyHelped "already_helped" "Entreprise déjà accompagnée",
    /// The request is no need: a sales call, a test, a mistake.
    NotANeed "not_a_need" "Demande sans objet",
    /// Something else.
    Other "other" "Autre raison",
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn transitions_are_those_of_the_design_and_no_others() {
        use ReferralState::*;
        let mut allowed = Vec::new();
        for from in ReferralState::ALL {
            for to in ReferralState::ALL {
                if from.may_become(*to) {
                    allowed.push((*from, *to));
                }
            }
        }
        let closed = [Done, DoneNoHelp, DoneNotReachable];
        let mut expected = vec![(Waiting, TakenInCharge)];
        expected.extend(closed.map(|to| (Waiting, to)));
        expected.extend([(Waiting, NotForMe), (TakenInCharge, Waiting)]);
        expected.extend(closed.map(|to| (TakenInCharge, to)));
        expected.extend(closed.map(|from| (from, Waiting)));
        expected.extend([(NotForMe, Waiting), (TakenBySibling, Waiting)]);
        assert_eq!(allowed, expected);
    }

    #[test]
    fn words_are_read_and_the_nearest_is_named() {
        assert_eq!(" done ".parse::<ReferralState>().unwrap(), ReferralState::Done);
        let error = "taken_in_chrage".parse::<ReferralState>().unwrap_err();
        assert_eq!((error.code(), error.hint()), ("unknown_state", Some("did you mean `taken_in_charge`?")));
        let error = "territoire".parse::<RefusalReason>().unwrap_err();
        assert_eq!((error.code(), error.hint()), ("invalid_value", Some("did you mean `territory`?")));
    }

    #[test]
    fn siblings_alone_are_nobody() {
        assert_eq!(need_status(&[ReferralState::TakenBySibling]), NeedStatus::NotForMe);
    }
}

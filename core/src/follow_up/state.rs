//! The states of a referral, and what they make of a need.

use crate::record::words::words;

words! {
    /// Where a referral stands.
    ReferralState, "state";
    /// Sent, and the expert has not moved.
    Waiting "En attente de réponse" "Waiting for an answer",
    /// The expert has said that they will call the company.
    TakenInCharge "Prise en charge" "Taken in charge",
    /// Closed: the company was helped.
    Done "Aide proposée" "Helped",
    /// Closed: the company was called, and there was no help for it.
    DoneNoHelp "Pas d’aide disponible" "No help available",
    /// Closed: the company could not be reached.
    DoneNotReachable "Entreprise injoignable" "Company not reachable",
    /// Closed: the expert has refused.
    NotForMe "Refusée" "Refused",
    /// Closed by itself: another expert of the same network takes the need. It is no refusal.
    TakenBySibling "Prise en charge par un collègue du réseau" "Taken in charge by a colleague of the network",
}

impl ReferralState {
    /// Whether somebody may still work on it.
    pub fn is_open(self) -> bool {
        matches!(self, ReferralState::Waiting | ReferralState::TakenInCharge)
    }

    /// Whether it was closed by the expert who had taken the need in charge.
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
    NotSent "Pas encore transmis" "Not sent yet",
    /// Somebody has helped.
    Done "Aide proposée" "Helped",
    /// Somebody has called, and there was no help.
    DoneNoHelp "Pas d’aide disponible" "No help available",
    /// The company could not be reached.
    DoneNotReachable "Entreprise injoignable" "Company not reachable",
    /// Somebody takes care of it.
    TakenInCharge "Prise en charge" "Taken in charge",
    /// Everybody who has it may still answer, or somebody may.
    Waiting "En attente de réponse" "Waiting for an answer",
    /// Everybody has refused.
    NotForMe "Refusé par tous" "Refused by everybody",
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
    Subject "Sujet hors de ma compétence" "Subject outside my field",
    /// The company is not on their territory.
    Territory "Hors de mon territoire" "Outside my territory",
    /// The company does not meet the conditions.
    Criteria "Entreprise hors critères" "Company does not meet the criteria",
    /// No time, or nobody there.
    Capacity "Pas disponible" "Not available",
    /// The company is already being helped with it.
    AlreadyHelped "Entreprise déjà accompagnée" "Company already being helped",
    /// The request is no need: a sales call, a test, a mistake.
    NotANeed "Demande sans objet" "Not a need",
    /// Something else.
    Other "Autre raison" "Other reason",
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::follow_up::ReferralError;

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
        let error = ReferralError::from("taken_in_chrage".parse::<ReferralState>().unwrap_err());
        assert_eq!(
            (error.code(), error.hint().as_deref()),
            ("unknown_state", Some("did you mean `taken_in_charge`?"))
        );
        let error = ReferralError::from("territoire".parse::<RefusalReason>().unwrap_err());
        assert_eq!(
            (error.code(), error.hint().as_deref()),
            ("invalid_value", Some("did you mean `territory`?"))
        );
    }

    #[test]
    fn siblings_alone_are_nobody() {
        assert_eq!(need_status(&[ReferralState::TakenBySibling]), NeedStatus::NotForMe);
    }
}

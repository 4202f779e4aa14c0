//! The closed lists of requests: what happens to them, where they stand, and why.

use crate::record::words::words;

words! {
    /// What kind of thing happened to a request. Those of one day that no number orders have this
    /// order.
    RequestEventKind, "kind";
    /// The company asked: the first event of a request.
    Deposited "Déposée" "Deposited",
    /// Somebody has to look at it before it goes on.
    Held "Mise en attente" "Held",
    /// Its subject was changed.
    Requalified "Requalifiée" "Requalified",
    /// It waits for a reading again.
    Reopened "Rouverte" "Reopened",
    /// It became needs.
    Transmitted "Transmise" "Transmitted",
    /// It goes no further.
    Closed "Classée" "Closed",
}

words! {
    /// Where a request stands.
    RequestState, "state";
    /// Nobody has read it yet.
    ToRead "À lire" "To be read",
    /// Somebody has to look at it before it goes on.
    Held "En attente d’un conseiller" "Held for an adviser",
    /// It became needs.
    Transmitted "Transmise" "Transmitted",
    /// It goes no further.
    Closed "Classée sans suite" "Closed",
}

impl RequestState {
    /// What became of a request in this state.
    pub fn fate(self) -> RequestFate {
        match self {
            RequestState::ToRead | RequestState::Held => RequestFate::Waiting,
            RequestState::Transmitted => RequestFate::Transmitted,
            RequestState::Closed => RequestFate::Closed,
        }
    }

    /// Whether something of this kind can happen to a request in this state.
    ///
    /// A transmitted request lives on as its needs: it is not closed any more, but may become further
    /// needs. A request that is held may be held for another reason.
    ///
    /// ```
    /// use aiguillage::follow_up::{RequestEventKind, RequestState};
    ///
    /// assert!(RequestState::Held.allows(RequestEventKind::Transmitted));
    /// assert!(RequestState::Closed.allows(RequestEventKind::Reopened));
    /// assert!(!RequestState::Transmitted.allows(RequestEventKind::Closed));
    /// ```
    pub fn allows(self, kind: RequestEventKind) -> bool {
        use RequestEventKind::{Closed, Deposited, Held, Reopened, Requalified, Transmitted};
        match kind {
            Deposited => false,
            Held | Closed => self.fate() == RequestFate::Waiting,
            Requalified | Transmitted => self != RequestState::Closed,
            Reopened => matches!(self, RequestState::Held | RequestState::Closed),
        }
    }
}

words! {
    /// What became of a request: every one has exactly one fate at any date.
    RequestFate, "fate";
    /// It waits for a reading, held or not.
    Waiting "En attente de lecture" "Waiting for a reading",
    /// It became needs.
    Transmitted "Transmise" "Transmitted",
    /// It goes no further.
    Closed "Classée sans suite" "Closed",
}

words! {
    /// Why a request is held.
    HoldReason, "held_for";
    /// The company has not confirmed its address yet.
    ToConfirm "Adresse à confirmer par l’entreprise" "Address to be confirmed by the company",
    /// The message does not say what is needed.
    Unclear "Besoin à préciser" "Need to be made clear",
    /// It seems to come from somebody for whom the service is not there.
    Scope "Peut-être hors périmètre" "Perhaps out of scope",
    /// It is not certain which company it is.
    Company "Entreprise à identifier" "Company to be identified",
    /// It is not certain where the company is.
    Place "Commune à confirmer" "Place to be confirmed",
    /// It resembles a request that came before.
    Duplicate "Doublon possible" "Possibly a duplicate",
    /// The router finds nobody for it.
    NoExpert "Aucun expert trouvé" "No expert found",
    /// Something else.
    Other "Autre raison" "Other reason",
}

words! {
    /// Why a request goes no further.
    ClosureReason, "closed_for";
    /// A sales call or a machine.
    Spam "Démarchage ou message indésirable" "Sales call or unwanted message",
    /// The service is not there for it.
    OutOfScope "Hors périmètre" "Out of scope",
    /// It comes from an employee or a jobseeker.
    Employee "Salarié ou demandeur d’emploi" "Employee or jobseeker",
    /// It comes from a private person.
    PrivatePerson "Particulier" "Private person",
    /// The company does not exist yet.
    Creation "Création d’entreprise" "Creation of a company",
    /// Somebody writes for a client.
    Intermediary "Intermédiaire" "Intermediary",
    /// It could not be found out what is needed.
    Unclear "Besoin non précisé" "Need not made clear",
    /// Nobody can help with it there.
    NoExpert "Aucun expert pour ce besoin" "No expert for it",
    /// It repeats another request.
    Duplicate "Doublon" "Duplicate",
    /// The company has taken it back.
    Withdrawn "Retirée par l’entreprise" "Withdrawn by the company",
    /// The company did not confirm it, or could not be reached.
    Unconfirmed "Non confirmée par l’entreprise" "Not confirmed by the company",
    /// Somebody tried the form.
    Test "Essai" "Test",
    /// Something else.
    Other "Autre raison" "Other reason",
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_can_be_left_but_a_deposit_comes_once() {
        use RequestEventKind::*;
        let allowed = |state: RequestState| {
            RequestEventKind::ALL.iter().copied().filter(move |kind| state.allows(*kind))
        };
        assert!(allowed(RequestState::ToRead).eq([Held, Requalified, Transmitted, Closed]));
        assert!(allowed(RequestState::Held).eq([Held, Requalified, Reopened, Transmitted, Closed]));
        assert!(allowed(RequestState::Transmitted).eq([Requalified, Transmitted]));
        assert!(allowed(RequestState::Closed).eq([Reopened]));
    }
}

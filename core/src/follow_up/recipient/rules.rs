//! The table of who is told of what.

use serde::{Deserialize, Serialize};

use crate::follow_up::{EventKind, ReferralEvent, ReferralState};
use crate::record::words::words;

words! {
    /// What happened, as far as it matters to people.
    Occasion, "occasion";
    /// A need was sent to an expert.
    Sent "Besoin transmis" "Need sent",
    /// An expert takes it in charge.
    TakenInCharge "Prise en charge" "Taken in charge",
    /// The company was helped.
    Done "Aide proposée" "Helped",
    /// There was no help for it.
    DoneNoHelp "Pas d’aide disponible" "No help available",
    /// It could not be reached.
    DoneNotReachable "Entreprise injoignable" "Company not reachable",
    /// An expert has refused.
    Refused "Refus" "Refused",
    /// A colleague takes the need.
    TakenBySibling "Prise en charge par un collègue du réseau" "Taken in charge by a colleague of the network",
    /// It waits again.
    Reopened "Rouverte" "Reopened",
    /// It was given to another expert.
    Reassigned "Réattribuée" "Reassigned",
    /// Another expert has taken it over as it stands.
    Transferred "Transférée" "Transferred",
    /// Somebody has said something.
    Comment "Commentaire" "Comment",
}

words! {
    /// As what somebody is told.
    RecipientRole, "role";
    /// The expert who has the referral.
    Expert "Expert" "Expert",
    /// The people of the expert's team.
    Member "Membre de l’équipe" "Member of the team",
    /// Who stands in for the expert that day.
    Substitute "Suppléant" "Substitute",
    /// The expert who had it before.
    Former "Expert précédent" "Expert before",
    /// The other experts of the same institution who have the need open.
    Sibling "Collègue du réseau" "Colleague of the network",
    /// The company.
    Company "Entreprise" "Company",
    /// The adviser who follows the need.
    Adviser "Conseiller référent" "Adviser",
    /// The managers of the expert's antenne.
    Manager "Responsable d’antenne" "Manager of the antenne",
}

impl RecipientRole {
    /// Whether it is somebody whom the directory knows as an expert.
    pub(super) fn is_expert(self) -> bool {
        use RecipientRole::{Expert, Former, Sibling, Substitute};
        matches!(self, Expert | Substitute | Former | Sibling)
    }
}

/// A row of the table: who is told on an occasion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RecipientRule {
    /// What happened.
    pub occasion: Occasion,
    /// Who is told, whoever made it happen excepted.
    pub roles: Vec<RecipientRole>,
}

/// The table as it is, for whoever wants to print it.
pub fn recipient_rules() -> Vec<RecipientRule> {
    let rule = |occasion: &Occasion| RecipientRule { occasion: *occasion, roles: occasion.told().to_vec() };
    Occasion::ALL.iter().map(rule).collect()
}

impl Occasion {
    /// What an event is the occasion of.
    pub fn of(event: &ReferralEvent) -> Occasion {
        match event.kind {
            EventKind::Sent => Occasion::Sent,
            EventKind::Reassigned => Occasion::Reassigned,
            EventKind::Transferred => Occasion::Transferred,
            EventKind::Comment => Occasion::Comment,
            EventKind::Moved => match event.to {
                ReferralState::Waiting => Occasion::Reopened,
                ReferralState::TakenInCharge => Occasion::TakenInCharge,
                ReferralState::Done => Occasion::Done,
                ReferralState::DoneNoHelp => Occasion::DoneNoHelp,
                ReferralState::DoneNotReachable => Occasion::DoneNotReachable,
                ReferralState::NotForMe => Occasion::Refused,
                ReferralState::TakenBySibling => Occasion::TakenBySibling,
            },
        }
    }

    /// Who is told of it.
    pub fn told(self) -> &'static [RecipientRole] {
        use RecipientRole::{Adviser, Company, Expert, Former, Manager, Member, Sibling, Substitute};
        match self {
            Occasion::Sent => &[Expert, Member, Substitute, Company],
            Occasion::TakenInCharge => &[Sibling, Company, Adviser],
            // The company spoke with the expert: its survey comes later.
            Occasion::Done | Occasion::DoneNoHelp | Occasion::Refused => &[Adviser, Manager],
            Occasion::DoneNotReachable => &[Company, Adviser],
            Occasion::TakenBySibling => &[Expert, Member],
            Occasion::Reopened => &[Expert, Member, Substitute, Adviser],
            Occasion::Reassigned => &[Expert, Member, Substitute, Former, Company, Adviser],
            Occasion::Transferred => &[Expert, Member, Substitute, Former, Company, Adviser, Manager],
            Occasion::Comment => &[Expert, Member, Sibling, Adviser],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_occasion_tells_somebody_in_order_and_every_role_is_told_of_something() {
        for rule in recipient_rules() {
            assert!(!rule.roles.is_empty() && rule.roles.is_sorted(), "{rule:?}");
        }
        for role in RecipientRole::ALL {
            assert!(Occasion::ALL.iter().any(|occasion| occasion.told().contains(role)), "{role}");
        }
    }
}

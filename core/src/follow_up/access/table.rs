//! The table of who may do what, and where.

use serde::{Deserialize, Serialize};

use crate::record::words::words;

words! {
    /// As what somebody uses the host's application.
    Role, "role";
    /// A person who receives needs.
    Expert "Expert" "Expert",
    /// A person of a team that receives needs.
    Member "Membre d’équipe" "Member of a team",
    /// A manager of an antenne.
    AntenneManager "Responsable d’antenne" "Manager of an antenne",
    /// Who follows needs and sends them to experts.
    Adviser "Conseiller référent" "Adviser",
    /// Who runs a cooperation: a site or campaign from which needs come.
    CooperationManager "Responsable de coopération" "Manager of a cooperation",
    /// Who steers the service.
    Steering "Pilotage" "Steering",
}

words! {
    /// What can be seen or done of a need.
    Action, "action";
    /// See what it is about, and where it stands.
    SeeNeed "Voir le besoin" "See the need",
    /// See who the company is and how to reach it.
    SeeContact "Voir les coordonnées de l’entreprise" "See the company’s contacts",
    /// Say something about it.
    Comment "Commenter" "Comment",
    /// Take it in charge, refuse it, close or reopen it.
    Move "Prendre en charge, refuser, clore" "Take in charge, refuse, close",
    /// Give a referral to somebody else.
    Transfer "Transférer" "Transfer",
    /// Send it to further experts.
    Send "Transmettre à d’autres experts" "Send to further experts",
    /// Suspend its reminders.
    Suspend "Suspendre les relances" "Suspend reminders",
    /// See what the company answered to the survey.
    SeeSurvey "Voir la réponse à l’enquête" "See the survey’s answer",
    /// Count it in figures.
    SeeFigures "Voir les indicateurs" "See the figures",
}

words! {
    /// Of which needs.
    Scope, "scope";
    /// None.
    Nothing "Aucun" "None",
    /// Those that they have, or follow.
    Own "Les siens" "Their own",
    /// Those of the antennes of their perimeter.
    Perimeter "Ceux de son périmètre" "Those of their perimeter",
    /// Those that come from their sites and campaigns.
    Cooperation "Ceux de sa coopération" "Those of their cooperation",
    /// All.
    Everything "Tous" "All",
}

/// A row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PermissionRule {
    /// As what somebody acts.
    pub role: Role,
    /// What they want to see or do.
    pub action: Action,
    /// Of which needs they may.
    pub scope: Scope,
}

/// The table as it is, a row for each role and action, for whoever wants to print it.
pub fn permission_rules() -> Vec<PermissionRule> {
    let of = |role: Role| {
        let actions = Action::ALL.iter();
        actions.map(move |action| PermissionRule { role, action: *action, scope: role.scope(*action) })
    };
    Role::ALL.iter().copied().flat_map(of).collect()
}

impl Role {
    /// Of which needs somebody with this role may do something.
    ///
    /// Whoever has a need answers for it: nobody else moves it, a manager included, who may give it to somebody
    /// else. Who the company is goes to those who call it and those who watch over them; neither a cooperation
    /// nor steering needs it.
    pub fn scope(self, action: Action) -> Scope {
        use Action::{Comment, Move, SeeContact, SeeFigures, SeeNeed, SeeSurvey, Send, Suspend, Transfer};
        match (self, action) {
            (Role::Expert | Role::Member, SeeNeed | SeeContact | Comment | Move | Transfer) => Scope::Own,
            (Role::Expert | Role::Member, SeeSurvey | SeeFigures) => Scope::Own,
            (Role::Expert | Role::Member, Send | Suspend) => Scope::Nothing,
            (Role::AntenneManager, SeeNeed | SeeContact | Comment | Transfer) => Scope::Perimeter,
            (Role::AntenneManager, SeeSurvey | SeeFigures) => Scope::Perimeter,
            (Role::AntenneManager, Move | Send | Suspend) => Scope::Nothing,
            (Role::Adviser, Move) => Scope::Nothing,
            (Role::Adviser, _) => Scope::Own,
            (Role::CooperationManager, SeeNeed | SeeSurvey | SeeFigures) => Scope::Cooperation,
            (Role::CooperationManager, _) => Scope::Nothing,
            (Role::Steering, SeeNeed | Transfer | Send | Suspend | SeeSurvey | SeeFigures) => {
                Scope::Everything
            }
            (Role::Steering, SeeContact | Comment | Move) => Scope::Nothing,
        }
    }
}

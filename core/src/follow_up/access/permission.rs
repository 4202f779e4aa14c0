//! Whether somebody may do something with a need.

use serde::{Deserialize, Serialize};

use super::{Action, Role, Scope};
use crate::follow_up::{Referral, ReferralError, TrackedNeed, check_id};
use crate::record::words::words;

/// Somebody who wants to see or do something, as far as permissions go.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Actor {
    /// As what they act.
    pub role: Role,
    /// The id of the expert, or of the team of a member.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expert: Option<String>,
    /// The ids of the antennes of a manager's perimeter: those that [`perimeter`](super::perimeter) lists.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub antennes: Vec<String>,
    /// The host's id of an adviser.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub adviser: Option<String>,
    /// The sites and campaigns of a cooperation.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub origins: Vec<String>,
}

impl Actor {
    /// Somebody of whom only the role is known.
    pub fn new(role: Role) -> Actor {
        Actor { role, expert: None, antennes: Vec::new(), adviser: None, origins: Vec::new() }
    }
}

words! {
    /// Why something is allowed, or is not.
    PermissionReason, "reason";
    /// The need is of those of which the role may.
    InScope "Le besoin est dans son champ" "The need is within their scope",
    /// The need is not.
    OutOfScope "Le besoin n’est pas dans son champ" "The need is outside their scope",
    /// The role may not, of any need.
    NotForRole "Ce rôle ne le permet pas" "The role does not allow it",
}

/// Whether something is allowed, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Permission {
    /// Whether it is.
    pub allowed: bool,
    /// Of which needs the role may.
    pub scope: Scope,
    /// Why.
    pub reason: PermissionReason,
}

/// Whether somebody may do something with a need, by the table of [`permission_rules`](super::permission_rules).
///
/// `referrals` are those of the need; others are passed over. A need is an expert's own while a referral of it
/// is with them, closed or open, and no longer once it was given to somebody else; it is an adviser's who
/// follows it; it lies in a perimeter where one of its referrals is with an antenne of it.
///
/// # Errors
/// `missing_field` where the role needs to know who it is: the expert or team, the antennes, the adviser, the
/// origins.
///
/// ```
/// use aiguillage::follow_up::{Action, Actor, Referral, Role, TrackedNeed, may};
///
/// let need = TrackedNeed::new("b-17", "recruter", "2026-11-01".parse()?);
/// let referrals: Vec<Referral> = serde_json::from_str(r#"[{"id": "r1", "need": "b-17", "expert": "e",
///     "antenne": "amiens", "institution": "cci", "sent_on": "2026-11-02", "state": "waiting"}]"#)?;
/// let manager = Actor { antennes: vec!["amiens".into()], ..Actor::new(Role::AntenneManager) };
/// assert!(may(&manager, Action::SeeContact, &need, &referrals)?.allowed);
/// assert!(!may(&manager, Action::Move, &need, &referrals)?.allowed);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn may(
    actor: &Actor,
    action: Action,
    need: &TrackedNeed,
    referrals: &[Referral],
) -> Result<Permission, ReferralError> {
    let scope = actor.role.scope(action);
    let reason = match scope {
        Scope::Nothing => PermissionReason::NotForRole,
        Scope::Everything => PermissionReason::InScope,
        _ if actor.reaches(scope, need, referrals)? => PermissionReason::InScope,
        _ => PermissionReason::OutOfScope,
    };
    Ok(Permission { allowed: reason == PermissionReason::InScope, scope, reason })
}

impl Actor {
    fn reaches(
        &self,
        scope: Scope,
        need: &TrackedNeed,
        referrals: &[Referral],
    ) -> Result<bool, ReferralError> {
        let mut referrals = referrals.iter().filter(|referral| referral.need == need.id);
        Ok(match (scope, self.role) {
            (Scope::Perimeter, _) => {
                let antennes = named_any(&self.antennes, "actor.antennes")?;
                referrals.any(|referral| is_among(referral.antenne.as_deref(), antennes))
            }
            (Scope::Cooperation, _) => {
                is_among(need.origin.as_deref(), named_any(&self.origins, "actor.origins")?)
            }
            (_, Role::Adviser) => {
                need.adviser.as_deref() == Some(named(self.adviser.as_deref(), "actor.adviser")?)
            }
            _ => {
                let expert = named(self.expert.as_deref(), "actor.expert")?;
                referrals.any(|referral| referral.expert == expert)
            }
        })
    }
}

fn named<'n>(name: Option<&'n str>, field: &str) -> Result<&'n str, ReferralError> {
    let name = name.unwrap_or_default();
    check_id(field, name).map(|()| name)
}

fn named_any<'n>(names: &'n [String], field: &str) -> Result<&'n [String], ReferralError> {
    if names.is_empty() { Err(ReferralError::missing(field)) } else { Ok(names) }
}

fn is_among(name: Option<&str>, names: &[String]) -> bool {
    name.is_some_and(|name| names.iter().any(|known| known == name))
}

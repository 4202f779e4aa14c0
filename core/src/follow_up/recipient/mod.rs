//! Whom an event concerns, by the rules of one table.
//!
//! ```
//! use aiguillage::follow_up::{Move, Referral, ReferralState, TrackedNeed, move_referral, recipients};
//!
//! let mut need = TrackedNeed::new("b-17", "recruter", "2026-11-01".parse()?);
//! need.adviser = Some("agent-7".into());
//! let referrals: Vec<Referral> = serde_json::from_str(r#"[{"id": "r1", "need": "b-17", "expert": "e",
//!     "institution": "cci", "sent_on": "2026-11-02", "state": "waiting"}]"#)?;
//! let taken = Move { referral: "r1".into(), to: ReferralState::TakenInCharge, on: "2026-11-03".parse()?,
//!     reason: None, author: Some("e".into()) };
//! let changes = move_referral(&referrals, &taken, &[])?;
//!
//! let told = recipients(&changes.events[0], &need, &changes.referrals, None)?;
//! let roles: Vec<&str> = told.iter().map(|one| one.role.as_str()).collect();
//! assert_eq!(roles, ["company", "adviser"]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod find;
mod rules;

use serde::{Deserialize, Serialize};

pub use rules::{Occasion, RecipientRole, RecipientRule, recipient_rules};

use super::{Referral, ReferralError, ReferralEvent, TrackedNeed};
use crate::Directory;
use crate::language::sentence;
use crate::text::shorten;

/// Somebody whom an event concerns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Recipient {
    /// As what they are told.
    pub role: RecipientRole,
    /// The id of the expert (of whose team it is, for a member), the antenne (for its managers), the adviser or
    /// the company; nothing where the host alone knows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The name of the expert, member or antenne, where a directory knows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Where to write to an expert or member, where a directory knows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
}

/// Whom an event concerns, in the order of [`RecipientRole`], each once and without its author.
///
/// `referrals` are those of the need as they stand after the event. Members of teams, substitutes of people who
/// are away on the day of the event, names and addresses come from the directory; without one they are left
/// out. Substitutes are followed from one to the next, and never in a circle. The managers of an antenne are
/// named by its id, a company by the id that the need has for it: who that is, the host knows.
///
/// # Errors
/// `unknown_need` where the event is of another need, `unknown_referral` where its referral is not among
/// `referrals`.
pub fn recipients(
    event: &ReferralEvent,
    need: &TrackedNeed,
    referrals: &[Referral],
    directory: Option<&Directory>,
) -> Result<Vec<Recipient>, ReferralError> {
    if event.need != need.id {
        let (of, need) = (shorten(&event.need, 60), shorten(&need.id, 60));
        let message = format!("the event is of the need `{of}`, not of `{need}`");
        return Err(ReferralError::new("unknown_need", Some("event.need"), message));
    }
    let of_need = || referrals.iter().filter(|referral| referral.need == need.id);
    let referral = of_need().find(|referral| referral.id == event.referral).ok_or_else(|| {
        let known = of_need().map(|referral| referral.id.as_str());
        ReferralError::unknown(
            "unknown_referral",
            "event.referral",
            sentence!(Referral),
            &event.referral,
            known,
        )
    })?;
    let found = find::Finder { event, need, referral, referrals, directory };
    let mut told: Vec<Recipient> = Vec::new();
    for role in Occasion::of(event).told() {
        for recipient in found.all(*role) {
            // A member has the id of the team, in whose name one of them may have acted: the others are told.
            let has_own_id = recipient.id.is_some() && recipient.role != RecipientRole::Member;
            let is_author = has_own_id && recipient.id == event.author;
            if !is_author && !told.iter().any(|known| is_same(known, &recipient)) {
                told.push(recipient);
            }
        }
    }
    Ok(told)
}

/// Whether two are one person: one expert in two roles, or one address.
fn is_same(one: &Recipient, other: &Recipient) -> bool {
    let is_person = |recipient: &Recipient| recipient.role.is_expert();
    let same_address = one.email.is_some()
        && one.email.as_deref().map(str::to_lowercase) == other.email.as_deref().map(str::to_lowercase);
    // A member has the id of the team, which is told too.
    let same_expert = is_person(one) && is_person(other) && one.id == other.id;
    same_expert || same_address || one == other
}

//! What people say about a referral: that they did, since the text is the host's.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::moves::find;
use super::{Changes, EventKind, Referral, ReferralError, ReferralEvent};

/// That somebody says something about a referral.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Comment {
    /// The id of the referral.
    pub referral: String,
    /// The day.
    pub on: Date,
    /// The host's id of who says it.
    #[serde(default)]
    pub author: Option<String>,
}

/// The event of a comment: it makes a line in the history of a referral, and says whom to tell
/// ([`recipients`](super::recipients)). No referral changes; the host keeps the text beside the event.
///
/// # Errors
/// `unknown_referral`, `impossible_date` for a day before the referral was first sent.
///
/// ```
/// use aiguillage::follow_up::{Comment, Referral, comment};
///
/// let referrals: Vec<Referral> = serde_json::from_str(r#"[{"id": "r1", "need": "b-17", "expert": "e",
///     "institution": "cci", "sent_on": "2026-11-02", "state": "waiting"}]"#)?;
/// let said = Comment { referral: "r1".into(), on: "2026-11-03".parse()?, author: Some("agent-7".into()) };
/// let changes = comment(&referrals, &said)?;
/// assert_eq!((changes.events[0].kind.as_str(), changes.referrals.len()), ("comment", 0));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn comment(referrals: &[Referral], said: &Comment) -> Result<Changes, ReferralError> {
    let referral = find(referrals, &said.referral)?;
    let event = ReferralEvent::next(referral, EventKind::Comment, said.on, said.author.as_deref());
    referral.clone().follow(&event)?;
    Ok(Changes { events: vec![event], referrals: Vec::new() })
}

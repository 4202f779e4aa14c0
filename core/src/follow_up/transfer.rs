//! Referrals that another expert takes over as they stand: one, or all of somebody who leaves.

use std::collections::HashMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::moves::{already_referred, find, refuse_second_sending};
use super::{Changes, EventKind, Referral, ReferralError, ReferralEvent, check_ids};
use crate::text::shorten;

/// A referral that another expert takes over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Transfer {
    /// The id of the referral.
    pub referral: String,
    /// Who takes it over.
    pub expert: String,
    /// Their antenne.
    #[serde(default)]
    pub antenne: Option<String>,
    /// Their institution.
    pub institution: String,
    /// The day.
    pub on: Date,
    /// The host's id of who transfers it.
    #[serde(default)]
    pub author: Option<String>,
}

/// Somebody who leaves, and who takes over from them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Departure {
    /// The id of the expert who leaves.
    pub expert: String,
    /// Who takes over.
    pub successor: String,
    /// Their antenne.
    #[serde(default)]
    pub antenne: Option<String>,
    /// Their institution.
    pub institution: String,
    /// The day.
    pub on: Date,
    /// The host's id of who transfers.
    #[serde(default)]
    pub author: Option<String>,
}

/// What changed when somebody left.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DepartureChanges {
    /// The events to keep, in the order of the referrals.
    pub events: Vec<ReferralEvent>,
    /// The referrals that went over, as they stand now.
    pub referrals: Vec<Referral>,
    /// The open ones that could not go over, and stay with who leaves.
    pub kept: Vec<KeptReferral>,
}

/// A referral that could not go over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct KeptReferral {
    /// Its id.
    pub referral: String,
    /// A code of [`ReferralError`]: `already_referred` where the successor has the need too,
    /// `impossible_date` where something happened after that day.
    pub code: String,
    /// What is wrong.
    pub message: String,
}

/// Another expert takes a referral over as it stands: its state and dates stay, so that the company waits no
/// longer than before; who had it is kept in [`Referral::past`]. Reminders leave the new one in peace for their
/// `grace`. To begin anew with somebody else, [`reassign`](super::reassign) it.
///
/// # Errors
/// `unknown_referral`, `already_referred` where that expert has the need already (as has whoever transfers to
/// themselves), `forbidden_transition` where it is closed, `impossible_date`, `missing_field`.
///
/// ```
/// use aiguillage::follow_up::{Referral, Transfer, transfer};
///
/// let referrals: Vec<Referral> = serde_json::from_str(r#"[{"id": "r1", "need": "b-17", "expert": "e",
///     "institution": "cci", "sent_on": "2026-11-02", "state": "taken_in_charge", "taken_on": "2026-11-04"}]"#)?;
/// let to = Transfer { referral: "r1".into(), expert: "f".into(), antenne: None, institution: "cci".into(),
///     on: "2026-11-09".parse()?, author: None };
/// let referral = &transfer(&referrals, &to)?.referrals[0];
/// assert_eq!((&*referral.expert, referral.days_to_take(), &*referral.past[0].expert), ("f", Some(2), "e"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn transfer(referrals: &[Referral], to: &Transfer) -> Result<Changes, ReferralError> {
    let referral = find(referrals, &to.referral)?;
    refuse_second_sending(referrals, &referral.need, &to.expert)?;
    let mut changes = Changes::default();
    changes.follow(referral, over(referral, to))?;
    Ok(changes)
}

/// The event by which a referral goes over to somebody.
fn over(referral: &Referral, to: &Transfer) -> ReferralEvent {
    ReferralEvent {
        expert: Some(to.expert.clone()),
        antenne: to.antenne.clone(),
        institution: Some(to.institution.clone()),
        ..ReferralEvent::next(referral, EventKind::Transferred, to.on, to.author.as_deref())
    }
}

/// All open referrals of somebody who leaves go over to a successor. `referrals` are all that there are of
/// their needs, so that nobody gets a need twice; one that cannot go over does not keep the others, and is
/// told in [`kept`](DepartureChanges::kept). What is closed stays with who closed it. Doing it twice changes
/// nothing the second time.
///
/// # Errors
/// `invalid_value` where somebody would take over from themselves, `missing_field` for a blank id.
pub fn transfer_all(
    referrals: &[Referral],
    departure: &Departure,
) -> Result<DepartureChanges, ReferralError> {
    check_ids([
        ("expert", &departure.expert),
        ("successor", &departure.successor),
        ("institution", &departure.institution),
    ])?;
    if departure.expert == departure.successor {
        let message = format!("`{}` cannot take over from themselves", shorten(&departure.expert, 60));
        return Err(ReferralError::invalid("successor", message));
    }
    let theirs = referrals.iter().filter(|referral| referral.expert == departure.successor);
    let mut referral_of: HashMap<&str, &Referral> = HashMap::new();
    for referral in theirs {
        referral_of.entry(&referral.need).or_insert(referral);
    }
    let mut changes = DepartureChanges::default();
    let open = |referral: &&Referral| referral.expert == departure.expert && referral.state.is_open();
    for referral in referrals.iter().filter(open) {
        let to = Transfer {
            referral: referral.id.clone(),
            expert: departure.successor.clone(),
            antenne: departure.antenne.clone(),
            institution: departure.institution.clone(),
            on: departure.on,
            author: departure.author.clone(),
        };
        let mut done = Changes::default();
        let refused = match referral_of.get(&*referral.need) {
            Some(first) => Err(already_referred(&departure.successor, first)),
            None => done.follow(referral, over(referral, &to)),
        };
        match refused {
            Ok(()) => {
                changes.events.append(&mut done.events);
                changes.referrals.append(&mut done.referrals);
                // Two referrals of one need do not both go.
                referral_of.insert(&referral.need, referral);
            }
            Err(error) => changes.kept.push(KeptReferral {
                referral: referral.id.clone(),
                code: error.code().to_owned(),
                message: error.to_string(),
            }),
        }
    }
    Ok(changes)
}

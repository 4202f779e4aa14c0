//! Who it is that has a role.

use super::{Recipient, RecipientRole};
use crate::Directory;
use crate::directory::{Expert, Member};
use crate::follow_up::{Referral, ReferralEvent, TrackedNeed};

/// What an event is about.
pub(super) struct Finder<'f> {
    pub(super) event: &'f ReferralEvent,
    pub(super) need: &'f TrackedNeed,
    pub(super) referral: &'f Referral,
    pub(super) referrals: &'f [Referral],
    pub(super) directory: Option<&'f Directory>,
}

impl<'f> Finder<'f> {
    /// Everybody who has a role.
    pub(super) fn all(&self, role: RecipientRole) -> Vec<Recipient> {
        match role {
            RecipientRole::Expert => vec![self.known(role, self.expert())],
            RecipientRole::Member => self.members(),
            RecipientRole::Substitute => {
                self.substitute().map(|expert| self.known(role, expert)).into_iter().collect()
            }
            RecipientRole::Former => {
                self.former().map(|expert| self.known(role, expert)).into_iter().collect()
            }
            RecipientRole::Sibling => {
                let siblings = self.referrals.iter().filter(|other| {
                    other.need == self.need.id
                        && other.id != self.referral.id
                        && other.institution == self.referral.institution
                        && other.state.is_open()
                });
                siblings.map(|sibling| self.known(role, &sibling.expert)).collect()
            }
            RecipientRole::Company => vec![unnamed(role, self.need.company.clone())],
            RecipientRole::Adviser => {
                let adviser = self.need.adviser.clone();
                adviser.map(|adviser| unnamed(role, Some(adviser))).into_iter().collect()
            }
            RecipientRole::Manager => self.manager().into_iter().collect(),
        }
    }

    /// The expert of the event: whom it names, else who has the referral.
    fn expert(&self) -> &'f str {
        self.event.expert.as_deref().unwrap_or(&self.referral.expert)
    }

    /// Who had the referral just before the expert of the event got it: on one day it may have gone on twice.
    fn former(&self) -> Option<&'f str> {
        let past = &self.referral.past;
        let came = past.iter().skip(1).map(|next| next.expert.as_str()).chain([&*self.referral.expert]);
        let given = past.iter().zip(came).filter(|(_, to)| *to == self.expert());
        let on_that_day = given.clone().filter(|(past, _)| past.until == self.event.on).last();
        let former = on_that_day.or_else(|| given.last()).map(|(past, _)| past).or(past.last());
        former.map(|past| past.expert.as_str())
    }

    fn record(&self, expert: &str) -> Option<&'f Expert> {
        self.directory?.expert(expert)
    }

    fn known(&self, role: RecipientRole, expert: &str) -> Recipient {
        let record = self.record(expert);
        Recipient {
            role,
            id: Some(expert.to_owned()),
            name: record.map(|record| record.name.clone()),
            email: record.and_then(|record| record.email.clone()),
        }
    }

    fn members(&self) -> Vec<Recipient> {
        let Some(record) = self.record(self.expert()) else { return Vec::new() };
        let member = |member: &Member| Recipient {
            role: RecipientRole::Member,
            id: Some(record.id.clone()),
            name: Some(member.name.clone()),
            email: member.email.clone(),
        };
        record.members.iter().map(member).collect()
    }

    /// Who stands in for the expert on the day of the event.
    fn substitute(&self) -> Option<&'f str> {
        let found = self.directory?.substitute_of(self.expert(), self.event.on)?;
        Some(&found.id)
    }

    fn manager(&self) -> Option<Recipient> {
        let antenne = self.event.antenne.as_ref().or(self.referral.antenne.as_ref())?;
        let record = self.directory.and_then(|directory| directory.antenne(antenne));
        Some(Recipient {
            role: RecipientRole::Manager,
            id: Some(antenne.clone()),
            name: record.map(|record| record.name.clone()),
            email: None,
        })
    }
}

fn unnamed(role: RecipientRole, id: Option<String>) -> Recipient {
    Recipient { role, id, name: None, email: None }
}

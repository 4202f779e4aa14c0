//! What became of the needs in each row.

use std::collections::BTreeSet;

use super::groups::Groups;
use super::kinds::DemandBy;
use super::report::DemandReferrals;
use crate::directory::Directory;
use crate::follow_up::{Referral, ReferralState};
use crate::hash::TextMap;
use crate::invariant::at_mut;
use crate::need::Need;

/// What a referral says of a need in a row.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Progress {
    Sent,
    Answered,
    Helped,
}

/// Who had a referral.
struct Receiver<'f> {
    expert: &'f str,
    antenne: Option<&'f str>,
    institution: &'f str,
    progress: Progress,
}

/// What referrals say of the rows.
pub(super) struct ReferralCounts {
    /// What became of the needs, a row each.
    pub(super) rows: Vec<DemandReferrals>,
    /// How many referrals somebody had who is in no row.
    pub(super) elsewhere: u64,
}

/// What became of the needs. Referrals of other needs do not count; of needs that share an id there is one.
pub(super) fn counts(
    directory: &Directory,
    needs: &[Need],
    referrals: &[Referral],
    by: DemandBy,
    groups: &Groups,
    counts_on: impl Fn(&Need) -> bool,
) -> ReferralCounts {
    let mut ids: TextMap<&str, usize> = TextMap::default();
    for (number, need) in needs.iter().enumerate().filter(|(_, need)| counts_on(need)) {
        if let Some(id) = need.id.as_deref() {
            ids.entry(id).or_insert(number);
        }
    }
    let rows = RowNames::of(directory, by, groups);
    let mut reached: BTreeSet<(usize, usize, Progress)> = BTreeSet::new();
    let mut elsewhere = 0;
    for referral in referrals {
        let Some(need) = ids.get(referral.need.as_str()) else { continue };
        let mut is_elsewhere = false;
        for receiver in receivers(referral) {
            let Some(row) = rows.find(directory, &receiver) else {
                is_elsewhere = true;
                continue;
            };
            let up_to = [Progress::Sent, Progress::Answered, Progress::Helped];
            let up_to = up_to.into_iter().filter(|progress| *progress <= receiver.progress);
            reached.extend(up_to.map(|progress| (row, *need, progress)));
        }
        elsewhere += u64::from(is_elsewhere);
    }
    let mut counts: Vec<DemandReferrals> = groups.list.iter().map(|_| DemandReferrals::default()).collect();
    for (row, _, progress) in reached {
        let count = at_mut(&mut counts, row, "what is reached is a row");
        match progress {
            Progress::Sent => count.sent += 1,
            Progress::Answered => count.answered += 1,
            Progress::Helped => count.helped += 1,
        }
    }
    ReferralCounts { rows: counts, elsewhere }
}

/// The rows by the names of their institutions, antennes or experts.
struct RowNames<'d> {
    by: DemandBy,
    numbers: TextMap<&'d str, usize>,
}

impl<'d> RowNames<'d> {
    fn of(directory: &'d Directory, by: DemandBy, groups: &Groups) -> RowNames<'d> {
        let ids = groups.list.iter().map(|group| group.owner.id(directory));
        let numbers = ids.enumerate().map(|(number, id)| (id, number)).collect();
        RowNames { by, numbers }
    }

    fn find(&self, directory: &'d Directory, receiver: &Receiver<'_>) -> Option<usize> {
        let id = match self.by {
            DemandBy::Institution => directory.institution(receiver.institution)?.id.as_str(),
            // Where the referral does not say, the expert's antenne of today.
            DemandBy::Antenne => match receiver.antenne {
                Some(antenne) => directory.antenne(antenne)?.id.as_str(),
                None => directory.expert(receiver.expert)?.antenne.as_str(),
            },
            DemandBy::Expert => directory.expert(receiver.expert)?.id.as_str(),
        };
        self.numbers.get(id).copied()
    }
}

/// Everybody who had a referral, before and now.
fn receivers(referral: &Referral) -> impl Iterator<Item = Receiver<'_>> {
    let past = referral.past.iter().map(|past| Receiver {
        expert: &past.expert,
        antenne: past.antenne.as_deref(),
        institution: &past.institution,
        progress: progress(past.state),
    });
    let present = Receiver {
        expert: &referral.expert,
        antenne: referral.antenne.as_deref(),
        institution: &referral.institution,
        progress: progress(referral.state),
    };
    past.chain([present])
}

/// A colleague's answer is not one's own.
fn progress(state: ReferralState) -> Progress {
    match state {
        ReferralState::Waiting | ReferralState::TakenBySibling => Progress::Sent,
        ReferralState::Done => Progress::Helped,
        ReferralState::TakenInCharge
        | ReferralState::DoneNoHelp
        | ReferralState::DoneNotReachable
        | ReferralState::NotForMe => Progress::Answered,
    }
}

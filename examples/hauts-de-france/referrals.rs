//! The year after the match: who got each need, and what they made of it, day by day.
//!
//! Each institution has its own pace, drawn once: some answer the next day, some let things lie. What
//! happens goes through the library's own moves, so that the file holds nothing that could not be.

use std::collections::HashMap;
use std::path::Path;

use aiguillage::follow_up::{
    Changes, Move, Reassignment, Referral, ReferralState, RefusalReason, Sending, TrackedNeed, move_referral,
    reassign, send,
};
use aiguillage::impact::ReferralFile;
use aiguillage::{Directory, Match, MatchOptions, Need, Router};
use fastrand::Rng;
use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::Outcome;

/// The last day that the file knows.
pub(super) const LAST: Date = date(2026, 11, 30);

const REASONS: [(RefusalReason, u32); 7] = [
    (RefusalReason::Criteria, 8),
    (RefusalReason::Subject, 7),
    (RefusalReason::AlreadyHelped, 4),
    (RefusalReason::Capacity, 3),
    (RefusalReason::Territory, 2),
    (RefusalReason::NotANeed, 2),
    (RefusalReason::Other, 1),
];

const ORIGINS: [(&str, u32); 4] =
    [("site-regional", 10), ("chambre-consulaire", 6), ("campagne-recrutement", 3), ("", 1)];

pub(crate) fn write(directory: &Directory, needs: &Path, path: &Path) -> Outcome<()> {
    let bytes = std::fs::read(needs)?;
    let router = Router::new(directory.clone());
    let mut rng = Rng::with_seed(2027);
    let single_takers = directory.single_takers();
    let paces: HashMap<String, Pace> =
        directory.institutions().iter().map(|own| (own.id.clone(), Pace::drawn(&mut rng))).collect();
    let mut needs: Vec<Need> = Need::read_csv("needs.csv", &bytes)?
        .rows
        .into_iter()
        .map(|row| row.need)
        .collect::<Result<_, _>>()?;
    // As they came in: who asks again is no new company.
    needs.sort_by_key(|need| (need.on, need.id.clone()));
    let mut file = ReferralFile::default();
    let mut companies: Vec<String> = Vec::new();
    for need in &needs {
        let found = router.match_experts(need)?.len();
        let options = MatchOptions { per_institution: Some(2), ..MatchOptions::default() };
        let matches: Vec<Match<'_>> = router.match_experts_with(need, &options)?.iter().collect();
        let tracked = tracked(need, found, directory, &mut companies, &mut rng)?;
        let life = Life { need: &tracked, paces: &paces, single_takers: &single_takers };
        let (sent, others) = matches.split_at(matches.len().min(1 + rng.usize(..4)));
        let referrals = life.live(sent, others.first(), file.referrals.len(), &mut rng)?;
        file.referrals.extend(referrals);
        file.needs.push(tracked);
    }
    std::fs::write(path, file.to_csv())?;
    Ok(())
}

/// How an institution goes about what it gets.
struct Pace {
    /// Of a hundred referrals, how many are answered at all.
    answers: u8,
    /// Of a hundred answers, how many are refusals.
    refuses: u8,
    /// Of ten days, on how many somebody looks.
    looks: u8,
}

impl Pace {
    fn drawn(rng: &mut Rng) -> Pace {
        Pace { answers: rng.u8(62..96), refuses: rng.u8(6..30), looks: rng.u8(1..5) }
    }
}

fn tracked(
    need: &Need,
    found: usize,
    directory: &Directory,
    companies: &mut Vec<String>,
    rng: &mut Rng,
) -> Outcome<TrackedNeed> {
    let departement = directory
        .geography()
        .zones_containing(&need.commune)
        .into_iter()
        .find(|zone| zone.kind() == aiguillage::geography::ZoneKind::Departement);
    let departement = departement.map_or_else(|| "59".to_owned(), |zone| zone.code().to_owned());
    let again = !companies.is_empty() && rng.u8(..100) < 9;
    let company = if again {
        companies[rng.usize(..companies.len())].clone()
    } else {
        companies.push(format!("e-{:04}", companies.len() + 1));
        companies[companies.len() - 1].clone()
    };
    // Some chose another subject, before an adviser read what they wrote.
    let subjects = directory.subjects();
    let first_subject = (rng.u8(..100) < 7).then(|| subjects[rng.usize(..subjects.len())].id.clone());
    Ok(TrackedNeed {
        first_subject: first_subject.filter(|first| *first != need.subject),
        commune: Some(need.commune.clone()),
        found: Some(u32::try_from(found)?),
        company: Some(company),
        new_company: Some(!again && rng.u8(..100) < 88),
        adviser: Some(format!("referent-{departement}-{}", 1 + rng.u8(..2))),
        origin: Some(drawn(&ORIGINS, rng)).filter(|origin| !origin.is_empty()).map(str::to_owned),
        naf: need.naf.map(|naf| naf.to_string()),
        headcount: need.headcount,
        headcount_band: need.headcount_band.map(|band| band.as_str().to_owned()),
        ..TrackedNeed::new(need.id.clone().unwrap_or_default(), need.subject.clone(), need.on.unwrap_or(LAST))
    })
}

/// What becomes of a need.
struct Life<'a> {
    need: &'a TrackedNeed,
    paces: &'a HashMap<String, Pace>,
    single_takers: &'a [String],
}

/// Something that an expert will do.
struct Plan {
    on: Date,
    referral: String,
    to: ReferralState,
    reason: Option<RefusalReason>,
}

impl Life<'_> {
    /// Sends it to some, and perhaps to one more when somebody has refused.
    fn live(
        &self,
        matches: &[Match<'_>],
        other: Option<&Match<'_>>,
        sent: usize,
        rng: &mut Rng,
    ) -> Outcome<Vec<Referral>> {
        // Somebody reads each request first.
        let sent_on = self.later(self.need.deposited_on, [0, 0, 0, 1, 1, 2, 3][rng.usize(..7)])?;
        if sent_on > LAST {
            return Ok(Vec::new());
        }
        let mut referrals: Vec<Referral> = Vec::new();
        let mut plans: Vec<Plan> = Vec::new();
        for (number, found) in (1..).zip(matches) {
            let sending = Sending {
                referral: format!("m-{:05}", sent + number),
                need: self.need.id.clone(),
                expert: found.expert.id.clone(),
                antenne: Some(found.antenne.id.clone()),
                institution: found.institution.id.clone(),
                on: sent_on,
                by_hand: false,
                author: None,
            };
            let changes = send(&referrals, &sending)?;
            take(&mut referrals, changes);
            self.plan(&sending.referral, &sending.institution, sent_on, &mut plans, rng)?;
        }
        let mut other = other;
        while let Some(next) = earliest(&mut plans) {
            let change = Move {
                referral: next.referral.clone(),
                to: next.to,
                on: next.on,
                reason: next.reason,
                author: None,
            };
            // A colleague may have been quicker, or the need was given to another.
            let Ok(changes) = move_referral(&referrals, &change, self.single_takers) else { continue };
            take(&mut referrals, changes);
            let on = self.later(next.on, rng.i64(1..6))?;
            let asks = next.to == ReferralState::NotForMe && on <= LAST && rng.u8(..10) < 3;
            if let Some(found) = other.take_if(|_| asks) {
                let to = Reassignment {
                    referral: next.referral.clone(),
                    expert: found.expert.id.clone(),
                    antenne: Some(found.antenne.id.clone()),
                    institution: found.institution.id.clone(),
                    on,
                    author: None,
                };
                let changes = reassign(&referrals, &to)?;
                take(&mut referrals, changes);
                self.plan(&to.referral, &to.institution, on, &mut plans, rng)?;
            }
        }
        Ok(referrals)
    }

    /// What the expert of a referral will do, until the last day.
    fn plan(
        &self,
        referral: &str,
        institution: &str,
        sent_on: Date,
        plans: &mut Vec<Plan>,
        rng: &mut Rng,
    ) -> Outcome<()> {
        let Some(pace) = self.paces.get(institution) else { return Ok(()) };
        if rng.u8(..100) >= pace.answers {
            return Ok(());
        }
        let mut on = sent_on;
        // Reminders come after 9 and 21 days; then hardly anybody moves.
        while rng.u8(..10) >= pace.looks && on < self.later(sent_on, 40)? {
            on = self.later(on, 1)?;
        }
        let mut add = |on: Date, to: ReferralState, reason: Option<RefusalReason>| {
            if on <= LAST {
                plans.push(Plan { on, referral: referral.to_owned(), to, reason });
            }
        };
        if rng.u8(..100) < pace.refuses {
            let reason = (rng.u8(..10) > 0).then(|| drawn(&REASONS, rng));
            add(on, ReferralState::NotForMe, reason);
            return Ok(());
        }
        add(on, ReferralState::TakenInCharge, None);
        let closes = match rng.u8(..100) {
            0..58 => Some(ReferralState::Done),
            58..76 => Some(ReferralState::DoneNoHelp),
            76..90 => Some(ReferralState::DoneNotReachable),
            _ => None,
        };
        if let Some(closes) = closes {
            let days = 1 + rng.i64(0..8) + rng.i64(0..15);
            add(self.later(on, days)?, closes, None);
        }
        Ok(())
    }

    fn later(&self, date: Date, days: i64) -> Outcome<Date> {
        Ok(date.checked_add(days.days())?)
    }
}

/// Takes what happens first.
fn earliest(plans: &mut Vec<Plan>) -> Option<Plan> {
    let first = plans.iter().enumerate().min_by_key(|(number, plan)| (plan.on, *number))?.0;
    Some(plans.remove(first))
}

fn take(referrals: &mut Vec<Referral>, changes: Changes) {
    for changed in changes.referrals {
        match referrals.iter_mut().find(|own| own.id == changed.id) {
            Some(own) => *own = changed,
            None => referrals.push(changed),
        }
    }
}

pub(super) fn drawn<T: Copy>(weighted: &[(T, u32)], rng: &mut Rng) -> T {
    let weights = weighted.iter().map(|(_, weight)| *weight);
    weighted[super::needs::position(weights, rng)].0
}

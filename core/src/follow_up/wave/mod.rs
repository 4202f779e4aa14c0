//! Waves: a need goes to a few experts at a time, and to the next when these have not moved.
//!
//! Whom a need could go to are [`Candidates`]: those who match, in their order, and those nearest outside
//! their territory. [`next_wave`] looks at them, at the referrals that there are and at a day, and says whom
//! to alert now. Nothing is stored and nothing sleeps: which wave it is follows from the referrals.
//!
//! ```
//! use aiguillage::follow_up::{Candidate, Candidates, Referral, WavePolicy, WaveStep, next_wave};
//!
//! let candidates = Candidates {
//!     matched: ["a", "b", "c"].map(|expert| Candidate::new(expert, "cci")).to_vec(),
//!     outside: vec![Candidate::new("d", "cma")],
//! };
//! let policy = WavePolicy { size: 2, days: 5, ..WavePolicy::default() };
//! let first = next_wave(&candidates, &[], "2026-11-02".parse()?, &policy)?;
//! assert_eq!(first.experts().collect::<Vec<_>>(), ["a", "b"]);
//!
//! let referrals: Vec<Referral> = serde_json::from_str(r#"[
//!     {"id": "r1", "need": "n", "expert": "a", "institution": "cci", "sent_on": "2026-11-02", "state": "waiting"},
//!     {"id": "r2", "need": "n", "expert": "b", "institution": "cci", "sent_on": "2026-11-02", "state": "waiting"}
//! ]"#)?;
//! let early = next_wave(&candidates, &referrals, "2026-11-06".parse()?, &policy)?;
//! assert_eq!((early.step, early.since), (WaveStep::Wait, Some("2026-11-07".parse()?)));
//! let second = next_wave(&candidates, &referrals, "2026-11-07".parse()?, &policy)?;
//! assert_eq!(second.experts().collect::<Vec<_>>(), ["c"]);
//! assert_eq!(second.sentence, "Vague 2\u{a0}: personne n’a bougé depuis 5\u{a0}jours. À alerter\u{a0}: c, parmi les experts compétents.");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod candidates;
mod sentence;
mod standing;

use std::collections::HashSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use candidates::{Candidate, Candidates};
use standing::Standing;

use super::{Referral, ReferralError};
use crate::language::Language;
use crate::record::words::words;

/// How waves follow each other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct WavePolicy {
    /// How many experts a wave alerts at most: 3.
    pub size: u32,
    /// For how many days the experts of a wave may stay silent before the next one: 5.
    pub days: u32,
    /// How many experts outside their territory are alerted in all: 3.
    pub outside: u32,
    /// Whom the host names for needs that nobody else is left for, in order: nobody.
    pub fallback: Vec<Candidate>,
}

impl Default for WavePolicy {
    fn default() -> WavePolicy {
        WavePolicy { size: 3, days: 5, outside: 3, fallback: Vec::new() }
    }
}

words! {
    /// What a wave is made of, in the order in which waves follow each other, or why there is none.
    WaveStep, "step";
    /// Experts who match.
    Matched "Experts compétents" "Experts who match",
    /// Those nearest outside their territory.
    Outside "Experts voisins, hors de leur territoire" "Neighbours, outside their territory",
    /// Those whom the host names.
    Fallback "Recours désigné" "Fallback that was named",
    /// Experts who match and are away or full: better than nobody.
    Unavailable "Experts absents ou complets" "Experts who are away or full",
    /// There is nobody left to alert: the company and the adviser are to be told.
    NobodyLeft "Plus personne à alerter" "Nobody left to alert",
    /// Those who have the need may still answer.
    Wait "En attente de la vague précédente" "The wave before may still answer",
    /// Somebody takes care of the need, or has called the company.
    Settled "Besoin pris en charge ou traité" "Taken in charge or dealt with",
}

words! {
    /// Why a wave is due, or is not.
    WaveCause, "cause";
    /// The need was sent to nobody.
    First "Le besoin n’a encore été transmis à personne" "The need was sent to nobody yet",
    /// Those who have it have been silent for too long.
    Silent "Personne n’a bougé" "Nobody has moved",
    /// Those who have it are away.
    Away "Celles et ceux qui l’ont reçu sont absents" "Those who have it are away",
    /// Nobody has it any more: all have refused.
    Refused "Tous ont refusé" "Everybody has refused",
    /// Those who have it have had little time.
    Pending "La vague précédente peut encore répondre" "The wave before may still answer",
    /// Somebody has moved.
    Answered "Quelqu’un s’en occupe, ou a appelé l’entreprise" "Somebody takes care of it, or has called the company",
}

words! {
    /// Why a candidate is not alerted.
    PassedOverReason, "reason";
    /// They have the need, and may still move.
    HasIt "A déjà le besoin" "Has the need already",
    /// They have refused it.
    Refused "L’a refusé" "Has refused it",
    /// They had it, and it was given to somebody else or taken by a colleague.
    HadIt "L’a eu" "Had it",
    /// They are away.
    Absent "En congé" "Away",
    /// They are full.
    Full "Complet" "Full",
    /// They are for a later wave.
    Later "Pour une vague suivante" "For a later wave",
}

/// A candidate who is not alerted now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PassedOver {
    /// The id of the expert.
    pub expert: String,
    /// Why.
    pub reason: PassedOverReason,
    /// The last day of the absence, of those who are away.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

/// Whom to alert now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Wave {
    /// What it is made of, or why there is none.
    pub step: WaveStep,
    /// Why.
    pub cause: WaveCause,
    /// Which wave it is, from 1: one more than the days on which the need was sent. Where there is none
    /// now, the one that would be next.
    pub number: u32,
    /// Since when it is due; while those before may still answer, when it will be. Nothing for a first wave
    /// and where somebody takes care of the need.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Date>,
    /// Whom to alert, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub alert: Vec<Candidate>,
    /// Whether to tell the company and its adviser that nobody is left.
    #[serde(default)]
    pub tell_company: bool,
    /// The other candidates, and why they are not alerted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub passed_over: Vec<PassedOver>,
    /// All this in words.
    pub sentence: String,
}

impl Wave {
    /// The ids of the experts to alert, in order.
    pub fn experts(&self) -> impl Iterator<Item = &str> {
        self.alert.iter().map(|candidate| candidate.expert.as_str())
    }
}

/// Whom to alert now about a need, with its explanation in French; see [`next_wave_in`].
///
/// # Errors
/// As [`next_wave_in`].
pub fn next_wave(
    candidates: &Candidates,
    referrals: &[Referral],
    on: Date,
    policy: &WavePolicy,
) -> Result<Wave, ReferralError> {
    next_wave_in(candidates, referrals, on, policy, Language::default())
}

/// Whom to alert now about a need, with its explanation in a language.
///
/// `referrals` are all those of the need. There is a wave where nobody has the need; where everybody who has
/// it has refused, is away, or has been silent for [`days`](WavePolicy::days) days since the last sending;
/// and none where somebody takes care of it or has called the company, whatever came of that. The next wave
/// is made of the first [`size`](WavePolicy::size) experts who match and never had the need; where none is
/// left, of those nearest outside their territory, up to [`outside`](WavePolicy::outside) in all; then of
/// those whom the host names; then of those who match and are away or full, who were passed over until
/// then. Where nobody is left at all, the wave says that the company is to be told
/// ([`tell_company`](Wave::tell_company)), since the same day as long as nothing changes. So somebody has the
/// need, or is to be alerted, or the company is to be told, on every day. Of a need that is suspended
/// ([`Suspension`](super::Suspension)) a host does not ask.
///
/// # Errors
/// `invalid_value` for a size of 0, which would alert nobody for ever, and for referrals of two needs;
/// `missing_field` for a candidate without an id or institution.
pub fn next_wave_in(
    candidates: &Candidates,
    referrals: &[Referral],
    on: Date,
    policy: &WavePolicy,
    language: Language,
) -> Result<Wave, ReferralError> {
    if policy.size == 0 {
        return Err(ReferralError::invalid("policy.size", "a wave alerts at least one expert, not 0"));
    }
    candidates.check(policy)?;
    let standing = Standing::of(referrals, candidates, on, policy)?;
    let (step, alert) = match standing.cause {
        WaveCause::Answered => (WaveStep::Settled, Vec::new()),
        WaveCause::Pending => (WaveStep::Wait, Vec::new()),
        _ => chosen(candidates, &standing, on, policy),
    };
    let mut wave = Wave {
        step,
        cause: standing.cause,
        number: standing.number,
        since: standing.since,
        tell_company: step == WaveStep::NobodyLeft,
        passed_over: passed_over(candidates, &alert, &standing, on, policy),
        alert,
        sentence: String::new(),
    };
    wave.sentence = sentence::of(&wave, policy, language);
    Ok(wave)
}

/// The experts of the first step that has any.
fn chosen(
    candidates: &Candidates,
    standing: &Standing<'_>,
    on: Date,
    policy: &WavePolicy,
) -> (WaveStep, Vec<Candidate>) {
    let size = policy.size as usize;
    let first = |list: &[Candidate], most: usize, is_wanted: &dyn Fn(&Candidate) -> bool| {
        let mut chosen: Vec<Candidate> = Vec::new();
        for candidate in list.iter().filter(|candidate| standing.never_had(&candidate.expert)) {
            let is_new = !chosen.iter().any(|other| other.expert == candidate.expert);
            if chosen.len() < most && is_new && is_wanted(candidate) {
                chosen.push(candidate.clone());
            }
        }
        chosen
    };
    let available = |candidate: &Candidate| !candidate.full && !candidate.is_absent(on);
    let outside = (policy.outside as usize).saturating_sub(standing.outside(candidates));
    let steps = [
        (WaveStep::Matched, first(&candidates.matched, size, &available)),
        (WaveStep::Outside, first(&candidates.outside, size.min(outside), &available)),
        (WaveStep::Fallback, first(&policy.fallback, size, &available)),
        (WaveStep::Unavailable, first(&candidates.matched, size, &|_| true)),
    ];
    let found = steps.into_iter().find(|(_, chosen)| !chosen.is_empty());
    found.unwrap_or((WaveStep::NobodyLeft, Vec::new()))
}

/// Everybody who could have been alerted and is not, each once, with the reason.
fn passed_over(
    candidates: &Candidates,
    alert: &[Candidate],
    standing: &Standing<'_>,
    on: Date,
    policy: &WavePolicy,
) -> Vec<PassedOver> {
    let mut told: HashSet<&str> = alert.iter().map(|candidate| candidate.expert.as_str()).collect();
    let mut passed_over: Vec<PassedOver> = Vec::new();
    for candidate in candidates.with_fallback(policy).filter(|candidate| told.insert(&candidate.expert)) {
        let until = candidate.absent_until.filter(|_| candidate.is_absent(on));
        let (reason, until) = match standing.reason(&candidate.expert) {
            Some(reason) => (reason, None),
            None if until.is_some() => (PassedOverReason::Absent, until),
            None if candidate.full => (PassedOverReason::Full, None),
            None => (PassedOverReason::Later, None),
        };
        passed_over.push(PassedOver { expert: candidate.expert.clone(), reason, until });
    }
    passed_over
}

//! Facts by institution: a report of one is measured of its own facts, not of everybody's.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::directory::Directory;
use crate::follow_up::{Referral, Survey, TrackedNeed};
use crate::impact::ImpactFacts;

/// What of all facts an institution has to do with.
#[derive(Default)]
struct Part {
    needs: Vec<TrackedNeed>,
    referrals: Vec<Referral>,
    surveys: Vec<Survey>,
}

/// The facts of each institution, by its id.
pub(super) struct Parts(HashMap<String, Part>);

impl Parts {
    /// Cuts facts by the institutions that got a referral, now or before. Of facts with the same id the first
    /// counts, as in every report, whichever institution has it.
    pub(super) fn of(facts: &ImpactFacts<'_>, directory: Option<&Directory>) -> Parts {
        let id = |name: &'_ str| {
            let known = directory.and_then(|directory| directory.institution(name));
            known.map_or_else(|| name.to_owned(), |institution| institution.id.clone())
        };
        let mut parts: HashMap<String, Part> = HashMap::new();
        let mut institutions_of: HashMap<&str, BTreeSet<String>> = HashMap::new();
        let mut seen: HashSet<&str> = HashSet::new();
        for referral in facts.referrals.iter().filter(|referral| seen.insert(&referral.id)) {
            let past = referral.past.iter().map(|past| id(&past.institution));
            let institutions: BTreeSet<String> = past.chain([id(&referral.institution)]).collect();
            for institution in &institutions {
                parts.entry(institution.clone()).or_default().referrals.push(referral.clone());
            }
            institutions_of.entry(&referral.need).or_default().extend(institutions);
        }
        let mut seen: HashSet<&str> = HashSet::new();
        for need in facts.needs.iter().filter(|need| seen.insert(&need.id)) {
            for institution in institutions_of.get(need.id.as_str()).into_iter().flatten() {
                parts.entry(institution.clone()).or_default().needs.push(need.clone());
            }
        }
        for survey in facts.surveys {
            for institution in institutions_of.get(survey.need.as_str()).into_iter().flatten() {
                parts.entry(institution.clone()).or_default().surveys.push(survey.clone());
            }
        }
        Parts(parts)
    }

    /// The facts of an institution; requests are nobody's yet.
    pub(super) fn facts_of(&self, institution: &str) -> ImpactFacts<'_> {
        match self.0.get(institution) {
            Some(part) => ImpactFacts {
                needs: &part.needs,
                referrals: &part.referrals,
                surveys: &part.surveys,
                ..ImpactFacts::default()
            },
            None => ImpactFacts::default(),
        }
    }
}

//! 3. The territory: where the theme is offered, and whose zones cover the commune.

use aiguillage::directory::{Antenne, Competence, Expert, Level};
use aiguillage::geography::Zone;

use super::facts::Facts;

/// Where a match takes place.
pub(crate) struct Place {
    pub(crate) zone: String,
    pub(crate) owner: &'static str,
    /// The notes of the offers that cover the commune.
    pub(crate) note: Option<String>,
}

/// The narrowest zone that covers the commune, over all the times that the expert holds the
/// subject; of equal zones the competence's own comes first, then the expert's, then the antenne's.
pub(crate) fn place(facts: &Facts<'_>, expert: &Expert, antenne: &Antenne) -> Option<Place> {
    if !theme_is_offered(facts) {
        return None;
    }
    let held = expert.competences.iter().filter(|competence| competence.subject == facts.subject.id);
    let mut covering = Vec::new();
    let mut notes = Vec::new();
    for competence in held {
        let (zones, owner) = zones_of(facts, competence, expert, antenne);
        if !zones.is_empty() {
            notes.extend(competence.note.clone());
        }
        covering.extend(zones.into_iter().map(|zone| (narrowness(facts, &zone), rank(owner), zone, owner)));
    }
    covering.sort();
    let (_, _, zone, owner) = covering.into_iter().next()?;
    let note = if notes.is_empty() { None } else { Some(notes.join("; ")) };
    Some(Place { zone, owner, note })
}

/// The theme is offered where it lists no zones, or in them.
fn theme_is_offered(facts: &Facts<'_>) -> bool {
    facts.theme_zones.is_empty() || facts.theme_zones.iter().any(|zone| facts.zones.contains(zone))
}

/// The zones by which one offer covers the commune, and whose they are: those of the competence if
/// it has any, else the expert's if it has any, else the antenne's.
fn zones_of(
    facts: &Facts<'_>,
    competence: &Competence,
    expert: &Expert,
    antenne: &Antenne,
) -> (Vec<String>, &'static str) {
    if !competence.zones.is_empty() {
        return (covering(facts, &competence.zones), "competence");
    }
    if !expert.zones.is_empty() {
        return (covering(facts, &expert.zones), "expert");
    }
    let mut zones = covering(facts, &antenne.zones);
    if antenne.level == Level::National && zones.is_empty() {
        zones.push("france".to_owned());
    }
    (zones, "antenne")
}

fn covering(facts: &Facts<'_>, zones: &[Zone]) -> Vec<String> {
    zones.iter().map(ToString::to_string).filter(|zone| facts.zones.contains(zone)).collect()
}

/// 0 for the narrowest of the zones that contain the commune.
pub(crate) fn narrowness(facts: &Facts<'_>, zone: &str) -> usize {
    facts.zones.iter().take_while(|other| *other != zone).count()
}

fn rank(owner: &str) -> usize {
    ["competence", "expert", "antenne"].iter().take_while(|other| **other != owner).count()
}

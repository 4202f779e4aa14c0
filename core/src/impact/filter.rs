//! Which needs and referrals a query lets through.

use std::collections::HashSet;

use jiff::civil::Date;

use super::attributes::Attributes;
use super::case::{Assignment, Case, RequestCase};
use super::{Dimension, ImpactQuery};
use crate::directory::Directory;
use crate::follow_up::ReferralError;
use crate::geography::ZoneError;
use crate::geography::{Commune, Geography, Zone};
use crate::language::sentence;

/// The needs and referrals that the query lets through.
pub(super) struct Filter<'q> {
    subjects: HashSet<&'q str>,
    themes: HashSet<&'q str>,
    institutions: HashSet<&'q str>,
    antennes: HashSet<&'q str>,
    advisers: HashSet<&'q str>,
    origins: HashSet<&'q str>,
    /// Each once.
    zones: Vec<Zone>,
    zone_set: HashSet<Zone>,
    from: Option<Date>,
    until: Option<Date>,
}

impl<'q> Filter<'q> {
    pub(super) fn of(
        query: &'q ImpactQuery,
        directory: Option<&'q Directory>,
        geography: Option<&Geography>,
    ) -> Result<Filter<'q>, ReferralError> {
        check_dates(query)?;
        check_sources(query, directory, geography)?;
        let institutions = institutions(&query.institutions, directory)?;
        if let Some(directory) = directory {
            let themes = directory.themes().iter().map(|theme| theme.id.as_str());
            check_known("theme", &query.themes, themes)?;
            let subjects = directory.subjects().iter().map(|subject| subject.id.as_str());
            check_known("subject", &query.subjects, subjects)?;
            let antennes = directory.antennes().iter().map(|antenne| antenne.id.as_str());
            check_known("antenne", &query.antennes, antennes)?;
        }
        let mut zones: Vec<Zone> =
            query.zones.iter().map(|text| zone(text, geography)).collect::<Result<_, _>>()?;
        zones.sort_unstable();
        zones.dedup();
        let set = |ids: &'q [String]| ids.iter().map(String::as_str).collect::<HashSet<_>>();
        Ok(Filter {
            subjects: set(&query.subjects),
            themes: set(&query.themes),
            institutions,
            antennes: set(&query.antennes),
            advisers: set(&query.advisers),
            origins: set(&query.origins),
            zone_set: zones.iter().copied().collect(),
            zones,
            from: query.from,
            until: query.until,
        })
    }

    /// The zones that the query names, each once.
    pub(super) fn zones(&self) -> &[Zone] {
        &self.zones
    }

    pub(super) fn lets_through(&self, case: &Case<'_>, geography: Option<&Geography>) -> bool {
        self.lets_through_attributes(&case.attributes, geography)
            && (!self.by_receiver() || case.assignments.iter().any(|assignment| self.looks_at(assignment)))
    }

    /// A request is nobody's yet: where only some receivers count, none of them does.
    pub(super) fn lets_through_request(&self, case: &RequestCase<'_>, geography: Option<&Geography>) -> bool {
        !self.by_receiver() && self.lets_through_attributes(&case.attributes, geography)
    }

    fn lets_through_attributes(&self, own: &Attributes<'_>, geography: Option<&Geography>) -> bool {
        let listed =
            |ids: &HashSet<&str>, id: Option<&str>| ids.is_empty() || id.is_some_and(|id| ids.contains(id));
        let in_zone = || {
            let zones = own.commune(geography).map(Commune::zones);
            zones.is_some_and(|zones| zones.iter().any(|zone| self.zone_set.contains(zone)))
        };
        self.from.is_none_or(|from| own.deposited_on >= from)
            && self.until.is_none_or(|until| own.deposited_on <= until)
            && listed(&self.subjects, own.subject)
            && listed(&self.themes, own.theme)
            && listed(&self.advisers, own.adviser)
            && listed(&self.origins, own.origin)
            && (self.zones.is_empty() || in_zone())
    }

    /// Whether only what some receivers got counts.
    pub(super) fn by_receiver(&self) -> bool {
        !self.institutions.is_empty() || !self.antennes.is_empty()
    }

    pub(super) fn looks_at(&self, assignment: &Assignment<'_>) -> bool {
        self.looks_at_office(assignment.institution, assignment.antenne)
    }

    pub(super) fn looks_at_office(&self, institution: &str, antenne: Option<&str>) -> bool {
        let at_antenne = || antenne.is_some_and(|antenne| self.antennes.contains(antenne));
        (self.institutions.is_empty() || self.institutions.contains(institution))
            && (self.antennes.is_empty() || at_antenne())
    }
}

fn check_dates(query: &ImpactQuery) -> Result<(), ReferralError> {
    match (query.from, query.until) {
        (Some(from), Some(until)) if from > until => {
            let message = format!("`from` ({from}) is after `until` ({until})");
            Err(ReferralError::invalid("from", message))
        }
        _ => Ok(()),
    }
}

/// Refuses what only a directory or a geography knows, where there is none.
fn check_sources(
    query: &ImpactQuery,
    directory: Option<&Directory>,
    geography: Option<&Geography>,
) -> Result<(), ReferralError> {
    let needed = |field: &str, what: &str| {
        let message = format!("{what} are known to a directory, and none is given");
        ReferralError::new("directory_needed", Some(field), message)
    };
    if directory.is_none() && (query.by == Some(Dimension::Theme) || !query.themes.is_empty()) {
        return Err(needed(if query.themes.is_empty() { "by" } else { "themes" }, "themes"));
    }
    let by_zone = query.by.is_some_and(|by| by.zone_kind().is_some());
    if geography.is_none() && (by_zone || !query.zones.is_empty()) {
        return Err(needed(if query.zones.is_empty() { "by" } else { "zones" }, "zones"));
    }
    Ok(())
}

/// The ids of institutions that may be named by aliases.
fn institutions<'q>(
    names: &'q [String],
    directory: Option<&'q Directory>,
) -> Result<HashSet<&'q str>, ReferralError> {
    let Some(directory) = directory else { return Ok(names.iter().map(String::as_str).collect()) };
    let id = |name: &'q String| match directory.institution(name) {
        Some(institution) => Ok(institution.id.as_str()),
        None => {
            let known = directory.institutions().iter().map(|institution| institution.id.as_str());
            Err(unknown("institution", name, known))
        }
    };
    names.iter().map(id).collect()
}

/// Refuses what a query names and the directory does not have.
fn check_known<'d>(
    what: &'static str,
    ids: &[String],
    known: impl Iterator<Item = &'d str>,
) -> Result<(), ReferralError> {
    if ids.is_empty() {
        return Ok(());
    }
    let known: HashSet<&str> = known.collect();
    match ids.iter().find(|id| !known.contains(id.as_str())) {
        Some(missing) => Err(unknown(what, missing, known.into_iter())),
        None => Ok(()),
    }
}

fn unknown<'d>(what: &str, id: &str, known: impl Iterator<Item = &'d str>) -> ReferralError {
    let (code, field, what) = match what {
        "theme" => ("unknown_theme", "themes", sentence!(Theme)),
        "subject" => ("unknown_subject", "subjects", sentence!(Subject)),
        "antenne" => ("unknown_antenne", "antennes", sentence!(Antenne)),
        _ => ("unknown_institution", "institutions", sentence!(Institution)),
    };
    ReferralError::unknown(code, field, what, id, known)
}

fn zone(text: &str, geography: Option<&Geography>) -> Result<Zone, ReferralError> {
    let zone: Zone = text.parse().map_err(|error: ZoneError| ReferralError::invalid("zones", error))?;
    let Some(geography) = geography else { return Ok(zone) };
    if geography.has_zone(zone) {
        return Ok(zone);
    }
    let error =
        ReferralError::invalid("zones", sentence!(ThereIsNo { what: sentence!(Zone), id: zone.to_string() }));
    Err(match geography.nearest_zone(zone) {
        Some(nearest) => error.with_hint(sentence!(DidYouMean { nearest: nearest.to_string() })),
        None => error,
    })
}

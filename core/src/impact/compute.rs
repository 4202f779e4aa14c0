//! From facts to a report.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::case::{Case, Cases, Piece};
use super::group::{Key, Slot, label, zone_of};
use super::tally::Tally;
use super::{Dimension, ImpactQuery, ImpactReport, ImpactRow, equity};
use crate::directory::Directory;
use crate::follow_up::{Referral, ReferralError, TrackedNeed};
use crate::geography::{Commune, Geography, Zone};
use crate::hash::TextSet;

/// More empty rows than this say nothing to anybody: beyond it, only those with needs are there.
const MOST_EMPTY: usize = 20_000;

/// The impact of what was done, in figures. See the [module](super) for what is counted, and how.
///
/// `directory` gives themes, names, aliases and the geography; without it the embedded geography
/// serves (feature `cog`), ids stand for names, and themes are not known. What is wrong with a fact
/// is among [`ImpactReport::faults`], and sinks nothing.
///
/// # Errors
/// `directory_needed` for themes without a directory, or zones without a geography; `invalid_value`
/// for a malformed zone, or a first day after the last; `unknown_theme`, `unknown_subject`,
/// `unknown_institution`, `unknown_antenne` for what the query names and the directory does not have;
/// `unknown_commune` for a zone that does not exist.
///
/// ```
/// use aiguillage::impact::{ImpactQuery, impact};
/// use aiguillage::follow_up::{Referral, TrackedNeed};
///
/// let needs = [TrackedNeed::new("b-17", "recruter", "2026-11-02".parse()?)];
/// let referrals: Vec<Referral> = serde_json::from_str(r#"[{"id": "r1", "need": "b-17", "expert": "e",
///     "institution": "cci", "sent_on": "2026-11-02", "state": "done", "taken_on": "2026-11-04",
///     "closed_on": "2026-11-09"}]"#)?;
/// let report = impact(&needs, &referrals, &ImpactQuery::on("2026-12-31".parse()?), None)?;
/// assert_eq!((report.total.funnel.deposited, report.total.funnel.helped), (1, 1));
/// assert_eq!(report.total.median_days_to_take, Some(2.0));
/// assert!(report.total.helped.small, "one need is too few for a rate");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn impact(
    needs: &[TrackedNeed],
    referrals: &[Referral],
    query: &ImpactQuery,
    directory: Option<&Directory>,
) -> Result<ImpactReport, ReferralError> {
    #[cfg(feature = "cog")]
    let embedded = directory.is_none().then(Geography::embedded);
    #[cfg(not(feature = "cog"))]
    let embedded: Option<std::sync::Arc<Geography>> = None;
    let geography = directory.map(Directory::geography).or(embedded.as_ref()).map(|own| &**own);
    let filter = Filter::of(query, directory, geography)?;
    let Cases { mut cases, faults } = Cases::of(needs, referrals, query, directory, geography);
    cases.retain(|case| filter.lets_through(case, geography));
    for case in &mut cases {
        case.pieces.retain(|piece| filter.looks_at(piece));
    }

    let mut total = Tally::default();
    let mut tallies: BTreeMap<(Option<Key<'_>>, Option<Slot>), Tally<'_>> = BTreeMap::new();
    for case in &cases {
        let slot = query.period.map(|period| Slot::of(period, case.need.deposited_on));
        filter.count(case, &mut total, query, |_| true);
        if let Some(by) = query.by.filter(|by| !by.is_partition()) {
            for receiver in receivers(by, case) {
                let tally = tallies.entry((receiver.map(Key::Text), slot)).or_default();
                filter.count(case, tally, query, |piece| receiver_of(by, piece) == receiver);
            }
        } else if query.by.is_some() || slot.is_some() {
            let key = query.by.and_then(|by| by.key(case, geography));
            filter.count(case, tallies.entry((key, slot)).or_default(), query, |_| true);
        }
    }
    if let Some(slots) = slots(query, &cases) {
        fill(&mut tallies, query.by.is_some(), &slots);
    }
    let theirs: Vec<&Case<'_>> =
        cases.iter().filter(|case| !filter.by_receiver() || case.says_something()).collect();
    Ok(ImpactReport {
        query: query.clone(),
        total: total.figures(query.small),
        rows: rows(tallies, query, directory, geography),
        adds_up: query.by.is_none_or(Dimension::is_partition),
        equity: equity::measure(&theirs, query, &filter.zones, directory, geography),
        faults,
    })
}

/// Who of a need got it: each once, and nobody where nobody did.
fn receivers<'f>(by: Dimension, case: &Case<'f>) -> Vec<Option<&'f str>> {
    let mut receivers: Vec<_> = case.pieces.iter().map(|piece| receiver_of(by, piece)).collect();
    receivers.sort_unstable();
    receivers.dedup();
    if receivers.is_empty() {
        receivers.push(None);
    }
    receivers
}

fn receiver_of<'f>(by: Dimension, piece: &Piece<'f>) -> Option<&'f str> {
    if by == Dimension::Antenne { piece.antenne } else { Some(piece.institution) }
}

/// The needs and referrals that the query lets through.
struct Filter {
    subjects: TextSet<String>,
    themes: TextSet<String>,
    institutions: TextSet<String>,
    antennes: TextSet<String>,
    advisers: TextSet<String>,
    origins: TextSet<String>,
    zones: Vec<Zone>,
    from: Option<Date>,
    until: Option<Date>,
}

impl Filter {
    fn of(
        query: &ImpactQuery,
        directory: Option<&Directory>,
        geography: Option<&Geography>,
    ) -> Result<Filter, ReferralError> {
        if let (Some(from), Some(until)) = (query.from, query.until)
            && from > until
        {
            let message = format!("`from` ({from}) is after `until` ({until})");
            return Err(ReferralError::invalid("from", message));
        }
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
        let mut institutions = TextSet::default();
        for name in &query.institutions {
            let id = match directory {
                None => name.clone(),
                Some(directory) => match directory.institution(name) {
                    Some(own) => own.id.clone(),
                    None => {
                        let known = directory.institutions().iter().map(|own| own.id.as_str());
                        return Err(unknown("institution", name, known));
                    }
                },
            };
            institutions.insert(id);
        }
        if let Some(directory) = directory {
            known("theme", &query.themes, directory.themes().iter().map(|own| own.id.as_str()))?;
            known("subject", &query.subjects, directory.subjects().iter().map(|own| own.id.as_str()))?;
            known("antenne", &query.antennes, directory.antennes().iter().map(|own| own.id.as_str()))?;
        }
        let set = |list: &[String]| list.iter().cloned().collect::<TextSet<_>>();
        Ok(Filter {
            subjects: set(&query.subjects),
            themes: set(&query.themes),
            institutions,
            antennes: set(&query.antennes),
            advisers: set(&query.advisers),
            origins: set(&query.origins),
            zones: query.zones.iter().map(|text| zone(text, geography)).collect::<Result<_, _>>()?,
            from: query.from,
            until: query.until,
        })
    }

    fn lets_through(&self, case: &Case<'_>, geography: Option<&Geography>) -> bool {
        let need = case.need;
        let listed = |list: &TextSet<String>, value: Option<&str>| {
            list.is_empty() || value.is_some_and(|value| list.contains(value))
        };
        let in_zone = || {
            let commune = case.commune(geography);
            let zones = commune.map(Commune::zones).unwrap_or_default();
            let lies = |zone: &Zone| zones.contains(zone);
            self.zones.iter().any(lies)
        };
        self.from.is_none_or(|from| need.deposited_on >= from)
            && self.until.is_none_or(|until| need.deposited_on <= until)
            && listed(&self.subjects, Some(&need.subject))
            && listed(&self.themes, case.theme)
            && listed(&self.advisers, need.adviser.as_deref())
            && listed(&self.origins, need.origin.as_deref())
            && (self.zones.is_empty() || in_zone())
            && (!self.by_receiver() || case.pieces.iter().any(|piece| self.looks_at(piece)))
    }

    /// Whether only what some receivers got counts.
    fn by_receiver(&self) -> bool {
        !self.institutions.is_empty() || !self.antennes.is_empty()
    }

    fn looks_at(&self, piece: &Piece<'_>) -> bool {
        (self.institutions.is_empty() || self.institutions.contains(piece.institution))
            && (self.antennes.is_empty() || piece.antenne.is_some_and(|own| self.antennes.contains(own)))
    }

    /// Counts a need and those of its referrals that are looked at. Where these are somebody's only,
    /// and say nothing about the need (a colleague took it, or another got it), the need is not theirs.
    fn count<'f>(
        &self,
        case: &Case<'f>,
        tally: &mut Tally<'f>,
        query: &ImpactQuery,
        wanted: impl Fn(&Piece<'f>) -> bool,
    ) {
        let pieces = case.pieces.iter().filter(|piece| wanted(piece));
        let (looked_at, all) = (pieces.clone().count(), case.pieces.len());
        let theirs = self.by_receiver() || query.by.is_some_and(|by| !by.is_partition()) && looked_at < all;
        if theirs && !pieces.clone().any(|piece| piece.state().is_some()) {
            pieces.for_each(|piece| tally.referral(piece));
        } else {
            tally.add(case.need, pieces, query);
        }
    }
}

/// Refuses what a query names and the directory does not have.
fn known<'d>(
    what: &'static str,
    given: &[String],
    ids: impl Iterator<Item = &'d str> + Clone,
) -> Result<(), ReferralError> {
    match given.iter().find(|given| !ids.clone().any(|id| id == given.as_str())) {
        Some(missing) => Err(unknown(what, missing, ids)),
        None => Ok(()),
    }
}

fn unknown<'d>(what: &str, given: &str, known: impl Iterator<Item = &'d str>) -> ReferralError {
    let (code, field) = match what {
        "theme" => ("unknown_theme", "themes"),
        "subject" => ("unknown_subject", "subjects"),
        "antenne" => ("unknown_antenne", "antennes"),
        _ => ("unknown_institution", "institutions"),
    };
    ReferralError::unknown(code, field, what, given, known)
}

fn zone(text: &str, geography: Option<&Geography>) -> Result<Zone, ReferralError> {
    let zone: Zone = text.parse().map_err(|error| ReferralError::invalid("zones", format!("{error}")))?;
    let Some(geography) = geography else { return Ok(zone) };
    if geography.has_zone(zone) {
        return Ok(zone);
    }
    let error = ReferralError::invalid("zones", format!("there is no zone `{zone}`"));
    Err(match geography.nearest_zone(zone) {
        Some(nearest) => error.with_hint(format!("did you mean `{nearest}`?")),
        None => error,
    })
}

/// The first and the last period of the report.
fn slots(query: &ImpactQuery, cases: &[Case<'_>]) -> Option<(Slot, Slot)> {
    let period = query.period?;
    let days = cases.iter().map(|case| case.need.deposited_on);
    let first = query.from.or_else(|| days.clone().min())?;
    let last = query.until.map(|until| until.min(query.on)).or_else(|| days.max())?;
    Some((Slot::of(period, first), Slot::of(period, last)))
}

/// Adds the periods in which nothing happened.
fn fill<'f>(
    tallies: &mut BTreeMap<(Option<Key<'f>>, Option<Slot>), Tally<'f>>,
    grouped: bool,
    (first, last): &(Slot, Slot),
) {
    let mut groups: Vec<Option<Key<'f>>> = tallies.keys().map(|(key, _)| *key).collect();
    groups.dedup();
    if groups.is_empty() && !grouped {
        groups.push(None);
    }
    if groups.len().saturating_mul(first.until(*last)) > MOST_EMPTY {
        return;
    }
    for key in groups {
        for slot in first.to(*last) {
            tallies.entry((key, Some(slot))).or_default();
        }
    }
}

/// Rows in order: groups with most needs first, those without a group last, periods as they follow.
fn rows(
    tallies: BTreeMap<(Option<Key<'_>>, Option<Slot>), Tally<'_>>,
    query: &ImpactQuery,
    directory: Option<&Directory>,
    geography: Option<&Geography>,
) -> Vec<ImpactRow> {
    let mut sizes: BTreeMap<Option<Key<'_>>, u64> = BTreeMap::new();
    let counted: Vec<_> = tallies
        .into_iter()
        .map(|((key, slot), tally)| {
            let figures = tally.figures(query.small);
            *sizes.entry(key).or_default() += figures.funnel.deposited;
            (key, slot, figures)
        })
        .collect();
    let mut rows = counted;
    rows.sort_by_cached_key(|(key, slot, _)| (key.is_none(), std::cmp::Reverse(sizes[key]), *key, *slot));
    let row = |(key, slot, figures): (Option<Key<'_>>, Option<Slot>, _)| {
        let period = query.period.zip(slot).map(|(period, slot)| slot.name(period));
        let label = match (query.by, &period) {
            (Some(by), _) => label(by, key, directory, geography),
            (None, Some(period)) => period.clone(),
            (None, None) => String::new(),
        };
        let population = match key {
            Some(Key::Zone(zone)) => geography.and_then(|geography| geography.population(zone)),
            _ => None,
        };
        ImpactRow { group: key.map(|key| key.id()), label, period, population, figures }
    };
    rows.into_iter().map(row).collect()
}

/// The zones of a kind in which needs lie; used where no territory of reference is given.
pub(super) fn zones_of_needs(
    cases: &[&Case<'_>],
    kind: crate::geography::ZoneKind,
    geography: &Geography,
) -> Vec<Zone> {
    let communes = cases.iter().filter_map(|case| case.commune(Some(geography)));
    let mut zones: Vec<Zone> = communes.filter_map(|commune| zone_of(commune, kind)).collect();
    zones.sort_unstable();
    zones.dedup();
    zones
}

//! From facts to a report.

use std::collections::{BTreeMap, HashMap};

use super::case::RequestCase;
use super::case::{Assignment, Case};
use super::cases::Cases;
use super::filter::Filter;
use super::geography::geography_of;
use super::group::{Key, Names};
use super::slot::Slot;
use super::tally::{Tallies, Tally};
use super::withheld::Withheld;
use super::{Dimension, ImpactFacts, ImpactQuery, ImpactReport, ImpactRow};
use super::{equity, requalified, withheld};
use crate::directory::Directory;
use crate::follow_up::{Referral, ReferralError, ReferralState, TrackedNeed};
use crate::geography::Geography;

/// More empty rows than this say nothing to anybody: beyond it, only those with needs are there.
const MOST_EMPTY: usize = 20_000;

impl ImpactReport {
    /// The impact of what was done, in figures. See the [module](crate::impact) for what is counted, and how.
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
    /// use aiguillage::impact::{ImpactQuery, ImpactReport};
    /// use aiguillage::follow_up::{Referral, TrackedNeed};
    ///
    /// let needs = [TrackedNeed::new("b-17", "recruter", "2026-11-02".parse()?)];
    /// let referrals: Vec<Referral> = serde_json::from_str(r#"[{"id": "r1", "need": "b-17", "expert": "e",
    ///     "institution": "cci", "sent_on": "2026-11-02", "state": "done", "taken_on": "2026-11-04",
    ///     "closed_on": "2026-11-09"}]"#)?;
    /// let query = ImpactQuery::on("2026-12-31".parse()?);
    /// let report = ImpactReport::measure(&needs, &referrals, &query, None)?;
    /// assert_eq!((report.total.funnel.deposited, report.total.funnel.helped), (1, 1));
    /// assert_eq!(report.total.median_days_to_take, Some(2.0));
    /// assert!(report.total.helped.small, "one need is too few for a rate");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn measure(
        needs: &[TrackedNeed],
        referrals: &[Referral],
        query: &ImpactQuery,
        directory: Option<&Directory>,
    ) -> Result<ImpactReport, ReferralError> {
        ImpactFacts { needs, referrals, ..ImpactFacts::default() }.measure(query, directory)
    }
}

/// Measures everything that there is.
pub(super) fn measure(
    facts: &ImpactFacts<'_>,
    query: &ImpactQuery,
    directory: Option<&Directory>,
) -> Result<ImpactReport, ReferralError> {
    let geography = geography_of(directory);
    let geography = geography.as_deref();
    let query = query.with_defaults();
    let filter = Filter::of(&query, directory, geography)?;
    let Cases { mut cases, mut requests, faults } = Cases::gather(facts, query.on, directory, geography);
    cases.retain(|case| filter.lets_through(case, geography));
    requests.retain(|case| filter.lets_through_request(case, geography));
    for case in &mut cases {
        case.assignments.retain(|assignment| filter.looks_at(assignment));
    }

    let mut total = Tally::default();
    for case in &cases {
        let all: Vec<&Assignment<'_>> = case.assignments.iter().collect();
        if total.add(case.need, &all, filter.by_receiver(), &query) {
            let moved = u64::from(requalified::is_moved(case, &query));
            total.add_requalified(moved, moved);
            let is_theirs = !filter.by_receiver() || is_helped(&all);
            case.survey
                .filter(|_| is_theirs)
                .into_iter()
                .for_each(|survey| total.surveys.add(survey, query.on));
        }
    }
    for case in &requests {
        total.requests.add(case.request, case.state, query.on);
    }
    let mut tallies = grouped(&cases, &requests, &filter, &query, geography, &Withheld::default());
    if query.least > 0 {
        tallies = withhold(&tallies, query.least, |withheld| {
            grouped(&cases, &requests, &filter, &query, geography, withheld)
        });
    }
    if let Some(slots) = slots(&query, &cases, &requests) {
        fill(&mut tallies, query.by.is_some(), slots);
    }
    let theirs: Vec<&Case<'_>> =
        cases.iter().filter(|case| !filter.by_receiver() || case.says_something()).collect();
    let mut equity = equity::measure(&theirs, &query, filter.zones(), directory, geography);
    let largest = withheld::largest(equity.territories.iter().map(|own| [own.needs]).collect(), query.least);
    // Those without needs go as well: what is missing would tell where the others were.
    equity.territories.retain(|own| largest == 0 || own.needs > largest);
    Ok(ImpactReport {
        total: total.figures(query.small),
        rows: rows(tallies, &query, &Names::of(query.by, directory, geography)),
        adds_up: query.by.is_none_or(Dimension::is_partition),
        equity,
        faults,
        query,
    })
}

/// Counts everything in its group and period.
fn grouped<'f>(
    cases: &[Case<'f>],
    requests: &[RequestCase<'f>],
    filter: &Filter<'_>,
    query: &ImpactQuery,
    geography: Option<&Geography>,
    withheld: &Withheld<'f>,
) -> Tallies<'f> {
    let mut tallies = tallies(cases, filter, query, geography, withheld);
    add_requests(requests, &mut tallies, query, geography, withheld);
    requalified::count_by_subject(cases, &mut tallies, query, withheld);
    tallies
}

/// Counts again with small groups together, and more with them while those together are too few.
fn withhold<'f>(
    all: &Tallies<'f>,
    least: u32,
    grouped: impl Fn(&Withheld<'f>) -> Tallies<'f>,
) -> Tallies<'f> {
    let mut together = u64::from(least);
    loop {
        let tallies = grouped(&Withheld::of(all, least, together));
        match withheld::missing(&tallies, least) {
            0 => return tallies,
            // It ends: each time more groups go together, or none is left.
            missing => together += missing,
        }
    }
}

/// Counts each request in its group and period; by receiver, in the row of what is nobody's.
fn add_requests<'f>(
    requests: &[RequestCase<'f>],
    tallies: &mut Tallies<'f>,
    query: &ImpactQuery,
    geography: Option<&Geography>,
    withheld: &Withheld<'f>,
) {
    if query.by.is_none() && query.period.is_none() {
        return;
    }
    for case in requests {
        let slot = query.period.map(|period| Slot::of(period, case.attributes.deposited_on));
        let key = query.by.and_then(|by| by.key(&case.attributes, geography));
        let key = withheld.shown(key, slot);
        tallies.entry((key, slot)).or_default().requests.add(case.request, case.state, query.on);
    }
}

/// Counts each need in its group and period, or in those of everybody who got it.
fn tallies<'f>(
    cases: &[Case<'f>],
    filter: &Filter<'_>,
    query: &ImpactQuery,
    geography: Option<&Geography>,
    withheld: &Withheld<'f>,
) -> Tallies<'f> {
    let mut tallies = Tallies::new();
    for case in cases {
        let slot = query.period.map(|period| Slot::of(period, case.need.deposited_on));
        if let Some(by) = query.by.filter(|by| !by.is_partition()) {
            let shown = |receiver: Option<&'f str>| withheld.shown(receiver.map(Key::Text), slot);
            let mut is_told = false;
            for (receiver, theirs) in receivers(by, case, shown) {
                let partly = filter.by_receiver() || theirs.len() < case.assignments.len();
                let tally = tallies.entry((receiver, slot)).or_default();
                if tally.add(case.need, &theirs, partly, query) {
                    let moved = u64::from(case.need.is_requalified());
                    tally.add_requalified(moved, moved);
                    let helped = case.survey.filter(|_| is_helped(&theirs));
                    helped.into_iter().for_each(|survey| tally.surveys.add(survey, query.on));
                    is_told |= helped.is_some();
                }
            }
            if let Some(survey) = case.survey.filter(|_| !is_told && !filter.by_receiver()) {
                let nobody = withheld.shown(None, slot);
                tallies.entry((nobody, slot)).or_default().surveys.add(survey, query.on);
            }
        } else if query.by.is_some() || slot.is_some() {
            let key = query.by.and_then(|by| by.key(&case.attributes, geography));
            let key = withheld.shown(key, slot);
            let all: Vec<&Assignment<'f>> = case.assignments.iter().collect();
            let tally = tallies.entry((key, slot)).or_default();
            if tally.add(case.need, &all, filter.by_receiver(), query) {
                let moved = u64::from(case.need.is_requalified() && !requalified::is_by_subject(query));
                tally.add_requalified(moved, moved);
                let is_theirs = !filter.by_receiver() || is_helped(&all);
                let survey = case.survey.filter(|_| is_theirs);
                survey.into_iter().for_each(|survey| tally.surveys.add(survey, query.on));
            }
        }
    }
    tallies
}

/// Whether any of them helped: what a company says of the help is said of these.
fn is_helped(assignments: &[&Assignment<'_>]) -> bool {
    assignments.iter().any(|assignment| assignment.state() == Some(ReferralState::Done))
}

/// The receivers of a need, each with the assignments that it got; `None` where nobody got any.
fn receivers<'f, 'c>(
    by: Dimension,
    case: &'c Case<'f>,
    shown: impl Fn(Option<&'f str>) -> Option<Key<'f>>,
) -> BTreeMap<Option<Key<'f>>, Vec<&'c Assignment<'f>>> {
    let mut receivers: BTreeMap<Option<Key<'f>>, Vec<&'c Assignment<'f>>> = BTreeMap::new();
    for assignment in &case.assignments {
        receivers.entry(shown(by.receiver(assignment))).or_default().push(assignment);
    }
    if receivers.is_empty() {
        receivers.insert(shown(None), Vec::new());
    }
    receivers
}

/// The first and the last period of the report.
fn slots(query: &ImpactQuery, cases: &[Case<'_>], requests: &[RequestCase<'_>]) -> Option<(Slot, Slot)> {
    let period = query.period?;
    let needs = cases.iter().map(|case| case.need.deposited_on);
    let days = needs.chain(requests.iter().map(|case| case.attributes.deposited_on));
    let first = query.from.or_else(|| days.clone().min())?;
    let last = query.until.map(|until| until.min(query.on)).or_else(|| days.max())?;
    Some((Slot::of(period, first), Slot::of(period, last)))
}

/// Adds the periods in which nothing happened. Where groups of a period are shown together, no nought is told of
/// any: it would be untrue of those, or tell which they are.
fn fill(tallies: &mut Tallies<'_>, grouped: bool, (first, last): (Slot, Slot)) {
    let groups = tallies.keys().map(|(key, _)| *key);
    let mut groups: Vec<_> = groups.filter(|key| *key != Some(Key::Withheld)).collect();
    groups.dedup();
    if groups.is_empty() && !grouped {
        groups.push(None);
    }
    if groups.len().saturating_mul(first.until(last)) > MOST_EMPTY {
        return;
    }
    for slot in first.to(last) {
        if tallies.contains_key(&(Some(Key::Withheld), Some(slot))) {
            continue;
        }
        for key in &groups {
            tallies.entry((*key, Some(slot))).or_default();
        }
    }
}

/// Rows in order: groups with most needs first, those without a group last, periods as they follow.
fn rows(tallies: Tallies<'_>, query: &ImpactQuery, names: &Names<'_>) -> Vec<ImpactRow> {
    let mut sizes: HashMap<Option<Key<'_>>, (u64, u64)> = HashMap::new();
    for ((key, _), tally) in &tallies {
        let (needs, requests) = tally.size();
        let size = sizes.entry(*key).or_default();
        *size = (size.0 + needs, size.1 + requests);
    }
    let mut tallies: Vec<_> = tallies.into_iter().collect();
    tallies.sort_by_cached_key(|((key, slot), _)| {
        (key.is_none(), *key == Some(Key::Withheld), std::cmp::Reverse(sizes.get(key).copied()), *key, *slot)
    });
    let row = |((key, slot), tally): ((Option<Key<'_>>, Option<Slot>), Tally<'_>)| {
        let period = query.period.zip(slot).map(|(period, slot)| slot.name(period));
        let label = match (query.by, &period) {
            (Some(_), _) => names.label(key),
            (None, Some(period)) => period.clone(),
            (None, None) => String::new(),
        };
        ImpactRow {
            group: key.map(|key| key.id()),
            label,
            period,
            population: key.and_then(|key| names.population(key)),
            figures: tally.figures(query.small),
        }
    };
    tallies.into_iter().map(row).collect()
}

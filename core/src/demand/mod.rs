//! Demand: what was asked of each institution, antenne or expert, what it matched, which rule stopped the
//! rest, and what one change of the directory would add. Partners who ask for more needs read here what
//! stands in their way.
//!
//! ```
//! use aiguillage::{DemandQuery, Need, Router};
//!
//! let router = Router::from_json(r#"{
//!     "themes": [{"id": "argent", "label": "Argent"}],
//!     "subjects": [{"id": "investir", "theme": "argent", "label": "Investir"}],
//!     "institutions": [{"id": "bpifrance", "name": "Bpifrance", "criteria": [{"min_headcount": 20}]}],
//!     "antennes": [{"id": "amiens", "institution": "bpifrance", "name": "Amiens", "zones": ["departement:80"]}],
//!     "experts": [{"id": "e", "antenne": "amiens", "name": "Chargé d’affaires", "competences": [{"subject": "investir"}]}]
//! }"#)?;
//! let need = |commune: &str, headcount| Need { headcount: Some(headcount), ..Need::new("investir", commune) };
//! let needs = [need("80021", 30), need("80021", 12), need("80021", 11), need("59350", 50)];
//!
//! let report = router.demand(&needs, &[], &DemandQuery::default())?;
//! let row = &report.rows[0];
//! assert_eq!((row.asked, row.matched, row.outside), (3, 1, 1));
//! assert_eq!((row.stopped[0].rule.as_str(), row.stopped[0].needs), ("criteria", 2));
//!
//! let first = &row.changes[0];
//! assert_eq!((first.field.as_str(), first.after.as_deref(), first.needs), ("min_headcount", Some("11"), 2));
//! assert_eq!(
//!     first.sentence,
//!     "Filtre n° 1 de l’institution « Bpifrance » : « au moins 11 salariés » au lieu de « au moins 20 salariés » \
//!      (2 besoins de plus)."
//! );
//! // Applying the change brings exactly as many.
//! let changed = router.with_changes(&first.document)?;
//! assert_eq!(changed.demand(&needs, &[], &DemandQuery::default())?.rows[0].matched, 3);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What is counted
//!
//! - A need is **asked** of an expert where the expert holds its subject and its territory covers the commune: the
//!   first and the third of the rules, however the others decide. It is asked of an institution or an antenne
//!   where it is asked of one of its experts, active or not. A need on a subject that it holds, elsewhere, is
//!   **outside**.
//! - It is **matched** where all rules hold, as [`Router::explain`] tells. Whoever stands in for an absent expert
//!   does so in the row of that one.
//! - Any other is **stopped** by one rule: of an expert the first in the order of the rules; of an institution or
//!   an antenne the rule that stops the expert who comes furthest, among those of whom it is asked. An archived
//!   subject is stopped by the rule of subjects.
//! - So `matched` and `stopped` add up to `asked`, and with `outside` to the needs on its subjects.
//!
//! Needs that cannot be routed are listed as faults, and count nowhere. Referrals are counted in the rows of all
//! who had them; those of somebody who is in no row are told apart, in
//! [`referrals_elsewhere`](DemandReport::referrals_elsewhere).
//!
//! # What changes add
//!
//! A change is of one field of one record: [`DemandChangeKind`] lists them. Its number is that of the needs
//! that the row does not match and would, every other thing being the same. It is exact: no change of these kinds
//! takes a need away, and a need counts where this one thing stops one expert of the row.
//!
//! - A **bound** is set to the nearest value that lets everybody pass whom any value could: those of whom the
//!   number is known, and whom nothing else stops.
//! - A **zone** is a commune, EPT, EPCI, département or région around a need, added where the expert's territory is
//!   written: in its competence, in itself or in its antenne. Needs outside of the territory are those that it
//!   adds.
//! - An **entry** is a section or division of the NAF, a legal form or a level above, a nature, a craft, an agreement
//!   or an origin that a stopped need has. Of one list the 200 that most of these needs have are tried.
//! - A **subject** is added to an expert who lacks it, in the expert's general territory; of experts who would bring
//!   as many, the first by id.
//! - Where one criterion of a level suffices (`any-in-level`), criteria are widened, never taken away. Alternatives
//!   are taken away together, never changed one by one.
//! - Of changes of which one asks for less than another and adds as much (a commune and its région; a bound and the
//!   whole criterion), that one alone is told.
//!
//! What two changes would add together is not looked for, nor what no record can say: another OPCO, or
//! competences that are out of their period.
//!
//! # Speed
//!
//! Needs that are equal in all that rules look at are counted once, on every core; what the directory asks for is
//! put together once a subject. A year of a région, 50,000 needs of which hardly two are equal on the 400 experts of
//! the sample directory, takes 0.7 s by institution and 1.6 s by expert on two cores, with the reading of the files
//! (`aiguillage demand`, built for release), and 130 MB.

#![deny(clippy::indexing_slicing)]

// Words of this module:
//
// - A **class** is of needs that no rule can tell apart, counted once.
// - The **board** of a subject has everybody whom needs on it concern: the experts who hold it, and those who could.
// - A **seat** is an expert on a board, with the row in which the expert counts.
// - The **guard** of a seat is rules 4 to 7 as they stand for its expert on the subject; seats share it where the
//   same institution, antenne and expert ask for something.
// - A **spot** is where and when a need is: what rule 3 looks at.
// - An **obstacle** is what alone keeps a need from a seat, as far as a change takes it away; what all classes say
//   of it is a **gain** of the row.

mod answer_edits;
mod apply;
mod board;
mod candidates;
mod classes;
mod count;
mod criterion_edits;
mod edit;
mod groups;
mod guard;
mod kinds;
mod obstacle;
mod presence;
mod query;
mod referrals;
mod report;
mod sentence;
mod tell;
mod territories;
mod zone_lists;

use std::collections::BTreeSet;

use crate::directory::CriterionOwner;
use crate::explain::Rule;
use crate::follow_up::Referral;
use crate::invariant::at;
use crate::language::sentence;
use crate::need::{Need, NeedError};
use crate::parallel::each;
use crate::router::Router;
use board::boards;
use candidates::Search;
use classes::Classes;
use count::{Counter, Tally};
use groups::{Group, Groups};
use territories::Territories;

pub use kinds::{DemandBy, DemandChangeKind};
pub use query::DemandQuery;
pub use report::{DemandChange, DemandFault, DemandReferrals, DemandReport, DemandRow, DemandStop};

impl Router {
    /// What was asked of each institution, antenne or expert, what it matched, which rule stopped the others,
    /// and what one change of the directory would add: see [`demand`](crate::demand).
    ///
    /// Referrals tell what was sent, answered and helped; without any, the rows do not say.
    ///
    /// # Errors
    /// For an institution or a subject of the query that does not exist. A need that cannot be routed is a
    /// fault of the report.
    pub fn demand(
        &self,
        needs: &[Need],
        referrals: &[Referral],
        query: &DemandQuery,
    ) -> Result<DemandReport, NeedError> {
        let compiled = self.compiled();
        let directory = compiled.directory();
        let groups = Groups::of(compiled, query)?;
        let subjects = query.subjects.iter().map(|id| subject(self, id.trim()));
        let subjects: BTreeSet<u32> = subjects.collect::<Result<_, NeedError>>()?;
        let is_wanted = |subject: u32| subjects.is_empty() || subjects.contains(&subject);
        let classes = Classes::of(compiled, needs, is_wanted);
        let mut territories = Territories::new(directory.geography());
        let asked: BTreeSet<u32> = classes.list.iter().map(|class| class.subject).collect();
        let boards =
            boards(compiled, asked, &groups, query.wants(DemandChangeKind::Subject), &mut territories);
        let counter = Counter {
            compiled,
            boards: &boards,
            territories: &territories,
            wants_changes: query.changes > 0,
        };
        let tallies = counter.count(&classes.list, &groups);
        let search = Search { compiled, classes: &classes.list, query };
        let row = |number: usize| {
            let invariant = "each group has a tally";
            row(&search, *at(&groups.list, number, invariant), at(&tallies, number, invariant))
        };
        let mut rows: Vec<DemandRow> = each(0..groups.list.len(), row);
        let mut referrals_elsewhere = 0;
        if !referrals.is_empty() {
            let is_counted = |need: &Need| {
                let subject = compiled.lexicon().subject(need.subject.trim());
                subject.is_some_and(is_wanted)
            };
            let counts = referrals::counts(directory, needs, referrals, query.by, &groups, is_counted);
            referrals_elsewhere = counts.elsewhere;
            for (row, count) in rows.iter_mut().zip(counts.rows) {
                row.referrals = Some(count);
            }
        }
        Ok(DemandReport {
            by: query.by,
            needs: classes.needs,
            rows,
            referrals_elsewhere,
            faults: classes.faults,
        })
    }
}

fn row(search: &Search<'_, '_>, group: Group, tally: &Tally) -> DemandRow {
    let directory = search.compiled.directory();
    let candidates = search.candidates(tally);
    let language = search.query.language;
    let changes = candidates.iter().map(|candidate| tell::change(search.compiled, candidate, language));
    let stop = |(rule, needs): (&Rule, &u64)| DemandStop { rule: *rule, needs: *needs };
    DemandRow {
        id: group.owner.id(directory).to_owned(),
        name: group.owner.name(directory).to_owned(),
        institution: CriterionOwner::Institution(group.institution).id(directory).to_owned(),
        asked: tally.asked,
        matched: tally.matched,
        stopped: tally.stopped.iter().map(stop).collect(),
        outside: tally.outside,
        referrals: None,
        changes: changes.collect(),
    }
}

/// The number of a subject by id.
fn subject(router: &Router, id: &str) -> Result<u32, NeedError> {
    router.compiled().lexicon().subject(id).ok_or_else(|| {
        let known = router.directory().subjects().iter().map(|subject| subject.id.as_str());
        NeedError::unknown("unknown_subject", "subjects", sentence!(Subject), id, known)
    })
}

//! The change from NAF rév. 2 to NAF 2025 on 1 January 2027: which lists of criteria it splits, and the
//! directory with both nomenclatures in its lists.

use std::sync::Arc;

use serde::Serialize;

use super::{Content, Criterion, Directory};
use crate::codes::{Correspondents, NafCode, NafEntry, NafVersion};
use crate::diagnostic::DiagnosticCode;

/// A code of NAF 2025 that unites what a list holds with what it does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct NafSplit {
    /// A code of rév. 2 that the list holds.
    pub from: NafCode,
    /// The code of NAF 2025 to which its companies may go.
    pub to: NafEntry,
    /// A code of rév. 2 that the list does not hold, whose companies may go there too.
    pub outside: NafCode,
}

impl NafSplit {
    /// The splits of a list, one for each code of NAF 2025, ascending. Codes on which the entries of NAF 2025
    /// in the list decide are none.
    pub(crate) fn of(list: &[NafEntry], table: &Correspondents) -> Vec<NafSplit> {
        let is_in_list = |code: NafCode| list.iter().any(|entry| entry.covers(code));
        let reached = table.of_entries(of_rev2(list));
        let split = |to: NafCode| {
            let (inside, outside): (Vec<NafCode>, Vec<NafCode>) =
                table.of(to).iter().partition(|code| is_in_list(**code));
            Some(NafSplit { from: *inside.first()?, to: to.into(), outside: *outside.first()? })
        };
        reached.into_iter().filter(|to| !is_in_list(*to)).filter_map(split).collect()
    }
}

/// A list of a criterion that [`Directory::with_naf_2025`] rewrites.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct RewrittenNaf {
    /// `institution`, `antenne` or `expert`.
    pub owner_kind: &'static str,
    /// The id of the criterion's owner.
    pub owner: String,
    /// The place of the criterion among its owner's, from 0.
    pub criterion: usize,
    /// The place of the alternative among the criterion's, from 0, where the list is one of an alternative.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alternative: Option<usize>,
    /// `accepted_naf` or `excluded_naf`.
    pub field: &'static str,
    /// What the list held.
    pub before: Vec<NafEntry>,
    /// What is added to it.
    pub added: Vec<NafEntry>,
    /// The codes among them that unite what the list held with what it did not: here needs may move.
    pub splits: Vec<NafSplit>,
}

impl Directory {
    /// The same directory with NAF 2025 beside NAF rév. 2 in the lists of its criteria, and what was added to
    /// which. The entries of rév. 2 stay, and their correspondents are added (see
    /// [`naf_correspondence`](Directory::naf_correspondence)); doing it again adds nothing.
    ///
    /// Where a list names levels above codes, a level of NAF 2025 whose codes are all added stands for them, up
    /// to the widest level that the list names.
    ///
    /// A code of NAF 2025 that unites what a list held with what it did not is added too: a list without it
    /// would lose its own companies as soon as they are known by their new code only. What that moves is in
    /// [`RewrittenNaf::splits`], and [`compare`](crate::compare::compare) tells it over needs.
    ///
    /// ```
    /// use aiguillage::Directory;
    ///
    /// let directory = Directory::from_json(r#"{
    ///     "institutions": [{"id": "cma", "name": "CMA", "criteria": [{"accepted_naf": ["10.71C", "B"]}]}]
    /// }"#)?;
    /// let (rewritten, lists) = directory.with_naf_2025();
    /// let accepted = &rewritten.institutions()[0].criteria[0].accepted_naf;
    /// let texts: Vec<String> = accepted.iter().map(ToString::to_string).collect();
    /// assert_eq!(texts, ["10.71C", "B", "2025:B", "2025:10.71H"]);
    /// // 10.71H also takes in makers of dietetic food.
    /// assert_eq!(lists[0].splits[0].outside.to_string(), "10.86Z");
    /// assert!(rewritten.with_naf_2025().1.is_empty());
    /// # Ok::<(), aiguillage::DirectoryError>(())
    /// ```
    #[must_use]
    pub fn with_naf_2025(&self) -> (Directory, Vec<RewrittenNaf>) {
        let mut content = Content::clone(&self.content);
        let mut rewriting = Rewriting { table: self.correspondents(), lists: Vec::new() };
        for institution in Arc::make_mut(&mut content.institutions) {
            rewriting.criteria("institution", &institution.id, &mut institution.criteria);
        }
        for antenne in Arc::make_mut(&mut content.antennes) {
            rewriting.criteria("antenne", &antenne.id, &mut antenne.criteria);
        }
        for expert in content.experts.iter_mut().filter(|expert| !expert.criteria.is_empty()) {
            let record = expert.edit();
            rewriting.criteria("expert", &record.id, &mut record.criteria);
        }
        // What was found stays true, but for the lists that this settles.
        let mut diagnostics = self.diagnostics.to_vec();
        diagnostics.retain(|one| one.code != DiagnosticCode::NafSplit);
        let rewritten = Directory {
            content: Arc::new(content),
            diagnostics: diagnostics.into(),
            lookups: Arc::default(),
            update: None,
            ..self.clone()
        };
        (rewritten, rewriting.lists)
    }
}

struct Rewriting {
    table: Arc<Correspondents>,
    lists: Vec<RewrittenNaf>,
}

impl Rewriting {
    fn criteria(&mut self, owner_kind: &'static str, owner: &str, criteria: &mut [Criterion]) {
        for (number, criterion) in criteria.iter_mut().enumerate() {
            let own = [
                (None, "accepted_naf", &mut criterion.accepted_naf),
                (None, "excluded_naf", &mut criterion.excluded_naf),
            ];
            let alternatives = criterion.any_of.iter_mut().enumerate().flat_map(|(place, alternative)| {
                [
                    (Some(place), "accepted_naf", &mut alternative.accepted_naf),
                    (Some(place), "excluded_naf", &mut alternative.excluded_naf),
                ]
            });
            for (alternative, field, list) in own.into_iter().chain(alternatives) {
                let added = additions(list, &self.table);
                if added.is_empty() {
                    continue;
                }
                let splits = NafSplit::of(list, &self.table);
                let before = list.clone();
                list.extend(&added);
                let owner = owner.to_owned();
                self.lists.push(RewrittenNaf {
                    owner_kind,
                    owner,
                    criterion: number,
                    alternative,
                    field,
                    before,
                    added,
                    splits,
                });
            }
        }
    }
}

fn of_rev2(list: &[NafEntry]) -> impl Iterator<Item = NafEntry> + '_ {
    list.iter().copied().filter(|entry| entry.version() == NafVersion::Rev2)
}

/// The entries of NAF 2025 that a list lacks, ascending by their codes.
fn additions(list: &[NafEntry], table: &Correspondents) -> Vec<NafEntry> {
    let codes = table.of_entries(of_rev2(list));
    // A section is one level, a code five.
    let widest = of_rev2(list).map(|entry| entry.levels().len()).min().unwrap_or(usize::MAX);
    let is_whole = |level: &NafEntry| {
        let known = known_codes(*level);
        known.len() > 1 && known.iter().all(|code| codes.binary_search(code).is_ok())
    };
    let mut added: Vec<NafEntry> = Vec::new();
    for code in codes.iter().filter(|code| !list.iter().any(|entry| entry.covers(**code))) {
        if added.last().is_some_and(|entry| entry.covers(*code)) {
            continue;
        }
        let itself = NafEntry::from(*code);
        let levels = itself.levels();
        let above = levels.iter().skip(widest.saturating_sub(1)).copied().find(is_whole);
        added.push(above.unwrap_or(itself));
    }
    added
}

/// The codes of a level; none where the nomenclatures are not compiled in, so that nothing is known to be
/// whole.
#[cfg(not(feature = "naf"))]
fn known_codes(_: NafEntry) -> &'static [NafCode] {
    &[]
}

#[cfg(feature = "naf")]
fn known_codes(level: NafEntry) -> &'static [NafCode] {
    level.codes()
}

#[cfg(test)]
#[cfg(feature = "naf")]
mod tests {
    use super::*;
    use crate::codes::embedded_naf;

    fn list(text: &str) -> Vec<NafEntry> {
        text.split_whitespace().map(|entry| entry.parse().unwrap()).collect()
    }

    fn added(text: &str) -> String {
        let added = additions(&list(text), &embedded_naf().correspondents);
        added.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn correspondents_are_added_as_wide_as_the_list_is() {
        for (before, expected) in [
            ("10.71C", "2025:10.71H"),
            ("10.71C 2025:10.71H", ""),
            ("10.71C 2025:10", ""),
            ("2025:10.71H", ""),
            // All of a class, named by its codes.
            ("01.12Z", "2025:01.12Y"),
            ("01.12", "2025:01.12Y"),
            ("25.5 25.6", "2025:25.40Y 2025:25.5"),
            ("56", "2025:56.1 2025:56.2 2025:56.30Y"),
            ("B", "2025:B"),
            ("47.11D", "2025:47.11J 2025:47.91Y"),
        ] {
            assert_eq!(added(before), expected, "{before}");
        }
    }

    #[test]
    fn what_was_added_settles_every_split() {
        let table = &embedded_naf().correspondents;
        for text in ["10.71A", "47", "C", "A B 10.7 62.01Z 47.11D"] {
            let mut both = list(text);
            both.extend(additions(&both, table));
            assert_eq!(NafSplit::of(&both, table), [], "{text}");
            // Every correspondent is covered, and nothing is added again.
            let reached = table.of_entries(of_rev2(&list(text)));
            assert!(reached.iter().all(|code| both.iter().any(|entry| entry.covers(*code))), "{text}");
            assert_eq!(additions(&both, table), [], "{text}");
        }
    }

    #[test]
    fn a_split_names_what_is_inside_and_outside() {
        let table = &embedded_naf().correspondents;
        let splits = NafSplit::of(&list("10.71C"), table);
        let texts: Vec<String> =
            splits.iter().map(|one| format!("{} {} {}", one.from, one.to, one.outside)).collect();
        assert_eq!(texts, ["10.71C 2025:10.71H 10.86Z"]);
        // A code of NAF 2025 of which the list holds every source is none.
        let whole = NafSplit::of(&list("10.71C 10.86Z"), table);
        assert!(whole.iter().all(|split| split.to.to_string() != "2025:10.71H") && !whole.is_empty());
        assert_eq!(NafSplit::of(&list("62.01Z 2025:47"), table), []);
    }
}

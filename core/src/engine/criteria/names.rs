//! What criteria say of names, of which a need may tell several at once: natures of activity, crafts, agreements,
//! zones, and of origins one. Each name is a number.

use std::ops::Range;

use smallvec::SmallVec;

use super::entries::{Entries, applied_agreements};
use super::{List, Test, Verdict};
use crate::codes::{NafaEntry, Truth};
use crate::engine::facts::{ActivityNumber, Facts, Lexicon};

/// A list of names that a need tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Names {
    Natures,
    Crafts,
    Agreements,
    Zones,
    Origins,
}

/// What a condition says of a list of names.
#[derive(Clone, Debug)]
pub(crate) struct NamesTest {
    pub(crate) names: Names,
    /// The names that it lists, as numbers.
    pub(crate) listed: Vec<Range<u32>>,
    pub(crate) when_unknown: Verdict,
    pub(crate) when_listed: Verdict,
    pub(crate) when_not_listed: Verdict,
}

impl Names {
    pub(crate) const ALL: [Names; 5] =
        [Names::Natures, Names::Crafts, Names::Agreements, Names::Zones, Names::Origins];

    /// The names that a need tells, as numbers; `None` where none is known. They are put into `numbers` where they
    /// stand nowhere yet; of zones, only those that some criterion lists.
    pub(crate) fn known<'n>(
        self,
        facts: &'n Facts<'_, '_>,
        is_listed_zone: impl Fn(u32) -> bool,
        numbers: &'n mut SmallVec<[u32; 8]>,
    ) -> Option<&'n [u32]> {
        match self {
            Names::Natures => return facts.activities.as_deref(),
            Names::Crafts => numbers.extend(facts.need.nafa_codes.iter().map(|code| code.rank())),
            Names::Agreements => {
                numbers.extend(applied_agreements(&facts.need.idcc).map(|idcc| u32::from(idcc.number())));
            }
            Names::Origins => numbers.extend(facts.origin_number),
            Names::Zones => {
                numbers.extend(facts.chain.iter().map(|zone| zone.0).filter(|zone| is_listed_zone(*zone)));
                return Some(numbers);
            }
        }
        (!numbers.is_empty()).then_some(numbers)
    }
}

impl NamesTest {
    /// That a facility has one of these natures, if any is known.
    pub(crate) fn of_natures(natures: &[ActivityNumber]) -> NamesTest {
        NamesTest {
            names: Names::Natures,
            listed: natures.iter().copied().map(only).collect(),
            when_unknown: Verdict::ACCEPTS,
            when_listed: Verdict::ACCEPTS,
            when_not_listed: Verdict::Rejects,
        }
    }
}

impl Test {
    /// What the test says, if it is one of a single condition on names that all have a number: those that a change
    /// of the directory brought have none.
    pub(crate) fn of_names(&self, lexicon: &Lexicon) -> Option<NamesTest> {
        let [list] = &*self.lists else { return None };
        let (names, listed) = match &list.entries {
            Entries::Natures(natures) => {
                let numbers = natures.iter().map(|nature| lexicon.activity(nature).map(only));
                (Names::Natures, numbers.collect::<Option<_>>()?)
            }
            Entries::Origins(origins) => {
                let numbers = origins.iter().map(|origin| lexicon.origin(origin).map(only));
                (Names::Origins, numbers.collect::<Option<_>>()?)
            }
            Entries::Zones(zones) => (Names::Zones, zones.iter().map(|zone| only(zone.0)).collect()),
            Entries::Crafts(entries) => (Names::Crafts, entries.iter().map(NafaEntry::ranks).collect()),
            Entries::Agreements(agreements) => {
                let numbers = agreements.iter().map(|idcc| only(u32::from(idcc.number())));
                (Names::Agreements, numbers.collect())
            }
            _ => return None,
        };
        let verdict = |contained: Truth| Verdict::from(self.judge_list(list.condition, contained));
        Some(NamesTest {
            names,
            listed,
            when_unknown: verdict(Truth::Unknown),
            when_listed: verdict(Truth::Yes),
            when_not_listed: verdict(Truth::No),
        })
    }

    /// The qualities that the test asks for, if it is one of a single condition on them.
    pub(crate) fn of_qualities(&self) -> Option<impl Iterator<Item = &str>> {
        match &*self.lists {
            [List { entries: Entries::Qualities(qualities), .. }] => {
                Some(qualities.iter().map(|(name, _)| name.as_str()))
            }
            _ => None,
        }
    }

    /// What a quality by itself decides of a test that asks for some.
    pub(crate) fn quality_verdict(&self, name: &str, known: Option<bool>) -> Verdict {
        let verdict = |list: &List| match &list.entries {
            Entries::Qualities(qualities) => {
                let (_, wanted) = qualities.iter().find(|(own, _)| own == name)?;
                let contained = known.map_or(Truth::Unknown, |known| Truth::from(known == *wanted));
                Some(Verdict::from(self.judge_list(list.condition, contained)))
            }
            _ => None,
        };
        self.lists.iter().find_map(verdict).unwrap_or(Verdict::ACCEPTS)
    }
}

fn only(number: u32) -> Range<u32> {
    number..number + 1
}

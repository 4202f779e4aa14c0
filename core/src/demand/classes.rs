//! Needs that are equal in all that decides, counted once.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::collections::hash_map::Entry;

use jiff::civil::Date;

use super::report::DemandFault;
use crate::codes::{Activity, Headcount, Idcc, LegalForm, NafCode, NafaCode};
use crate::directory::{Criterion, Directory};
use crate::engine::compiled::Compiled;
use crate::engine::facts::Facts;
use crate::engine::need_opco::OpcoFact;
use crate::geography::PlaceId;
use crate::hash::TextMap;
use crate::invariant::{at, at_mut, broken};
use crate::need::{Need, NeedError};
use crate::parallel::each;

/// Needs that no rule can tell apart.
pub(super) struct Class<'n> {
    /// One of them.
    pub(super) need: Cow<'n, Need>,
    pub(super) subject: u32,
    pub(super) place: PlaceId,
    /// How many there are.
    pub(super) needs: u64,
}

const A_NEED: &str = "each row is one of a need";

impl Class<'_> {
    /// The facts of the needs.
    pub(super) fn facts<'r>(&self, compiled: &'r Compiled) -> Facts<'r, '_> {
        // The class was made of a need that resolved.
        compiled.resolve(&self.need).unwrap_or_else(|_| broken("a need that is counted can be routed"))
    }
}

/// All needs, and why some are none.
pub(super) struct Classes<'n> {
    pub(super) list: Vec<Class<'n>>,
    /// How many needs the classes hold.
    pub(super) needs: u64,
    pub(super) faults: Vec<DemandFault>,
}

/// All that rules look at in a need.
#[derive(PartialEq, Eq, Hash)]
struct Key<'n> {
    subject: u32,
    place: PlaceId,
    /// Where any period counts.
    on: Option<Date>,
    age: Option<u32>,
    naf: [Option<NafCode>; 2],
    headcount: Option<Headcount>,
    euros: [Option<u32>; 2],
    legal_form: Option<LegalForm>,
    origin: Option<&'n str>,
    opco: OpcoFact,
    activities: &'n [Activity],
    nafa_codes: &'n [NafaCode],
    idcc: &'n [Idcc],
    micro_entrepreneur: Option<bool>,
    qualities: &'n BTreeMap<String, bool>,
    answers: Vec<(u32, u32)>,
}

impl<'n> Key<'n> {
    fn of(facts: &Facts<'_, 'n>, has_periods: bool) -> Key<'n> {
        let need = facts.need;
        Key {
            subject: facts.subject,
            place: facts.place.id,
            on: has_periods.then_some(facts.on),
            age: facts.age,
            naf: [need.naf, need.naf_2025],
            headcount: facts.headcount,
            euros: [facts.turnover, facts.balance_sheet],
            legal_form: facts.legal_form,
            origin: facts.origin,
            opco: facts.opco.clone(),
            activities: &need.activities,
            nafa_codes: &need.nafa_codes,
            idcc: &need.idcc,
            micro_entrepreneur: need.micro_entrepreneur,
            qualities: &need.qualities,
            answers: facts.answers.to_vec(),
        }
    }
}

impl<'n> Classes<'n> {
    /// Counts needs that are equal, but for those on subjects that are not wanted. A need without a day is one
    /// of today, which is one day for all.
    pub(super) fn of(compiled: &Compiled, needs: &'n [Need], is_wanted: impl Fn(u32) -> bool) -> Classes<'n> {
        let dated = dated(needs);
        let has_periods = has_periods(compiled.directory());
        let key = |row: usize| {
            let need = at(&dated, row, A_NEED);
            key(compiled, need, has_periods)
        };
        let keys: Vec<Result<Key<'_>, NeedError>> = each(0..dated.len(), key);
        let mut numbers: TextMap<Key<'_>, usize> = TextMap::default();
        // The row of the first need of each class, and what the class is.
        let mut firsts: Vec<(usize, u32, PlaceId, u64)> = Vec::new();
        let (mut counted, mut faults) = (0, Vec::new());
        for (position, key) in keys.into_iter().enumerate() {
            let key = match key {
                Ok(key) => key,
                Err(error) => {
                    let id = at(needs, position, A_NEED).id.clone();
                    faults.push(DemandFault::of(position, id, &error));
                    continue;
                }
            };
            if !is_wanted(key.subject) {
                continue;
            }
            counted += 1;
            let (subject, place) = (key.subject, key.place);
            match numbers.entry(key) {
                Entry::Occupied(known) => {
                    let (.., count) =
                        at_mut(&mut firsts, *known.get(), "the number of a class is one of them");
                    *count += 1;
                }
                Entry::Vacant(new) => {
                    new.insert(firsts.len());
                    firsts.push((position, subject, place, 1));
                }
            }
        }
        drop(numbers);
        let mut dated: Vec<Option<Cow<'n, Need>>> = dated.into_iter().map(Some).collect();
        let class = |(row, subject, place, needs): (usize, u32, PlaceId, u64)| {
            let need = at_mut(&mut dated, row, A_NEED).take();
            let need = need.unwrap_or_else(|| broken("a need is the first of one class"));
            Class { need, subject, place, needs }
        };
        Classes { list: firsts.into_iter().map(class).collect(), needs: counted, faults }
    }
}

fn key<'n>(compiled: &Compiled, need: &'n Need, has_periods: bool) -> Result<Key<'n>, NeedError> {
    Ok(Key::of(&compiled.resolve(need)?, has_periods))
}

/// The needs, each with a day.
fn dated(needs: &[Need]) -> Vec<Cow<'_, Need>> {
    let mut today: Option<Date> = None;
    let mut today = || *today.get_or_insert_with(|| jiff::Zoned::now().date());
    let mut dated = |need: &Need| need.on.is_none().then(|| Need { on: Some(today()), ..need.clone() });
    needs.iter().map(|need| dated(need).map_or(Cow::Borrowed(need), Cow::Owned)).collect()
}

/// Whether anything in the directory counts on some days only: else the day decides through ages alone.
fn has_periods(directory: &Directory) -> bool {
    let any = |criteria: &[Criterion]| criteria.iter().any(|criterion| criterion.valid.is_some());
    directory.institutions().iter().any(|institution| any(&institution.criteria))
        || directory.antennes().iter().any(|antenne| antenne.valid.is_some() || any(&antenne.criteria))
        || directory.experts().iter().any(|expert| {
            expert.valid.is_some()
                || any(&expert.criteria)
                || expert.competences.iter().any(|competence| competence.valid.is_some())
        })
}

impl DemandFault {
    pub(crate) fn of(position: usize, need: Option<String>, error: &NeedError) -> DemandFault {
        DemandFault {
            position,
            need,
            code: error.code().to_owned(),
            field: error.field().map(str::to_owned),
            message: error.to_string(),
        }
    }
}

//! Writes a world for other engines to answer: `export FOLDER [small|national] [NEEDS]`.
//!
//! `directory.json` and `needs.jsonl` are what a host has. `rows.tsv` is the same directory made
//! flat by hand, as one would for a database: a row for each subject, zone and expert, with every
//! criterion of expert, antenne and institution folded into columns that a single `where` tests.
//! Each need carries its columns too, and the answer: so that no peer pays for that preparation.

use std::collections::HashMap;
use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;

use aiguillage::codes::Activity;
use aiguillage::directory::{Criterion, Directory, Expert, Institution, Level, OPCO, WhenUnknown};
use aiguillage::geography::Zone;
use aiguillage::{Answer, Need, Router};
use aiguillage_benches::{Size, generate};
use serde_json::json;

/// Above every age and headcount.
const HUGE: i64 = 1_000_000_000;
/// The states of the answers to two questions, each open, yes or no: every one accepted.
const ANY_ANSWER: u32 = (1 << 9) - 1;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().ok_or("export FOLDER [small|national] [NEEDS]")?;
    let size = if arguments.next().as_deref() == Some("small") { Size::SMALL } else { Size::NATIONAL };
    let needs = arguments.next().map_or(Ok(2_000), |number| number.parse())?;
    let world = generate(size.with_needs(needs));
    let router = Router::from_json(&world.directory_json)?;
    let mut flat = Flat::of(router.directory());
    let folder = Path::new(&folder);
    std::fs::create_dir_all(folder)?;
    std::fs::write(folder.join("directory.json"), &world.directory_json)?;
    std::fs::write(folder.join("rows.tsv"), flat.rows())?;
    let mut lines = String::new();
    for need in &world.needs {
        let mut found: Vec<&str> = Vec::new();
        let matches = router.match_experts(need)?;
        found.extend(matches.iter().map(|one| one.expert.id.as_str()));
        found.sort_unstable();
        let zones = router.directory().geography().zones_containing(&need.commune);
        let columns = flat.columns(need, &zones);
        writeln!(lines, "{}", json!({"need": need, "zones": zones, "columns": columns, "expected": found}))?;
    }
    std::fs::write(folder.join("needs.jsonl"), lines)?;
    Ok(())
}

/// A list of codes that a criterion tests; each gets a bit.
#[derive(Clone, PartialEq, Eq, Hash)]
enum List {
    AcceptedNaf(Criterion),
    ExcludedNaf(Criterion),
    AcceptedLegalForms(Criterion),
    ExcludedLegalForms(Criterion),
    ExcludedZones(Criterion),
    Origins(Criterion),
}

impl List {
    fn all_of(criterion: &Criterion) -> Vec<List> {
        let only = |keep: &dyn Fn(&mut Criterion)| {
            let mut part = Criterion::default();
            keep(&mut part);
            part
        };
        let when_unknown = criterion.when_unknown;
        let mut lists = Vec::new();
        if !criterion.accepted_naf.is_empty() {
            lists.push(List::AcceptedNaf(only(&|part| {
                part.accepted_naf.clone_from(&criterion.accepted_naf);
                part.when_unknown = when_unknown;
            })));
        }
        if !criterion.excluded_naf.is_empty() {
            lists.push(List::ExcludedNaf(only(&|part| {
                part.excluded_naf.clone_from(&criterion.excluded_naf);
            })));
        }
        if !criterion.accepted_legal_forms.is_empty() {
            lists.push(List::AcceptedLegalForms(only(&|part| {
                part.accepted_legal_forms.clone_from(&criterion.accepted_legal_forms);
                part.when_unknown = when_unknown;
            })));
        }
        if !criterion.excluded_legal_forms.is_empty() {
            lists.push(List::ExcludedLegalForms(only(&|part| {
                part.excluded_legal_forms.clone_from(&criterion.excluded_legal_forms);
            })));
        }
        if !criterion.excluded_zones.is_empty() {
            lists.push(List::ExcludedZones(only(&|part| {
                part.excluded_zones.clone_from(&criterion.excluded_zones);
            })));
        }
        if !criterion.origins.is_empty() {
            lists.push(List::Origins(only(&|part| {
                part.origins.clone_from(&criterion.origins);
                part.when_unknown = when_unknown;
            })));
        }
        lists
    }

    fn rejects(&self, need: &Need, zones: &[Zone]) -> bool {
        let unless = |criterion: &Criterion, known: Option<bool>| {
            !known.unwrap_or(criterion.when_unknown == WhenUnknown::Accept)
        };
        match self {
            List::AcceptedNaf(list) => {
                unless(list, need.naf.map(|naf| list.accepted_naf.iter().any(|entry| entry.covers(naf))))
            }
            List::ExcludedNaf(list) => {
                need.naf.is_some_and(|naf| list.excluded_naf.iter().any(|entry| entry.covers(naf)))
            }
            List::AcceptedLegalForms(list) => unless(
                list,
                need.legal_form.map(|form| list.accepted_legal_forms.iter().any(|entry| entry.covers(form))),
            ),
            List::ExcludedLegalForms(list) => need
                .legal_form
                .is_some_and(|form| list.excluded_legal_forms.iter().any(|entry| entry.covers(form))),
            List::ExcludedZones(list) => list.excluded_zones.iter().any(|zone| zones.contains(zone)),
            List::Origins(list) => unless(list, need.origin.as_ref().map(|own| list.origins.contains(own))),
        }
    }
}

/// The directory made flat.
struct Flat<'d> {
    directory: &'d Directory,
    lists: Vec<List>,
    activities: Vec<&'d Activity>,
    zones: HashMap<Zone, usize>,
}

impl<'d> Flat<'d> {
    fn of(directory: &'d Directory) -> Flat<'d> {
        let mut flat = Flat { directory, lists: Vec::new(), activities: Vec::new(), zones: HashMap::new() };
        for activity in directory.institutions().iter().flat_map(|institution| &institution.activities) {
            if !flat.activities.contains(&activity) {
                flat.activities.push(activity);
            }
        }
        flat
    }

    fn zone(&mut self, zone: Zone) -> usize {
        let next = self.zones.len();
        *self.zones.entry(zone).or_insert(next)
    }

    fn bit(&mut self, list: List) -> u64 {
        let known = self.lists.iter().position(|known| *known == list);
        let number = known.unwrap_or_else(|| {
            self.lists.push(list);
            self.lists.len() - 1
        });
        assert!(number < 63, "one bigint holds all lists");
        1 << number
    }

    fn rows(&mut self) -> String {
        let directory = self.directory;
        let number = |names: Vec<&'d str>| names.into_iter().zip(0..).collect::<HashMap<&'d str, usize>>();
        let subjects = number(directory.subjects().iter().map(|subject| subject.id.as_str()).collect());
        let antennes = number(directory.antennes().iter().map(|antenne| antenne.id.as_str()).collect());
        let institutions = number(directory.institutions().iter().map(|one| one.id.as_str()).collect());
        let mut rows = String::new();
        for (expert, position) in directory.experts().iter().zip(0..) {
            let antenne = &directory.antennes()[antennes[expert.antenne.as_str()]];
            let institution = institutions[antenne.institution.as_str()];
            for competence in &expert.competences {
                let mut zones = competence.zones.to_vec();
                if zones.is_empty() {
                    zones = expert.zones.to_vec();
                }
                if zones.is_empty() {
                    zones = antenne.zones.to_vec();
                    zones.extend((antenne.level == Level::National).then_some(Zone::FRANCE));
                }
                let owner = &directory.institutions()[institution];
                let all = owner.criteria.iter().chain(&antenne.criteria).chain(&expert.criteria);
                let applying = all.filter(|criterion| criterion.applies_to(&competence.subject));
                let tests = self.tests(owner, institution, &competence.subject, applying);
                for zone in zones {
                    let (subject, zone) = (subjects[competence.subject.as_str()], self.zone(zone));
                    let _ = writeln!(rows, "{subject}\t{zone}\t{}\t{tests}", number_of(expert, position));
                }
            }
        }
        rows
    }

    /// The columns that decide: OPCO, activities, age, headcount, lists, answers.
    fn tests(
        &mut self,
        owner: &Institution,
        number: usize,
        subject: &str,
        criteria: impl Iterator<Item = &'d Criterion>,
    ) -> String {
        let opco = if owner.categories.iter().any(|category| category == OPCO) { number as i64 } else { -1 };
        let activities = owner.activities.iter().fold(0, |mask, activity| mask | self.activity(activity));
        // At least and below, first where the unknown rejects, then where it is accepted.
        let (mut years, mut heads) = ([-1, 0, HUGE + 1, HUGE + 1], [-1, 0, HUGE + 1, HUGE + 1]);
        let mut lists = 0;
        for criterion in criteria {
            let lax = usize::from(criterion.when_unknown == WhenUnknown::Accept);
            let at_least = |bound: &mut i64, own: Option<u32>| {
                *bound = own.map_or(*bound, |own| i64::from(own).max(*bound));
            };
            let below = |bound: &mut i64, own: Option<u32>| {
                *bound = own.map_or(*bound, |own| i64::from(own).min(*bound));
            };
            at_least(&mut years[lax], criterion.min_years);
            below(&mut years[2 + lax], criterion.below_years);
            at_least(&mut heads[lax], criterion.min_headcount);
            below(&mut heads[2 + lax], criterion.below_headcount);
            for list in List::all_of(criterion) {
                lists |= self.bit(list);
            }
        }
        let answers = self.answers(owner, subject);
        let numbers = years.into_iter().chain(heads).map(|bound| bound.to_string()).collect::<Vec<_>>();
        format!("{opco}\t{activities}\t{}\t{lists}\t{answers}", numbers.join("\t"))
    }

    fn activity(&self, activity: &Activity) -> u64 {
        let number = self.activities.iter().position(|known| *known == activity);
        // Those that nobody lists share a bit that no row has.
        1 << number.unwrap_or(30)
    }

    /// Which states of the answers to the subject's two questions an institution accepts.
    fn answers(&self, owner: &Institution, subject: &str) -> u32 {
        let mut groups = owner.answer_groups.iter().filter(|group| group.subject == subject).peekable();
        if groups.peek().is_none() {
            return ANY_ANSWER;
        }
        let questions = self.questions(subject);
        let accepts = |group: &aiguillage::directory::AnswerGroup, state: u32| {
            questions.iter().zip([state / 3, state % 3]).all(|(question, answer)| {
                answer == 0
                    || group
                        .answers
                        .get(*question)
                        .is_none_or(|wanted| *wanted == Answer::YesOrNo(answer == 1))
            })
        };
        groups.fold(0, |mask, group| {
            mask | (0..9).filter(|state| accepts(group, *state)).fold(0, |own, state| own | 1 << state)
        })
    }

    fn questions(&self, subject: &str) -> Vec<&'d String> {
        let own = self.directory.subjects().iter().find(|own| own.id == subject);
        own.into_iter().flat_map(|own| &own.questions).map(|question| &question.id).collect()
    }

    /// The columns of a need: subject, zones, OPCO, activities, ages, headcounts, lists, answers.
    fn columns(&mut self, need: &Need, zones: &[Zone]) -> serde_json::Value {
        let subject = self.directory.subjects().iter().position(|subject| subject.id == need.subject);
        let opco = need.opco.as_ref().and_then(|opco| {
            self.directory.institutions().iter().position(|institution| institution.id == *opco)
        });
        let age = need.created_on.zip(need.on).map(|(created, on)| {
            let had_birthday = (on.month(), on.day()) >= (created.month(), created.day());
            i64::from(on.year() - created.year()) - i64::from(!had_birthday)
        });
        let headcount = need.headcount_band.map(|band| band.headcount());
        let upper = headcount.map_or(HUGE, |h| h.upper().map_or(HUGE, i64::from));
        let rejected = self.lists.iter().zip(0..).filter(|(list, _)| list.rejects(need, zones));
        let rejected = rejected.fold(0_u64, |mask, (_, number)| mask | 1 << number);
        let answer = |question: &String| match need.answers.get(question) {
            None => 0,
            Some(Answer::YesOrNo(true)) => 1,
            // The world's questions have no choices.
            Some(_) => 2,
        };
        let answers: Vec<u32> = self.questions(&need.subject).into_iter().map(answer).collect();
        let state = |number: usize| answers.get(number).copied().unwrap_or_default();
        // Zones of nobody have a number too: the peer finds nothing there.
        let zones: Vec<usize> = zones.iter().map(|zone| self.zone(*zone)).collect();
        json!({
            "subject": subject,
            "zones": zones,
            "opco": opco.map_or(-2, |opco| opco as i64),
            "activities": need.activities.iter().fold(0, |mask, activity| mask | self.activity(activity)),
            "years": [age.unwrap_or(-1), age.unwrap_or(HUGE)],
            "heads": [headcount.map_or(-1, |headcount| i64::from(headcount.lower())), upper],
            "rejected": rejected,
            "answers": 3 * state(0) + state(1),
        })
    }
}

/// The number in the expert's id, which is how peers name experts.
fn number_of(expert: &Expert, position: usize) -> usize {
    expert.id.rsplit('-').next().and_then(|number| number.parse().ok()).unwrap_or(position)
}

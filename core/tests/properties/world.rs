//! Small worlds: directories that are correct by construction, and needs that meet them.

use std::fmt;

use aiguillage::{Directory, MatchOptions, Need, NeedError, ReadOptions};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::build::{Json, fixed, list, maybe, merged, object, one_of, rows};
use super::criteria::{criterion, period};
use super::need;
use super::pool::{ACTIVITIES, AGREED_OPCOS, AREA_POOL, NAF_2025, NAMES, REV2};

/// How large a world is, and where it lies.
#[derive(Clone, Debug)]
pub(crate) struct Frame {
    pub(crate) communes: Vec<String>,
    pub(crate) zones: Vec<String>,
    divided_zones: Vec<Vec<String>>,
    /// The number of themes.
    themes: usize,
    /// The number of questions of each subject.
    pub(crate) questions: Vec<usize>,
    /// Whether each institution is an OPCO.
    pub(crate) opcos: Vec<bool>,
    antennes: usize,
    pub(crate) experts: usize,
}

impl Frame {
    pub(crate) fn subject_ids(&self) -> Vec<String> {
        (0..self.questions.len()).map(|number| format!("s{number}")).collect()
    }

    pub(crate) fn question_ids(&self, subject: usize) -> Vec<String> {
        (0..self.questions[subject]).map(|number| format!("s{subject}-q{number}")).collect()
    }

    pub(crate) fn opco_ids(&self) -> Vec<String> {
        let numbers = self.opcos.iter().enumerate().filter(|(_, opco)| **opco);
        numbers.map(|(number, _)| format!("i{number}")).collect()
    }

    pub(crate) fn expert_ids(&self) -> Vec<String> {
        (0..self.experts).map(expert_id).collect()
    }

    fn zone_list(&self, length: std::ops::RangeInclusive<usize>) -> Json {
        let divided = prop::sample::select(self.divided_zones.clone()).prop_map(|zones| json!(zones));
        let territories: Vec<String> =
            (0..self.territories().len()).map(|number| format!("territory:r{number}")).collect();
        let named = merged_lists(vec![one_of(&territories), one_of(&self.zones)]);
        prop_oneof![9 => list(one_of(&self.zones), length), 1 => divided, 1 => named].boxed()
    }

    /// The zones of each territory.
    fn territories(&self) -> &[Vec<String>] {
        &self.divided_zones[..self.divided_zones.len().min(TERRITORIES)]
    }
}

/// How many lists of zones have a name.
const TERRITORIES: usize = 3;

/// A list of one entry from each.
fn merged_lists(entries: Vec<Json>) -> Json {
    entries.prop_map(Value::Array).boxed()
}

/// Ids whose order is not that of the numbers.
fn expert_id(number: usize) -> String {
    format!("{}-expert", ["m", "b", "é", "z", "B", "a", "k", "ab", "y", "c"][number % 10])
}

/// A directory, and needs with options to ask it for.
#[derive(Clone)]
pub(crate) struct World {
    pub(crate) directory: Value,
    pub(crate) requests: Vec<Request>,
}

#[derive(Clone)]
pub(crate) struct Request {
    pub(crate) need: Value,
    pub(crate) options: MatchOptions,
}

impl Request {
    pub(crate) fn need(&self) -> Result<Need, NeedError> {
        Need::from_json(&self.need.to_string())
    }
}

impl fmt::Debug for World {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "directory: {}", self.directory)?;
        self.requests.iter().try_for_each(|request| writeln!(f, "{request:?}"))
    }
}

impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "need: {} with {:?}", self.need, self.options)
    }
}

/// Reads a directory that must be correct.
pub(crate) fn read(directory: &Value) -> Directory {
    Directory::from_json_with(&directory.to_string(), &ReadOptions::default())
        .unwrap_or_else(|error| panic!("{directory}: {:#?}", error.diagnostics()))
}

pub(crate) fn world(requests: usize) -> impl Strategy<Value = World> {
    frame().prop_flat_map(move |frame| {
        let asked = vec((need::need(&frame), need::options(&frame)), requests);
        (directory(&frame), asked).prop_map(|(directory, asked)| {
            let requests = asked.into_iter().map(|(need, options)| Request { need, options }).collect();
            World { directory, requests }
        })
    })
}

/// Two directories with the same taxonomy and the same ids, and needs that meet both.
pub(crate) fn two_worlds(requests: usize) -> impl Strategy<Value = (World, Value)> {
    frame().prop_flat_map(move |frame| {
        let asked = vec((need::need(&frame), need::options(&frame)), requests);
        (directory(&frame), directory(&frame), asked).prop_map(|(directory, other, asked)| {
            let requests = asked.into_iter().map(|(need, options)| Request { need, options }).collect();
            (World { directory, requests }, other)
        })
    })
}

fn frame() -> impl Strategy<Value = Frame> {
    let areas = prop_oneof![
        3 => vec(0..AREA_POOL.len(), 1),
        1 => vec(0..AREA_POOL.len(), 2),
    ];
    let sizes = (1_usize..=4, vec(0_usize..=3, 1..=5), 1_usize..=6, 1_usize..=10);
    (areas, sizes, vec(prop::bool::weighted(0.3), 1..=6)).prop_map(
        |(areas, (themes, questions, antennes, experts), opcos)| {
            let areas = areas.into_iter().map(|number| &AREA_POOL[number]);
            let (mut communes, mut zones, mut divided_zones) = (Vec::new(), Vec::new(), Vec::new());
            for area in areas {
                communes.extend(area.communes.clone());
                zones.extend(area.zones.clone());
                divided_zones.extend(area.divided_zones.clone());
            }
            Frame { communes, zones, divided_zones, themes, questions, opcos, antennes, experts }
        },
    )
}

fn directory(frame: &Frame) -> Json {
    let each = |count: usize, make: &dyn Fn(usize) -> Json| rows((0..count).map(make).collect());
    let territory = |(number, zones)| json!({"id": format!("r{number}"), "label": "R", "zones": zones});
    let territories = frame.territories().iter().enumerate().map(territory);
    object(vec![
        ("territories", fixed(Value::Array(territories.collect()))),
        ("themes", each(frame.themes, &|number| theme(frame, number))),
        ("subjects", each(frame.questions.len(), &|number| subject(frame, number))),
        ("institutions", each(frame.opcos.len(), &|number| institution(frame, number))),
        ("antennes", each(frame.antennes, &|number| antenne(frame, number))),
        ("experts", each(frame.experts, &|number| expert(frame, number))),
        ("opco_by_zone", opco_by_zone(frame)),
        ("naf_correspondence", maybe(0.7, naf_correspondence())),
        ("seed", maybe(0.2, one_of(&["le secret du gestionnaire", "court"]))),
        ("rules", maybe(0.6, one_of(&["every", "any-in-level", "any-in-level"]))),
    ])
}

fn theme(frame: &Frame, number: usize) -> Json {
    object(vec![
        ("id", fixed(format!("t{number}"))),
        ("label", one_of(NAMES)),
        ("zones", maybe(0.15, frame.zone_list(1..=5))),
    ])
}

fn subject(frame: &Frame, number: usize) -> Json {
    let questions = frame.question_ids(number).into_iter().map(|id| {
        let choices: Vec<_> =
            choices(&id).iter().map(|choice| json!({"id": choice, "label": "Choix"})).collect();
        json!({"id": id, "label": "Oui ?", "choices": choices})
    });
    object(vec![
        ("id", fixed(format!("s{number}"))),
        ("theme", fixed(format!("t{}", number % frame.themes))),
        ("label", one_of(NAMES)),
        ("description", maybe(0.2, one_of(NAMES))),
        ("keywords", maybe(0.2, list(one_of(&["embauche", "contrat d’apprentissage"]), 1..=2))),
        ("archived", maybe(0.06, fixed(true))),
        ("questions", fixed(questions.collect::<Vec<_>>())),
    ])
}

/// The first institutions are known by the ids of OPCO too, whether they are one or not.
fn aliases(number: usize) -> Vec<String> {
    let opco = AGREED_OPCOS.get(number).map(|opco| (*opco).to_owned());
    [format!("Ancien{number}"), format!("Vieux nom {number}")].into_iter().chain(opco).collect()
}

fn institution(frame: &Frame, number: usize) -> Json {
    let categories: &[&str] = match (frame.opcos[number], number % 2) {
        (true, 0) => &["opco", "formation"],
        (true, _) => &["OPCO"],
        (false, _) => &["chambre"],
    };
    object(vec![
        ("id", fixed(format!("i{number}"))),
        ("name", one_of(NAMES)),
        ("aliases", maybe(0.5, fixed(aliases(number)))),
        ("categories", fixed(categories.to_vec())),
        ("activities", maybe(0.3, list(one_of(ACTIVITIES), 1..=3))),
        ("active", maybe(0.08, one_of(&[false, true]))),
        ("single_taker", maybe(0.1, fixed(true))),
        ("criteria", maybe(0.25, list(criterion(frame), 1..=3))),
        ("answer_groups", maybe(0.3, list(answer_group(frame), 1..=3)).prop_map(without_nulls).boxed()),
    ])
}

/// The choices of a question: the second of each subject has some, the others are answered by yes or no.
fn choices(question: &str) -> &'static [&'static str] {
    if question.ends_with("q1") { &["tel", "visio", "ecrit"] } else { &[] }
}

/// A question with an answer to it.
pub(crate) fn answered(question: String) -> BoxedStrategy<(String, Value)> {
    let answer = match choices(&question) {
        [] => any::<bool>().prop_map(Value::from).boxed(),
        choices => prop_oneof![1 => one_of(choices), 3 => list(one_of(choices), 1..=4)].boxed(),
    };
    answer.prop_map(move |answer| (question.clone(), answer)).boxed()
}

/// A group of answers to a subject's questions; null where the subject asks none.
fn answer_group(frame: &Frame) -> Json {
    let frame = frame.clone();
    (0..frame.questions.len())
        .prop_flat_map(move |subject| {
            let questions = frame.question_ids(subject);
            match questions.len() {
                0 => fixed(Value::Null),
                count => vec(prop::sample::select(questions).prop_flat_map(answered), 1..=count)
                    .prop_map(move |answers| {
                        let answers: serde_json::Map<_, _> = answers.into_iter().collect();
                        json!({"subject": format!("s{subject}"), "answers": answers})
                    })
                    .boxed(),
            }
        })
        .boxed()
}

fn without_nulls(mut list: Value) -> Value {
    if let Some(items) = list.as_array_mut() {
        items.retain(|item| !item.is_null());
    }
    list
}

fn antenne(frame: &Frame, number: usize) -> Json {
    object(vec![
        ("id", fixed(format!("a{number}"))),
        ("institution", fixed(format!("i{}", number % frame.opcos.len()))),
        ("name", one_of(NAMES)),
        ("valid", maybe(0.1, period())),
        ("level", maybe(0.4, one_of(&["local", "regional", "national", "national"]))),
        ("zones", maybe(0.85, frame.zone_list(1..=6))),
        ("active", maybe(0.06, fixed(false))),
        ("criteria", maybe(0.25, list(criterion(frame), 1..=3))),
        ("answer_groups", maybe(0.2, list(answer_group(frame), 1..=3)).prop_map(without_nulls).boxed()),
    ])
}

fn expert(frame: &Frame, number: usize) -> Json {
    let competence = object(vec![
        ("subject", one_of(&frame.subject_ids())),
        ("note", maybe(0.4, one_of(NAMES))),
        ("zones", maybe(0.25, frame.zone_list(1..=5))),
        ("valid", maybe(0.2, period())),
    ]);
    object(vec![
        ("id", fixed(expert_id(number))),
        ("antenne", fixed(format!("a{}", number % frame.antennes))),
        ("name", one_of(NAMES)),
        ("email", maybe(0.3, fixed("equipe@chambre.example"))),
        ("phone", maybe(0.3, one_of(&["0322000000", "+33 3 22 00 00 00"]))),
        ("job", maybe(0.2, one_of(NAMES))),
        ("zones", maybe(0.25, frame.zone_list(1..=5))),
        ("active", maybe(0.06, fixed(false))),
        ("capacity", maybe(0.5, one_of(&[1.0, 2.0, 0.5, 3.0, 0.1, 1e-3, 1e6]))),
        ("valid", maybe(0.1, period())),
        ("max_open", maybe(0.4, one_of(&[0, 1, 2, 3]))),
        ("max_per_period", maybe(0.3, one_of(&[0, 1, 2]))),
        ("absences", maybe(0.35, vec(absence(frame, number), 1..=3).prop_map(Value::Array).boxed())),
        ("competences", vec(competence, 0..=8).prop_map(Value::Array).boxed()),
        ("criteria", maybe(0.25, list(criterion(frame), 1..=3))),
        ("answer_groups", maybe(0.2, list(answer_group(frame), 1..=3)).prop_map(without_nulls).boxed()),
    ])
}

/// Some begin the day before the needs' days, some adjoin, some overlap. Whoever stands in has a greater number,
/// so that there is no circle.
fn absence(frame: &Frame, number: usize) -> Json {
    let others: Vec<String> = (number + 1..frame.experts).map(expert_id).collect();
    let substitute = if others.is_empty() { fixed(Value::Null) } else { maybe(0.6, one_of(&others)) };
    let start = prop::sample::select(vec![
        jiff::civil::date(2026, 11, 20),
        jiff::civil::date(2026, 11, 23),
        jiff::civil::date(2026, 11, 24),
        jiff::civil::date(2027, 2, 26),
        jiff::civil::date(2028, 2, 28),
    ]);
    (start, prop::sample::select(vec![0_i64, 1, 2, 3, 30]), substitute)
        .prop_map(|(from, days, substitute)| {
            let until = from.saturating_add(jiff::Span::new().days(days));
            json!({"from": from, "until": until, "substitute": substitute})
        })
        .boxed()
}

/// One OPCO a zone at most; two names of one commune would be the same zone twice.
fn opco_by_zone(frame: &Frame) -> Json {
    let opcos = frame.opco_ids();
    if opcos.is_empty() {
        return fixed(Value::Null);
    }
    let current: Vec<String> = {
        let former = ["20004", "02695", "55273"].map(|code| format!("commune:{code}"));
        frame.zones.iter().filter(|zone| !former.contains(zone)).cloned().collect()
    };
    let row = (prop::sample::select(current), prop::sample::select(opcos));
    let rows = vec(row, 0..=3).prop_map(|rows| {
        let by_zone: std::collections::BTreeMap<_, _> = rows.into_iter().collect();
        let row = |(zone, institution)| json!({"zone": zone, "institution": institution});
        Value::Array(by_zone.into_iter().map(row).collect())
    });
    maybe(0.4, rows.boxed())
}

/// Any code may have several correspondents, on both sides.
fn naf_correspondence() -> Json {
    list(merged(vec![object(vec![("from", one_of(REV2)), ("to", one_of(NAF_2025))])]), 1..=10)
}

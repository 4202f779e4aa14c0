//! Directories and needs drawn from the bytes of an input, out of the values that the property tests
//! use: so that a change of one byte changes one choice, and coverage leads from one to the next.
//!
//! Where the bytes end every choice is the first one, "no" and "none": short inputs are small worlds.

use std::collections::BTreeMap;

use aiguillage::{MatchOptions, ShareAmong, WhenUnavailable};
use libfuzzer_sys::arbitrary::{Arbitrary, Result, Unstructured};
use serde_json::{Map, Value, json};

use crate::pool::{
    ACTIVITIES, AGREED_OPCOS, AGREEMENTS, AREA_POOL, Area, BANDS, CRAFT_ENTRIES, CRAFTS, LEGAL_FORM_ENTRIES,
    LEGAL_FORMS, LISTED_AGREEMENTS, NAF_2025, NAF_ENTRIES, NAMES, ORIGINS, PERIOD_DAYS, QUALITIES, REV2,
    WRONG_COMMUNES,
};

const EXPERTS: [&str; 12] = ["m", "b", "é", "z", "B", "a", "k", "ab", "y", "c", "aa", "0"];
const DAYS: &[&str] = &["2026-11-23", "2026-11-22", "2027-02-28", "2027-03-01", "2028-02-29"];
const BIRTHDAYS: &[&str] = &[
    "2023-11-23",
    "2023-11-24",
    "2024-02-29",
    "2025-11-22",
    "2026-11-22",
    "2021-02-28",
    "1998-01-01",
    "2027-03-01",
];
const HEADCOUNTS: &[u32] = &[0, 1, 2, 9, 10, 11, 19, 20, 49, 50, 250, 10_000, 30_000];
const SIRETS: &[&str] = &["82161143100015", "356 000 000 00001", "35600000000048"];
const CAPACITIES: &[f64] = &[1.0, 2.0, 0.5, 3.0, 0.1, 1e-3, 1e6];
const OPENS: &[f64] = &[0.0, 1.0, 2.0, 3.0, 0.5, 7.0];

/// A directory, and needs with options to ask it for.
#[derive(Debug)]
pub struct World {
    /// As JSON has it. Its parts may clash, as where an answer is to a question of another subject.
    pub directory: Value,
    /// Needs as JSON has them, and what is wanted of their matches.
    pub requests: Vec<(Value, MatchOptions)>,
    /// A change of the directory, which may be refused.
    pub change: Value,
}

impl<'a> Arbitrary<'a> for World {
    fn arbitrary(bytes: &mut Unstructured<'a>) -> Result<World> {
        let mut draw = Draw(bytes);
        let frame = Frame::draw(&mut draw);
        // The needs come first, then the change: what follows in the bytes changes the directory alone.
        let requests = (0..4).map(|_| (frame.need(&mut draw), frame.options(&mut draw))).collect();
        let change = frame.change(&mut draw);
        Ok(World { directory: frame.directory(&mut draw), requests, change })
    }
}

struct Draw<'u, 'a>(&'u mut Unstructured<'a>);

impl Draw<'_, '_> {
    fn byte(&mut self) -> usize {
        usize::from(u8::arbitrary(self.0).unwrap_or_default())
    }

    fn below(&mut self, bound: usize) -> usize {
        self.byte() % bound
    }

    /// Whether something is that is in so many of 16 cases.
    fn in_16(&mut self, cases: usize) -> bool {
        self.byte() % 16 >= 16 - cases
    }

    fn one_of<T: Clone>(&mut self, values: &[T]) -> T {
        values[self.below(values.len())].clone()
    }

    /// At most so many, none of them twice.
    fn some_of<T: Clone + PartialEq>(&mut self, most: usize, values: &[T]) -> Vec<T> {
        let mut some: Vec<T> = Vec::new();
        for _ in 0..self.below(most + 1) {
            let one = self.one_of(values);
            if !some.contains(&one) {
                some.push(one);
            }
        }
        some
    }
}

/// The members of an object under way.
#[derive(Default)]
struct Object(Map<String, Value>);

impl Object {
    fn with(mut self, name: &str, value: impl Into<Value>) -> Object {
        self.0.insert(name.to_owned(), value.into());
        self
    }

    fn maybe(
        self,
        draw: &mut Draw<'_, '_>,
        in_16: usize,
        name: &str,
        value: impl Fn(&mut Draw<'_, '_>) -> Value,
    ) -> Object {
        if draw.in_16(in_16) {
            let value = value(draw);
            return self.with(name, value);
        }
        self
    }
}

impl From<Object> for Value {
    fn from(object: Object) -> Value {
        Value::Object(object.0)
    }
}

fn period(draw: &mut Draw<'_, '_>) -> Value {
    let (one, other) = (draw.one_of(PERIOD_DAYS), draw.one_of(PERIOD_DAYS));
    match draw.below(3) {
        0 => json!({"from": one}),
        1 => json!({"until": one}),
        _ => json!({"from": one.min(other), "until": one.max(other)}),
    }
}

fn qualities(draw: &mut Draw<'_, '_>) -> Value {
    let names = draw.some_of(2, QUALITIES);
    names.into_iter().map(|name| (name.to_owned(), Value::from(draw.in_16(8)))).collect::<Map<_, _>>().into()
}

/// How large a world is, and where it lies.
struct Frame {
    area: &'static Area,
    themes: usize,
    /// The number of questions of each subject.
    questions: Vec<usize>,
    /// Whether each institution is an OPCO.
    opcos: Vec<bool>,
    antennes: usize,
    experts: usize,
}

impl Frame {
    fn draw(draw: &mut Draw<'_, '_>) -> Frame {
        Frame {
            area: &AREA_POOL[draw.below(AREA_POOL.len())],
            themes: 1 + draw.below(3),
            questions: (0..1 + draw.below(4)).map(|_| draw.below(4)).collect(),
            opcos: (0..1 + draw.below(5)).map(|_| draw.in_16(5)).collect(),
            antennes: 1 + draw.below(5),
            experts: 1 + draw.below(EXPERTS.len()),
        }
    }

    fn subjects(&self) -> Vec<String> {
        (0..self.questions.len()).map(|number| format!("s{number}")).collect()
    }

    fn questions_of(&self, subject: usize) -> Vec<String> {
        (0..self.questions[subject]).map(|number| format!("s{subject}-q{number}")).collect()
    }

    fn institutions(&self) -> Vec<String> {
        (0..self.opcos.len()).map(|number| format!("i{number}")).collect()
    }

    fn opcos(&self) -> Vec<String> {
        self.institutions()
            .into_iter()
            .zip(&self.opcos)
            .filter(|(_, opco)| **opco)
            .map(|(id, _)| id)
            .collect()
    }

    fn directory(&self, draw: &mut Draw<'_, '_>) -> Value {
        let themes: Vec<Value> = (0..self.themes).map(|number| self.theme(draw, number)).collect();
        let subjects: Vec<Value> =
            (0..self.questions.len()).map(|number| self.subject(draw, number)).collect();
        let institutions: Vec<Value> =
            (0..self.opcos.len()).map(|number| self.institution(draw, number)).collect();
        let antennes: Vec<Value> = (0..self.antennes).map(|number| self.antenne(draw, number)).collect();
        let experts: Vec<Value> = (0..self.experts).map(|number| self.expert(draw, number)).collect();
        let object = Object::default()
            .with("themes", themes)
            .with("subjects", subjects)
            .with("institutions", institutions)
            .with("antennes", antennes)
            .with("experts", experts)
            .maybe(draw, 6, "opco_by_zone", |draw| self.opco_by_zone(draw))
            .maybe(draw, 8, "naf_correspondence", |draw| {
                let row =
                    |draw: &mut Draw<'_, '_>| json!({"from": draw.one_of(REV2), "to": draw.one_of(NAF_2025)});
                (0..1 + draw.below(6)).map(|_| row(draw)).collect()
            })
            .maybe(draw, 6, "rules", |_| "any-in-level".into());
        object.into()
    }

    /// Experts and antennes that are other, new or gone; seldom an institution that is other.
    fn change(&self, draw: &mut Draw<'_, '_>) -> Value {
        let numbers = |draw: &mut Draw<'_, '_>, most: usize, below: usize| {
            let all: Vec<usize> = (0..below).collect();
            draw.some_of(most, &all)
        };
        let experts = numbers(draw, 4, EXPERTS.len());
        let antennes = numbers(draw, 2, self.antennes + 1);
        let gone = numbers(draw, 2, self.experts);
        let experts_gone: Vec<&str> =
            gone.iter().filter(|number| !experts.contains(number)).map(|number| EXPERTS[*number]).collect();
        let object = Object::default()
            .with("experts", experts.into_iter().map(|number| self.expert(draw, number)).collect::<Vec<_>>())
            .with(
                "antennes",
                antennes.into_iter().map(|number| self.antenne(draw, number)).collect::<Vec<_>>(),
            )
            .with("removed", json!({"experts": experts_gone}));
        object.maybe(draw, 1, "institutions", |draw| json!([self.institution(draw, 0)])).into()
    }

    fn theme(&self, draw: &mut Draw<'_, '_>, number: usize) -> Value {
        let object =
            Object::default().with("id", format!("t{number}")).with("label", NAMES[number % NAMES.len()]);
        object.maybe(draw, 2, "zones", |draw| draw.some_of(5, &self.area.zones).into()).into()
    }

    fn subject(&self, draw: &mut Draw<'_, '_>, number: usize) -> Value {
        let questions: Vec<Value> = self.questions_of(number).into_iter().map(question).collect();
        let object = Object::default()
            .with("id", format!("s{number}"))
            .with("theme", format!("t{}", number % self.themes))
            .with("label", format!("Sujet {number}"))
            .with("questions", questions);
        object.maybe(draw, 1, "archived", |_| true.into()).into()
    }

    fn institution(&self, draw: &mut Draw<'_, '_>, number: usize) -> Value {
        let object = Object::default()
            .with("id", format!("i{number}"))
            .with("name", format!("Institution {number}"))
            .with(
                "aliases",
                [format!("Ancien{number}"), format!("Été nº {number}")]
                    .into_iter()
                    .chain(AGREED_OPCOS.get(number).map(|opco| (*opco).to_owned()))
                    .collect::<Vec<_>>(),
            )
            .with("categories", vec![if self.opcos[number] { "opco" } else { "chambre" }]);
        object
            .maybe(draw, 5, "activities", |draw| draw.some_of(3, ACTIVITIES).into())
            .maybe(draw, 1, "active", |_| false.into())
            .maybe(draw, 5, "criteria", |draw| self.criteria(draw))
            .maybe(draw, 6, "answer_groups", |draw| {
                (0..1 + draw.below(3)).map(|_| self.answer_group(draw)).collect()
            })
            .into()
    }

    fn answer_group(&self, draw: &mut Draw<'_, '_>) -> Value {
        let subject = draw.below(self.questions.len());
        json!({"subject": format!("s{subject}"), "answers": self.answers(draw, subject)})
    }

    fn answers(&self, draw: &mut Draw<'_, '_>, subject: usize) -> BTreeMap<String, Value> {
        let questions = self.questions_of(subject);
        if questions.is_empty() {
            return BTreeMap::new();
        }
        let answer = |draw: &mut Draw<'_, '_>, question: &str| match choices(question) {
            [] => draw.in_16(8).into(),
            choices => {
                let others = draw.some_of(2, choices);
                json!(std::iter::once(draw.one_of(choices)).chain(others).collect::<Vec<_>>())
            }
        };
        let answered = draw.some_of(3, &questions);
        answered.into_iter().map(|question| (question.clone(), answer(draw, &question))).collect()
    }

    fn antenne(&self, draw: &mut Draw<'_, '_>, number: usize) -> Value {
        let object = Object::default()
            .with("id", format!("a{number}"))
            .with("institution", format!("i{}", draw.below(self.opcos.len())))
            .with("name", "Antenne");
        object
            .maybe(draw, 4, "level", |draw| draw.one_of(&["national", "regional"]).into())
            .maybe(draw, 14, "zones", |draw| draw.some_of(6, &self.area.zones).into())
            .maybe(draw, 1, "active", |_| false.into())
            .maybe(draw, 4, "criteria", |draw| self.criteria(draw))
            .maybe(draw, 3, "answer_groups", |draw| {
                (0..1 + draw.below(3)).map(|_| self.answer_group(draw)).collect()
            })
            .maybe(draw, 2, "valid", period)
            .into()
    }

    fn expert(&self, draw: &mut Draw<'_, '_>, number: usize) -> Value {
        let competence = |draw: &mut Draw<'_, '_>| -> Value {
            let object = Object::default().with("subject", draw.one_of(&self.subjects()));
            object
                .maybe(draw, 6, "note", |draw| draw.one_of(NAMES).into())
                .maybe(draw, 4, "zones", |draw| draw.some_of(5, &self.area.zones).into())
                .maybe(draw, 3, "valid", period)
                .into()
        };
        let competences: Vec<Value> = (0..1 + draw.below(5)).map(|_| competence(draw)).collect();
        let object = Object::default()
            .with("id", EXPERTS[number])
            .with("antenne", format!("a{}", draw.below(self.antennes)))
            .with("name", "Équipe")
            .with("competences", competences);
        object
            .maybe(draw, 4, "zones", |draw| draw.some_of(5, &self.area.zones).into())
            .maybe(draw, 1, "active", |_| false.into())
            .maybe(draw, 6, "capacity", |draw| draw.one_of(CAPACITIES).into())
            .maybe(draw, 6, "max_open", |draw| draw.below(4).into())
            .maybe(draw, 4, "max_per_period", |draw| draw.below(4).into())
            .maybe(draw, 5, "absences", |draw| {
                let absence = |draw: &mut Draw<'_, '_>| -> Value {
                    let (from, until) = (draw.below(28) + 1, draw.below(4));
                    let until = format!("2026-11-{:02}", (from + until).min(30));
                    Object::default()
                        .with("from", format!("2026-11-{from:02}"))
                        .with("until", until)
                        .maybe(draw, 6, "substitute", |draw| EXPERTS[draw.below(self.experts)].into())
                        .into()
                };
                (0..1 + draw.below(3)).map(|_| absence(draw)).collect()
            })
            .maybe(draw, 4, "criteria", |draw| self.criteria(draw))
            .maybe(draw, 3, "answer_groups", |draw| {
                (0..1 + draw.below(3)).map(|_| self.answer_group(draw)).collect()
            })
            .maybe(draw, 2, "valid", period)
            .into()
    }

    fn criteria(&self, draw: &mut Draw<'_, '_>) -> Value {
        (0..1 + draw.below(3)).map(|_| self.criterion(draw)).collect()
    }

    fn criterion(&self, draw: &mut Draw<'_, '_>) -> Value {
        self.conditions(draw)
            .maybe(draw, 4, "subjects", |draw| draw.some_of(2, &self.subjects()).into())
            .maybe(draw, 8, "when_unknown", |_| "accept".into())
            .maybe(draw, 4, "any_of", |draw| {
                (0..1 + draw.below(3)).map(|_| Value::from(self.conditions(draw))).collect()
            })
            .maybe(draw, 3, "valid", period)
            .into()
    }

    fn conditions(&self, draw: &mut Draw<'_, '_>) -> Object {
        let naf: Vec<&str> = NAF_ENTRIES.iter().map(|(entry, _)| *entry).collect();
        Object::default()
            .maybe(draw, 3, "min_years", |draw| draw.one_of(&[1, 2, 3, 5]).into())
            .maybe(draw, 3, "below_years", |draw| draw.one_of(&[6, 3, 8]).into())
            .maybe(draw, 3, "min_headcount", |draw| draw.one_of(&[1, 3, 10, 11, 20]).into())
            .maybe(draw, 3, "below_headcount", |draw| draw.one_of(&[250, 50, 21, 10_000]).into())
            .maybe(draw, 2, "min_turnover", |draw| draw.one_of(&[1, 50_000]).into())
            .maybe(draw, 2, "below_turnover", |draw| draw.one_of(&[2_000_000, u32::MAX]).into())
            .maybe(draw, 4, "accepted_naf", |draw| draw.some_of(4, &naf).into())
            .maybe(draw, 3, "excluded_naf", |draw| draw.some_of(2, &naf).into())
            .maybe(draw, 3, "accepted_legal_forms", |draw| draw.some_of(3, LEGAL_FORM_ENTRIES).into())
            .maybe(draw, 3, "excluded_legal_forms", |draw| draw.some_of(2, LEGAL_FORM_ENTRIES).into())
            .maybe(draw, 2, "excluded_zones", |draw| draw.some_of(2, &self.area.zones).into())
            .maybe(draw, 2, "origins", |draw| draw.some_of(2, ORIGINS).into())
            .maybe(draw, 2, "min_balance_sheet", |draw| draw.one_of(&[1, 20_000]).into())
            .maybe(draw, 2, "below_balance_sheet", |draw| draw.one_of(&[43_000_000, u32::MAX]).into())
            .maybe(draw, 2, "accepted_activities", |draw| draw.some_of(2, ACTIVITIES).into())
            .maybe(draw, 2, "excluded_activities", |draw| draw.some_of(2, ACTIVITIES).into())
            .maybe(draw, 2, "accepted_nafa", |draw| draw.some_of(2, CRAFT_ENTRIES).into())
            .maybe(draw, 2, "excluded_nafa", |draw| draw.some_of(2, CRAFT_ENTRIES).into())
            .maybe(draw, 2, "accepted_idcc", |draw| draw.some_of(2, LISTED_AGREEMENTS).into())
            .maybe(draw, 2, "excluded_idcc", |draw| draw.some_of(2, LISTED_AGREEMENTS).into())
            .maybe(draw, 2, "micro_entrepreneur", |draw| draw.in_16(8).into())
            .maybe(draw, 2, "qualities", qualities)
    }

    fn opco_by_zone(&self, draw: &mut Draw<'_, '_>) -> Value {
        let opcos = self.opcos();
        if opcos.is_empty() {
            return json!([]);
        }
        let zones = draw.some_of(3, &self.area.zones);
        zones.into_iter().map(|zone| json!({"zone": zone, "institution": draw.one_of(&opcos)})).collect()
    }

    fn need(&self, draw: &mut Draw<'_, '_>) -> Value {
        let subject = draw.below(self.questions.len());
        // One in sixteen has something that the directory does not know.
        let (slip, which) = (draw.in_16(1), draw.below(4));
        let asked = if slip && which == 0 { "inconnu".to_owned() } else { format!("s{subject}") };
        let commune = if slip && which == 1 {
            draw.one_of(WRONG_COMMUNES).to_owned()
        } else {
            draw.one_of(&self.area.communes)
        };
        let opcos = if slip && which == 2 { self.institutions() } else { self.opcos() };
        let answered = if slip && which == 3 { draw.below(self.questions.len()) } else { subject };
        let object = Object::default()
            .with("subject", asked)
            .with("commune", commune)
            .with("on", draw.one_of(DAYS))
            .with("answers", json!(self.answers(draw, answered)));
        let object = object
            .maybe(draw, 10, "id", |draw| format!("n{}", draw.byte()).into())
            .maybe(draw, 4, "siret", |draw| draw.one_of(SIRETS).into())
            .maybe(draw, 10, "naf", |draw| draw.one_of(REV2).into())
            .maybe(draw, 4, "naf_2025", |draw| draw.one_of(NAF_2025).into())
            .maybe(draw, 4, "nafa_codes", |draw| draw.some_of(2, CRAFTS).into())
            .maybe(draw, 5, "micro_entrepreneur", |draw| draw.in_16(8).into())
            .maybe(draw, 5, "balance_sheet", |draw| {
                draw.one_of(&[0, 1, 19_999, 20_000, 43_000_000, 5_000_000_000_u64]).into()
            })
            .maybe(draw, 6, "qualities", qualities)
            .maybe(draw, 10, "legal_form", |draw| draw.one_of(LEGAL_FORMS).into())
            .maybe(draw, 10, "created_on", |draw| draw.one_of(BIRTHDAYS).into())
            .maybe(draw, 8, "activities", |draw| draw.some_of(2, ACTIVITIES).into())
            .maybe(draw, 8, "origin", |draw| draw.one_of(ORIGINS).into())
            .maybe(draw, 4, "headcount", |draw| draw.one_of(HEADCOUNTS).into())
            .maybe(draw, 4, "turnover", |draw| {
                draw.one_of(&[0, 1, 49_999, 50_000, 1_999_999, 5_000_000_000_u64]).into()
            })
            .maybe(draw, 8, "headcount_band", |draw| draw.one_of(BANDS).into())
            .maybe(draw, 3, "employer", |draw| draw.in_16(8).into())
            .maybe(draw, 4, "idcc", |draw| draw.some_of(2, AGREEMENTS).into());
        let object = match opcos.is_empty() {
            true => object,
            false => object.maybe(draw, 10, "opco", |draw| {
                let opco = draw.one_of(&opcos);
                if draw.in_16(3) { opco.replace('i', "ANCIEN").into() } else { opco.into() }
            }),
        };
        object.into()
    }

    fn options(&self, draw: &mut Draw<'_, '_>) -> MatchOptions {
        let most = |draw: &mut Draw<'_, '_>| draw.in_16(4).then(|| draw.below(5));
        let (limit, per_institution) = (most(draw), most(draw));
        let load = draw.in_16(6).then(|| {
            let experts = draw.some_of(6, &EXPERTS[..self.experts]);
            experts.into_iter().map(|expert| (expert.to_owned(), draw.one_of(OPENS))).collect()
        });
        let share = draw.in_16(4).then(|| draw.one_of(ShareAmong::ALL));
        let received = draw.in_16(4).then(|| {
            let experts = draw.some_of(6, &EXPERTS[..self.experts]);
            experts.into_iter().map(|expert| (expert.to_owned(), draw.one_of(OPENS))).collect()
        });
        let (absent, full) = (
            draw.in_16(4).then(|| draw.one_of(WhenUnavailable::ALL)),
            draw.in_16(4).then(|| draw.one_of(WhenUnavailable::ALL)),
        );
        MatchOptions { limit, per_institution, load, share, received, absent, full }
    }
}

/// The choices of a question: the second of each subject has some, the others are answered by yes or no.
fn choices(question: &str) -> &'static [&'static str] {
    if question.ends_with("q1") { &["tel", "visio", "ecrit"] } else { &[] }
}

fn question(id: String) -> Value {
    let choices: Vec<Value> =
        choices(&id).iter().map(|choice| json!({"id": choice, "label": "Choix"})).collect();
    json!({"id": id, "label": "Oui ?", "choices": choices})
}

//! Conditions on companies. What partners ask for is drawn from a short catalogue, because in the
//! real directory a few hundred distinct conditions stand behind thousands of owners.

use aiguillage::geography::Zone;
use fastrand::Rng;
use serde::Serialize;

use crate::territory::Territory;
use crate::{chance, weighted};

/// The share of institutions, of antennes and of experts that have a criterion.
pub(crate) const SHARE: f64 = 0.2;

/// A criterion, as it is written.
#[derive(Clone, Default, Serialize)]
pub(crate) struct Criterion {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) subjects: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    min_years: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    below_years: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    min_headcount: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    below_headcount: Option<u32>,
    #[serde(skip_serializing_if = "<[&str]>::is_empty")]
    accepted_naf: &'static [&'static str],
    #[serde(skip_serializing_if = "<[&str]>::is_empty")]
    excluded_naf: &'static [&'static str],
    #[serde(skip_serializing_if = "<[&str]>::is_empty")]
    accepted_legal_forms: &'static [&'static str],
    #[serde(skip_serializing_if = "<[&str]>::is_empty")]
    excluded_legal_forms: &'static [&'static str],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    excluded_zones: Vec<Zone>,
    #[serde(skip_serializing_if = "<[&str]>::is_empty")]
    origins: &'static [&'static str],
    #[serde(skip_serializing_if = "Option::is_none")]
    when_unknown: Option<&'static str>,
}

// Thresholds follow the bands of INSEE, as the directory's own check advises.
const MIN_YEARS: [u32; 4] = [1, 2, 3, 5];
const BELOW_YEARS: [u32; 3] = [3, 5, 8];
const MIN_HEADCOUNT: [u32; 5] = [1, 3, 10, 20, 50];
const BELOW_HEADCOUNT: [u32; 4] = [10, 20, 50, 250];
const ACCEPTED_NAF: [&[&str]; 14] = [
    &["C"],
    &["C", "F"],
    &["F"],
    &["G", "I"],
    &["10", "56"],
    &["I"],
    &["47", "96.02A", "96.02B"],
    &["C", "F", "G", "H", "I"],
    &["43", "41", "81.3"],
    &["J", "M"],
    &["10.71C", "10.71D", "10.13B", "47.2"],
    &["49", "52", "53"],
    &["01", "02", "03"],
    &["A", "C"],
];
const EXCLUDED_NAF: [&[&str]; 6] =
    [&["A"], &["K", "L"], &["64", "65", "66"], &["O", "P"], &["47.7"], &["94"]];
const ACCEPTED_LEGAL_FORMS: [&[&str]; 4] = [&["1"], &["5"], &["54", "57"], &["1", "5"]];
const EXCLUDED_LEGAL_FORMS: [&[&str]; 4] = [&["9"], &["6540"], &["1000"], &["7", "9"]];
const ORIGINS: [&[&str]; 3] = [&["conseillers-entreprises"], &["les-aides"], &["les-aides", "relance-2026"]];

/// What a condition is about.
#[derive(Clone, Copy)]
enum About {
    MinHeadcount,
    BelowHeadcount,
    MinYears,
    BelowYears,
    AcceptedNaf,
    ExcludedNaf,
    AcceptedLegalForms,
    ExcludedLegalForms,
    ExcludedZones,
    Origins,
}

const ABOUT: [(u32, About); 10] = [
    (20, About::MinHeadcount),
    (12, About::BelowHeadcount),
    (10, About::MinYears),
    (6, About::BelowYears),
    (18, About::AcceptedNaf),
    (10, About::ExcludedNaf),
    (5, About::AcceptedLegalForms),
    (11, About::ExcludedLegalForms),
    (6, About::ExcludedZones),
    (2, About::Origins),
];

/// What criteria are drawn from.
pub(crate) struct Catalogue {
    excluded_zones: Vec<Vec<Zone>>,
}

impl Catalogue {
    pub(crate) fn draw(rng: &mut Rng, territory: &Territory) -> Catalogue {
        Catalogue { excluded_zones: (0..8).map(|_| vec![territory.excluded(rng)]).collect() }
    }

    /// The criteria of an owner that handles these subjects: none, for most.
    pub(crate) fn of_owner(&self, rng: &mut Rng, subjects: &[usize]) -> Vec<Criterion> {
        if !chance(rng, SHARE) {
            return Vec::new();
        }
        let mut criterion = Criterion::default();
        self.add(rng, &mut criterion);
        if chance(rng, 0.3) {
            self.add(rng, &mut criterion);
        }
        if chance(rng, 0.2) {
            criterion.subjects.extend(rng.choice(subjects).map(|subject| format!("sujet-{subject}")));
        }
        criterion.when_unknown = chance(rng, 0.1).then_some("accept");
        vec![criterion]
    }

    fn add(&self, rng: &mut Rng, to: &mut Criterion) {
        match weighted(rng, &ABOUT) {
            About::MinHeadcount => to.min_headcount = Some(of(rng, &MIN_HEADCOUNT)),
            About::BelowHeadcount => to.below_headcount = Some(of(rng, &BELOW_HEADCOUNT)),
            About::MinYears => to.min_years = Some(of(rng, &MIN_YEARS)),
            About::BelowYears => to.below_years = Some(of(rng, &BELOW_YEARS)),
            About::AcceptedNaf => to.accepted_naf = of(rng, &ACCEPTED_NAF),
            About::ExcludedNaf => to.excluded_naf = of(rng, &EXCLUDED_NAF),
            About::AcceptedLegalForms => to.accepted_legal_forms = of(rng, &ACCEPTED_LEGAL_FORMS),
            About::ExcludedLegalForms => to.excluded_legal_forms = of(rng, &EXCLUDED_LEGAL_FORMS),
            About::ExcludedZones => {
                to.excluded_zones.clone_from(&self.excluded_zones[rng.usize(..self.excluded_zones.len())]);
            }
            About::Origins => to.origins = of(rng, &ORIGINS),
        }
        // Two draws may accept nobody, which a directory refuses.
        if to.min_headcount.zip(to.below_headcount).is_some_and(|(min, below)| min >= below) {
            to.below_headcount = None;
        }
        if to.min_years.zip(to.below_years).is_some_and(|(min, below)| min >= below) {
            to.below_years = None;
        }
        if !to.accepted_naf.is_empty() {
            to.excluded_naf = &[];
        }
        if !to.accepted_legal_forms.is_empty() {
            to.excluded_legal_forms = &[];
        }
    }
}

fn of<T: Copy>(rng: &mut Rng, values: &[T]) -> T {
    values[rng.usize(..values.len())]
}

//! Institutions: what each one reaches, whom it serves and which subjects it handles.

use std::collections::BTreeMap;

use fastrand::Rng;
use serde::Serialize;

use crate::chance;
use crate::size::Size;
use crate::territory::Reach;

/// The subjects that one institution handles, at most.
const SUBJECTS: usize = 24;

/// The natures of activity of a chamber, by chamber.
const CHAMBERS: [&[&str]; 4] = [
    &["COMMERCIALE", "AGENT_COMMERCIAL", "INDEPENDANTE"],
    &["ARTISANALE", "ARTISANALE_REGLEMENTEE"],
    &["LIBERALE_REGLEMENTEE", "LIBERALE_NON_REGLEMENTEE"],
    &["COMMERCIALE", "ARTISANALE", "ARTISANALE_REGLEMENTEE"],
];

/// A combination of answers for which an institution can help.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct AnswerGroup {
    subject: String,
    answers: BTreeMap<String, bool>,
}

/// One institution, without its criteria.
#[derive(Debug)]
pub(crate) struct Institution {
    pub(crate) reach: Reach,
    pub(crate) is_opco: bool,
    pub(crate) activities: &'static [&'static str],
    pub(crate) subjects: Vec<usize>,
    pub(crate) answer_groups: Vec<AnswerGroup>,
}

/// All institutions, and the questions of all subjects.
#[derive(Debug)]
pub(crate) struct Institutions {
    pub(crate) list: Vec<Institution>,
    /// How many questions each subject has.
    pub(crate) questions: Vec<usize>,
}

impl Institutions {
    pub(crate) fn draw(rng: &mut Rng, size: &Size) -> Institutions {
        let questions: Vec<usize> =
            (0..size.subjects).map(|_| if chance(rng, 0.4) { rng.usize(1..=2) } else { 0 }).collect();
        let list = (0..size.institutions).map(|number| institution(rng, size, number, &questions)).collect();
        Institutions { list, questions }
    }

    /// The numbers of the OPCOs.
    pub(crate) fn opcos(&self) -> impl Iterator<Item = usize> {
        self.list.iter().enumerate().filter(|(_, institution)| institution.is_opco).map(|(number, _)| number)
    }
}

fn institution(rng: &mut Rng, size: &Size, number: usize, questions: &[usize]) -> Institution {
    // Eleven OPCOs in each full forty: that is how many there are.
    let is_opco = number % 40 < 11 && number / 40 < (size.institutions / 40).max(1);
    let reach = match number % 40 {
        0..11 => Reach::Regional,
        11..14 => Reach::National,
        14..19 => Reach::Regional,
        19..32 => Reach::Departement,
        _ => Reach::Local,
    };
    let is_chamber = !is_opco && chance(rng, 0.2);
    let activities = if is_chamber { CHAMBERS[rng.usize(..CHAMBERS.len())] } else { &[] };
    let subjects = subjects(rng, size, number);
    let mut answer_groups = Vec::new();
    for subject in subjects.iter().copied().filter(|subject| questions[*subject] > 0) {
        if chance(rng, 0.25) {
            answer_groups.extend((0..rng.usize(1..=2)).map(|_| group(rng, subject, questions[subject])));
        }
    }
    Institution { reach, is_opco, activities, subjects, answer_groups }
}

/// The subjects of an institution: neighbours in the taxonomy, which turns so that every subject
/// is handled by as many.
fn subjects(rng: &mut Rng, size: &Size, number: usize) -> Vec<usize> {
    let count = SUBJECTS.min(size.subjects);
    let first = (number * size.subjects / size.institutions + rng.usize(..3)) % size.subjects;
    (first..first + count).map(|subject| subject % size.subjects).collect()
}

fn group(rng: &mut Rng, subject: usize, questions: usize) -> AnswerGroup {
    let asked = rng.usize(1..=questions);
    let answers = (0..asked).map(|question| (format!("question-{subject}-{question}"), rng.bool())).collect();
    AnswerGroup { subject: format!("sujet-{subject}"), answers }
}

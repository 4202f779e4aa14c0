//! The experts of an antenne, each named after a function.
//!
//! The first ones share the institution's subjects by theme, so that every subject is handled on the
//! antenne's whole territory. Those who come after double a colleague, some of them on a part of the
//! territory only.

use std::collections::{BTreeMap, HashMap};

use serde_json::{Value, json};

use super::slug;

/// What an expert of a theme is called.
const ROLES: [(&str, &str); 9] = [
    ("recrutement-formation", "recrutement et formation"),
    ("sante-securite-travail", "santé au travail"),
    ("difficultes-financieres", "entreprises en difficulté"),
    ("investissement", "financement et projets"),
    ("developpement-commercial", "développement commercial"),
    ("strategie-numerique", "numérique"),
    ("transmission-reprise", "transmission et reprise"),
    ("environnement-transition-ecologique", "transition écologique"),
    ("reglementation", "réglementation"),
];

/// The experts of the whole directory, as they are added.
pub(crate) struct Experts {
    theme_of: HashMap<String, String>,
    experts: Vec<Value>,
}

impl Experts {
    pub(crate) fn new(taxonomy: &Value) -> Experts {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let subjects = taxonomy["subjects"].as_array().into_iter().flatten();
        let theme_of = subjects.map(|subject| (text(&subject["id"]), text(&subject["theme"]))).collect();
        Experts { theme_of, experts: Vec::new() }
    }

    pub(crate) fn finish(self) -> Vec<Value> {
        self.experts
    }

    /// Adds the experts of an antenne, which is called `name` in full.
    pub(crate) fn add(&mut self, antenne: &Value, name: &str, subjects: &[String], count: u64) {
        let count = usize::try_from(count).unwrap_or_default();
        let duties = self.duties(subjects, count);
        let mut taken: HashMap<&str, usize> = HashMap::new();
        for (rank, duty) in duties.iter().enumerate() {
            let number = *taken.entry(duty.role).and_modify(|number| *number += 1).or_insert(1);
            let doubles = duties[..rank].iter().any(|other| other.subjects == duty.subjects);
            self.experts.push(self.expert(antenne, name, duty, number, doubles));
        }
    }

    /// The subjects of each expert: themes are dealt out in turn, and dealt again where experts are left.
    fn duties(&self, subjects: &[String], count: usize) -> Vec<Duty> {
        let mut themes: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for subject in subjects {
            themes.entry(&self.theme_of[subject]).or_default().push(subject.clone());
        }
        let themes: Vec<(&str, Vec<String>)> = themes.into_iter().collect();
        let duty = |expert: usize| {
            let own: Vec<&(&str, Vec<String>)> = if count >= themes.len() {
                vec![&themes[expert % themes.len()]]
            } else {
                themes.iter().skip(expert).step_by(count).collect()
            };
            let role = match own.as_slice() {
                [(theme, _)] => {
                    ROLES.iter().find(|(known, _)| known == theme).map_or("entreprises", |(_, role)| role)
                }
                _ => "entreprises",
            };
            Duty { role, subjects: own.iter().flat_map(|(_, subjects)| subjects.clone()).collect() }
        };
        (0..count).map(duty).collect()
    }

    fn expert(&self, antenne: &Value, name: &str, duty: &Duty, number: usize, doubles: bool) -> Value {
        // Rare traits go by the position in the whole directory: no chance, and spread all over.
        let position = self.experts.len();
        let every = |step: usize| position % step == step - 1;
        let antenne_id = antenne["id"].as_str().unwrap_or_default();
        let suffix = if number > 1 { format!(" {number}") } else { String::new() };
        let short = slug(duty.role);
        let id = if number > 1 {
            format!("{antenne_id}-{short}-{number}")
        } else {
            format!("{antenne_id}-{short}")
        };
        let mailbox = if number > 1 { format!("{short}.{number}") } else { short };
        let zones = antenne["zones"].as_array().cloned().unwrap_or_default();
        let mut competences: Vec<Value> =
            duty.subjects.iter().map(|subject| json!({"subject": subject})).collect();
        if every(19) {
            competences[0]["note"] = json!("Sur rendez-vous, dans l’entreprise");
        }
        let mut expert = json!({
            "id": id,
            "antenne": antenne_id,
            "name": format!("Conseiller {}, {name}{suffix}", duty.role),
            "email": format!("{mailbox}@{antenne_id}.example"),
            "phone": format!("03 53 01 {:02} {:02}", position / 100, position % 100),
            "competences": competences,
        });
        // Only who doubles a colleague may be narrower: nobody is left without.
        if doubles && zones.len() > 1 && number.is_multiple_of(2) {
            expert["zones"] = json!([zones[number % zones.len()]]);
        } else if doubles && every(7) {
            expert["competences"][0]["zones"] = json!([zones[0]]);
        }
        if every(23) {
            expert["absences"] = json!([
                {"from": "2026-08-03", "until": "2026-08-21"},
                {"from": "2026-12-21", "until": "2027-01-03"},
            ]);
        }
        if every(17) {
            expert["capacity"] = json!(2);
        }
        if every(11) {
            expert["max_open"] = json!(15);
        }
        expert
    }
}

#[derive(PartialEq)]
struct Duty {
    role: &'static str,
    subjects: Vec<String>,
}

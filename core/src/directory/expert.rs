//! Experts: the persons and teams who receive needs.

use std::ops::Deref;
use std::sync::Arc;

use jiff::civil::Date;
use serde::Serialize;

use super::criterion::Criterion;
use super::institution::AnswerGroup;
use crate::geography::ZoneList;
use crate::record::kinds::{
    Day, Email, Flag, Id, Lenient, Number, Optional, Period, Phone, Reference, Text, Weight, Zones,
};
use crate::record::record;
use crate::record::stored::{Reader, RestoreError, StoreError, Stored, Writer};
use crate::validity::Validity;

/// A person or a team of an antenne who receives needs.
///
/// Its fields are those of [`ExpertRecord`]. Cloning it is cheap, and a directory that was changed
/// shares what stayed the same with the one before it.
#[derive(Clone, Debug, PartialEq)]
pub struct Expert(Arc<ExpertRecord>);

record! {
    /// A person or a team of an antenne who receives needs: the fields of an [`Expert`].
    #[french = "Une personne ou une équipe d’une antenne, qui reçoit des besoins."]
    pub struct ExpertRecord {
        /// Unique among experts.
        #[french = "Identifiant, unique parmi les experts."]
        1 id: String = Id,
        /// The id of the antenne.
        #[french = "Identifiant de son antenne."]
        2 antenne: String = Reference,
        /// What users read.
        #[french = "Ce que lisent les utilisateurs."]
        3 name: String = Text,
        /// Where needs are sent.
        #[french = "L’adresse à laquelle les besoins sont envoyés."]
        4 email: Option<String> = Lenient<Optional<Email>>,
        /// As it was given.
        #[french = "Le numéro de téléphone, tel qu’il a été donné."]
        5 phone: Option<String> = Lenient<Optional<Phone>>,
        /// What the person does there.
        #[french = "La fonction de la personne."]
        6 job: Option<String> = Lenient<Optional<Text>>,
        /// The expert's own territory: where there is any, it replaces the antenne's.
        #[french = "Territoire propre à l’expert : s’il y en a un, il remplace celui de l’antenne."]
        7 zones: ZoneList = Zones,
        /// An inactive expert matches nothing.
        #[french = "Un expert inactif ne reçoit rien."]
        8 active: bool = Flag<true>,
        /// The expert's weight where equals share needs: twice the capacity, twice the share. It
        /// counts up to ten times the median of the experts who handle the same subject for the same institution.
        #[french = "Son poids quand des experts équivalents se partagent les besoins : deux fois plus de capacité, deux fois plus de besoins. Elle compte jusqu’à dix fois la médiane des experts qui traitent le même sujet pour la même institution."]
        9 capacity: f64 = Weight,
        /// The number of open referrals from which the expert counts as full.
        #[french = "Le nombre de mises en relation ouvertes à partir duquel l’expert est complet."]
        10 max_open: Option<u32> = Optional<Number>,
        /// The number of needs received in the host's current period from which the expert counts as full.
        #[french = "Le nombre de besoins reçus dans la période en cours à partir duquel l’expert est complet."]
        16 max_per_period: Option<u32> = Optional<Number>,
        /// The days on which the expert matches; always if it is not given.
        #[french = "Les jours où l’expert reçoit des besoins ; toujours si rien n’est donné."]
        15 valid: Option<Validity> = Optional<Period>,
    }
    nests {
        /// When the expert is away. An absent expert still matches, last.
        #[french = "Quand l’expert est absent. Un absent est encore proposé, en dernier."]
        11 absences: Absence,
        /// The subjects that the expert handles.
        #[french = "Les sujets que l’expert traite."]
        12 competences: Competence,
        /// Conditions on the companies that the expert helps.
        #[french = "Conditions sur les entreprises que l’expert aide."]
        13 criteria: Criterion,
        /// The people of a team, each of whom hears of what the team receives.
        #[french = "Les personnes d’une équipe, qui apprennent toutes ce que l’équipe reçoit."]
        14 members: Member,
        /// For a subject, the combinations of answers for which the expert can help.
        #[french = "Pour un sujet, les combinaisons de réponses pour lesquelles l’expert peut aider."]
        17 answer_groups: AnswerGroup,
    }
}

record! {
    /// A person of a team.
    #[french = "Une personne d’une équipe."]
    #[derive(Eq)]
    pub struct Member {
        /// What users read.
        #[french = "Ce que lisent les utilisateurs."]
        1 name: String = Text,
        /// The person's own address.
        #[french = "L’adresse propre à la personne."]
        2 email: Option<String> = Lenient<Optional<Email>>,
        /// As it was given.
        #[french = "Le numéro de téléphone, tel qu’il a été donné."]
        3 phone: Option<String> = Lenient<Optional<Phone>>,
    }
}

impl Expert {
    pub(crate) fn new(record: ExpertRecord) -> Expert {
        Expert(Arc::new(record))
    }

    /// The fields, to be written while the directory is put together.
    pub(crate) fn edit(&mut self) -> &mut ExpertRecord {
        Arc::make_mut(&mut self.0)
    }

    /// Whether the two share their record. Equal ones need not.
    pub(crate) fn is_shared_with(&self, other: &Expert) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Deref for Expert {
    type Target = ExpertRecord;

    fn deref(&self) -> &ExpertRecord {
        &self.0
    }
}

impl Serialize for Expert {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl Stored for Expert {
    fn store(&self, writer: &mut Writer<'_>) -> Result<(), StoreError> {
        self.0.store(writer)
    }

    fn restore(reader: &mut Reader<'_>) -> Result<Expert, RestoreError> {
        ExpertRecord::restore(reader).map(Expert::new)
    }
}

impl ExpertRecord {
    /// Whether the expert is away on a day.
    pub(crate) fn is_absent(&self, on: Date) -> bool {
        self.absences.iter().any(|absence| absence.from <= on && on <= absence.until)
    }

    /// Who receives the expert's needs on a day of absence: of absences that overlap, the first that names somebody
    /// decides.
    pub(crate) fn substitute_on(&self, on: Date) -> Option<&str> {
        let covers = |absence: &&Absence| absence.from <= on && on <= absence.until;
        self.absences.iter().filter(covers).find_map(|absence| absence.substitute.as_deref())
    }

    /// The last day of the absence in which `on` lies; absences that adjoin count as one.
    pub fn absent_until(&self, on: Date) -> Option<Date> {
        let covers = |day: Date| {
            let until = self.absences.iter().filter(|a| a.from <= day && day <= a.until).map(|a| a.until);
            until.max()
        };
        let mut last = covers(on)?;
        while let Some(until) = last.tomorrow().ok().and_then(covers) {
            last = until;
        }
        Some(last)
    }
}

record! {
    /// An expert handles a subject.
    #[french = "Un expert traite un sujet."]
    #[derive(Eq)]
    pub struct Competence {
        /// The id of the subject.
        #[french = "Identifiant du sujet."]
        1 subject: String = Reference,
        /// What the expert offers on it, or on which condition.
        #[french = "Ce que l’expert y propose, ou à quelle condition."]
        2 note: Option<String> = Optional<Text>,
        /// Where: replaces the expert's own zones for this subject, if there is any.
        #[french = "Où : remplace, pour ce sujet, le territoire de l’expert."]
        3 zones: ZoneList = Zones,
        /// The days on which the expert handles it; always if it is not given.
        #[french = "Les jours où l’expert le traite ; toujours si rien n’est donné."]
        4 valid: Option<Validity> = Optional<Period>,
    }
}

record! {
    /// A time away, first and last day included.
    #[french = "Un temps d’absence, premier et dernier jour compris."]
    #[derive(Eq)]
    pub struct Absence {
        /// The first day away.
        #[french = "Le premier jour d’absence."]
        1 from: Date = Day,
        /// The last day away.
        #[french = "Le dernier jour d’absence."]
        2 until: Date = Day,
        /// The id of the expert who receives the needs meanwhile, on every subject.
        #[french = "Identifiant de l’expert qui reçoit les besoins pendant ce temps, sur tous les sujets."]
        3 substitute: Option<String> = Optional<Reference>,
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Expert {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        ExpertRecord::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        ExpertRecord::json_schema(generator)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn absences_include_both_days_and_adjoin() {
        // PITFALLS R10, R11: the bounds of absences were wrong twice.
        let absence = |from, until| Absence { from, until, substitute: None };
        let expert = ExpertRecord {
            id: "e".into(),
            antenne: "a".into(),
            name: "e".into(),
            email: None,
            phone: None,
            job: None,
            zones: ZoneList::default(),
            active: true,
            capacity: 1.0,
            max_open: None,
            valid: None,
            max_per_period: None,
            absences: vec![
                absence(date(2026, 12, 24), date(2026, 12, 31)),
                absence(date(2027, 1, 1), date(2027, 1, 3)),
                absence(date(2027, 1, 5), date(2027, 1, 6)),
            ],
            competences: vec![],
            criteria: vec![],
            members: vec![],
            answer_groups: vec![],
        };
        assert_eq!(expert.absent_until(date(2026, 12, 23)), None);
        assert_eq!(expert.absent_until(date(2026, 12, 24)), Some(date(2027, 1, 3)));
        assert_eq!(expert.absent_until(date(2027, 1, 3)), Some(date(2027, 1, 3)));
        assert_eq!(expert.absent_until(date(2027, 1, 4)), None);
        let forever = Absence { from: date(2026, 1, 1), until: Date::MAX, substitute: None };
        let expert = ExpertRecord { absences: vec![forever], ..expert };
        assert_eq!(expert.absent_until(date(2026, 6, 1)), Some(Date::MAX));
    }
}

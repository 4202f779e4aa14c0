//! A need brought to what the index compares: ids become numbers, dates become ages. Whatever the
//! need names and nobody knows is an error here, never an empty answer later.

use std::sync::Arc;

use jiff::civil::Date;
use smallvec::SmallVec;

use super::answer_group::{AnswerGroup, OptionNumber, QuestionNumber, Questions};
use super::need_opco::{OpcoFact, OpcoTables};
use super::need_place::{NeedPlace, need_place};
use super::order::fair::{SecretKey, need_key};
use super::span::offset;
use crate::answer::Answer;
use crate::codes::{Activity, Correspondents, Headcount, HeadcountBand, LegalForm, NafCode, NafVersion};
use crate::directory::{self, Criterion, Directory, Institution};
use crate::geography::ZoneId;
use crate::hash::TextMap;
use crate::language::sentence;
use crate::need::{Need, NeedError, NeedField};
use crate::text::non_blank;

/// What is known of an activity in one version of the nomenclature.
#[derive(Clone, Copy, Debug)]
pub(crate) enum NafFact<'r> {
    Unknown,
    Known(NafCode),
    /// The correspondents of the code that is known in the other version.
    OneOf(&'r [NafCode]),
}

/// A nature of activity, by its place among those that institutions or criteria list.
pub(crate) type ActivityNumber = u32;

/// A need, resolved.
#[derive(Debug)]
pub(crate) struct Facts<'r, 'n> {
    /// The need itself, for lists that are compared as they are given.
    pub(crate) need: &'n Need,
    pub(crate) subject: u32,
    pub(crate) place: NeedPlace,
    /// The zones that contain the place, by level.
    pub(crate) chain: [ZoneId; 7],
    pub(crate) on: Date,
    pub(crate) age: Option<u32>,
    pub(crate) rev2: NafFact<'r>,
    pub(crate) naf_2025: NafFact<'r>,
    pub(crate) headcount: Option<Headcount>,
    /// In euros; what is beyond all bounds that a criterion can set is `u32::MAX`.
    pub(crate) turnover: Option<u32>,
    /// In euros, likewise.
    pub(crate) balance_sheet: Option<u32>,
    pub(crate) legal_form: Option<LegalForm>,
    pub(crate) origin: Option<&'n str>,
    /// Its number; `u32::MAX` for one that no criterion names.
    pub(crate) origin_number: Option<u32>,
    pub(crate) opco: OpcoFact,
    /// The natures of activity that some institution or criterion lists; `None` where none is known.
    pub(crate) activities: Option<SmallVec<[ActivityNumber; 8]>>,
    /// What is answered, with its question; several options of a question stand in a row.
    pub(crate) answers: SmallVec<[(QuestionNumber, OptionNumber); 8]>,
    /// What the fair order hashes of the need.
    pub(crate) fair_key: u64,
}

/// The tables by which needs are resolved.
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    subjects: TextMap<String, u32>,
    /// By subject.
    questions: Vec<Questions>,
    activities: TextMap<Activity, ActivityNumber>,
    /// The origins that criteria name.
    origins: TextMap<String, u32>,
    correspondents: Arc<Correspondents>,
    opcos: OpcoTables,
    /// The directory's seed, as what needs are hashed by.
    secret: Option<SecretKey>,
}

impl Lexicon {
    pub(crate) fn of(directory: &Directory) -> Lexicon {
        let mut lexicon = Lexicon {
            secret: directory.seed().map(SecretKey::of),
            correspondents: directory.correspondents(),
            opcos: OpcoTables::of(directory),
            ..Lexicon::default()
        };
        for (subject, number) in directory.subjects().iter().zip(0..) {
            lexicon.subjects.insert(subject.id.clone(), number);
            lexicon.questions.push(Questions::of(&subject.questions));
        }
        let listed = directory.institutions().iter().flat_map(|institution| &institution.activities);
        for activity in listed.chain(criteria(directory).flat_map(natures)) {
            let next = offset(lexicon.activities.len());
            lexicon.activities.entry(activity.clone()).or_insert(next);
        }
        for origin in criteria(directory).flat_map(origins) {
            let next = offset(lexicon.origins.len());
            lexicon.origins.entry(origin.clone()).or_insert(next);
        }
        lexicon
    }

    #[inline(never)]
    pub(crate) fn subject(&self, id: &str) -> Option<u32> {
        self.subjects.get(id).copied()
    }

    #[inline(never)]
    pub(crate) fn activity(&self, activity: &Activity) -> Option<ActivityNumber> {
        self.activities.get(activity).copied()
    }

    /// The number of an origin that a criterion names.
    #[inline]
    pub(crate) fn origin(&self, origin: &str) -> Option<u32> {
        self.origins.get(origin).copied()
    }

    /// The questions of a subject.
    pub(crate) fn questions(&self, subject: u32) -> Option<&Questions> {
        self.questions.get(subject as usize)
    }

    /// The activities that an institution lists, ascending.
    pub(crate) fn activities_of(&self, institution: &Institution) -> Vec<ActivityNumber> {
        let mut activities: Vec<ActivityNumber> =
            institution.activities.iter().filter_map(|activity| self.activity(activity)).collect();
        activities.sort_unstable();
        activities
    }

    /// The combinations of answers that an owner asks for on a subject.
    pub(crate) fn groups_of(
        &self,
        groups: &[directory::AnswerGroup],
        subject: u32,
        subject_id: &str,
    ) -> Vec<AnswerGroup> {
        let Some(questions) = self.questions(subject) else { return Vec::new() };
        let own = groups.iter().filter(|group| group.subject == subject_id);
        let accepted = |(question, answer): (&String, &Answer)| {
            let (number, _) = questions.find(question)?;
            Some((number, questions.options(number, answer)))
        };
        own.map(|group| group.answers.iter().filter_map(accepted).collect()).collect()
    }

    /// Resolves a need.
    ///
    /// # Errors
    /// With the first fact that is missing, unknown or contradictory.
    // Left to itself the optimizer decides otherwise after changes far away, and matching takes a
    // twentieth more: facts are large, and are best made where they are used.
    #[inline(always)]
    pub(crate) fn resolve<'r, 'n>(
        &'r self,
        directory: &Directory,
        need: &'n Need,
    ) -> Result<Facts<'r, 'n>, NeedError> {
        let subject = self.subject_of(directory, need)?;
        let place = need_place(directory.geography(), need)?;
        self.resolve_at(directory, need, subject, place)
    }

    /// Resolves everything but the subject and the place, which are given.
    #[inline(always)]
    pub(crate) fn resolve_at<'r, 'n>(
        &'r self,
        directory: &Directory,
        need: &'n Need,
        subject: u32,
        place: NeedPlace,
    ) -> Result<Facts<'r, 'n>, NeedError> {
        let chain = *directory.geography().chain(place.id);
        let on = need.on.unwrap_or_else(|| jiff::Zoned::now().date());
        let (rev2, naf_2025) = self.naf(need)?;
        let origin = non_blank(need.origin.as_deref());
        Ok(Facts {
            need,
            subject,
            place,
            chain,
            on,
            age: age(need, on)?,
            rev2,
            naf_2025,
            headcount: headcount(need),
            turnover: euros(need.turnover),
            balance_sheet: euros(need.balance_sheet),
            legal_form: need.legal_form,
            origin,
            origin_number: origin.map(|origin| self.origin(origin).unwrap_or(u32::MAX)),
            opco: self.opcos.fact(directory, need, &chain)?,
            activities: self.activities(need),
            answers: self.answers(directory, need, subject)?,
            fair_key: need_key(
                need,
                directory.geography().commune_at(place.id).code(),
                on,
                self.secret.as_ref(),
            ),
        })
    }

    fn subject_of(&self, directory: &Directory, need: &Need) -> Result<u32, NeedError> {
        if let Some(subject) = self.subject(&need.subject) {
            return Ok(subject);
        }
        let id = need.subject.trim();
        if let Some(subject) = self.subject(id) {
            return Ok(subject);
        }
        if id.is_empty() {
            return Err(NeedError::missing(NeedField::Subject));
        }
        let known = directory.subjects().iter().map(|subject| subject.id.as_str());
        Err(NeedError::unknown("unknown_subject", NeedField::Subject.as_str(), sentence!(Subject), id, known))
    }

    fn naf<'r>(&'r self, need: &Need) -> Result<(NafFact<'r>, NafFact<'r>), NeedError> {
        let of_version = |code: Option<NafCode>, version: NafVersion, field: NeedField| match code {
            Some(code) if code.version() != version => Err(NeedError::invalid(
                field.as_str(),
                sentence!(CodeOfOtherVersion {
                    field: field.as_str(),
                    version: version.to_string(),
                    other: code.version().to_string()
                }),
            )),
            code => Ok(code),
        };
        let rev2 = of_version(need.naf, NafVersion::Rev2, NeedField::Naf)?;
        let naf_2025 = of_version(need.naf_2025, NafVersion::Naf2025, NeedField::Naf2025)?;
        let fact = |own: Option<NafCode>, other: Option<NafCode>| match own {
            Some(code) => NafFact::Known(code),
            None => match other.map_or(&[][..], |other| self.correspondents.of(other)) {
                [] => NafFact::Unknown,
                codes => NafFact::OneOf(codes),
            },
        };
        Ok((fact(rev2, naf_2025), fact(naf_2025, rev2)))
    }

    fn activities(&self, need: &Need) -> Option<SmallVec<[ActivityNumber; 8]>> {
        if need.activities.is_empty() {
            return None;
        }
        let mut known: SmallVec<[ActivityNumber; 8]> =
            need.activities.iter().filter_map(|activity| self.activity(activity)).collect();
        if !need.nafa_codes.is_empty() {
            known.extend(self.craft());
        }
        Some(known)
    }

    /// The number of the nature that craft codes imply, where an institution lists it.
    fn craft(&self) -> Option<ActivityNumber> {
        self.activity(&Activity::ARTISANALE)
    }

    fn answers(
        &self,
        directory: &Directory,
        need: &Need,
        subject: u32,
    ) -> Result<SmallVec<[(QuestionNumber, OptionNumber); 8]>, NeedError> {
        let mut answers = SmallVec::with_capacity(need.answers.len());
        for (question, answer) in &need.answers {
            let questions = self.questions(subject);
            let Some((number, asked)) = questions.and_then(|questions| questions.find(question)) else {
                return Err(unknown_question(directory, question, subject));
            };
            if let Some(fault) = asked.fault(answer) {
                return Err(NeedError::no_answer(question, fault));
            }
            let options = questions.map(|questions| questions.options(number, answer)).unwrap_or_default();
            answers.extend(options.into_iter().map(|option| (number, option)));
        }
        Ok(answers)
    }
}

/// The criteria of all owners.
fn criteria(directory: &Directory) -> impl Iterator<Item = &Criterion> {
    let of_institutions = directory.institutions().iter().flat_map(|institution| &institution.criteria);
    let of_antennes = directory.antennes().iter().flat_map(|antenne| &antenne.criteria);
    let of_experts = directory.experts().iter().flat_map(|expert| &expert.criteria);
    of_institutions.chain(of_antennes).chain(of_experts)
}

/// The natures of activity that a criterion names.
fn natures(criterion: &Criterion) -> impl Iterator<Item = &Activity> {
    let of_alternatives = criterion
        .any_of
        .iter()
        .flat_map(|alternative| [&alternative.accepted_activities, &alternative.excluded_activities]);
    [&criterion.accepted_activities, &criterion.excluded_activities]
        .into_iter()
        .chain(of_alternatives)
        .flatten()
}

/// The origins that a criterion names.
fn origins(criterion: &Criterion) -> impl Iterator<Item = &String> {
    criterion.origins.iter().chain(criterion.any_of.iter().flat_map(|alternative| &alternative.origins))
}

/// An amount as far as criteria set bounds.
fn euros(amount: Option<u64>) -> Option<u32> {
    amount.map(|euros| u32::try_from(euros).unwrap_or(u32::MAX))
}

/// Full years on a day. Somebody born on 29 February is a year older on 1 March.
fn age(need: &Need, on: Date) -> Result<Option<u32>, NeedError> {
    let Some(created) = need.created_on else { return Ok(None) };
    if created > on {
        let message = sentence!(CreatedAfterNeed { created, day: on });
        return Err(NeedError::invalid(NeedField::CreatedOn.as_str(), message));
    }
    let years = i32::from(on.year()) - i32::from(created.year());
    let before_birthday = (on.month(), on.day()) < (created.month(), created.day());
    Ok(u32::try_from(years - i32::from(before_birthday)).ok())
}

/// The headcount: a figure of today stands before a band, which is two years old, and a band before the mere
/// word that somebody is employed. That word says what `NN`, "none, or presumed so", leaves open.
fn headcount(need: &Need) -> Option<Headcount> {
    match (need.headcount, need.headcount_band, need.employer) {
        (Some(exact), _, _) => Some(Headcount::exact(exact)),
        (None, None | Some(HeadcountBand::Nn), Some(true)) => Some(Headcount::from_lower(1)),
        (None, None | Some(HeadcountBand::Nn), Some(false)) => Some(Headcount::exact(0)),
        (None, band, _) => band.map(HeadcountBand::headcount),
    }
}

#[cold]
fn unknown_question(directory: &Directory, question: &str, subject: u32) -> NeedError {
    let field = NeedError::answer_field(question);
    let asks = |subject: &&crate::taxonomy::Subject| subject.questions.iter().any(|own| own.id == question);
    let code = "unknown_question";
    if let Some(other) = directory.subjects().iter().find(asks) {
        let hint = sentence!(AskedOnSubject { subject: other.id.as_str() });
        return NeedError::unknown_with(code, &field, sentence!(QuestionOfThisSubject), question, Some(hint));
    }
    let own = directory
        .subjects()
        .get(subject as usize)
        .map(|subject| subject.questions.as_slice())
        .unwrap_or_default();
    NeedError::unknown(
        code,
        &field,
        sentence!(Question),
        question,
        own.iter().map(|question| question.id.as_str()),
    )
}

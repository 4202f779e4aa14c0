//! What is asked, as Kotlin gives it; the core reads it.

use std::borrow::Cow;
use std::collections::HashMap;

use aiguillage::need::FieldValue;
use aiguillage::{NeedError, NeedField};

use crate::errors::NativeError;

type Fields<const N: usize> = [(Cow<'static, str>, FieldValue<'static>); N];

/// A date as Kotlin gives it; the core refuses those that it cannot hold.
pub struct Day(String);

uniffi::custom_type!(Day, String, {
    lower: |day| day.0,
    try_lift: |text| Ok(Day(text)),
});

/// What is routed: a subject, a commune, and facts about the company.
///
/// Nothing personal is needed. Blank text is the same as `null`. What a value is worth shows when the
/// need is routed: `NeedException` then names the field.
#[derive(uniffi::Record)]
pub struct Need {
    /// The id of the subject.
    #[uniffi(default = "")]
    subject: String,
    /// INSEE's code of the facility's commune or municipal arrondissement; not a postal code.
    #[uniffi(default = "")]
    commune: String,
    /// What the host calls the need. Equals share needs by it, so that the same need always goes the
    /// same way.
    #[uniffi(default = None)]
    id: Option<String>,
    /// The day of the need, from which ages and absences are counted; today if it is not given.
    #[uniffi(default = None)]
    on: Option<Day>,
    /// The facility's number.
    #[uniffi(default = None)]
    siret: Option<String>,
    /// The activity in NAF rév. 2.
    #[uniffi(default = None)]
    naf: Option<String>,
    /// The activity in NAF 2025.
    #[uniffi(default = None)]
    naf_2025: Option<String>,
    /// The facility's craft codes.
    #[uniffi(default = [])]
    nafa_codes: Vec<String>,
    /// The facility's number of employees, where it is known exactly.
    #[uniffi(default = None)]
    headcount: Option<i32>,
    /// INSEE's band of it, such as `02`, where it is not.
    #[uniffi(default = None)]
    headcount_band: Option<String>,
    /// The company's legal form.
    #[uniffi(default = None)]
    legal_form: Option<String>,
    /// The day the company was created.
    #[uniffi(default = None)]
    created_on: Option<Day>,
    /// The natures of the activity, such as `COMMERCIALE`; unknown if empty.
    #[uniffi(default = [])]
    activities: Vec<String>,
    /// The id or alias of the facility's OPCO.
    #[uniffi(default = None)]
    opco: Option<String>,
    /// The campaign or site that the need comes from.
    #[uniffi(default = None)]
    origin: Option<String>,
    /// Answers to the subject's questions, by the question's id.
    #[uniffi(default)]
    answers: HashMap<String, bool>,
}

/// What is wanted of the matches of a need. Without any option every match is returned.
#[derive(uniffi::Record)]
pub struct MatchOptions {
    /// At most so many matches, the first ones.
    #[uniffi(default = None)]
    limit: Option<i32>,
    /// At most so many matches of each institution, the first ones.
    #[uniffi(default = None)]
    per_institution: Option<i32>,
    /// The open referrals of experts, by id; 0 for those it does not name. The full come last, and
    /// the less loaded per capacity first.
    #[uniffi(default = None)]
    load: Option<HashMap<String, f64>>,
}

/// What coverage is asked for. Without any field: every subject on all of France.
#[derive(uniffi::Record)]
pub struct CoverageQuery {
    /// The id of one subject; every subject that is not archived if it is not given.
    #[uniffi(default = None)]
    subject: Option<String>,
    /// The reference territory, such as `region:32`; France if empty.
    #[uniffi(default = [])]
    zones: Vec<String>,
    /// The id or alias of one institution whose experts count; all if it is not given.
    #[uniffi(default = None)]
    institution: Option<String>,
    /// A company: a need without subject and commune. Then activities, OPCO, criteria and answers
    /// count too.
    #[uniffi(default = None)]
    profile: Option<Need>,
    /// A day. Then experts who are away on it do not count.
    #[uniffi(default = None)]
    on: Option<Day>,
}

impl Need {
    /// # Errors
    /// With the first field whose value cannot be read.
    pub(crate) fn read(self) -> Result<aiguillage::Need, NeedError> {
        let name = |field: NeedField| Cow::Borrowed(field.as_str());
        let answers = self.answers.into_iter().map(|(name, yes)| (name.into(), FieldValue::Bool(yes)));
        // As many as the core has: one that is missing here does not compile.
        let fields: Fields<{ NeedField::ALL.len() }> = [
            (name(NeedField::Id), text(self.id)),
            (name(NeedField::Subject), FieldValue::Text(self.subject.into())),
            (name(NeedField::Commune), FieldValue::Text(self.commune.into())),
            (name(NeedField::On), day(self.on)),
            (name(NeedField::Siret), text(self.siret)),
            (name(NeedField::Naf), text(self.naf)),
            (name(NeedField::Naf2025), text(self.naf_2025)),
            (name(NeedField::NafaCodes), list(self.nafa_codes)),
            (name(NeedField::Headcount), number(self.headcount)),
            (name(NeedField::HeadcountBand), text(self.headcount_band)),
            (name(NeedField::LegalForm), text(self.legal_form)),
            (name(NeedField::CreatedOn), day(self.created_on)),
            (name(NeedField::Activities), list(self.activities)),
            (name(NeedField::Opco), text(self.opco)),
            (name(NeedField::Origin), text(self.origin)),
            (name(NeedField::Answers), FieldValue::Map(answers.collect())),
        ];
        aiguillage::Need::from_fields(fields)
    }
}

impl From<aiguillage::Need> for Need {
    fn from(need: aiguillage::Need) -> Need {
        fn written<T: ToString>(value: Option<T>) -> Option<String> {
            value.map(|value| value.to_string())
        }
        fn each<T: ToString>(values: &[T]) -> Vec<String> {
            values.iter().map(T::to_string).collect()
        }
        Need {
            subject: need.subject,
            commune: need.commune,
            id: need.id,
            on: written(need.on).map(Day),
            siret: written(need.siret),
            naf: written(need.naf),
            naf_2025: written(need.naf_2025),
            nafa_codes: each(&need.nafa_codes),
            headcount: need.headcount.and_then(|number| i32::try_from(number).ok()),
            headcount_band: written(need.headcount_band),
            legal_form: written(need.legal_form),
            created_on: written(need.created_on).map(Day),
            activities: each(&need.activities),
            opco: need.opco,
            origin: need.origin,
            answers: need.answers.into_iter().collect(),
        }
    }
}

/// A need from a JSON object of its fields; use `Need.fromJson`.
#[uniffi::export]
fn native_need_from_json(text: String) -> Result<Need, NativeError> {
    Ok(aiguillage::Need::from_json(&text)?.into())
}

/// The need as a JSON object; use `Need.toJson`.
#[uniffi::export]
fn native_need_to_json(need: Need) -> Result<String, NativeError> {
    // Texts, numbers and lists of them: nothing that JSON could not hold.
    Ok(serde_json::to_string(&need.read()?).unwrap_or_default())
}

impl MatchOptions {
    /// # Errors
    /// With the first option whose value cannot be read.
    pub(crate) fn read(self) -> Result<aiguillage::MatchOptions, NeedError> {
        let load = self.load.map_or(FieldValue::Null, |load| {
            let members = load.into_iter().map(|(expert, open)| (expert.into(), FieldValue::Float(open)));
            FieldValue::Map(members.collect())
        });
        let fields: Fields<{ aiguillage::MatchOptions::NAMES.len() }> = [
            ("limit".into(), number(self.limit)),
            ("per_institution".into(), number(self.per_institution)),
            ("load".into(), load),
        ];
        aiguillage::MatchOptions::from_fields(fields)
    }
}

impl CoverageQuery {
    /// # Errors
    /// With the first field whose value cannot be read.
    pub(crate) fn read(self) -> Result<aiguillage::CoverageQuery, NeedError> {
        let fields: Fields<4> = [
            ("subject".into(), text(self.subject)),
            ("zones".into(), list(self.zones)),
            ("institution".into(), text(self.institution)),
            ("on".into(), day(self.on)),
        ];
        let profile = self.profile.map(Need::read).transpose()?;
        let query = aiguillage::CoverageQuery::from_fields(fields)?;
        Ok(aiguillage::CoverageQuery { profile, ..query })
    }
}

fn text(value: Option<String>) -> FieldValue<'static> {
    value.map_or(FieldValue::Null, |text| FieldValue::Text(text.into()))
}

fn day(value: Option<Day>) -> FieldValue<'static> {
    text(value.map(|day| day.0))
}

fn number(value: Option<i32>) -> FieldValue<'static> {
    value.map_or(FieldValue::Null, |number| FieldValue::Integer(number.into()))
}

fn list(values: Vec<String>) -> FieldValue<'static> {
    FieldValue::List(values.into_iter().map(|value| FieldValue::Text(value.into())).collect())
}

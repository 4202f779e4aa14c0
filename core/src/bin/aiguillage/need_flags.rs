//! The fields of a need as flags.

use std::borrow::Cow;

use aiguillage::need::FieldValue;
use aiguillage::{Need, NeedError};
use clap::Args;

#[derive(Args, Default)]
pub(crate) struct NeedFlags {
    /// The id of the subject
    #[arg(long)]
    pub(crate) subject: Option<String>,
    /// INSEE's code of the commune
    #[arg(long)]
    pub(crate) commune: Option<String>,
    /// The postal code, which with the town stands for the commune
    #[arg(long)]
    pub(crate) postal_code: Option<String>,
    /// The town, as addresses have it
    #[arg(long)]
    pub(crate) town: Option<String>,
    #[command(flatten)]
    pub(crate) facts: FactFlags,
}

/// What is known of the company.
#[derive(Args, Default)]
#[command(next_help_heading = "What is known of the company")]
pub(crate) struct FactFlags {
    /// What the host calls the need
    #[arg(long)]
    id: Option<String>,
    /// The day of the need, such as 2026-11-23 (today if not given)
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
    /// The facility's SIRET
    #[arg(long)]
    siret: Option<String>,
    /// The activity in NAF rév. 2
    #[arg(long)]
    naf: Option<String>,
    /// The activity in NAF 2025
    #[arg(long = "naf-2025", value_name = "NAF")]
    naf_2025: Option<String>,
    /// A craft code; may be repeated
    #[arg(long = "nafa", value_name = "CODE")]
    nafa_codes: Vec<String>,
    /// The exact number of employees
    #[arg(long)]
    headcount: Option<String>,
    /// INSEE's band of employees, such as 11 for 10 to 19
    #[arg(long, value_name = "BAND")]
    headcount_band: Option<String>,
    /// The legal form, four digits
    #[arg(long)]
    legal_form: Option<String>,
    /// The day the company was created
    #[arg(long, value_name = "DATE")]
    created_on: Option<String>,
    /// A nature of activity, such as COMMERCIALE; may be repeated
    #[arg(long = "activity", value_name = "NATURE")]
    activities: Vec<String>,
    /// The facility's OPCO
    #[arg(long)]
    opco: Option<String>,
    /// The campaign or site that the need comes from
    #[arg(long)]
    origin: Option<String>,
    /// An answer to a question, such as recrutement_premier=oui; may be repeated
    #[arg(long = "answer", value_name = "QUESTION=OUI|NON")]
    answers: Vec<String>,
}

impl NeedFlags {
    pub(crate) fn need(&self) -> Result<Need, NeedError> {
        let named = [
            ("subject", &self.subject),
            ("commune", &self.commune),
            ("postal_code", &self.postal_code),
            ("town", &self.town),
        ];
        self.facts.read(named.into_iter().filter_map(|(name, value)| Some((name, value.as_deref()?))))
    }
}

impl FactFlags {
    /// A company without subject and commune.
    pub(crate) fn profile(&self) -> Result<Need, NeedError> {
        self.read([])
    }

    /// Whether no fact is given at all.
    pub(crate) fn is_empty(&self) -> bool {
        self.texts().all(|(_, value)| value.is_none())
            && self.nafa_codes.is_empty()
            && self.activities.is_empty()
            && self.answers.is_empty()
    }

    fn texts(&self) -> impl Iterator<Item = (&'static str, Option<&str>)> {
        [
            ("id", &self.id),
            ("on", &self.on),
            ("siret", &self.siret),
            ("naf", &self.naf),
            ("naf_2025", &self.naf_2025),
            ("headcount", &self.headcount),
            ("headcount_band", &self.headcount_band),
            ("legal_form", &self.legal_form),
            ("created_on", &self.created_on),
            ("opco", &self.opco),
            ("origin", &self.origin),
        ]
        .into_iter()
        .map(|(name, value)| (name, value.as_deref()))
    }

    /// Flags are read as the cells of a file are: text that stands for whatever the field holds.
    fn read<'a>(
        &'a self,
        more: impl IntoIterator<Item = (&'static str, &'a str)>,
    ) -> Result<Need, NeedError> {
        let lists = [
            ("nafa_codes", self.nafa_codes.join(" ")),
            ("activities", self.activities.join(" ")),
            ("answers", self.answers.join(" ")),
        ];
        let texts = more.into_iter().chain(self.texts().filter_map(|(name, value)| Some((name, value?))));
        let texts: Vec<(&str, &str)> = texts.collect();
        let lists = lists.iter().map(|(name, value)| (*name, value.as_str()));
        let fields = texts.into_iter().chain(lists);
        Need::from_fields(fields.map(|(name, value)| (Cow::Borrowed(name), FieldValue::Cell(value))))
    }
}

//! The fields of a need as flags.

use std::borrow::Cow;
use std::path::PathBuf;

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
    /// A file with what a public register answered of the company (JSON); --siret chooses its facility
    #[arg(long, value_name = "FILE")]
    pub(crate) company: Option<PathBuf>,
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
    /// Whether the company employs anybody
    #[arg(long, value_name = "OUI|NON")]
    employer: Option<String>,
    /// The turnover of the last closed year, in euros
    #[arg(long, value_name = "EUROS")]
    turnover: Option<String>,
    /// The total of the balance sheet of the last closed year, in euros
    #[arg(long, value_name = "EUROS")]
    balance_sheet: Option<String>,
    /// Whether the company is a micro-entrepreneur's
    #[arg(long, value_name = "OUI|NON")]
    micro_entrepreneur: Option<String>,
    /// What the company is or holds, such as ess=oui; may be repeated
    #[arg(long = "quality", value_name = "QUALITY=OUI|NON")]
    qualities: Vec<String>,
    /// A collective agreement by its number, such as 1486; may be repeated
    #[arg(long)]
    idcc: Vec<String>,
    /// The facility's OPCO
    #[arg(long)]
    opco: Option<String>,
    /// The campaign or site that the need comes from
    #[arg(long)]
    origin: Option<String>,
    /// An answer to a question, such as recrutement_premier=oui or contact=tel|visio; may be repeated
    #[arg(long = "answer", value_name = "QUESTION=ANSWER")]
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
            && self.qualities.is_empty()
            && self.idcc.is_empty()
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
            ("employer", &self.employer),
            ("turnover", &self.turnover),
            ("balance_sheet", &self.balance_sheet),
            ("micro_entrepreneur", &self.micro_entrepreneur),
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
            ("qualities", self.qualities.join(" ")),
            ("idcc", self.idcc.join(" ")),
            ("answers", self.answers.join(" ")),
        ];
        let texts = more.into_iter().chain(self.texts().filter_map(|(name, value)| Some((name, value?))));
        let texts: Vec<(&str, &str)> = texts.collect();
        let lists = lists.iter().map(|(name, value)| (*name, value.as_str()));
        let fields = texts.into_iter().chain(lists);
        Need::from_fields(fields.map(|(name, value)| (Cow::Borrowed(name), FieldValue::Cell(value))))
    }
}

#[cfg(test)]
mod tests {
    use aiguillage::NeedField;
    use clap::Parser;

    use super::*;

    #[derive(Parser)]
    struct Flags {
        #[command(flatten)]
        need: NeedFlags,
    }

    /// A field that is added later gets its flag.
    #[test]
    fn every_field_has_a_flag() {
        let flags = "--subject s --commune 80021 --postal-code 80000 --town Amiens --id n --on 2026-11-23 \
            --siret 82161143100015 --naf 10.71C --naf-2025 62.10Y --nafa 4002CZ --headcount 3 --headcount-band 02 \
            --legal-form 5710 --created-on 2020-02-29 --activity COMMERCIALE --employer oui --turnover 50000 \
            --balance-sheet 20000 --micro-entrepreneur non --quality ess=oui --quality bio=non --idcc 1486 --idcc 0016 \
            --opco akto --origin site --answer q=oui";
        let flags = Flags::parse_from(std::iter::once("aiguillage").chain(flags.split_whitespace()));
        let need = flags.need.need().unwrap();
        for field in NeedField::ALL {
            assert!(!matches!(need.get(*field), FieldValue::Null), "{field}");
        }
        assert_eq!((need.idcc.len(), need.qualities.len()), (2, 2));
    }
}

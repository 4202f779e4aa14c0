//! What else is known of a company: its name, form, beginning, agreements, labels and turnover.

use serde_json::Value;

use super::CompanyField;
use super::block::{Block, Written, day};
use super::draft::Draft;
use super::finding::FindingCode;

/// How registers write a beginning that they do not know.
const NO_DATE: jiff::civil::Date = jiff::civil::date(1900, 1, 1);

impl Draft<'_> {
    /// Takes the first of several names that is there.
    pub(super) fn name<'v>(&mut self, names: impl IntoIterator<Item = Option<Written<'v>>>) {
        for name in names {
            if self.company.name.is_some() {
                return;
            }
            if let Some(name) = self.seen(name) {
                self.company.name = Some(name.text.clone().into_owned());
                self.know(CompanyField::Name, &name);
            }
        }
    }

    /// Takes the name of a person: a forename and a family name, where neither is hidden.
    pub(super) fn person(&mut self, forename: Option<Written<'_>>, family_name: Option<Written<'_>>) {
        if self.company.name.is_some() {
            return;
        }
        let has_forename = forename.is_some();
        let forename = self.seen(forename);
        let Some(family_name) = self.seen(family_name) else { return };
        let name = match &forename {
            Some(forename) => format!("{} {}", forename.text, family_name.text),
            // Half of a name that the register hides is no name.
            None if has_forename => return,
            None => family_name.text.clone().into_owned(),
        };
        self.company.name = Some(name);
        self.know(CompanyField::Name, &family_name);
    }

    /// Takes the legal form.
    pub(super) fn legal_form(&mut self, written: Option<Written<'_>>) {
        let Some(written) = self.seen(written) else { return };
        if let Some(form) = self.parsed(&written, &written.text) {
            self.company.legal_form = Some(form);
            self.know(CompanyField::LegalForm, &written);
        }
    }

    /// Takes the day of the company's creation.
    pub(super) fn created_on(&mut self, written: Option<Written<'_>>) {
        let Some(written) = self.seen(written) else { return };
        match day(&written.text) {
            Some(NO_DATE) => self.find(FindingCode::DateUnknown, &written.text, None),
            Some(day) => {
                self.company.created_on = Some(day);
                self.know(CompanyField::CreatedOn, &written);
            }
            None => self.unknown(&written),
        }
    }

    /// Takes a quality that a register's field holds to be there or not.
    pub(super) fn quality(&mut self, quality: &str, holds: bool, written: &Written<'_>) {
        self.company.qualities.insert(quality.to_owned(), holds);
        self.know(CompanyField::Qualities, written);
    }

    /// Takes the turnover of the last year that has one, of accounts by year.
    pub(super) fn accounts(&mut self, company: Block<'_>) {
        let Some(years) = company.value("finances").and_then(Value::as_object) else { return };
        let turnovers = years.iter().filter_map(|(year, account)| {
            let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
            let year: i16 = year.parse().ok().filter(|_| is_year)?;
            Some((year, Block::of(Some(account), "").field("ca")?))
        });
        let Some((year, turnover)) = turnovers.max_by_key(|(year, _)| *year) else { return };
        let Some(turnover) = self.seen(Some(turnover)) else { return };
        let turnover = Written { field: format!("finances.{year}.ca").into(), ..turnover };
        // Cents are cut off. Less than nothing, where credit notes prevail, is no turnover that criteria know.
        let whole = turnover.text.split(['.', ',']).next().unwrap_or_default();
        let Some(euros) = self.parsed(&turnover, whole) else { return };
        self.company.turnover = Some(euros);
        self.company.turnover_year = Some(year);
        self.know(CompanyField::Turnover, &turnover);
        self.know(CompanyField::TurnoverYear, &turnover);
    }
}

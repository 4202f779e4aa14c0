//! A row of a table that has fields of a need beside columns of INSEE's stock files.

use super::{CompanyReader, stock};
use crate::need::{FieldValue, Need, NeedError, NeedField};

/// The need of a row, completed by what a register knows of its company.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct NeedOfRow {
    /// The need, or why the row is none.
    pub need: Result<Need, NeedError>,
    /// What is odd about the company, each once: codes of findings, with the field where the need says something
    /// else (`differs_from_need:headcount`); or the code of the error where the row has no company.
    pub findings: Vec<String>,
}

impl CompanyReader<'_> {
    /// The positions of the columns of a table that are INSEE's: the parts of a number (`siren`, `nic`, `siret`),
    /// every name that ends as INSEE's do, such as `codeCommuneEtablissement`, and the few that do not, such as
    /// `etablissementSiege`. None where there is no number, or nothing beside it: a SIRET alone may be a need's.
    ///
    /// ```
    /// use aiguillage::company::CompanyReader;
    ///
    /// let columns = ["subject", "siret", "codeCommuneEtablissement"];
    /// assert_eq!(CompanyReader::stock_columns(columns)?, [1, 2]);
    /// assert!(CompanyReader::stock_columns(["subject", "siret", "commune"])?.is_empty());
    /// # Ok::<(), aiguillage::NeedError>(())
    /// ```
    ///
    /// # Errors
    /// When one of them is given twice, as a join leaves them.
    pub fn stock_columns<'n>(names: impl IntoIterator<Item = &'n str>) -> Result<Vec<usize>, NeedError> {
        let names: Vec<&str> = names.into_iter().collect();
        if !stock::is_row(names.iter().copied()) {
            return Ok(Vec::new());
        }
        let positions: Vec<usize> = (0..)
            .zip(&names)
            .filter(|(_, name)| stock::is_column(name))
            .map(|(position, _)| position)
            .collect();
        let is_twice = |name: &&&str| names.iter().filter(|other| other == name).count() > 1;
        match names.iter().filter(|name| stock::is_column(name)).find(is_twice) {
            Some(name) => Err(NeedError::column_twice(name)),
            None => Ok(positions),
        }
    }

    /// Reads the need of a row from its fields, and fills what these leave open from its cells under INSEE's
    /// columns. A `siret` among both is read as the register's, whose repairs it needs: one that is none is left
    /// out, and a finding. Without a company the fields stand alone.
    ///
    /// ```
    /// use aiguillage::company::CompanyReader;
    /// use aiguillage::need::FieldValue;
    /// use aiguillage::{Geography, NeedField};
    ///
    /// let geography = Geography::embedded();
    /// let subject = [(NeedField::Subject, FieldValue::Cell("recruter"))];
    /// let cells = [("siret", FieldValue::Integer(82161143100015)),
    ///     ("codeCommuneEtablissement", FieldValue::Cell("80021")),
    ///     ("etatAdministratifEtablissement", FieldValue::Cell("F"))];
    /// let row = CompanyReader::new(&geography).read_need(subject, cells);
    /// assert_eq!(row.need?.commune, "80021");
    /// assert_eq!(row.findings, ["closed_facility"]);
    /// # Ok::<(), aiguillage::NeedError>(())
    /// ```
    pub fn read_need<'v>(
        &self,
        fields: impl IntoIterator<Item = (NeedField, FieldValue<'v>)>,
        cells: impl IntoIterator<Item = (&'v str, FieldValue<'v>)>,
    ) -> NeedOfRow {
        let cells = cells.into_iter().map(|(name, value)| (name, text(value)));
        match self.read_row(cells) {
            Err(error) => NeedOfRow { need: need(fields), findings: vec![error.code().to_owned()] },
            Ok(company) => {
                let fields = fields.into_iter().filter(|(field, _)| *field != NeedField::Siret);
                let mut findings = Vec::new();
                let mut tell = |word: String| {
                    if !findings.contains(&word) {
                        findings.push(word);
                    }
                };
                company.findings.iter().for_each(|finding| tell(finding.code.to_string()));
                let need = need(fields).map(|need| {
                    let completed = need.with_company(&company);
                    for finding in &completed.findings {
                        tell(format!("{}:{}", finding.code, finding.field.as_deref().unwrap_or_default()));
                    }
                    completed.need
                });
                NeedOfRow { need, findings }
            }
        }
    }
}

fn need<'v>(fields: impl IntoIterator<Item = (NeedField, FieldValue<'v>)>) -> Result<Need, NeedError> {
    let mut need = Need::default();
    for (field, value) in fields {
        need.set(field, value)?;
    }
    Ok(need)
}

/// A cell as INSEE's files have it, where everything is text: a table may have made a number, a date or a truth
/// of it, and no number of nothing.
fn text(value: FieldValue<'_>) -> String {
    match value {
        FieldValue::Null => String::new(),
        FieldValue::Cell(text) => text.to_owned(),
        FieldValue::Text(text) | FieldValue::Other(text) => text.into_owned(),
        FieldValue::Integer(number) => number.to_string(),
        FieldValue::Float(number) if number.is_nan() => String::new(),
        FieldValue::Float(number) => number.to_string(),
        FieldValue::Bool(truth) => truth.to_string(),
        FieldValue::Date(date) => date.to_string(),
        value @ (FieldValue::List(_) | FieldValue::Map(_)) => value.phrase().to_string(),
    }
}

#[cfg(all(test, feature = "cog"))]
mod tests {
    use super::*;
    use crate::geography::Geography;

    fn row<'v>(fields: &[(NeedField, FieldValue<'v>)], cells: &[(&'v str, FieldValue<'v>)]) -> NeedOfRow {
        let geography = Geography::embedded();
        CompanyReader::new(&geography).read_need(fields.iter().cloned(), cells.iter().cloned())
    }

    #[test]
    fn a_number_is_read_once_and_as_the_registers() {
        let commune = ("codeCommuneEtablissement", FieldValue::Cell("80021"));
        let siret = |text| [(NeedField::Siret, FieldValue::Cell(text))];
        // Its key is wrong: without a register it would be an error.
        let wrong = "82161143100016";
        let read = row(&siret(wrong), &[("siret", FieldValue::Cell(wrong)), commune.clone()]);
        assert_eq!((read.need.unwrap().siret, read.findings), (None, vec!["wrong_key".to_owned()]));
        let spoiled = [("siret", FieldValue::Float(100_010_800_017.0)), commune];
        let read = row(&siret("100010800017.0"), &spoiled);
        assert_eq!(read.need.unwrap().siret.unwrap().to_string(), "00100010800017");
        assert_eq!(read.findings, ["lost_zero"]);
        // A join that found nothing.
        let missed = [("siret", FieldValue::Cell(wrong)), ("codeCommuneEtablissement", FieldValue::Null)];
        let read = row(&siret(wrong), &missed);
        assert_eq!(
            (read.need.unwrap_err().code(), read.findings),
            ("invalid_value", vec!["no_company".to_owned()])
        );
    }

    #[test]
    fn what_the_need_says_stays_and_each_finding_is_told_once() {
        let cells = [
            ("siret", FieldValue::Cell("82161143100015")),
            ("codeCommuneEtablissement", FieldValue::Cell("80021")),
            ("etatAdministratifEtablissement", FieldValue::Cell("F")),
            ("trancheEffectifsEtablissement", FieldValue::Cell("01")),
            ("trancheEffectifsUniteLegale", FieldValue::List(Vec::new())),
            ("caractereEmployeurUniteLegale", FieldValue::Float(f64::NAN)),
        ];
        let fields = [(NeedField::Headcount, FieldValue::Integer(30))];
        let read = row(&fields, &cells);
        assert_eq!(read.need.unwrap().headcount, Some(30));
        assert_eq!(read.findings, ["unknown_value", "closed_facility", "differs_from_need:headcount"]);
        let faulty = row(&[(NeedField::Headcount, FieldValue::Cell("many"))], &cells);
        assert!(faulty.need.is_err() && faulty.findings.contains(&"closed_facility".to_owned()));
    }

    #[test]
    fn a_column_twice_is_an_error_where_it_is_insees() {
        let twice = ["siret", "codeCommuneEtablissement", "nom", "nom", "codeCommuneEtablissement"];
        let error = CompanyReader::stock_columns(twice).unwrap_err();
        assert_eq!(error.field(), Some("codeCommuneEtablissement"));
        assert_eq!(
            CompanyReader::stock_columns(["nom", "nom", "siret", "libelleVoieEtablissement"]).unwrap(),
            [2, 3]
        );
    }
}

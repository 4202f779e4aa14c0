//! A workbook for each institution and each antenne, of what became of needs there.

use super::file_name::FileNames;
use super::indicator::{Indicator, indicators};
use super::measured::{Measured, Measurer};
use super::part::Parts;
use super::{Builder, ImpactWorkbook, WITHHELD, sheet, whole};
use crate::directory::Directory;
use crate::follow_up::ReferralError;
use crate::impact::compare::Pair;
use crate::impact::{Dimension, Figures, ImpactFacts, ImpactQuery, Period};
use crate::language::sentence;

/// A workbook for an institution, or for one of its antennes.
#[derive(Clone, Debug, PartialEq)]
pub struct PartnerWorkbook {
    /// The id of the institution.
    pub institution: String,
    /// The id of the antenne; nothing where it is of the whole institution.
    pub antenne: Option<String>,
    /// Where to put it in a folder, with `/` between the parts: `cci.xlsx`, `cci/cci-oise.xlsx`. The names are the
    /// ids, made safe for every file system; no two workbooks have the same.
    pub path: String,
    /// The workbook.
    pub workbook: ImpactWorkbook,
}

impl ImpactFacts<'_> {
    /// A workbook for each institution that got something, followed by one for each of its antennes: the whole, by
    /// antenne, by subject and by month, or by what periods the query asks for.
    ///
    /// What stands in them are the rows of [`workbook`](ImpactFacts::workbook), of the institution or antenne alone.
    /// Who is withheld there, by [`ImpactQuery::least`], has no workbook. Those that the query names have one, with
    /// noughts where they got nothing.
    ///
    /// ```
    /// use aiguillage::follow_up::{Referral, TrackedNeed};
    /// use aiguillage::impact::{ImpactFacts, ImpactQuery};
    ///
    /// let needs = [TrackedNeed::new("b-17", "recruter", "2026-11-02".parse()?)];
    /// let referrals: Vec<Referral> = serde_json::from_str(r#"[{"id": "r1", "need": "b-17", "expert": "e",
    ///     "antenne": "cci-oise", "institution": "cci", "sent_on": "2026-11-02", "state": "waiting"}]"#)?;
    /// let facts = ImpactFacts { needs: &needs, referrals: &referrals, ..ImpactFacts::default() };
    /// let workbooks = facts.partner_workbooks(&ImpactQuery::on("2026-12-31".parse()?), None)?;
    /// let paths: Vec<&str> = workbooks.iter().map(|own| own.path.as_str()).collect();
    /// assert_eq!(paths, ["cci.xlsx", "cci/cci-oise.xlsx"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// As [`ImpactReport::measure`](super::super::ImpactReport::measure); `unknown_institution` too for one that
    /// the query names and that, without a directory, no referral has.
    pub fn partner_workbooks(
        &self,
        query: &ImpactQuery,
        directory: Option<&Directory>,
    ) -> Result<Vec<PartnerWorkbook>, ReferralError> {
        let (measurer, institutions) = Measurer::of(self, query, directory)?;
        let nothing = Figures::default();
        let pairs = with_named(institutions.pairs(), query, directory, &nothing)?;
        let topics = institutions.topics().of_receivers();
        let partners = Partners {
            measurer: &measurer,
            parts: Parts::of(self, directory),
            indicators: indicators(topics, query.abandoned_days()),
            directory,
        };
        let mut names = FileNames::default();
        let mut workbooks = Vec::new();
        for pair in pairs {
            let Some(institution) = pair.group.filter(|group| *group != WITHHELD) else { continue };
            let name = names.name(institution);
            let antennes = partners.measurer.antennes_of(institution, &pair, &partners.parts)?;
            workbooks.push(PartnerWorkbook {
                institution: institution.to_owned(),
                antenne: None,
                path: format!("{name}.xlsx"),
                workbook: partners.workbook(institution, None, &pair, Some(&antennes))?,
            });
            let mut names = FileNames::default();
            for pair in antennes.pairs() {
                let Some(antenne) = pair.group.filter(|group| *group != WITHHELD) else { continue };
                workbooks.push(PartnerWorkbook {
                    institution: institution.to_owned(),
                    antenne: Some(antenne.to_owned()),
                    path: format!("{name}/{}.xlsx", names.name(antenne)),
                    workbook: partners.workbook(institution, Some(antenne), &pair, None)?,
                });
            }
        }
        Ok(workbooks)
    }
}

/// The institutions that got something, and those that the query names.
fn with_named<'r>(
    mut pairs: Vec<Pair<'r>>,
    query: &'r ImpactQuery,
    directory: Option<&'r Directory>,
    nothing: &'r Figures,
) -> Result<Vec<Pair<'r>>, ReferralError> {
    let is_withheld = pairs.iter().any(|pair| pair.group == Some(WITHHELD));
    for name in &query.institutions {
        let known = directory.and_then(|directory| directory.institution(name));
        let id = known.map_or(name.as_str(), |institution| &institution.id);
        if is_withheld || pairs.iter().any(|pair| pair.group == Some(id)) {
            continue;
        }
        let Some(known) = known else {
            let ids = pairs.iter().filter_map(|pair| pair.group);
            return Err(ReferralError::unknown(
                "unknown_institution",
                "institutions",
                sentence!(Institution),
                name,
                ids,
            ));
        };
        let (group, label) = (Some(known.id.as_str()), known.name.as_str());
        pairs.push(Pair { group, label, before: Some(nothing), after: Some(nothing) });
    }
    Ok(pairs)
}

/// What all workbooks of partners have in common.
struct Partners<'m> {
    measurer: &'m Measurer<'m>,
    parts: Parts,
    indicators: Vec<Indicator>,
    directory: Option<&'m Directory>,
}

impl Partners<'_> {
    /// The workbook of an institution, or of one of its antennes; with the sheet of its antennes if there are any.
    fn workbook(
        &self,
        institution: &str,
        antenne: Option<&str>,
        pair: &Pair<'_>,
        antennes: Option<&Measured>,
    ) -> Result<ImpactWorkbook, ReferralError> {
        let mut query = self.measurer.query().clone();
        query.institutions = vec![institution.to_owned()];
        if let Some(antenne) = antenne {
            query.antennes = vec![antenne.to_owned()];
        }
        let all = &self.indicators;
        let previous = self.measurer.previous().filter(|_| pair.before.is_some());
        let compares = previous.is_some();
        let title = match (antenne, self.institution_name(institution)) {
            (Some(_), Some(name)) => format!("{}, {name}", pair.label),
            _ => pair.label.to_owned(),
        };
        let mut workbook = Builder::new(title, &query, previous, all);
        if let Some(now) = pair.after {
            workbook.add(whole::sheet(all, now, pair.before, compares), whole::DESCRIPTION);
        }
        if let Some(antennes) = antennes {
            workbook.add(sheet::antennes_of_one(antennes, all, compares), sheet::OF_ANTENNES);
        }
        let by = |by, period| ImpactQuery { by, period, ..query.clone() };
        let of_subjects = by(Some(Dimension::Subject), None);
        let of_subjects = self.measurer.of_institution(institution, pair, &self.parts, &of_subjects)?;
        let subjects = sheet::by_group(&of_subjects.pairs(), Dimension::Subject, all, compares);
        workbook.add(subjects, &sheet::description(Dimension::Subject));
        let period = query.period.unwrap_or(Period::Month);
        let of_periods =
            self.measurer.now_of_institution(institution, &self.parts, &by(None, Some(period)))?;
        workbook.add_periods(&of_periods, period, all);
        Ok(workbook.build())
    }

    fn institution_name(&self, id: &str) -> Option<&str> {
        Some(self.directory?.institution(id)?.name.as_str())
    }
}

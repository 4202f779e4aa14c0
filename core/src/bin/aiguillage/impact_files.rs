//! What `aiguillage impact` writes for others: workbooks, and the events as one table.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use aiguillage::impact::{ImpactEvents, ImpactFacts, ImpactQuery, ReferralFile};
use aiguillage::language::Language;
use aiguillage::{Directory, ReferralError};
use clap::Args;

use crate::impact_events::Events;
use crate::said::say;
use crate::{Failure, sources};

#[derive(Args)]
#[command(next_help_heading = "Files for partners")]
pub(crate) struct Files {
    /// Write a workbook (.xlsx) in French: a reading guide, the whole, by institution and by antenne, by --period and
    /// --by; with --from and --until the period before beside each figure
    #[arg(long, value_name = "FILE")]
    workbook: Option<PathBuf>,
    /// Write a workbook for each institution, and in a folder of its name one for each of its antennes
    #[arg(long, value_name = "FOLDER")]
    partner_workbooks: Option<PathBuf>,
    /// Write what happened to requests, referrals and surveys as CSV, a row an event, without companies
    #[arg(long, value_name = "FILE")]
    events: Option<PathBuf>,
    /// Write headers and words of --events in French, for people
    #[arg(long, requires = "events")]
    french: bool,
}

/// What the files are made of.
pub(crate) struct Sources<'s> {
    pub(crate) file: &'s ReferralFile,
    pub(crate) events: &'s Events,
    pub(crate) query: &'s ImpactQuery,
    pub(crate) directory: Option<&'s Directory>,
}

impl Files {
    /// Refuses, before anything is done, files that would take the place of what is read or of each other, a folder
    /// in which workbooks of another run would stay among the new ones, and single events where small groups are
    /// not to be shown.
    pub(crate) fn check(
        &self,
        picture: Option<&PathBuf>,
        least: u32,
        inputs: &[&PathBuf],
    ) -> Result<(), Failure> {
        let files: Vec<&PathBuf> = picture
            .into_iter()
            .chain([&self.workbook, &self.partner_workbooks, &self.events].into_iter().flatten())
            .collect();
        files.iter().try_for_each(|path| sources::refuse_inputs(path, inputs.iter().copied()))?;
        let mut places = HashSet::new();
        if let Some(path) = files.iter().find(|path| !places.insert(std::path::absolute(path).ok())) {
            return Err(Failure::Refused(format!("`{}` is to be written twice", path.display())));
        }
        if let Some(folder) = &self.partner_workbooks
            && std::fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some())
        {
            let message = "is not empty: what stands there would be taken for workbooks of this run";
            return Err(Failure::Refused(format!("`{}` {message}", folder.display())));
        }
        match self.events.is_some() && least > 0 {
            true => Err(Failure::Refused(
                "--events writes single events, which --least would not let be seen: ask for one of both"
                    .to_owned(),
            )),
            false => Ok(()),
        }
    }

    pub(crate) fn write(&self, of: &Sources<'_>, inputs: &[&PathBuf]) -> Result<(), Failure> {
        let (requests, surveys) = of.events.on(of.query.on);
        let facts = ImpactFacts {
            needs: &of.file.needs,
            referrals: &of.file.referrals,
            requests: &requests,
            surveys: &surveys,
        };
        if let Some(path) = &self.workbook {
            write_bytes(path, &facts.workbook(of.query, of.directory)?.to_xlsx()?)?;
        }
        if let Some(folder) = &self.partner_workbooks {
            for partner in facts.partner_workbooks(of.query, of.directory)? {
                let path = folder.join(&partner.path);
                sources::refuse_inputs(&path, inputs.iter().copied())?;
                create_folder(path.parent().unwrap_or(folder))?;
                write_bytes(&path, &partner.workbook.to_xlsx()?)?;
            }
        }
        if let Some(path) = &self.events {
            write_bytes(path, self.events(of)?.as_bytes())?;
        }
        Ok(())
    }

    fn events(&self, of: &Sources<'_>) -> Result<String, ReferralError> {
        let referrals: Vec<_> = of.file.referrals.iter().flat_map(|own| own.known_events()).collect();
        let events = ImpactEvents {
            needs: &of.file.needs,
            requests: of.events.of_requests(),
            referrals: &referrals,
            surveys: of.events.of_surveys(),
        };
        let table = events.table_of(of.query, of.directory)?;
        Ok(if self.french { table.to_csv_in(Language::French) } else { table.to_csv() })
    }
}

fn write_bytes(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    sources::write(path, |to| to.write_all(bytes))
}

fn create_folder(path: &Path) -> Result<(), Failure> {
    std::fs::create_dir_all(path)
        .map_err(|error| Failure::Refused(say!(CannotBeWritten { path: path.display(), reason: error })))
}

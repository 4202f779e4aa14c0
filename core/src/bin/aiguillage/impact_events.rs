//! What a report of impact is made of besides needs and referrals: the files of events of requests and surveys.

use std::path::{Path, PathBuf};

use aiguillage::follow_up::{RequestEvent, Survey, SurveyEvent, TrackedRequest};
use aiguillage::impact::{ImpactFault, ImpactQuery, ImpactReport, ReferralFile, RequestFile, SurveyFile};
use aiguillage::{Directory, ReferralError};
use clap::Args;
use jiff::civil::Date;

use crate::{Failure, sources};

#[derive(Args)]
pub(crate) struct EventFiles {
    /// A CSV file of the events of requests: what happened before needs were sent
    #[arg(long, value_name = "FILE")]
    pub(crate) requests: Option<PathBuf>,
    /// A CSV file of the events of surveys: what companies were asked about needs, and answered
    #[arg(long, value_name = "FILE")]
    pub(crate) surveys: Option<PathBuf>,
}

/// The events of those files.
pub(crate) struct Events {
    requests: RequestFile,
    surveys: SurveyFile,
}

impl EventFiles {
    pub(crate) fn read(&self) -> Result<Events, Failure> {
        Ok(Events {
            requests: read(self.requests.as_deref(), RequestFile::read_csv)?,
            surveys: read(self.surveys.as_deref(), SurveyFile::read_csv)?,
        })
    }

    pub(crate) fn paths(&self) -> impl Iterator<Item = &PathBuf> {
        self.requests.iter().chain(&self.surveys)
    }
}

fn read<F: Default>(
    path: Option<&Path>,
    read_csv: fn(&str, &[u8]) -> Result<F, ReferralError>,
) -> Result<F, Failure> {
    let Some(path) = path else { return Ok(F::default()) };
    let bytes = sources::read(path)?;
    read_csv(&path.display().to_string(), &bytes)
        .map_err(|error| Failure::Refused(format!("`{}`: {error} [{}]", path.display(), error.code())))
}

impl Events {
    pub(crate) fn of_requests(&self) -> &[RequestEvent] {
        &self.requests.events
    }

    pub(crate) fn of_surveys(&self) -> &[SurveyEvent] {
        &self.surveys.events
    }

    /// The requests and surveys as they stood at the end of a day.
    pub(crate) fn on(&self, day: Date) -> (Vec<TrackedRequest>, Vec<Survey>) {
        (self.requests.on(day), self.surveys.on(day))
    }

    /// The days on which something happened; events that were left out did not happen.
    pub(crate) fn days(&self) -> impl Iterator<Item = Date> {
        let requests = self.requests.requests.iter().flat_map(|own| [Some(own.deposited_on), own.moved_on]);
        let surveys = self.surveys.surveys.iter().flat_map(|own| [Some(own.asked_on), own.answered_on]);
        requests.chain(surveys).flatten()
    }

    /// The report of needs and referrals, with what had happened besides by its day of looking.
    pub(crate) fn measure(
        &self,
        file: &ReferralFile,
        query: &ImpactQuery,
        directory: Option<&Directory>,
    ) -> Result<ImpactReport, Failure> {
        let (requests, surveys) = self.on(query.on);
        Ok(file.measure_with(&requests, &surveys, query, directory)?)
    }

    /// What is wrong with the files, each with a word for the file whose line it names.
    pub(crate) fn faults(&self) -> impl Iterator<Item = (&'static str, &ImpactFault)> {
        let requests = self.requests.faults.iter().map(|fault| ("requests", fault));
        requests.chain(self.surveys.faults.iter().map(|fault| ("surveys", fault)))
    }
}

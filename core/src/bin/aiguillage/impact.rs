//! `aiguillage impact`: what became of a file of needs and referrals, in figures.

use std::path::{Path, PathBuf};

use aiguillage::Directory;
use aiguillage::impact::{Dimension, ImpactFault, ImpactQuery, ImpactReport, Period, ReferralFile};
use clap::Args;
use jiff::civil::Date;

use crate::impact_events::{EventFiles, Events};
use crate::output::Output;
use crate::{Failure, impact_files, impact_picture, impact_text, sources};

#[derive(Args)]
pub(crate) struct Arguments {
    /// A CSV file of needs and referrals, a row each referral
    file: PathBuf,
    #[command(flatten)]
    events: EventFiles,
    /// The directory that knows themes and names: a folder or a JSON document; the folder of FILE if
    /// that is one
    #[arg(long)]
    directory: Option<PathBuf>,
    /// Group by: theme, subject, institution, antenne, commune, ept, epci, departement, region, adviser,
    /// origin, headcount, section
    #[arg(long, value_parser = word::<Dimension>)]
    by: Option<Dimension>,
    /// Cut time into: month, quarter, year
    #[arg(long, value_parser = word::<Period>)]
    period: Option<Period>,
    /// The day of looking; the last day in the file if not given
    #[arg(long, value_name = "DATE")]
    on: Option<Date>,
    /// The first day of deposit
    #[arg(long, value_name = "DATE")]
    from: Option<Date>,
    /// The last day of deposit
    #[arg(long, value_name = "DATE")]
    until: Option<Date>,
    /// Show groups with fewer needs than this together, as `*`
    #[arg(long, value_name = "NEEDS", default_value_t = 0)]
    least: u32,
    #[command(flatten)]
    only: Only,
    /// Compare with the period of the same length before (needs --from and --until)
    #[arg(long, requires = "from", requires = "until", conflicts_with_all = ["csv", "json", "period"])]
    compare: bool,
    /// Print the rows as CSV
    #[arg(long, conflicts_with = "json")]
    csv: bool,
    /// Print the report as one JSON object
    #[arg(long)]
    json: bool,
    /// Draw a dashboard of one page
    #[arg(long, value_name = "FILE")]
    svg: Option<PathBuf>,
    #[command(flatten)]
    files: impact_files::Files,
}

/// Which needs count.
#[derive(Args)]
#[command(next_help_heading = "Only needs that (may be repeated)")]
struct Only {
    /// Are of this theme
    #[arg(long = "theme", value_name = "ID")]
    themes: Vec<String>,
    /// Are of this subject
    #[arg(long = "subject", value_name = "ID")]
    subjects: Vec<String>,
    /// This institution got
    #[arg(long = "institution", value_name = "ID")]
    institutions: Vec<String>,
    /// This antenne got
    #[arg(long = "antenne", value_name = "ID")]
    antennes: Vec<String>,
    /// Lie in this zone, such as departement:59
    #[arg(long = "zone", value_name = "ZONE")]
    zones: Vec<String>,
    /// This adviser follows
    #[arg(long = "adviser", value_name = "ID")]
    advisers: Vec<String>,
    /// Come from this campaign or site
    #[arg(long = "origin", value_name = "ID")]
    origins: Vec<String>,
}

fn word<T: std::str::FromStr<Err: std::fmt::Display>>(text: &str) -> Result<T, String> {
    text.parse().map_err(|error: T::Err| error.to_string())
}

pub(crate) fn run(arguments: &Arguments, output: &mut Output) -> Result<(), Failure> {
    let folder = arguments.directory.clone().or_else(|| own_folder(&arguments.file));
    let inputs: Vec<&PathBuf> =
        [&arguments.file].into_iter().chain(&folder).chain(arguments.events.paths()).collect();
    arguments.files.check(arguments.svg.as_ref(), arguments.least, &inputs)?;
    let directory = match &folder {
        Some(path) => Some(Directory::open(path).map_err(|error| sources::refused(&error, path, output))?),
        None => None,
    };
    let directory = directory.as_ref();
    let path = &arguments.file;
    let file = read_referrals(path, directory)?;
    let events = arguments.events.read()?;
    let query = query(arguments, &file, &events);
    let mut report = events.measure(&file, &query, directory)?;
    refuse_few(&report)?;
    let before = match arguments.compare {
        true => Some(measure_before(&file, &events, &query, directory)?),
        false => None,
    };
    let own_faults = report.faults.clone();
    report.faults.extend(events.faults().map(|(of, fault)| ImpactFault {
        message: format!("in the {of}, {}", fault.message),
        ..fault.clone()
    }));
    if let Some(picture) = &arguments.svg {
        let drawn = impact_picture::draw(&file, &report, directory)?;
        sources::write(picture, |to| to.write_all(drawn.as_bytes()))?;
    }
    let sources = impact_files::Sources { file: &file, events: &events, query: &query, directory };
    arguments.files.write(&sources, &inputs)?;
    if arguments.json {
        output.json(&report)?;
    } else if arguments.csv {
        output.text(&report.to_csv())?;
        impact_text::complain(path, &own_faults, output);
        complain_of_events(arguments, &events, output);
    } else {
        impact_text::show(&report, !events.of_surveys().is_empty(), output)?;
        if let Some(before) = &before {
            impact_text::show_changes(before, &report, &events, output)?;
        }
        impact_text::show_faults(&report.faults, output)?;
    }
    match report.faults.is_empty() {
        true => Ok(()),
        false => Err(Failure::Found),
    }
}

/// The same figures in the period of the same length before.
fn measure_before(
    file: &ReferralFile,
    events: &Events,
    query: &ImpactQuery,
    directory: Option<&Directory>,
) -> Result<ImpactReport, Failure> {
    let Some(query) = query.previous() else {
        return Err(Failure::Refused("there is no period before that one".to_owned()));
    };
    let before = events.measure(file, &query, directory)?;
    refuse_few(&before)?;
    Ok(before)
}

/// Refuses a selection of fewer than `--least`: its total would show what no group may.
fn refuse_few(report: &ImpactReport) -> Result<(), Failure> {
    let least = u64::from(report.query.least);
    let total = &report.total;
    let counts = [("needs", total.funnel.deposited), ("requests", total.requests.deposited)];
    match counts.into_iter().find(|(_, count)| (1..least).contains(count)) {
        Some((what, count)) => Err(Failure::Refused(format!(
            "only {count} {what} are selected, and --least {least} shows no fewer: select more, or drop --least"
        ))),
        None => Ok(()),
    }
}

/// The needs and referrals of a file.
pub(crate) fn read_referrals(path: &Path, directory: Option<&Directory>) -> Result<ReferralFile, Failure> {
    let bytes = sources::read(path)?;
    ReferralFile::read_csv(&path.display().to_string(), &bytes, directory)
        .map_err(|error| Failure::Refused(format!("`{}`: {error} [{}]", path.display(), error.code())))
}

/// The folder in which a file of referrals stands, where that is a directory's.
fn own_folder(file: &Path) -> Option<PathBuf> {
    let folder = file.parent().unwrap_or(Path::new(""));
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    folder.join("subjects.csv").is_file().then(|| folder.to_owned())
}

fn query(arguments: &Arguments, file: &ReferralFile, events: &Events) -> ImpactQuery {
    let needs = file.needs.iter().map(|need| need.deposited_on);
    let referrals = file
        .referrals
        .iter()
        .flat_map(|own| [Some(own.sent_on), own.taken_on, own.closed_on, own.moved_on].into_iter().flatten());
    // Of files in which nothing stands, today.
    let last = needs.chain(referrals).chain(events.days()).max();
    let last = last.unwrap_or_else(|| jiff::Zoned::now().date());
    let only = &arguments.only;
    ImpactQuery {
        from: arguments.from,
        until: arguments.until,
        by: arguments.by,
        period: arguments.period,
        themes: only.themes.clone(),
        subjects: only.subjects.clone(),
        institutions: only.institutions.clone(),
        antennes: only.antennes.clone(),
        zones: only.zones.clone(),
        advisers: only.advisers.clone(),
        origins: only.origins.clone(),
        least: arguments.least,
        ..ImpactQuery::on(arguments.on.unwrap_or(last))
    }
}

/// Says what is wrong with the files of events beside a result that has no room for it.
fn complain_of_events(arguments: &Arguments, events: &Events, output: &mut Output) {
    let files = &arguments.events;
    for (of, fault) in events.faults() {
        let path = if of == "requests" { &files.requests } else { &files.surveys };
        impact_text::complain(
            path.as_deref().unwrap_or(&arguments.file),
            std::slice::from_ref(fault),
            output,
        );
    }
}

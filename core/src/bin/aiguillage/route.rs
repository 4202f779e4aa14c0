//! `aiguillage match`: one need, or a file of needs.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use aiguillage::geography::Geography;
use aiguillage::{Match, MatchOptions, Router};
use clap::Args;

use crate::need_flags::NeedFlags;
use crate::output::Output;
use crate::{Failure, findings, route_file, sources};

#[derive(Args)]
pub(crate) struct Arguments {
    /// A folder of CSV files, a JSON document or a snapshot
    pub(crate) directory: PathBuf,
    /// A file of needs to route, CSV or JSON lines (.jsonl)
    #[arg(long, value_name = "FILE", conflicts_with_all = ["subject", "commune"], required_unless_present = "subject")]
    pub(crate) needs: Option<PathBuf>,
    /// Where to write all matches of the file, CSV or JSON lines (.jsonl)
    #[arg(long, value_name = "FILE", requires = "needs")]
    pub(crate) output: Option<PathBuf>,
    #[command(flatten)]
    need: NeedFlags,
    /// At most so many experts a need
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
    /// At most so many experts of each institution
    #[arg(long, value_name = "N")]
    per_institution: Option<usize>,
    /// A CSV file of open referrals: columns expert, open
    #[arg(long, value_name = "FILE")]
    pub(crate) load: Option<PathBuf>,
    /// Leave out what is faulty in the directory instead of refusing it
    #[arg(long)]
    lenient: bool,
    /// Print JSON lines instead of tables
    #[arg(long, conflicts_with = "csv")]
    pub(crate) json: bool,
    /// Print CSV instead of tables
    #[arg(long)]
    pub(crate) csv: bool,
}

impl Arguments {
    fn options(&self, output: &mut Output) -> Result<MatchOptions, Failure> {
        let load = self.load.as_ref().map(|path| load(path, output)).transpose()?;
        Ok(MatchOptions { limit: self.limit, per_institution: self.per_institution, load })
    }
}

pub(crate) fn run(arguments: Arguments, output: &mut Output) -> Result<(), Failure> {
    let router = sources::router(&arguments.directory, arguments.lenient, output)?;
    let options = arguments.options(output)?;
    if let Some(file) = &arguments.needs {
        return route_file::run(&arguments, &router, file, &options, output);
    }
    let need = arguments.need.need()?;
    let matches = router.match_experts_with(&need, &options)?;
    if arguments.json {
        for one in matches.iter() {
            output.json(&one)?;
        }
    } else if arguments.csv {
        let rows = (1..).zip(matches.iter()).map(|(rank, one)| row(need.id.as_deref(), None, rank, &one));
        output.csv(&COLUMNS, rows)?;
    } else {
        show(&router, &need.commune, &matches.iter().collect::<Vec<_>>(), output)?;
    }
    if matches.is_empty() { Err(Failure::Found) } else { Ok(()) }
}

fn show(router: &Router, commune: &str, matches: &[Match<'_>], output: &mut Output) -> Result<(), Failure> {
    let geography = router.directory().geography();
    let name = geography
        .zones_containing(commune)
        .first()
        .and_then(|zone| geography.zone_name(*zone))
        .unwrap_or(commune);
    if matches.is_empty() {
        output.line(format!(
            "Nobody for this need in {name}. `aiguillage explain` says why, and what to ask."
        ))?;
        return Ok(());
    }
    let plural = if matches.len() == 1 { "" } else { "s" };
    output.line(format!("{} expert{plural} for this need in {name}:", matches.len()))?;
    let rows = matches.iter().map(|one| {
        let contact =
            [&one.expert.email, &one.expert.phone].into_iter().flatten().cloned().collect::<Vec<_>>();
        vec![
            format!("{}\n{}", one.expert.name, contact.join("  ")),
            format!("{}\n{}", one.institution.name, one.antenne.name),
            format!("{}\n({})", zone(geography, one), one.zone_owner),
            remarks(one),
        ]
    });
    output.table(&["expert", "institution, antenne", "zone that covers", "remarks"], rows)?;
    Ok(())
}

fn zone(geography: &Geography, one: &Match<'_>) -> String {
    format!("{} {}", one.zone, geography.zone_name(one.zone).unwrap_or_default()).trim_end().to_owned()
}

fn remarks(one: &Match<'_>) -> String {
    let note = one.note.as_deref().map(str::to_owned);
    let absent = one.absent_until.map(|until| format!("absent until {until}"));
    let fields: Vec<&str> = one.unverified.iter().map(|field| field.as_str()).collect();
    let unverified = (!fields.is_empty()).then(|| format!("unverified: {}", fields.join(", ")));
    [note, absent, unverified].into_iter().flatten().collect::<Vec<_>>().join("\n")
}

/// The columns of matches as CSV.
pub(crate) const COLUMNS: [&str; 12] = [
    "need",
    "line",
    "rank",
    "expert",
    "antenne",
    "institution",
    "subject",
    "zone",
    "zone_owner",
    "note",
    "absent_until",
    "unverified",
];

pub(crate) fn row(need: Option<&str>, line: Option<u32>, rank: usize, one: &Match<'_>) -> Vec<String> {
    let fields: Vec<&str> = one.unverified.iter().map(|field| field.as_str()).collect();
    vec![
        need.unwrap_or_default().to_owned(),
        line.map(|line| line.to_string()).unwrap_or_default(),
        rank.to_string(),
        one.expert.id.clone(),
        one.antenne.id.clone(),
        one.institution.id.clone(),
        one.subject.id.clone(),
        one.zone.to_string(),
        one.zone_owner.to_string(),
        one.note.as_deref().unwrap_or_default().to_owned(),
        one.absent_until.map(|until| until.to_string()).unwrap_or_default(),
        fields.join(" "),
    ]
}

/// Open referrals by expert. With a row left out, needs would go to experts who are full.
fn load(path: &Path, output: &mut Output) -> Result<HashMap<String, f64>, Failure> {
    let bytes = sources::read(path)?;
    MatchOptions::read_load(&path.display().to_string(), &bytes).map_err(|found| {
        findings::complain(&found, Some(Path::new(".")), output);
        Failure::Refused(format!("`{}` is no file of loads: {}", path.display(), findings::count(&found)))
    })
}

//! `aiguillage demand`: what was asked of whom, what stopped it, and what one change would add.

use std::cmp::Reverse;
use std::collections::HashSet;
use std::path::{Path, PathBuf};

use aiguillage::demand::{DemandBy, DemandChangeKind, DemandQuery, DemandReport, DemandRow};
use aiguillage::language::Language;
use aiguillage::{Directory, Need, Referral};
use clap::Args;

use crate::output::{Output, grouped};
use crate::said::say;
use crate::spoken::language;
use crate::{Failure, demand_picture, impact, impact_text, sources};

#[derive(Args)]
pub(crate) struct Arguments {
    /// A folder of CSV files, a JSON document or a snapshot
    directory: PathBuf,
    /// The needs, CSV or JSON lines (.jsonl)
    #[arg(long, value_name = "FILE")]
    needs: PathBuf,
    /// Count by institution, antenne or expert
    #[arg(long, default_value_t = DemandBy::Institution)]
    by: DemandBy,
    /// Look at this institution only; may be repeated
    #[arg(long = "institution", value_name = "ID")]
    institutions: Vec<String>,
    /// Count needs on this subject only; may be repeated
    #[arg(long = "subject", value_name = "ID")]
    subjects: Vec<String>,
    /// Look for changes of this kind only, such as zone, bound or subject; may be repeated
    #[arg(long = "kind", value_name = "KIND")]
    kinds: Vec<DemandChangeKind>,
    /// Tell at most so many changes of each
    #[arg(long, value_name = "COUNT")]
    changes: Option<usize>,
    /// What became of the needs: a file of referrals, as `aiguillage impact` reads it
    #[arg(long, value_name = "FILE")]
    referrals: Option<PathBuf>,
    /// Print every figure and change as CSV
    #[arg(long, conflicts_with = "json")]
    csv: bool,
    /// Print one JSON object
    #[arg(long)]
    json: bool,
    /// Draw what is asked, matched and stopped, with the first change of each
    #[arg(long, value_name = "FILE")]
    svg: Option<PathBuf>,
}

pub(crate) fn run(arguments: &Arguments, output: &mut Output) -> Result<(), Failure> {
    if let Some(picture) = &arguments.svg {
        let inputs = [&arguments.directory, &arguments.needs];
        sources::refuse_inputs(picture, inputs.into_iter().chain(&arguments.referrals))?;
    }
    let router = sources::router(&arguments.directory, false, output)?;
    let (needs, lines, mut faulty) = needs(&arguments.needs, output)?;
    let referrals = match &arguments.referrals {
        Some(path) => {
            let (referrals, wrong) = referrals(path, router.directory(), &needs, output)?;
            faulty += wrong;
            referrals
        }
        None => Vec::new(),
    };
    let default = DemandQuery::default();
    let changes = arguments.changes.unwrap_or(default.changes);
    let query = DemandQuery {
        // The picture is in French, whatever the language of the run.
        language: if arguments.svg.is_some() { Language::French } else { language() },
        by: arguments.by,
        institutions: arguments.institutions.clone(),
        subjects: arguments.subjects.clone(),
        kinds: arguments.kinds.clone(),
        changes,
        // Who asks for one kind, or for so many, wants them.
        of_kind: if arguments.changes.is_some() || arguments.kinds.len() == 1 {
            changes
        } else {
            default.of_kind
        },
    };
    let report = router.demand(&needs, &referrals, &query)?;
    faulty += report.faults.len();
    for fault in &report.faults {
        let line = lines.get(fault.position).copied().unwrap_or_default();
        let field = fault.field.as_ref().map(|field| format!(", field `{field}`")).unwrap_or_default();
        let place = format!("{}:{line}{field}: {}", arguments.needs.display(), fault.message);
        output.remark(&format!("error[{}]", fault.code), &place);
    }
    if let Some(path) = &arguments.svg {
        let drawn = demand_picture::draw(&report, &telling(&report));
        sources::write(path, |to| to.write_all(drawn.as_bytes()))?;
    }
    if arguments.json {
        output.json(&report)?;
    } else if arguments.csv {
        output.csv(&COLUMNS, figures(&report))?;
    } else {
        show(&report, faulty, output)?;
    }
    if faulty == 0 { Ok(()) } else { Err(Failure::Found) }
}

/// The needs of a file with their lines, and how many rows are none, which was said.
fn needs(path: &Path, output: &mut Output) -> Result<(Vec<Need>, Vec<u32>, usize), Failure> {
    let file = sources::needs(path, output)?;
    let mut faulty = file.lost;
    let (mut needs, mut lines) = (Vec::with_capacity(file.rows.len()), Vec::with_capacity(file.rows.len()));
    for (line, need) in file.rows {
        match need {
            Ok(need) => {
                needs.push(need);
                lines.push(line);
            }
            Err(error) => {
                faulty += 1;
                output.fault(path, line, &error);
            }
        }
    }
    Ok((needs, lines, faulty))
}

/// The referrals of a file, and how many rows are left out or of no need that is looked at. These are said, and
/// so is what is wrong with others, which count without it.
fn referrals(
    path: &Path,
    directory: &Directory,
    needs: &[Need],
    output: &mut Output,
) -> Result<(Vec<Referral>, usize), Failure> {
    let file = impact::read_referrals(path, Some(directory))?;
    impact_text::complain(path, &file.faults, output);
    let mut faulty = file.faults.iter().filter(|fault| fault.left_out).count();
    let known: HashSet<&str> = needs.iter().filter_map(|need| need.id.as_deref()).collect();
    for (referral, line) in file.referrals.iter().zip(&file.referral_lines) {
        if !known.contains(referral.need.as_str()) {
            faulty += 1;
            let message = say!(NoNeedAmong { path: path.display(), line, need: referral.need });
            output.remark(&say!(KindUnknownNeed), &message);
        }
    }
    Ok((file.referrals, faulty))
}

const COLUMNS: [&str; 12] = [
    "id",
    "name",
    "figure",
    "what",
    "needs",
    "target",
    "target_id",
    "criterion",
    "field",
    "before",
    "after",
    "sentence",
];

/// One row a figure, and one a change. What is said of the whole report stands last, without an id.
fn figures(report: &DemandReport) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for row in &report.rows {
        let mut figure = |figure: &str, what: &str, needs: u64| {
            let told = [&row.id, &row.name, figure, what, &needs.to_string()].map(str::to_owned);
            rows.push(
                told.into_iter().chain(std::iter::repeat_n(String::new(), COLUMNS.len() - 5)).collect(),
            );
        };
        figure("asked", "", row.asked);
        figure("matched", "", row.matched);
        row.stopped.iter().for_each(|stop| figure("stopped", stop.rule.as_str(), stop.needs));
        figure("outside", "", row.outside);
        if let Some(referrals) = row.referrals {
            figure("sent", "", referrals.sent);
            figure("answered", "", referrals.answered);
            figure("helped", "", referrals.helped);
        }
        for change in &row.changes {
            rows.push(vec![
                row.id.clone(),
                row.name.clone(),
                "change".to_owned(),
                change.kind.to_string(),
                change.needs.to_string(),
                change.target.to_string(),
                change.id.clone(),
                change.criterion.map(|position| position.to_string()).unwrap_or_default(),
                change.field.clone(),
                change.before.clone().unwrap_or_default(),
                change.after.clone().unwrap_or_default(),
                change.sentence.clone(),
            ]);
        }
    }
    if report.rows.iter().any(|row| row.referrals.is_some()) {
        let told =
            ["", "", "referrals_elsewhere", "", &report.referrals_elsewhere.to_string()].map(str::to_owned);
        rows.push(told.into_iter().chain(std::iter::repeat_n(String::new(), COLUMNS.len() - 5)).collect());
    }
    rows
}

/// The rows that say something, those that were asked most first.
fn telling(report: &DemandReport) -> Vec<&DemandRow> {
    let says = |row: &&DemandRow| row.asked + row.outside > 0 || !row.changes.is_empty();
    let mut rows: Vec<&DemandRow> = report.rows.iter().filter(says).collect();
    rows.sort_by_key(|row| Reverse(row.asked));
    rows
}

fn show(report: &DemandReport, faulty: usize, output: &mut Output) -> Result<(), Failure> {
    let rows = telling(report);
    output.line(say!(NeedsCounted { count: grouped(report.needs) }))?;
    if faulty > 0 {
        output.line(say!(RowsNotCounted { count: grouped(faulty as u64) }))?;
    }
    let has_referrals = rows.iter().any(|row| row.referrals.is_some());
    let mut header = vec![
        report.by.label_in(language()).to_owned(),
        say!(ColumnAsked),
        say!(ColumnMatched),
        say!(ColumnStoppedBy),
        say!(ColumnOutside),
    ];
    if has_referrals {
        header.extend([say!(ColumnSent), say!(ColumnAnswered), say!(ColumnHelped)]);
    }
    let figures = rows.iter().map(|row| {
        let stopped = row.stopped.iter().map(|stop| format!("{} {}", stop.rule, grouped(stop.needs)));
        let mut cells = vec![
            row.name.clone(),
            grouped(row.asked),
            grouped(row.matched),
            stopped.collect::<Vec<_>>().join(", "),
            grouped(row.outside),
        ];
        if has_referrals {
            let referrals = row.referrals.unwrap_or_default();
            cells.extend([referrals.sent, referrals.answered, referrals.helped].map(grouped));
        }
        cells
    });
    output.table(&header, figures)?;
    if report.referrals_elsewhere > 0 {
        output.line(say!(ReferralsElsewhere { count: grouped(report.referrals_elsewhere) }))?;
    }
    let changes: Vec<Vec<String>> = match rows.as_slice() {
        [only] => only.changes.iter().map(|change| told(only, change)).collect(),
        several => {
            several.iter().filter_map(|row| row.changes.first().map(|change| told(row, change))).collect()
        }
    };
    if !changes.is_empty() {
        output.table(
            &[
                report.by.label_in(language()).to_owned(),
                say!(ColumnWouldAdd),
                say!(ColumnWhatOneChangeWouldAdd),
            ],
            changes,
        )?;
    }
    Ok(())
}

fn told(row: &DemandRow, change: &aiguillage::demand::DemandChange) -> Vec<String> {
    vec![row.name.clone(), format!("+{}", grouped(change.needs)), change.sentence.clone()]
}

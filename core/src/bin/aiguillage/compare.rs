//! `aiguillage compare`: what changes for whom, between two directories or two versions of the rules.

use std::path::{Path, PathBuf};

use aiguillage::compare::{Comparison, compare};
use aiguillage::{Need, Router, RulesVersion};
use clap::Args;

use crate::output::{Output, grouped};
use crate::said::say;
use crate::{Failure, sources};

#[derive(Args)]
pub(crate) struct Arguments {
    /// The directory of today
    first: PathBuf,
    /// The directory of tomorrow; the first one again if not given
    second: Option<PathBuf>,
    /// The needs to route through both, CSV or JSON lines (.jsonl)
    #[arg(long, value_name = "FILE")]
    needs: PathBuf,
    /// The version of the rules for the second directory, instead of its own
    #[arg(long, value_name = "RULES", required_unless_present = "second")]
    rules: Option<RulesVersion>,
    /// Print one JSON object
    #[arg(long, conflicts_with = "csv")]
    json: bool,
    /// Print every change as CSV
    #[arg(long)]
    csv: bool,
}

pub(crate) fn run(arguments: &Arguments, output: &mut Output) -> Result<(), Failure> {
    let first = sources::router(&arguments.first, false, output)?;
    let mut second = match &arguments.second {
        Some(path) => sources::router(path, false, output)?,
        None => first.clone(),
    };
    if let Some(rules) = arguments.rules {
        second = Router::new(second.directory().clone().with_rules(rules));
    }
    let (needs, faulty) = routable(&first, &second, &arguments.needs, output)?;
    let comparison = compare(&first, &second, &needs);
    if arguments.json {
        output.json(&comparison)?;
    } else if arguments.csv {
        output.csv(&["need", "expert", "institution", "change", "cause"], changes(&comparison, &needs))?;
    } else {
        show(&comparison, &needs, faulty, output)?;
    }
    if comparison.differences.is_empty() && faulty == 0 { Ok(()) } else { Err(Failure::Found) }
}

/// The needs of a file that one of two directories can route, and how many rows are faulty, which was said.
/// What neither can route says nothing about their difference.
pub(crate) fn routable(
    first: &Router,
    second: &Router,
    path: &Path,
    output: &mut Output,
) -> Result<(Vec<Need>, usize), Failure> {
    let file = sources::needs(path, output)?;
    let mut faulty = file.lost;
    let mut needs: Vec<Need> = Vec::with_capacity(file.rows.len());
    for (line, need) in file.rows {
        let routed = need.and_then(|need| match (first.match_experts(&need), second.match_experts(&need)) {
            (Err(error), Err(_)) => Err(error),
            _ => Ok(need),
        });
        match routed {
            Ok(need) => needs.push(need),
            Err(error) => {
                faulty += 1;
                output.fault(path, line, &error);
            }
        }
    }
    Ok((needs, faulty))
}

fn changes(comparison: &Comparison<'_>, needs: &[Need]) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for difference in &comparison.differences {
        let need = &needs[difference.position];
        let name = need.id.clone().unwrap_or_else(|| format!("#{}", difference.position + 1));
        for change in &difference.changes {
            rows.push(vec![
                name.clone(),
                change.expert.to_owned(),
                change.institution.to_owned(),
                change.kind.as_str().to_owned(),
                change.cause.as_str().to_owned(),
            ]);
        }
        if let Some(refusal) = &difference.refusal {
            let by = if refusal.by_second { "refused" } else { "accepted" };
            rows.push(vec![name, String::new(), String::new(), by.to_owned(), refusal.code.to_owned()]);
        }
    }
    rows
}

/// Shows what a comparison found.
pub(crate) fn show(
    comparison: &Comparison<'_>,
    needs: &[Need],
    faulty: usize,
    output: &mut Output,
) -> Result<(), Failure> {
    const MOST: usize = 15;
    if faulty > 0 {
        output.line(say!(RowsNotCompared { count: grouped(faulty as u64) }))?;
    }
    if comparison.differences.is_empty() {
        output.line(say!(NoDifference { needs: grouped(comparison.needs as u64) }))?;
        return Ok(());
    }
    let rows = changes(comparison, needs);
    let hidden = rows.len().saturating_sub(MOST);
    output.table(
        &[
            say!(ColumnNeed),
            say!(ColumnExpert),
            say!(ColumnInstitution),
            say!(ColumnChange),
            say!(ColumnCause),
        ],
        rows.into_iter().take(MOST),
    )?;
    if hidden > 0 {
        output.line(say!(MoreChanges { count: grouped(hidden as u64) }))?;
    }
    let summary = comparison.summary.iter().map(|count| {
        vec![
            count.institution.to_owned(),
            count.subject.clone(),
            format!("+{}", count.gained),
            format!("-{}", count.lost),
        ]
    });
    output.table(
        &[say!(ColumnInstitution), say!(ColumnSubject), say!(ColumnGained), say!(ColumnLost)],
        summary,
    )?;
    output.line(say!(NeedsDiffer {
        differing: grouped(comparison.differences.len() as u64),
        needs: grouped(comparison.needs as u64)
    }))?;
    Ok(())
}

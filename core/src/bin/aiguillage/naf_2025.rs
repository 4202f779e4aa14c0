//! `aiguillage naf-2025`: a directory with both nomenclatures of activities in its criteria.

use std::path::PathBuf;

use aiguillage::Router;
use aiguillage::codes::NafEntry;
use aiguillage::directory::RewrittenNaf;
use clap::Args;
use serde_json::json;

use crate::output::Output;
use crate::said::say;
use crate::{Failure, compare, directory_files, sources};

/// So many entries of a list are shown.
const MOST: usize = 8;

#[derive(Args)]
pub(crate) struct Arguments {
    /// The directory, whose lists are of NAF rév. 2
    directory: PathBuf,
    /// Needs to route before and after, CSV or JSON lines (.jsonl): says that nothing moves, or what does
    #[arg(long, value_name = "FILE")]
    needs: Option<PathBuf>,
    /// Where to write: a folder of CSV files, or a JSON document (.json); without it and --write, what would
    /// change is shown and nothing is written
    #[arg(long, value_name = "PATH", conflicts_with = "write")]
    output: Option<PathBuf>,
    /// Write the directory itself: a folder of CSV files, or a JSON document
    #[arg(long)]
    write: bool,
    /// Print what changes as JSON
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(arguments: &Arguments, output: &mut Output) -> Result<(), Failure> {
    if let Some(target) = &arguments.output {
        sources::refuse_inputs(target, [&arguments.directory].into_iter().chain(&arguments.needs))?;
    }
    let before = sources::router(&arguments.directory, false, output)?;
    let (directory, lists) = before.directory().with_naf_2025();
    let after = Router::new(directory);
    if !arguments.json {
        show(&lists, output)?;
    }
    let moves = proven(arguments, &before, &after, &lists, output)?;
    let written = directory_files::write_where(
        after.directory(),
        &arguments.directory,
        arguments.output.as_deref(),
        arguments.write,
        output,
    )?;
    if !arguments.json {
        output.line(match &written {
            Some(target) => say!(WrittenTo { path: target.display() }),
            None => say!(NothingWrittenDirectory),
        })?;
    }
    if moves { Err(Failure::Found) } else { Ok(()) }
}

/// Routes the needs before and after; says whether any moves or is faulty. What changes is printed as JSON
/// here, with what moves.
fn proven(
    arguments: &Arguments,
    before: &Router,
    after: &Router,
    lists: &[RewrittenNaf],
    output: &mut Output,
) -> Result<bool, Failure> {
    let Some(path) = &arguments.needs else {
        if arguments.json {
            output.json(&json!({"lists": lists}))?;
        }
        return Ok(false);
    };
    let (needs, faulty) = compare::routable(before, after, path, output)?;
    let comparison = aiguillage::compare::compare(before, after, &needs);
    if arguments.json {
        output.json(&json!({"lists": lists, "comparison": comparison}))?;
    } else {
        compare::show(&comparison, &needs, faulty, output)?;
    }
    Ok(!comparison.differences.is_empty() || faulty > 0)
}

/// Shows what is added to which list, and where needs may move.
fn show(lists: &[RewrittenNaf], output: &mut Output) -> Result<(), Failure> {
    if lists.is_empty() {
        output.line(say!(NothingChangesNaf))?;
        return Ok(());
    }
    let rows = lists.iter().map(|list| {
        vec![
            format!("{} {}", list.owner_kind, list.owner),
            list.field.to_owned(),
            shown(&list.before),
            shown(&list.added),
        ]
    });
    output
        .table(&[say!(ColumnCriterionOf), say!(ColumnField), say!(ColumnHolds), say!(ColumnAdded)], rows)?;
    let split = lists.iter().filter(|list| !list.splits.is_empty()).count();
    if split > 0 {
        output.line(say!(ListsSplit { split, lists: lists.len() }))?;
        let mut splits: Vec<_> = lists.iter().flat_map(|list| &list.splits).collect();
        splits.sort_unstable_by_key(|split| (split.to, split.from, split.outside));
        splits.dedup();
        let rows = splits
            .into_iter()
            .map(|split| vec![split.to.to_string(), split.from.to_string(), split.outside.to_string()]);
        output
            .table(&[say!(ColumnNaf2025), say!(ColumnFromACodeOfAList), say!(ColumnAndFromAnother)], rows)?;
    }
    Ok(())
}

fn shown(entries: &[NafEntry]) -> String {
    let texts: Vec<String> = entries.iter().take(MOST).map(ToString::to_string).collect();
    match entries.len().saturating_sub(MOST) {
        0 => texts.join(" "),
        more => say!(AndMore { texts: texts.join(" "), more }),
    }
}

//! `aiguillage import`: partners' spreadsheets into a directory, which they update.

use std::path::{Path, PathBuf};

use aiguillage::Directory;
use aiguillage::directory::{Import, ListUpdate, RecordChange};
use clap::Args;

use crate::output::Output;
use crate::said::say;
use crate::{Failure, directory_files, findings, sources};

#[derive(Args)]
pub(crate) struct Arguments {
    /// A directory with at least the subjects and institutions that the sheets name
    #[arg(long, value_name = "DIRECTORY")]
    base: PathBuf,
    /// A sheet of antennes; may be repeated
    #[arg(long, value_name = "FILE", required_unless_present = "experts")]
    antennes: Vec<PathBuf>,
    /// A sheet of experts; may be repeated
    #[arg(long, value_name = "FILE")]
    experts: Vec<PathBuf>,
    /// The sheet to read of a workbook that holds several; may be repeated
    #[arg(long, value_name = "NAME")]
    sheet: Vec<String>,
    /// Where to write: a folder of CSV files, or a JSON document (.json); without it and --write, what would
    /// change is shown and nothing is written
    #[arg(long, value_name = "PATH")]
    output: Option<PathBuf>,
    /// Write the base itself: a folder of CSV files, or a JSON document
    #[arg(long)]
    write: bool,
    /// The sheets are whole: take away what the antennes that they name have, and they no longer
    #[arg(long)]
    whole: bool,
    /// Leave out what is faulty instead of refusing the whole
    #[arg(long)]
    lenient: bool,
    /// Print what changes as JSON
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(arguments: &Arguments, output: &mut Output) -> Result<(), Failure> {
    let sheets = arguments.antennes.iter().chain(&arguments.experts);
    if let Some(folder) = &arguments.output {
        let inputs: Vec<&PathBuf> = match arguments.write {
            true => sheets.collect(),
            false => [&arguments.base].into_iter().chain(sheets).collect(),
        };
        sources::refuse_inputs(folder, inputs)?;
    }
    let base = sources::router(&arguments.base, false, output)?;
    let mut import = Import::onto(base.directory());
    if arguments.lenient {
        import = import.lenient();
    }
    if arguments.whole {
        import = import.whole();
    }
    for name in &arguments.sheet {
        import = import.sheet(name);
    }
    for path in &arguments.antennes {
        import.antennes(&name(path), &sources::read(path)?);
    }
    for path in &arguments.experts {
        import.experts(&name(path), &sources::read(path)?);
    }
    // Findings name the sheets as they were given, from where we are.
    let here = Path::new(".");
    match import.finish() {
        Err(error) => {
            if arguments.json {
                findings::complain(error.diagnostics(), Some(here), output);
            } else {
                findings::print(error.diagnostics(), Some(here), output)?;
                output.line(findings::count(error.diagnostics()))?;
            }
            Err(Failure::Found)
        }
        Ok(directory) => {
            output.is_faulty |= findings::has_errors(directory.diagnostics());
            if arguments.json {
                findings::complain(directory.diagnostics(), Some(here), output);
                output.json(&directory.update())?;
            } else {
                findings::print(directory.diagnostics(), Some(here), output)?;
                output.line(findings::count(directory.diagnostics()))?;
                show(base.directory(), &directory, arguments.whole, output)?;
            }
            write(arguments, &directory, output)
        }
    }
}

fn write(arguments: &Arguments, directory: &Directory, output: &mut Output) -> Result<(), Failure> {
    let other = arguments.output.as_deref();
    let written = directory_files::write_where(directory, &arguments.base, other, arguments.write, output)?;
    let Some(target) = written else {
        if !arguments.json {
            output.line(say!(NothingWrittenBase))?;
        }
        return Ok(());
    };
    if !arguments.json {
        let update = directory.update().cloned().unwrap_or_default();
        let (antennes, experts) = (update.antennes.added.len(), update.experts.added.len());
        let written = target.display();
        output.line(say!(AddedAndWritten { antennes, experts, path: written }))?;
    }
    Ok(())
}

/// Shows what changes, one line a record or field.
fn show(before: &Directory, after: &Directory, is_whole: bool, output: &mut Output) -> std::io::Result<()> {
    let Some(update) = after.update() else { return Ok(()) };
    for (title, list) in [("antennes", &update.antennes), ("experts", &update.experts)] {
        show_list(title, list, before, after, is_whole, output)?;
    }
    if update.changes_nothing() {
        output.line(say!(NothingChanges))?;
    }
    Ok(())
}

fn show_list(
    title: &str,
    list: &ListUpdate,
    before: &Directory,
    after: &Directory,
    is_whole: bool,
    output: &mut Output,
) -> std::io::Result<()> {
    let gone = list.gone.iter();
    let (removed, kept): (Vec<&String>, Vec<&String>) =
        gone.partition(|id| is_whole && after.expert(id).is_none() && after.antenne(id).is_none());
    if list.added.is_empty() && list.changed.is_empty() && list.same.is_empty() && list.gone.is_empty() {
        return Ok(());
    }
    output.line(say!(ListUpdated {
        title,
        added: list.added.len(),
        changed: list.changed.len(),
        same: list.same.len(),
        gone: list.gone.len(),
    }))?;
    for id in &list.added {
        output.line(format!("  + {}", called(id, after)))?;
    }
    for RecordChange { id, fields, .. } in &list.changed {
        output.line(format!("  ~ {}", called(id, before)))?;
        for field in fields {
            let nothing = say!(NothingInParentheses);
            let shown = |value: &Option<String>| value.as_deref().unwrap_or(&nothing).replace('\n', " ");
            output.line(format!(
                "      {}: {} → {}",
                field.field,
                shown(&field.before),
                shown(&field.after)
            ))?;
        }
    }
    for id in removed {
        output.line(say!(EntryTakenAway { name: called(id, before) }))?;
    }
    for id in kept {
        output.line(say!(EntryKept { name: called(id, before) }))?;
    }
    Ok(())
}

/// A record by the names that people know, with its id.
fn called(id: &str, directory: &Directory) -> String {
    if let Some(expert) = directory.expert(id) {
        let antenne = directory.antenne(&expert.antenne).map_or(expert.antenne.as_str(), |one| &one.name);
        return format!("{}, {antenne} [{id}]", expert.name);
    }
    match directory.antenne(id) {
        Some(antenne) => format!("{} [{id}]", antenne.name),
        None => id.to_owned(),
    }
}

fn name(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

//! `aiguillage merge`: several directories as one, or their conflicts.

use std::collections::HashSet;
use std::path::PathBuf;

use aiguillage::{Diagnostic, DiagnosticCode, Directory};
use clap::Args;

use crate::output::Output;
use crate::said::say;
use crate::{Failure, directory_files, findings, sources};

#[derive(Args)]
pub(crate) struct Arguments {
    /// Folders of CSV files, JSON documents or snapshots, two or more
    #[arg(required = true, num_args = 2..)]
    directories: Vec<PathBuf>,
    /// Where to write the whole: a folder of CSV files, or a JSON document (.json)
    #[arg(long, value_name = "PATH")]
    output: Option<PathBuf>,
}

pub(crate) fn run(arguments: &Arguments, output: &mut Output) -> Result<(), Failure> {
    if let Some(target) = &arguments.output {
        sources::refuse_inputs(target, &arguments.directories)?;
    }
    let mut directories = Vec::with_capacity(arguments.directories.len());
    for path in &arguments.directories {
        directories.push(sources::router(path, false, output)?.directory().clone());
    }
    let Some((first, others)) = directories.split_first() else { return Ok(()) };
    let whole = match first.merge(&others.iter().collect::<Vec<_>>()) {
        Ok(whole) => whole,
        Err(error) => {
            findings::print(error.diagnostics(), None, output)?;
            output.line(findings::count(error.diagnostics()))?;
            return Err(Failure::Found);
        }
    };
    // Of each directory alone it was said before; what only the whole shows stands here.
    let known: HashSet<_> = directories.iter().flat_map(Directory::diagnostics).map(what).collect();
    let is_new = |found: &&Diagnostic| !known.contains(&what(found));
    let found: Vec<Diagnostic> = whole.diagnostics().iter().filter(is_new).cloned().collect();
    findings::print(&found, None, output)?;
    output.line(say!(MergedNoConflict {
        institutions: whole.institutions().len(),
        antennes: whole.antennes().len(),
        experts: whole.experts().len(),
        subjects: whole.subjects().len()
    }))?;
    match &arguments.output {
        Some(target) => {
            directory_files::write(&whole, target, output)?;
            output.line(say!(WrittenTo { path: target.display() }))?;
        }
        None => output.line(say!(NothingWrittenWhole))?,
    }
    Ok(())
}

/// What a finding says, wherever it stands.
fn what(found: &Diagnostic) -> (DiagnosticCode, &str, String) {
    (found.code, &found.text, found.message())
}

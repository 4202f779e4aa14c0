//! `aiguillage merge`: several directories as one, or their conflicts.

use std::path::PathBuf;

use aiguillage::Directory;
use clap::Args;

use crate::output::Output;
use crate::{Failure, findings, sources};

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
    output.line(format!(
        "{} institutions, {} antennes, {} experts on {} subjects; no conflict.",
        whole.institutions().len(),
        whole.antennes().len(),
        whole.experts().len(),
        whole.subjects().len()
    ))?;
    match &arguments.output {
        Some(target) => write(&whole, target, output),
        None => Ok(output.line("Nothing was written: --output writes the whole.")?),
    }
}

fn write(whole: &Directory, target: &PathBuf, output: &mut Output) -> Result<(), Failure> {
    if target.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json")) {
        sources::write(target, |to| to.write_all(whole.to_json().as_bytes()))?;
    } else {
        whole.save_csv(target).map_err(|error| {
            Failure::Refused(format!("`{}` cannot be written: {error}", target.display()))
        })?;
    }
    Ok(output.line(format!("Written to {}.", target.display()))?)
}

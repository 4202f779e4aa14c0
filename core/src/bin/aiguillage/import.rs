//! `aiguillage import`: partners' spreadsheets into a directory.

use std::path::{Path, PathBuf};

use aiguillage::directory::Import;
use clap::Args;

use crate::output::Output;
use crate::{Failure, findings, sources};

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
    /// The folder to write
    #[arg(long, value_name = "FOLDER")]
    output: PathBuf,
    /// Leave out what is faulty instead of refusing the whole
    #[arg(long)]
    lenient: bool,
}

pub(crate) fn run(arguments: &Arguments, output: &mut Output) -> Result<(), Failure> {
    let inputs = [&arguments.base].into_iter().chain(&arguments.antennes).chain(&arguments.experts);
    sources::refuse_inputs(&arguments.output, inputs)?;
    let base = sources::router(&arguments.base, false, output)?;
    let mut import = Import::onto(base.directory());
    if arguments.lenient {
        import = import.lenient();
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
            findings::print(error.diagnostics(), Some(here), output)?;
            output.line(findings::count(error.diagnostics()))?;
            Err(Failure::Found)
        }
        Ok(directory) => {
            findings::print(directory.diagnostics(), Some(here), output)?;
            directory.save_csv(&arguments.output).map_err(|error| {
                Failure::Refused(format!("`{}` cannot be written: {error}", arguments.output.display()))
            })?;
            let antennes = directory.antennes().len() - base.directory().antennes().len();
            let experts = directory.experts().len() - base.directory().experts().len();
            output.line(findings::count(directory.diagnostics()))?;
            output.is_faulty |= findings::has_errors(directory.diagnostics());
            output.line(format!(
                "{antennes} antennes and {experts} experts added; written to {}.",
                arguments.output.display()
            ))?;
            Ok(())
        }
    }
}

fn name(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

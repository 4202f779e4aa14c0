//! `aiguillage export`: a directory's antennes or experts as the sheet that partners fill.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::output::Output;
use crate::{Failure, sources};

#[derive(Args)]
pub(crate) struct Arguments {
    /// A folder of CSV files, a JSON document or a snapshot
    directory: PathBuf,
    /// What the sheet lists
    #[arg(long, value_enum, default_value_t = Sheet::Experts)]
    sheet: Sheet,
}

#[derive(Clone, Copy, ValueEnum)]
enum Sheet {
    /// Antennes, with the codes of their territories
    Antennes,
    /// Experts, with their teams and a column a subject
    Experts,
}

pub(crate) fn run(arguments: &Arguments, output: &mut Output) -> Result<(), Failure> {
    let router = sources::router(&arguments.directory, false, output)?;
    let directory = router.directory();
    let sheet = match arguments.sheet {
        Sheet::Antennes => directory.export_antennes(),
        Sheet::Experts => directory.export_experts(),
    };
    output.text(&sheet)?;
    Ok(())
}

//! `aiguillage manual`: the pages that `man` shows, one a command.

use std::fs;
use std::path::PathBuf;

use clap::{Args, CommandFactory};

use crate::output::Output;
use crate::{Cli, Failure};

#[derive(Args)]
pub(crate) struct Arguments {
    /// The folder to write into
    #[arg(long, value_name = "FOLDER")]
    output: PathBuf,
}

pub(crate) fn run(arguments: &Arguments, output: &mut Output) -> Result<(), Failure> {
    let folder = &arguments.output;
    let refused = |error| Failure::Refused(format!("`{}` cannot be written: {error}", folder.display()));
    fs::create_dir_all(folder).map_err(refused)?;
    clap_mangen::generate_to(Cli::command(), folder).map_err(refused)?;
    output.line(format!("{}: a page for each command, such as aiguillage.1.", folder.display()))?;
    Ok(())
}

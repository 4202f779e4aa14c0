//! `aiguillage manual`: the pages that `man` shows, one a command.

use std::fs;
use std::io;
use std::path::PathBuf;

use clap::{Args, CommandFactory};

use crate::output::Output;
use crate::said::{help, say};
use crate::{Cli, Failure};

#[derive(Args)]
pub(crate) struct Arguments {
    /// The folder to write into
    #[arg(long, value_name = "FOLDER")]
    output: PathBuf,
}

pub(crate) fn run(arguments: &Arguments, output: &mut Output) -> Result<(), Failure> {
    let path = arguments.output.display();
    let refused = |reason: io::Error| Failure::Refused(say!(CannotBeWritten { path, reason }));
    fs::create_dir_all(&arguments.output).map_err(refused)?;
    clap_mangen::generate_to(help::spoken(Cli::command()), &arguments.output).map_err(refused)?;
    output.line(say!(WrittenTo { path }))?;
    Ok(())
}

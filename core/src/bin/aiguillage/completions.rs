//! `aiguillage completions`: what a shell needs to complete the command line.

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use crate::output::Output;
use crate::said::help;
use crate::{Cli, Failure};

#[derive(Args)]
pub(crate) struct Arguments {
    shell: Shell,
}

pub(crate) fn run(arguments: &Arguments, output: &mut Output) -> Result<(), Failure> {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut help::spoken(Cli::command()), "aiguillage", &mut script);
    output.text(&String::from_utf8_lossy(&script))?;
    Ok(())
}

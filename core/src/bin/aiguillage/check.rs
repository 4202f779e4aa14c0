//! `aiguillage check`: everything that is wrong with a directory.

use std::path::PathBuf;

use aiguillage::Directory;
use clap::Args;

use crate::output::Output;
use crate::said::say;
use crate::{Failure, findings};

#[derive(Args)]
pub(crate) struct Arguments {
    /// A folder of CSV files or a JSON document
    directory: PathBuf,
    /// Print the findings as one JSON list
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(arguments: &Arguments, output: &mut Output) -> Result<(), Failure> {
    let path = &arguments.directory;
    if !path.exists() {
        return Err(Failure::Refused(say!(DoesNotExist { path: path.display() })));
    }
    let found = Directory::check(path);
    if arguments.json {
        output.json(&found)?;
    } else {
        findings::print(&found, Some(path), output)?;
        output.line(findings::count(&found))?;
    }
    if findings::has_errors(&found) { Err(Failure::Found) } else { Ok(()) }
}

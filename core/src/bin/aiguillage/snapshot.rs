//! `aiguillage snapshot`: a directory as the one file that phones and other processes open.

use std::path::PathBuf;

use clap::Args;

use crate::output::Output;
use crate::said::say;
use crate::spoken::language;
use crate::{Failure, sources};

#[derive(Args)]
pub(crate) struct Arguments {
    directory: PathBuf,
    /// The file to write
    #[arg(long, value_name = "FILE")]
    output: PathBuf,
    /// Leave out what is faulty instead of refusing the whole
    #[arg(long)]
    lenient: bool,
}

pub(crate) fn run(arguments: &Arguments, output: &mut Output) -> Result<(), Failure> {
    sources::refuse_inputs(&arguments.output, [&arguments.directory])?;
    let router = sources::router(&arguments.directory, arguments.lenient, output)?;
    let path = arguments.output.display();
    router
        .save(&arguments.output)
        .map_err(|error| Failure::Refused(say!(OfFile { path, message: error.message_in(language()) })))?;
    let directory = router.directory();
    output.line(say!(SnapshotWritten {
        path,
        experts: directory.experts().len(),
        subjects: directory.subjects().len(),
        year: directory.geography().year()
    }))?;
    Ok(())
}

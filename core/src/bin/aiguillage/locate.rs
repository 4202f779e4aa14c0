//! `aiguillage locate`: a file of places, with the code of each.

use std::io::{self, Write};
use std::path::PathBuf;

use aiguillage::Geography;
use aiguillage::geography::{Certainty, Location};
use aiguillage::places::{PlaceColumns, PlaceFile};
use clap::Args;

use crate::output::{Output, grouped, write_csv};
use crate::said::say;
use crate::{Failure, findings, sources};

/// What is added to the columns of the file.
const COLUMNS: [&str; 5] = ["insee_code", "insee_name", "certainty", "found", "candidates"];

#[derive(Args)]
pub(crate) struct Arguments {
    /// A CSV file with a column of postal codes, towns, addresses or INSEE codes, or several of these
    file: PathBuf,
    /// The header of the INSEE codes; it is guessed where it is not given, as all of them
    #[arg(long, value_name = "HEADER")]
    code: Option<String>,
    /// The header of the postal codes
    #[arg(long, value_name = "HEADER")]
    postal_code: Option<String>,
    /// The header of the towns
    #[arg(long, value_name = "HEADER")]
    town: Option<String>,
    /// The header of the addresses
    #[arg(long, value_name = "HEADER")]
    address: Option<String>,
    /// The header of the départements
    #[arg(long, value_name = "HEADER")]
    departement: Option<String>,
    /// Where to write the file with its codes; they are printed otherwise
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
}

pub(crate) fn run(arguments: Arguments, output: &mut Output) -> Result<(), Failure> {
    let Arguments { file: path, code, postal_code, town, address, departement, output: result } = arguments;
    if let Some(result) = &result {
        sources::refuse_inputs(result, [&path])?;
    }
    let columns = PlaceColumns { code, postal_code, town, address, departement };
    let name = path.to_string_lossy();
    let file = PlaceFile::read_csv(&name, &sources::read(&path)?, &columns);
    findings::complain(&file.diagnostics, None, output);
    output.is_faulty |= findings::has_errors(&file.diagnostics);
    if file.headers.is_empty() {
        return Err(Failure::Refused(say!(NoRowsToLocate { path: name })));
    }
    if file.columns().is_empty() || !file.missing().is_empty() {
        let headers = file.headers.join("`, `");
        let message = say!(NoPlaceColumn { path: name, headers });
        return Err(Failure::Refused(message));
    }
    let geography = Geography::embedded();
    let located: Vec<Location<'_>> = file.locate(&geography).collect();
    let header: Vec<&str> = file.headers.iter().map(String::as_str).chain(COLUMNS).collect();
    let rows = || {
        file.rows.iter().zip(&located).map(|(row, location)| {
            let mut cells = row.cells.clone();
            cells.resize(file.headers.len(), String::new());
            cells.extend(added(location));
            cells
        })
    };
    match result {
        None => output.csv(&header, rows())?,
        Some(to) => {
            sources::write(&to, |to: &mut dyn Write| -> io::Result<()> { write_csv(to, &header, rows()) })?;
            summary(&located, &file, output)?;
        }
    }
    let is_whole = located.iter().all(|location| location.commune.is_some());
    if is_whole { Ok(()) } else { Err(Failure::Found) }
}

/// The cells that a row gains.
fn added(location: &Location<'_>) -> [String; 5] {
    let commune = location.commune.map(|found| found.commune);
    let candidates: Vec<&str> = location.candidates.iter().map(|found| found.commune.code()).collect();
    [
        commune.map(|commune| commune.code().to_owned()).unwrap_or_default(),
        commune.map(|commune| commune.name().to_owned()).unwrap_or_default(),
        location.certainty.as_str().to_owned(),
        location.commune.map(|found| found.found.as_str().to_owned()).unwrap_or_default(),
        candidates.join(" "),
    ]
}

fn summary(located: &[Location<'_>], file: &PlaceFile, output: &mut Output) -> Result<(), Failure> {
    let count = |certainty: Certainty| {
        grouped(located.iter().filter(|location| location.certainty == certainty).count() as u64)
    };
    output.line(say!(ReadBy { columns: file.columns().join("`, `") }))?;
    output.line(format!(
        "{} rows: {} certain, {} likely, {} ambiguous, {} unknown.",
        grouped(located.len() as u64),
        count(Certainty::Certain),
        count(Certainty::Likely),
        count(Certainty::Ambiguous),
        count(Certainty::Unknown)
    ))?;
    Ok(())
}

//! `aiguillage naf`: activity codes and the levels above them, in both nomenclatures.

use aiguillage::codes::{LabelledNaf, NafDetails, NafVersion};
use clap::Args;

use crate::Failure;
use crate::output::Output;
use crate::said::say;

#[derive(Args)]
pub(crate) struct Arguments {
    /// Codes, classes, groups, divisions or sections of NAF rév. 2: 10.71C, 10.7, C; of NAF 2025 as 2025:10.71G
    #[arg(required = true, num_args = 1.., value_name = "CODE")]
    codes: Vec<String>,
    /// Print JSON lines
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(arguments: &Arguments, output: &mut Output) -> Result<(), Failure> {
    let mut is_unknown = false;
    for (number, text) in arguments.codes.iter().enumerate() {
        match NafDetails::look_up(text) {
            Err(error) => {
                output.complain(&error.to_string());
                is_unknown = true;
            }
            Ok(details) if arguments.json => output.json(&details)?,
            Ok(details) => {
                if number > 0 {
                    output.line("")?;
                }
                show(&details, output)?;
            }
        }
    }
    if is_unknown { Err(Failure::Found) } else { Ok(()) }
}

fn show(details: &NafDetails, output: &mut Output) -> Result<(), Failure> {
    let label = details.label.map(|label| format!(": {label}")).unwrap_or_default();
    output.line(format!("{}, {}{label}", details.entry, details.version))?;
    let levels: Vec<String> = details.levels.iter().map(|level| level.entry.to_string()).collect();
    if !levels.is_empty() {
        output.line(say!(InLevels { levels: levels.join(" > ") }))?;
    }
    if !details.codes.is_empty() {
        output.line("")?;
        table(&say!(ColumnCode), &details.codes, output)?;
    }
    let other = match details.entry.version() {
        NafVersion::Rev2 => NafVersion::Naf2025,
        NafVersion::Naf2025 => NafVersion::Rev2,
    };
    output.line("")?;
    if details.correspondents.is_empty() {
        output.line(say!(NothingCorresponds { other }))?;
        return Ok(());
    }
    table(&say!(InVersion { other }), &details.correspondents, output)
}

fn table(header: &str, entries: &[LabelledNaf], output: &mut Output) -> Result<(), Failure> {
    let rows =
        entries.iter().map(|one| vec![one.entry.to_string(), one.label.unwrap_or_default().to_owned()]);
    output.table(&[header.to_owned(), say!(ColumnLabel)], rows)?;
    Ok(())
}

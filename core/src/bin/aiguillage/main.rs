//! The command line of Aiguillage: one file a command.

mod check;
mod company;
mod compare;
mod completions;
mod coverage;
#[path = "../../sheet/decode.rs"]
mod decode;
mod demand;
mod demand_picture;
mod directory_files;
mod doubtful;
mod explain;
mod export;
#[path = "../../files.rs"]
#[cfg_attr(not(test), expect(dead_code, reason = "the library's own, of which commands write files only"))]
mod files;
mod findings;
mod impact;
mod impact_events;
mod impact_files;
mod impact_picture;
mod impact_text;
mod import;
mod locate;
mod manual;
mod match_rows;
mod merge;
mod naf;
mod naf_2025;
mod need_flags;
mod output;
mod picture;
mod quote;
mod route;
mod route_arguments;
mod route_file;
mod said;
#[path = "../../sheet/write.rs"]
mod sheet_writing;
mod snapshot;
mod sources;
mod spoken;
mod suggest;
mod svg;
mod whereabouts;

use std::io;
use std::process::ExitCode;

use aiguillage::language::{Language, UnknownWord};
use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

use output::Output;
use spoken::language;

/// Routes a small company's need to the public experts who can help.
///
/// DIRECTORY is a folder of CSV files, a JSON document or a snapshot.
#[derive(Parser)]
#[command(version, max_term_width = 100, after_help = EXIT_CODES)]
struct Cli {
    /// Language of what is said: fr or en; without it, that of the locale
    #[arg(long, global = true, value_name = "LANGUAGE", value_parser = spoken_language)]
    lang: Option<Language>,
    #[command(subcommand)]
    command: Command,
}

fn spoken_language(text: &str) -> Result<Language, String> {
    text.parse().map_err(|error: UnknownWord| error.message_in(language()))
}

const EXIT_CODES: &str = "Exit codes:\n  \
    0  done, and nothing is wrong\n  \
    1  something is wrong: errors in the directory, faulty rows, nothing found, a difference\n  \
    2  not done: wrong usage, a file that cannot be read or written";

#[derive(Subcommand)]
enum Command {
    /// Route one need, or a file of needs, to the experts of a directory
    Match(route_arguments::Arguments),
    /// Say why each expert is proposed for a need or not, and what to ask the company
    Explain(explain::Arguments),
    /// Report everything that is wrong with a directory, and where
    Check(check::Arguments),
    /// Show where experts are missing, and where an institution has several
    Coverage(coverage::Arguments),
    /// Compare two directories, or two versions of the rules, over the same needs
    Compare(compare::Arguments),
    /// Show what was asked of each institution, what stopped it, and what one change would add
    Demand(demand::Arguments),
    /// Show communes and zones, of today and of the past, by code, postal code or name
    Where(whereabouts::Arguments),
    /// Add the INSEE code of each place to a file of postal codes, towns or addresses
    Locate(locate::Arguments),
    /// Show activity codes and levels of NAF rév. 2 and NAF 2025: labels, levels, correspondents
    Naf(naf::Arguments),
    /// Add the codes of NAF 2025 to the criteria of a directory, or show what would change and what it moves
    #[command(name = "naf-2025")]
    Naf2025(naf_2025::Arguments),
    /// Say what a message is about and why, what to look at first, and the facts in it
    Suggest(suggest::Arguments),
    /// Measure what became of a file of needs and referrals
    Impact(impact::Arguments),
    /// Write a directory as a snapshot: the one file that phones and other processes open
    Snapshot(snapshot::Arguments),
    /// Make one directory of several, or name their conflicts
    Merge(merge::Arguments),
    /// Update a directory from partners' spreadsheets of antennes and experts, or show what would change
    Import(import::Arguments),
    /// Print the antennes or experts of a directory as the spreadsheet that partners fill
    Export(export::Arguments),
    /// Print what a shell needs to complete this command line
    Completions(completions::Arguments),
    /// Write the pages that `man` shows
    Manual(manual::Arguments),
}

/// Why a command ended early.
enum Failure {
    /// What the user gave cannot be worked with.
    Refused(String),
    /// What was found is wrong, and has been printed.
    Found,
    Output(io::Error),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Failure {
        Failure::Output(error)
    }
}

impl From<aiguillage::NeedError> for Failure {
    fn from(error: aiguillage::NeedError) -> Failure {
        Failure::Refused(findings::told(
            &error.message_in(language()),
            error.hint_in(language()),
            error.code(),
        ))
    }
}

impl From<aiguillage::ReferralError> for Failure {
    fn from(error: aiguillage::ReferralError) -> Failure {
        Failure::Refused(findings::told(
            &error.message_in(language()),
            error.hint_in(language()),
            error.code(),
        ))
    }
}

fn main() -> ExitCode {
    if let Some(language) = spoken::asked(std::env::args()) {
        spoken::speak(language);
    }
    let matches = said::help::spoken(Cli::command()).get_matches();
    let cli = Cli::from_arg_matches(&matches).unwrap_or_else(|error| error.exit());
    cli.lang.into_iter().for_each(spoken::speak);
    let mut output = Output::new();
    let done = match cli.command {
        Command::Match(arguments) => route::run(arguments, &mut output),
        Command::Explain(arguments) => explain::run(&arguments, &mut output),
        Command::Check(arguments) => check::run(&arguments, &mut output),
        Command::Coverage(arguments) => coverage::run(&arguments, &mut output),
        Command::Compare(arguments) => compare::run(&arguments, &mut output),
        Command::Demand(arguments) => demand::run(&arguments, &mut output),
        Command::Where(arguments) => whereabouts::run(&arguments, &mut output),
        Command::Locate(arguments) => locate::run(arguments, &mut output),
        Command::Naf(arguments) => naf::run(&arguments, &mut output),
        Command::Naf2025(arguments) => naf_2025::run(&arguments, &mut output),
        Command::Suggest(arguments) => suggest::run(arguments, &mut output),
        Command::Impact(arguments) => impact::run(&arguments, &mut output),
        Command::Snapshot(arguments) => snapshot::run(&arguments, &mut output),
        Command::Import(arguments) => import::run(&arguments, &mut output),
        Command::Export(arguments) => export::run(&arguments, &mut output),
        Command::Merge(arguments) => merge::run(&arguments, &mut output),
        Command::Completions(arguments) => completions::run(&arguments, &mut output),
        Command::Manual(arguments) => manual::run(&arguments, &mut output),
    };
    let done = match done {
        // Both are done: what is printed must arrive.
        Ok(()) | Err(Failure::Found) => output.flush().map_err(Failure::Output).and(done),
        not_done => not_done,
    };
    match done {
        Ok(()) if output.is_faulty => ExitCode::from(1),
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Found) => ExitCode::from(1),
        Err(Failure::Output(error)) => {
            output.complain(&spoken::choose(
                format!("l’écriture a échoué\u{a0}: {error}"),
                format!("writing failed: {error}"),
            ));
            ExitCode::from(2)
        }
        Err(Failure::Refused(message)) => {
            output.complain(&message);
            ExitCode::from(2)
        }
    }
}

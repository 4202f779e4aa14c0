//! `aiguillage suggest`: what a message is about, and why; what to look at first; the facts in it.

use std::io::Read as _;
use std::path::PathBuf;

use aiguillage::Router;
use aiguillage::intake::{DEFAULT_LIMIT, DecidingWord, Extract, Screening, Suggestions};
use clap::Args;
use clap::builder::RangedU64ValueParser;
use serde::Serialize;

use crate::output::Output;
use crate::said::say;
use crate::{Failure, sources};

/// The taxonomy that the library brings, for who has no directory at hand.
const TAXONOMY: &str = include_str!("../../../data/taxonomy.json");

#[derive(Args)]
pub(crate) struct Arguments {
    /// The message, or `-` to read it from standard input
    #[arg(allow_hyphen_values = true)]
    message: String,
    /// A folder of CSV files, a JSON document or a snapshot; the default taxonomy if not given
    #[arg(long)]
    directory: Option<PathBuf>,
    /// How many subjects to show
    #[arg(long, default_value_t = DEFAULT_LIMIT, value_parser = RangedU64ValueParser::<usize>::new().range(1..))]
    limit: usize,
    /// Print one JSON object
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Answer {
    suggestions: Suggestions,
    screening: Screening,
    extract: Extract,
}

pub(crate) fn run(arguments: Arguments, output: &mut Output) -> Result<(), Failure> {
    let router = match &arguments.directory {
        Some(path) => sources::router(path, false, output)?,
        None => Router::from_json(TAXONOMY).map_err(|error| Failure::Refused(error.to_string()))?,
    };
    let message = match arguments.message.as_str() {
        "-" => standard_input()?,
        _ => arguments.message,
    };
    let answer = Answer {
        suggestions: router.suggest_subjects(&message, arguments.limit),
        screening: router.screen(&message),
        extract: router.extract(&message),
    };
    if arguments.json {
        output.json(&answer)?;
        return Ok(());
    }
    subjects(&answer.suggestions, output)?;
    flags(&answer.screening, output)?;
    facts(&answer.extract, output)
}

fn standard_input() -> Result<String, Failure> {
    let mut bytes = Vec::new();
    std::io::stdin()
        .read_to_end(&mut bytes)
        .map_err(|error| Failure::Refused(say!(StdinNotRead { reason: error })))?;
    String::from_utf8(bytes).map_err(|_| Failure::Refused(say!(StdinNotUtf8)))
}

fn subjects(suggestions: &Suggestions, output: &mut Output) -> Result<(), Failure> {
    if suggestions.truncated {
        output.line(say!(VeryLong))?;
    }
    let sure: Vec<String> =
        suggestions.subjects.iter().filter(|one| one.sure).map(|one| format!("« {} »", one.label)).collect();
    if let Some(instead) = &suggestions.out_of_scope {
        output.line(say!(OutOfScope {
            label: instead.label,
            percent: format!("{:.0}", (100.0 * instead.probability).min(99.0))
        }))?;
    }
    match (suggestions.subjects.is_empty(), sure.is_empty()) {
        (true, _) => output.line(say!(NoWord))?,
        (false, true) => output.line(say!(NotSure))?,
        (false, false) => output.line(say!(Sure { subjects: sure.join(", ") }))?,
    }
    if !suggestions.subjects.is_empty() {
        let rows = suggestions.subjects.iter().map(|one| {
            let words: Vec<String> = by_weight(&one.words).into_iter().map(deciding).collect();
            vec![one.subject.clone(), format!("{:.2}", one.score), words.join(", ")]
        });
        output.table(&[say!(ColumnSubject), say!(ColumnScore), say!(ColumnWordsThatDecided)], rows)?;
    }
    Ok(())
}

fn by_weight(words: &[DecidingWord]) -> Vec<&DecidingWord> {
    let mut words: Vec<&DecidingWord> = words.iter().collect();
    words.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    words
}

fn deciding(word: &DecidingWord) -> String {
    let share = format!("{:.0} %", 100.0 * word.weight);
    match &word.meant {
        Some(meant) => say!(ReadAs { text: word.span.text, meant, share }),
        None => format!("{} {share}", word.span.text),
    }
}

fn flags(screening: &Screening, output: &mut Output) -> Result<(), Failure> {
    if screening.flags.is_empty() {
        if screening.out_of_scope.is_none() {
            output.line(say!(NothingToRemark))?;
        }
        return Ok(());
    }
    let rows = screening.flags.iter().map(|flag| {
        let words: Vec<&str> = flag.words.iter().map(|span| span.text.as_str()).collect();
        vec![flag.reason.as_str().to_owned(), flag.message.clone(), words.join(", ")]
    });
    output.table(&[say!(ColumnToLookAtFirst), say!(ColumnWhy), say!(ColumnWordsThatDecided)], rows)?;
    Ok(())
}

fn facts(extract: &Extract, output: &mut Output) -> Result<(), Failure> {
    let mut rows = Vec::new();
    let mut add = |what: &str, read: String, text: &str| {
        rows.push(vec![what.to_owned(), read, text.to_owned()]);
    };
    for place in &extract.places {
        let communes: Vec<String> =
            place.communes.iter().take(3).map(|one| format!("{} {}", one.code, one.name)).collect();
        let more = if place.communes.len() > communes.len() { "…" } else { "" };
        add("commune", format!("{}{more}", communes.join(", ")), &place.span.text);
    }
    extract.sirets.iter().for_each(|one| add("siret", one.siret.clone(), &one.span.text));
    extract.headcounts.iter().for_each(|one| add("headcount", one.headcount.to_string(), &one.span.text));
    extract.amounts.iter().for_each(|one| add("amount", format!("{} €", one.euros), &one.span.text));
    for contact in &extract.contacts {
        add("contact", contact.kind.as_str().to_owned(), &contact.span.text);
    }
    if rows.is_empty() {
        output.line(say!(NoFacts))?;
    } else {
        output.table(&[say!(ColumnToConfirm), say!(ColumnReadAs), say!(ColumnWritten)], rows)?;
    }
    Ok(())
}

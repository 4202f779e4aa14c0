//! `aiguillage match`: one need, or a file of needs.

use std::collections::HashMap;
use std::path::Path;

use aiguillage::geography::Geography;
use aiguillage::{Diagnostic, Match, MatchOptions, Matches, Router};

use crate::match_rows::{COLUMNS, lines, rows};
use crate::output::Output;
use crate::route_arguments::Arguments;
use crate::said::say;
use crate::spoken::language;
use crate::{Failure, company, doubtful, findings, route_file, sources};

fn options(arguments: &Arguments, output: &mut Output) -> Result<MatchOptions, Failure> {
    let load = counts(arguments.load.as_deref(), MatchOptions::read_load, output)?;
    let received = counts(arguments.received.as_deref(), MatchOptions::read_received, output)?;
    Ok(MatchOptions {
        limit: arguments.limit,
        per_institution: arguments.per_institution,
        load,
        share: arguments.share,
        received,
        absent: arguments.absent,
        full: arguments.full,
    })
}

pub(crate) fn run(arguments: Arguments, output: &mut Output) -> Result<(), Failure> {
    let router = sources::router(&arguments.directory, arguments.lenient, output)?;
    let options = options(&arguments, output)?;
    if let Some(file) = &arguments.needs {
        return route_file::run(&arguments, &router, file, &options, output);
    }
    let need = company::completed(arguments.need.need()?, arguments.need.company.as_deref(), output)?;
    let matches = router.match_experts_with(&need, &options)?;
    if matches.is_commune_likely() {
        doubtful::tell(matches.commune().code(), matches.commune().name(), output);
    }
    if matches.headcount_differs() {
        output.remark(&say!(KindHeadcount), &say!(HeadcountDiffers));
    }
    if arguments.json {
        for one in lines(need.id.as_deref(), None, &matches) {
            output.json(&one)?;
        }
    } else if arguments.csv {
        output.csv(&COLUMNS, rows(need.id.as_deref(), None, &matches))?;
    } else {
        show(&router, &matches, output)?;
    }
    if matches.is_empty() { Err(Failure::Found) } else { Ok(()) }
}

fn show(router: &Router, matches: &Matches<'_>, output: &mut Output) -> Result<(), Failure> {
    let geography = router.directory().geography();
    let name = matches.commune().name();
    if matches.is_empty() {
        output.line(say!(NobodyInCommune { commune: name }))?;
        return Ok(());
    }
    output.line(match matches.len() {
        1 => say!(OneExpert { commune: name }),
        count => say!(SomeExperts { count, commune: name }),
    })?;
    let rows = matches.iter().map(|one| {
        let contact =
            [&one.expert.email, &one.expert.phone].into_iter().flatten().cloned().collect::<Vec<_>>();
        vec![
            format!("{}\n{}", one.expert.name, contact.join("  ")),
            format!("{}\n{}", one.institution.name, one.antenne.name),
            format!("{}\n({})", zone(geography, &one), one.zone_owner.label_in(language())),
            remarks(&one),
        ]
    });
    output.table(
        &[
            say!(ColumnExpert),
            say!(ColumnInstitutionAntenne),
            say!(ColumnZoneThatCovers),
            say!(ColumnRemarks),
        ],
        rows,
    )?;
    Ok(())
}

fn zone(geography: &Geography, one: &Match<'_>) -> String {
    format!("{} {}", one.zone, geography.zone_name(one.zone).unwrap_or_default()).trim_end().to_owned()
}

fn remarks(one: &Match<'_>) -> String {
    let note = one.note.as_deref().map(str::to_owned);
    let instead = one.instead_of.map(|absent| say!(InsteadOf { name: absent.name }));
    let absent = one.absent_until.map(|until| say!(AbsentUntil { day: until }));
    let fields: Vec<&str> = one.unverified.iter().map(|field| field.as_str()).collect();
    let unverified = (!fields.is_empty()).then(|| say!(Unverified { fields: fields.join(", ") }));
    [note, instead, absent, unverified].into_iter().flatten().collect::<Vec<_>>().join("\n")
}

/// What the host counts of experts, by id.
type CountById = HashMap<String, f64>;

/// Reads what the host counts. With a row left out, needs would go to experts who are full.
fn counts(
    path: Option<&Path>,
    read: impl Fn(&str, &[u8]) -> Result<CountById, Vec<Diagnostic>>,
    output: &mut Output,
) -> Result<Option<CountById>, Failure> {
    let Some(path) = path else { return Ok(None) };
    let bytes = sources::read(path)?;
    read(&path.display().to_string(), &bytes).map(Some).map_err(|found| {
        findings::complain(&found, Some(Path::new(".")), output);
        Failure::Refused(say!(CannotBeUsed { path: path.display(), count: findings::count(&found) }))
    })
}

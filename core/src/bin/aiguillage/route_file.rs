//! `aiguillage match --needs`: a file of needs, a summary, and all matches for machines.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::Path;
use std::time::{Duration, Instant};

use aiguillage::geography::PostalReading;
use aiguillage::{MatchOptions, Matches, Need, NeedError, Router};
use indicatif::{ProgressBar, ProgressStyle};

use crate::match_rows::{COLUMNS, Line, lines, rows};
use crate::output::{Output, grouped, watched, write_csv};
use crate::route_arguments::Arguments;
use crate::said::say;
use crate::spoken::language;
use crate::{Failure, sources};

/// So many needs are routed between two steps of the progress bar.
const CHUNK: usize = 10_000;

/// A need of the file: its line, its id, who was found.
struct Routed<'r> {
    line: u32,
    id: Option<String>,
    matches: Matches<'r>,
}

pub(crate) fn run(
    arguments: &Arguments,
    router: &Router,
    file: &Path,
    options: &MatchOptions,
    output: &mut Output,
) -> Result<(), Failure> {
    if let Some(result) = &arguments.output {
        let inputs = [Some(&arguments.directory), arguments.needs.as_ref(), arguments.load.as_ref()];
        sources::refuse_inputs(result, inputs.into_iter().flatten())?;
    }
    let sources::Needs { rows, lost } = sources::needs(file, output)?;
    let given = rows.len() + lost;
    let mut faults: Vec<(u32, NeedError)> = Vec::new();
    let mut sound: Vec<(u32, Need)> = Vec::with_capacity(rows.len());
    for (line, need) in rows {
        match need {
            Ok(need) => sound.push((line, need)),
            Err(error) => faults.push((line, error)),
        }
    }
    tell_postal_codes(router, &sound, file, output);
    let (routed, elapsed) = route(router, sound, options, &mut faults)?;
    faults.sort_by_key(|(line, _)| *line);
    for (line, error) in &faults {
        output.fault(file, *line, error);
    }
    let faulty = faults.len() + lost;
    if let Some(path) = &arguments.output {
        let is_json = sources::is_json_lines(path) || arguments.json;
        sources::write(path, |to| write(&routed, is_json, to))?;
        summary(router, given, &routed, faulty, elapsed, output)?;
        output.line(say!(AllMatchesIn { path: path.display() }))?;
    } else if arguments.json {
        for one in routed.iter().flat_map(json_lines) {
            output.json(&one)?;
        }
    } else if arguments.csv {
        output.csv(&COLUMNS, routed.iter().flat_map(csv_rows))?;
    } else {
        sample(&routed, output)?;
        summary(router, given, &routed, faulty, elapsed, output)?;
        output.line(say!(WriteAllMatches))?;
    }
    if faulty == 0 { Ok(()) } else { Err(Failure::Found) }
}

/// Says that the communes of the needs look like postal codes.
fn tell_postal_codes(router: &Router, needs: &[(u32, Need)], file: &Path, output: &mut Output) {
    let mut reading = PostalReading::default();
    for code in needs.iter().filter_map(|(_, need)| need.only_commune()) {
        reading.add(router.directory().geography(), code);
    }
    if let Some(doubt) = reading.doubt_in(language()) {
        output.remark("commune", &format!("{}: {doubt}", file.display()));
    }
}

fn route<'r>(
    router: &'r Router,
    needs: Vec<(u32, Need)>,
    options: &MatchOptions,
    faults: &mut Vec<(u32, NeedError)>,
) -> Result<(Vec<Routed<'r>>, Duration), Failure> {
    let bar = if watched() && needs.len() > CHUNK {
        ProgressBar::new(needs.len() as u64)
    } else {
        ProgressBar::hidden()
    };
    if let Ok(style) = ProgressStyle::with_template(&say!(NeedsPerSecond)) {
        bar.set_style(style);
    }
    let (lines, needs): (Vec<u32>, Vec<Need>) = needs.into_iter().unzip();
    let mut routed = Vec::with_capacity(needs.len());
    let mut elapsed = Duration::ZERO;
    for (lines, needs) in lines.chunks(CHUNK).zip(needs.chunks(CHUNK)) {
        let begun = Instant::now();
        let results = router.match_batch(needs, options)?;
        elapsed += begun.elapsed();
        for ((line, need), result) in lines.iter().zip(needs).zip(results) {
            match result {
                Ok(matches) => routed.push(Routed { line: *line, id: need.id.clone(), matches }),
                Err(error) => faults.push((*line, error)),
            }
        }
        bar.inc(needs.len() as u64);
    }
    bar.finish_and_clear();
    Ok((routed, elapsed))
}

fn summary(
    router: &Router,
    given: usize,
    routed: &[Routed<'_>],
    faulty: usize,
    elapsed: Duration,
    output: &mut Output,
) -> Result<(), Failure> {
    let mut institutions: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let mut matches = 0;
    for one in routed {
        let mut of_need: BTreeMap<&str, usize> = BTreeMap::new();
        for found in one.matches.iter() {
            let name =
                router.directory().institution(&found.institution.id).map_or("", |own| own.name.as_str());
            *of_need.entry(name).or_default() += 1;
            matches += 1;
        }
        for (name, count) in of_need {
            let counts = institutions.entry(name).or_default();
            counts.0 += 1;
            counts.1 += count;
        }
    }
    let nobody = routed.iter().filter(|one| one.matches.is_empty()).count();
    let mut institutions: Vec<_> = institutions.into_iter().collect();
    institutions.sort_by_key(|(name, (needs, _))| (std::cmp::Reverse(*needs), *name));
    let rows = institutions.into_iter().map(|(name, (needs, matches))| {
        vec![name.to_owned(), grouped(needs as u64), grouped(matches as u64)]
    });
    output.table(&[say!(ColumnInstitution), say!(ColumnNeeds), say!(ColumnMatches)], rows)?;
    let count = |number: usize| grouped(number as u64);
    output.line(say!(NeedsRouted {
        needs: count(given),
        routed: count(routed.len() - nobody),
        matches: count(matches),
        nobody: count(nobody),
        faulty: count(faulty)
    }))?;
    let likely = routed.iter().filter(|one| one.matches.is_commune_likely()).count();
    if likely > 0 {
        output.line(say!(LikelyCommunes { count: count(likely) }))?;
    }
    #[expect(clippy::cast_precision_loss, reason = "a rate to look at")]
    let rate = routed.len() as f64 / elapsed.as_secs_f64().max(1e-9);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a rate to look at")]
    let rate = grouped(rate as u64);
    output.line(say!(MatchedIn {
        elapsed: format!("{elapsed:.1?}"),
        rate,
        rules: router.directory().rules()
    }))?;
    Ok(())
}

/// The first matches, to see what they look like.
fn sample(routed: &[Routed<'_>], output: &mut Output) -> Result<(), Failure> {
    const NEEDS: usize = 5;
    const MATCHES: usize = 2;
    let rows = routed.iter().take(NEEDS).flat_map(|one| {
        let name = one.id.clone().unwrap_or_else(|| say!(NumberedLine { line: one.line }));
        let more = one.matches.len().saturating_sub(MATCHES);
        let mut rows: Vec<Vec<String>> = one
            .matches
            .iter()
            .take(MATCHES)
            .map(|found| {
                vec![
                    name.clone(),
                    found.subject.label.clone(),
                    found.expert.name.clone(),
                    found.zone.to_string(),
                ]
            })
            .collect();
        if more > 0 {
            rows.push(vec![name.clone(), String::new(), say!(AndSomeMore { count: more }), String::new()]);
        }
        rows
    });
    output.table(
        &[say!(ColumnNeed), say!(ColumnSubject), say!(ColumnExpert), say!(ColumnZoneThatCovers)],
        rows,
    )?;
    Ok(())
}

fn write(routed: &[Routed<'_>], json: bool, to: &mut dyn Write) -> io::Result<()> {
    if !json {
        return write_csv(to, &COLUMNS, routed.iter().flat_map(csv_rows));
    }
    for one in routed.iter().flat_map(json_lines) {
        serde_json::to_writer(&mut *to, &one)?;
        writeln!(to)?;
    }
    Ok(())
}

fn csv_rows(one: &Routed<'_>) -> Vec<Vec<String>> {
    rows(one.id.as_deref(), Some(one.line), &one.matches)
}

fn json_lines<'m>(one: &'m Routed<'_>) -> Vec<Line<'m>> {
    lines(one.id.as_deref(), Some(one.line), &one.matches)
}

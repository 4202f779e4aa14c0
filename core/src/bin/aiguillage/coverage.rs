//! `aiguillage coverage`: where experts are missing, and where an institution has several.

use std::path::PathBuf;

use aiguillage::coverage::{Coverage, CoverageQuery};
use aiguillage::geography::Zone;
use clap::Args;

use crate::need_flags::FactFlags;
use crate::output::{Output, grouped};
use crate::said::say;
use crate::{Failure, picture, sources};

#[derive(Args)]
pub(crate) struct Arguments {
    /// A folder of CSV files, a JSON document or a snapshot
    directory: PathBuf,
    /// One subject; if not given, all, or those that the institution handles
    #[arg(long)]
    subject: Option<String>,
    /// Look at subjects too that the institution does not handle
    #[arg(long, requires = "institution", conflicts_with = "subject")]
    all_subjects: bool,
    /// The territory to look at, such as region:32; may be repeated; France if not given
    #[arg(long = "zone", value_name = "ZONE")]
    zones: Vec<Zone>,
    /// One institution whose experts count; all if not given
    #[arg(long)]
    institution: Option<String>,
    /// A day: experts who are away on it do not count
    #[arg(long, value_name = "DATE")]
    present_on: Option<jiff::civil::Date>,
    #[command(flatten)]
    facts: FactFlags,
    /// Print gaps and overlaps as CSV
    #[arg(long, conflicts_with = "json")]
    csv: bool,
    /// Print one JSON object
    #[arg(long)]
    json: bool,
    /// Draw the territory and a matrix of subjects by département
    #[arg(long, value_name = "FILE")]
    svg: Option<PathBuf>,
}

pub(crate) fn run(arguments: &Arguments, output: &mut Output) -> Result<(), Failure> {
    if let Some(picture) = &arguments.svg {
        sources::refuse_inputs(picture, [&arguments.directory])?;
    }
    let router = sources::router(&arguments.directory, false, output)?;
    let query = CoverageQuery {
        subject: arguments.subject.clone(),
        all_subjects: arguments.all_subjects,
        zones: arguments.zones.clone(),
        institution: arguments.institution.clone(),
        profile: if arguments.facts.is_empty() { None } else { Some(arguments.facts.profile()?) },
        on: arguments.present_on,
    };
    let coverage = router.coverage(&query)?;
    if let (Some(institution), []) = (&query.institution, coverage.subjects.as_slice()) {
        output.remark(&say!(KindCoverage), &say!(NoSubjectOf { institution }));
    }
    if let Some(path) = &arguments.svg {
        let drawn = picture::draw(&coverage, router.directory().geography());
        sources::write(path, |to| to.write_all(drawn.as_bytes()))?;
    }
    if arguments.json {
        output.json(&coverage)?;
    } else if arguments.csv {
        output.csv(&COLUMNS, rows(&coverage))?;
    } else if let [only] = coverage.subjects.as_slice() {
        one(&coverage, only, output)?;
    } else {
        all(&coverage, output)?;
    }
    match coverage.subjects.iter().any(|subject| !subject.gaps.is_empty()) {
        true => Err(Failure::Found),
        false => Ok(()),
    }
}

const COLUMNS: [&str; 7] = ["subject", "kind", "institution", "zone", "name", "communes", "population"];

fn rows(coverage: &Coverage<'_>) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for subject in &coverage.subjects {
        let mut add = |kind: &str, institution: &str, area: &aiguillage::coverage::Area<'_>| {
            rows.push(vec![
                subject.subject.id.clone(),
                kind.to_owned(),
                institution.to_owned(),
                area.zone.to_string(),
                area.name.to_owned(),
                area.communes.to_string(),
                area.population.to_string(),
            ]);
        };
        subject.gaps.iter().for_each(|area| add("gap", "", area));
        subject.overlaps.iter().for_each(|overlap| add("overlap", &overlap.institution.id, &overlap.area));
    }
    rows
}

fn one(
    coverage: &Coverage<'_>,
    subject: &aiguillage::coverage::SubjectCoverage<'_>,
    output: &mut Output,
) -> Result<(), Failure> {
    output.line(say!(SubjectLookedAt {
        subject: subject.subject.label,
        communes: grouped(coverage.communes as u64),
        people: grouped(coverage.population)
    }))?;
    if subject.gaps.is_empty() {
        output.line(say!(SomebodyEverywhere))?;
    } else {
        let rows = subject.gaps.iter().map(|area| {
            vec![
                area.zone.to_string(),
                area.name.to_owned(),
                grouped(area.communes as u64),
                grouped(area.population),
            ]
        });
        output.table(
            &[say!(ColumnNobodyIn), say!(ColumnName), say!(ColumnCommunes), say!(ColumnInhabitants)],
            rows,
        )?;
        output.line(say!(Gaps {
            communes: grouped(subject.gap_communes as u64),
            people: grouped(subject.gap_population)
        }))?;
    }
    if !subject.overlaps.is_empty() {
        let rows = subject.overlaps.iter().map(|overlap| {
            let area = &overlap.area;
            vec![
                overlap.institution.name.clone(),
                area.zone.to_string(),
                area.name.to_owned(),
                grouped(area.population),
            ]
        });
        output.table(
            &[say!(ColumnTwoOrMoreOf), say!(ColumnIn), say!(ColumnName), say!(ColumnInhabitants)],
            rows,
        )?;
    }
    Ok(())
}

fn all(coverage: &Coverage<'_>, output: &mut Output) -> Result<(), Failure> {
    output.line(say!(LookedAt {
        communes: grouped(coverage.communes as u64),
        people: grouped(coverage.population)
    }))?;
    let rows = coverage.subjects.iter().map(|subject| {
        const MOST: usize = 3;
        let mut gaps: Vec<&str> = subject.gaps.iter().take(MOST).map(|area| area.name).collect();
        if subject.gaps.len() > MOST {
            gaps.push("…");
        }
        vec![
            subject.subject.id.clone(),
            grouped(subject.gap_communes as u64),
            grouped(subject.gap_population),
            gaps.join(", "),
        ]
    });
    output.table(
        &[
            say!(ColumnSubject),
            say!(ColumnCommunesWithoutAnybody),
            say!(ColumnTheirInhabitants),
            say!(ColumnSuchAs),
        ],
        rows,
    )?;
    Ok(())
}

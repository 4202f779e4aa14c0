//! Matches as rows of CSV, and as lines of JSON.

use std::ops::Not;

use aiguillage::{Match, Matches};
use serde::Serialize;

/// The columns of matches as CSV.
pub(crate) const COLUMNS: [&str; 15] = [
    "need",
    "line",
    "rank",
    "expert",
    "antenne",
    "institution",
    "subject",
    "zone",
    "zone_owner",
    "note",
    "absent_until",
    "unverified",
    "commune",
    "commune_is_likely",
    "instead_of",
];

/// A row for each match of a need, of the file's line if there is one.
pub(crate) fn rows(need: Option<&str>, line: Option<u32>, matches: &Matches<'_>) -> Vec<Vec<String>> {
    let place = [matches.commune().code(), if matches.is_commune_likely() { "true" } else { "" }];
    let row = |(rank, one)| {
        let mut cells = row(need, line, rank, &one);
        cells.extend(place.map(str::to_owned));
        cells.push(one.instead_of.map(|absent| absent.id.clone()).unwrap_or_default());
        cells
    };
    (1..).zip(matches.iter()).map(row).collect()
}

/// A match as a line of JSON; what tells the needs of a file apart is left out of that of one.
#[derive(Serialize)]
pub(crate) struct Line<'m> {
    #[serde(flatten)]
    found: Match<'m>,
    #[serde(flatten)]
    of_file: Option<OfFile<'m>>,
    commune: &'m str,
    #[serde(skip_serializing_if = "Not::not")]
    commune_is_likely: bool,
}

/// Where a match stands among those of a file.
#[derive(Serialize)]
struct OfFile<'m> {
    need: Option<&'m str>,
    line: u32,
    rank: usize,
}

/// The same as lines of JSON.
pub(crate) fn lines<'m>(need: Option<&'m str>, line: Option<u32>, matches: &'m Matches<'_>) -> Vec<Line<'m>> {
    let object = |(rank, found)| Line {
        found,
        of_file: line.map(|line| OfFile { need, line, rank }),
        commune: matches.commune().code(),
        commune_is_likely: matches.is_commune_likely(),
    };
    (1..).zip(matches.iter()).map(object).collect()
}

fn row(need: Option<&str>, line: Option<u32>, rank: usize, one: &Match<'_>) -> Vec<String> {
    let fields: Vec<&str> = one.unverified.iter().map(|field| field.as_str()).collect();
    vec![
        need.unwrap_or_default().to_owned(),
        line.map(|line| line.to_string()).unwrap_or_default(),
        rank.to_string(),
        one.expert.id.clone(),
        one.antenne.id.clone(),
        one.institution.id.clone(),
        one.subject.id.clone(),
        one.zone.to_string(),
        one.zone_owner.to_string(),
        one.note.as_deref().unwrap_or_default().to_owned(),
        one.absent_until.map(|until| until.to_string()).unwrap_or_default(),
        fields.join(" "),
    ]
}

//! Matches as rows of CSV, and as lines of JSON.

use aiguillage::{Match, Matches};
use serde_json::{Value, json};

/// The columns of matches as CSV.
pub(crate) const COLUMNS: [&str; 14] = [
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
];

/// A row for each match of a need, of the file's line if there is one.
pub(crate) fn rows(need: Option<&str>, line: Option<u32>, matches: &Matches<'_>) -> Vec<Vec<String>> {
    let place = [matches.commune().code(), if matches.is_commune_likely() { "true" } else { "" }];
    let row = |(rank, one)| {
        let mut cells = row(need, line, rank, &one);
        cells.extend(place.map(str::to_owned));
        cells
    };
    (1..).zip(matches.iter()).map(row).collect()
}

/// The same as JSON objects; a need of no file has no line.
pub(crate) fn objects(need: Option<&str>, line: Option<u32>, matches: &Matches<'_>) -> Vec<Value> {
    let object = |(rank, found): (usize, Match<'_>)| {
        let mut value = serde_json::to_value(&found).unwrap_or_default();
        if let Some(line) = line {
            value["need"] = json!(need);
            value["line"] = json!(line);
            value["rank"] = json!(rank);
        }
        value["commune"] = json!(matches.commune().code());
        if matches.is_commune_likely() {
            value["commune_is_likely"] = json!(true);
        }
        value
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

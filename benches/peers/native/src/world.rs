//! What `export` wrote.

use std::path::{Path, PathBuf};

use aiguillage::Need as OurNeed;
use serde_json::Value;

use crate::Fallible;

/// Columns after subject, zone and expert, as `rows.tsv` has them.
pub(crate) const COLUMNS: [&str; 12] = [
    "opco",
    "activities",
    "years_min",
    "years_min_lax",
    "years_below",
    "years_below_lax",
    "heads_min",
    "heads_min_lax",
    "heads_below",
    "heads_below_lax",
    "lists",
    "answers",
];

/// One expert in one zone for one subject.
pub(crate) struct Row {
    pub(crate) subject: i64,
    pub(crate) zone: i64,
    pub(crate) expert: i64,
    pub(crate) tests: [i64; 12],
}

/// A need as a host has it, its columns, and the answer.
pub(crate) struct Need {
    pub(crate) need: OurNeed,
    pub(crate) subject: i64,
    pub(crate) zones: Vec<i64>,
    pub(crate) opco: i64,
    pub(crate) activities: i64,
    pub(crate) years: [i64; 2],
    pub(crate) heads: [i64; 2],
    pub(crate) rejected: i64,
    pub(crate) answers: i64,
    pub(crate) expected: Vec<i64>,
}

pub(crate) struct World {
    pub(crate) folder: PathBuf,
    pub(crate) rows: Vec<Row>,
    pub(crate) needs: Vec<Need>,
}

impl World {
    pub(crate) fn read(folder: &Path, needs: usize) -> Fallible<World> {
        let rows =
            std::fs::read_to_string(folder.join("rows.tsv"))?.lines().map(row).collect::<Fallible<_>>()?;
        let lines = std::fs::read_to_string(folder.join("needs.jsonl"))?;
        let needs = lines.lines().take(needs).map(need).collect::<Fallible<_>>()?;
        Ok(World { folder: folder.to_owned(), rows, needs })
    }
}

fn row(line: &str) -> Fallible<Row> {
    let cells = line.split('\t').map(str::parse).collect::<Result<Vec<i64>, _>>()?;
    Ok(Row { subject: cells[0], zone: cells[1], expert: cells[2], tests: cells[3..].try_into()? })
}

fn need(line: &str) -> Fallible<Need> {
    let value: Value = serde_json::from_str(line)?;
    let columns = &value["columns"];
    let number = |value: &Value| value.as_i64().unwrap_or_default();
    let pair = |name: &str| [number(&columns[name][0]), number(&columns[name][1])];
    let list = |value: &Value| value.as_array().into_iter().flatten().map(number).collect();
    let ids = value["expected"].as_array().into_iter().flatten().filter_map(Value::as_str);
    let mut expected: Vec<i64> =
        ids.filter_map(|id| id.rsplit('-').next()).filter_map(|number| number.parse().ok()).collect();
    expected.sort_unstable();
    Ok(Need {
        need: OurNeed::from_json(&value["need"].to_string())?,
        subject: number(&columns["subject"]),
        zones: list(&columns["zones"]),
        opco: number(&columns["opco"]),
        activities: number(&columns["activities"]),
        years: pair("years"),
        heads: pair("heads"),
        rejected: number(&columns["rejected"]),
        answers: number(&columns["answers"]),
        expected,
    })
}

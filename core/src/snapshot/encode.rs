//! From a directory to format 2.

use super::format::{Document, EXPERTS_OF_A_PART, Part};
use crate::directory::Directory;
use crate::record::Stored;
use crate::record::stored::{StoreError, Tables, Writer};

pub(super) fn payload(directory: &Directory) -> Result<Vec<u8>, StoreError> {
    let mut tables = Tables::default();
    let mut lists: Vec<(Part, Vec<Vec<u8>>)> = vec![
        (Part::Territories, list(directory.territories(), &mut tables)?),
        (Part::Themes, list(directory.themes(), &mut tables)?),
        (Part::Subjects, list(directory.subjects(), &mut tables)?),
        (Part::Institutions, list(directory.institutions(), &mut tables)?),
        (Part::Antennes, list(directory.antennes(), &mut tables)?),
    ];
    let mut experts = Vec::new();
    for part in directory.experts().chunks(EXPERTS_OF_A_PART) {
        experts.extend(list(part, &mut tables)?);
    }
    lists.push((Part::Experts, experts));
    lists.push((Part::OpcoByZone, list(directory.opco_by_zone(), &mut tables)?));
    if let Some(rows) = directory.own_naf_correspondence() {
        // A table without rows is written too: it is another thing than no table.
        lists.push((Part::NafCorrespondence, vec![list_of(rows, &mut tables)?]));
    }
    lists.push((Part::Examples, list(directory.examples(), &mut tables)?));
    let zones: Vec<String> = tables.zones.values().iter().map(ToString::to_string).collect();
    let mut document = Document::default();
    document.add(Part::Texts, tables.texts.values().iter().map(String::as_bytes).collect());
    document.add(Part::Zones, zones.iter().map(String::as_bytes).collect());
    document.add(Part::Rules, vec![directory.rules().as_str().as_bytes()]);
    document.add(Part::Seed, directory.seed().iter().map(|seed| seed.as_str().as_bytes()).collect());
    for (part, strings) in &lists {
        document.add(*part, strings.iter().map(Vec::as_slice).collect());
    }
    document.write()
}

/// The records of a list as one byte string; none where there are no records.
fn list<T: Stored>(records: &[T], tables: &mut Tables) -> Result<Vec<Vec<u8>>, StoreError> {
    if records.is_empty() {
        return Ok(Vec::new());
    }
    Ok(vec![list_of(records, tables)?])
}

fn list_of<T: Stored>(records: &[T], tables: &mut Tables) -> Result<Vec<u8>, StoreError> {
    let mut writer = Writer::new(tables);
    writer.list(records)?;
    Ok(writer.into_bytes())
}

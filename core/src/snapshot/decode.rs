//! From format 2 to a directory. Whatever a sound directory promises is checked again: the bytes may
//! come from anywhere. Values are checked by the kinds of their fields, as where files are read, and
//! what records say of each other by [`soundness`](crate::directory::soundness).

use std::sync::Arc;

use super::format::{Document, Part};
use crate::codes::repair::is_unseen;
use crate::directory::soundness::{self, Known};
use crate::directory::substitutes;
use crate::directory::{Content, Expert, InstitutionNames, RulesVersion, Seed, Territory};
use crate::geography::{Geography, Zone};
use crate::language::UnknownWord;
use crate::parallel::each;
use crate::record::Stored;
use crate::record::stored::{Reader, RestoreError, RestoredTables};

pub(super) fn content(
    payload: &[u8],
    geography: &Geography,
) -> Result<(Content, InstitutionNames), RestoreError> {
    let document = Document::read(payload)?;
    let zones = document.texts(Part::Zones)?.into_iter().map(|text| zone(text, geography));
    let texts = document.texts(Part::Texts)?;
    // Readers of files take these away.
    if texts.iter().any(|text| text.contains(is_unseen)) {
        return Err(RestoreError::malformed("a text holds characters that nobody sees"));
    }
    let mut tables =
        RestoredTables { texts, zones: zones.collect::<Result<_, _>>()?, ..RestoredTables::default() };
    let territories: Vec<Territory> = list(document.part(Part::Territories), &tables)?;
    tables.territories =
        territories.iter().map(|territory| (territory.id.clone(), territory.zones.clone())).collect();
    let mut content = Content {
        territories: Arc::new(territories),
        themes: Arc::new(list(document.part(Part::Themes), &tables)?),
        subjects: Arc::new(list(document.part(Part::Subjects), &tables)?),
        institutions: Arc::new(list(document.part(Part::Institutions), &tables)?),
        antennes: Arc::new(list(document.part(Part::Antennes), &tables)?),
        experts: Vec::new(),
        opco_by_zone: Arc::new(list(document.part(Part::OpcoByZone), &tables)?),
        rules: rules(&document)?,
        seed: seed(&document)?,
        naf_correspondence: match document.part(Part::NafCorrespondence) {
            [] => None,
            rows => Some(Arc::new(list(rows, &tables)?)),
        },
        examples: Arc::new(list(document.part(Part::Examples), &tables)?),
    };
    let (known, names) = soundness::check(&content).map_err(RestoreError::Malformed)?;
    let experts = experts(document.part(Part::Experts), &tables, &known)?;
    soundness::check_ids("expert", experts.iter().map(|expert| expert.id.as_str()))
        .map_err(RestoreError::Malformed)?;
    if let Some((.., fault)) = substitutes::faults(&experts).first() {
        return Err(RestoreError::malformed(fault.message().to_string()));
    }
    content.experts = experts;
    Ok((content, names))
}

/// The experts, part by part on every core.
fn experts(parts: &[&[u8]], tables: &RestoredTables<'_>, known: &Known) -> Result<Vec<Expert>, RestoreError> {
    let part = |number: usize| {
        let experts: Vec<Expert> = list(&parts[number..=number], tables)?;
        experts.iter().try_for_each(|expert| known.check_expert(expert)).map_err(RestoreError::Malformed)?;
        Ok(experts)
    };
    let restored = each(0..parts.len(), part).into_iter().collect::<Result<Vec<_>, RestoreError>>()?;
    Ok(restored.into_iter().flatten().collect())
}

/// The records of a list, which may be written in several byte strings.
fn list<T: Stored>(strings: &[&[u8]], tables: &RestoredTables<'_>) -> Result<Vec<T>, RestoreError> {
    let mut records = Vec::new();
    for bytes in strings {
        let mut reader = Reader::new(bytes, tables);
        records.append(&mut reader.list()?);
        reader.end()?;
    }
    Ok(records)
}

fn rules(document: &Document<'_>) -> Result<RulesVersion, RestoreError> {
    match document.texts(Part::Rules)?.as_slice() {
        [rules] => rules.parse().map_err(|error: UnknownWord| RestoreError::malformed(error.to_string())),
        _ => Err(RestoreError::malformed("there is no version of the rules, or several")),
    }
}

fn seed(document: &Document<'_>) -> Result<Option<Seed>, RestoreError> {
    match document.texts(Part::Seed)?.as_slice() {
        [] => Ok(None),
        // A seed with blanks around it would draw otherwise once it was written and read again.
        [text] => match Seed::new(text).filter(|seed| seed.as_str() == *text) {
            Some(seed) if !text.contains(is_unseen) => Ok(Some(seed)),
            _ => Err(RestoreError::malformed("the seed is blank, or holds what reading takes away")),
        },
        _ => Err(RestoreError::malformed("there are several seeds")),
    }
}

fn zone(text: &str, geography: &Geography) -> Result<Zone, RestoreError> {
    let zone: Zone = text
        .parse()
        .map_err(|error: crate::geography::ZoneError| RestoreError::malformed(error.to_string()))?;
    match geography.has_zone(zone) {
        true => Ok(zone),
        false => Err(RestoreError::malformed(format!("there is no zone `{zone}` in this geography"))),
    }
}

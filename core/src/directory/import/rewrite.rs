//! What drafts say, written over the records of the directory: what the sheets do not speak of stays, and
//! what they say in other words is no change.

use super::super::source::{Field, Kind, Record, Source, Value};
use super::draft::{Draft, DraftCompetence, DraftMember, Placed};
use crate::codes::phone::phone_digits;
use crate::diagnostic::{DiagnosticCode, Place, Report};
use crate::geography::{ListedZone, Zone, ZoneKind};
use crate::language::sentence;
use crate::text::{fold, shorten};

/// The parts of the experts that are rewritten, by the number of the expert.
type Parts = std::collections::HashMap<usize, Vec<Record>>;

/// Writes drafts over the experts that they were recognised as.
pub(super) fn experts(source: &mut Source, drafts: Vec<(usize, Draft)>, is_whole: bool, report: &mut Report) {
    let numbers = drafts.iter().map(|(number, _)| *number).collect();
    let mut competences = source.take_parts(Kind::Competence, Kind::Expert, &numbers);
    let mut members = source.take_parts(Kind::Member, Kind::Expert, &numbers);
    for (number, draft) in drafts {
        let part = |parts: &mut Parts| parts.remove(&number).unwrap_or_default();
        let (competences, members) = (part(&mut competences), part(&mut members));
        if let Some(record) = source.record_mut(Kind::Expert, number) {
            fields(record, &draft, report);
        }
        let parent = Some((Kind::Expert, number));
        for record in merged_competences(competences, &draft) {
            source.push(Kind::Competence, Record { parent, ..record });
        }
        for record in merged_members(members, draft.members, is_whole && draft.is_team) {
            source.push(Kind::Member, Record { parent, ..record });
        }
    }
}

fn fields(record: &mut Record, draft: &Draft, report: &mut Report) {
    // Findings on the expert stand where the sheet names it.
    record.place = draft.at;
    let scope = &draft.scope;
    set(record, "antenne", Some(&draft.antenne), |known, said| known == said);
    if scope.name {
        set(record, "name", Some(&draft.name), is_same_name);
    }
    if scope.email && draft.lost_email.is_none() {
        set(record, "email", draft.email.as_ref(), |known, said| known.to_lowercase() == said.to_lowercase());
    }
    if scope.phone {
        set(record, "phone", draft.phone.as_ref(), is_same_phone);
    }
    if scope.job {
        set(record, "job", draft.job.as_ref(), |known, said| known == said);
    }
    if !draft.lost_zones {
        zones(record, draft.at, &draft.zones, &scope.zones, report);
    }
}

/// Sets a field to what a sheet says, or takes it away, unless it says the same already.
fn set(record: &mut Record, name: &'static str, said: Option<&Placed>, is_same: impl Fn(&str, &str) -> bool) {
    let known = record.field(name).filter(|field| !field.value.is_blank());
    if let (Some(known), Some((said, _))) = (known, said)
        && is_same(known.value.text(), said)
    {
        return;
    }
    record.fields.retain(|field| field.name != name);
    record.fields.extend(said.map(|(said, at)| Field { name, place: *at, value: Value::Text(said.clone()) }));
}

/// Whether two names are one. People write names in capitals, and without accents; a name with accents
/// that it lacked is a correction.
fn is_same_name(known: &str, said: &str) -> bool {
    let words = |name: &str| name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let accents = |name: &str| name.chars().filter(|c| !c.is_ascii()).count();
    let is_plainer = !said.chars().any(char::is_lowercase) || accents(said) < accents(known);
    words(known) == words(said) || is_plainer && fold(known) == fold(said)
}

pub(super) fn is_same_phone(known: &str, said: &str) -> bool {
    known == said || phone_digits(known) == phone_digits(said)
}

/// Sets the zones of the kinds that a sheet has columns for. A territory stays, and is told: beside the zones
/// of the sheet it may be what the sheet meant to replace.
pub(super) fn zones(
    record: &mut Record,
    at: Place,
    said: &[(Place, Value)],
    kinds: &[ZoneKind],
    report: &mut Report,
) {
    let known = record.field("zones").map(|field| &field.value);
    let known: &[(Place, Value)] = match known {
        Some(Value::List(zones)) => zones,
        _ => &[],
    };
    let is_of_kinds =
        |zone: &Value| zone.text().parse::<Zone>().is_ok_and(|zone| kinds.contains(&zone.kind()));
    let stands_in = |zones: &[(Place, Value)], zone: &Value| zones.iter().any(|(_, other)| other == zone);
    // A zone of the past is said in the column of its kind, and stands as what it held.
    let (replaced, kept): (Vec<_>, Vec<_>) =
        known.iter().cloned().partition(|(_, zone)| is_of_kinds(zone) || stands_in(said, zone));
    let is_same = replaced.len() == said.len()
        && (replaced == said || replaced.iter().all(|(_, zone)| stands_in(said, zone)));
    if is_same {
        return;
    }
    let territories: Vec<&str> = kept
        .iter()
        .map(|(_, zone)| zone.text())
        .filter(|zone| ListedZone::territory(zone).is_some())
        .collect();
    if !said.is_empty() && !territories.is_empty() {
        let told = territories.join(" ");
        let message = sentence!(TerritoryKept { territory: shorten(&told, 60) });
        report.add(DiagnosticCode::TerritoryKept, at, &told, message);
    }
    let zones: Vec<(Place, Value)> = kept.into_iter().chain(said.iter().cloned()).collect();
    record.fields.retain(|field| field.name != "zones");
    if !zones.is_empty() {
        record.fields.push(Field { name: "zones", place: at, value: Value::List(zones) });
    }
}

/// The competences of an expert: those that the sheets do not speak of, and those that they name. A note
/// that changed takes the place of the one before it, so that the zones of the competence stay.
fn merged_competences(known: Vec<Record>, draft: &Draft) -> Vec<Record> {
    let mut said: Vec<Option<&DraftCompetence>> = draft.competences.iter().map(Some).collect();
    let text = |record: &Record, name: &str| record.field(name).map(|field| field.value.text().to_owned());
    let mut take = |is_it: &dyn Fn(&DraftCompetence) -> bool| {
        said.iter_mut().find(|said| said.is_some_and(is_it)).and_then(Option::take)
    };
    // What is said as it stands comes first.
    let is_same: Vec<bool> = known
        .iter()
        .map(|record| {
            let (subject, note) = (text(record, "subject").unwrap_or_default(), text(record, "note"));
            take(&|said| said.subject == subject && said.note == note).is_some()
        })
        .collect();
    let mut merged = Vec::with_capacity(known.len());
    for (mut record, is_same) in known.into_iter().zip(is_same) {
        let subject = text(&record, "subject").unwrap_or_default();
        if is_same || !draft.scope.has_subject(&subject) {
            merged.push(record);
        } else if let Some(competence) = take(&|said| said.subject == subject) {
            let note = competence.note.clone().map(|note| (note, competence.at));
            set(&mut record, "note", note.as_ref(), |known, said| known == said);
            merged.push(record);
        }
    }
    merged.extend(said.into_iter().flatten().map(competence));
    merged
}

/// A competence as a record, without its parent.
pub(super) fn competence(draft: &DraftCompetence) -> Record {
    let text = |name, text: &String| Field { name, place: draft.at, value: Value::Text(text.clone()) };
    let note = draft.note.as_ref().map(|note| text("note", note));
    let fields = [text("subject", &draft.subject)].into_iter().chain(note).collect();
    Record { place: draft.at, parent: None, fields }
}

/// The members of a team: those that the sheets name, and the others, unless the sheets are whole.
fn merged_members(known: Vec<Record>, said: Vec<DraftMember>, is_whole: bool) -> Vec<Record> {
    let mut said: Vec<Option<DraftMember>> = said.into_iter().map(Some).collect();
    let mut merged = Vec::with_capacity(known.len());
    for mut record in known {
        let text = |name| record.field(name).map(|field| field.value.text().to_lowercase());
        let (name, email) = (text("name").unwrap_or_default(), text("email"));
        let is_it = |member: &DraftMember| {
            let said_email = member.email.as_ref().map(|(email, _)| email.to_lowercase());
            said_email.is_some() && said_email == email || fold(&member.name.0) == fold(&name)
        };
        match said.iter_mut().find(|said| said.as_ref().is_some_and(is_it)).and_then(Option::take) {
            Some(member) => {
                set(&mut record, "name", Some(&member.name), is_same_name);
                let is_same_email = |known: &str, said: &str| known.to_lowercase() == said.to_lowercase();
                if member.email.is_some() {
                    set(&mut record, "email", member.email.as_ref(), is_same_email);
                }
                if member.phone.is_some() {
                    set(&mut record, "phone", member.phone.as_ref(), is_same_phone);
                }
                merged.push(record);
            }
            None if is_whole => {}
            None => merged.push(record),
        }
    }
    merged.extend(said.iter().flatten().map(member));
    merged
}

/// A member as a record, without its parent.
pub(super) fn member(draft: &DraftMember) -> Record {
    let place = draft.name.1;
    let fields =
        [("name", Some(&draft.name)), ("email", draft.email.as_ref()), ("phone", draft.phone.as_ref())];
    let fields = fields.into_iter().filter_map(|(name, said)| {
        let (text, place) = said?;
        Some(Field { name, place: *place, value: Value::Text(text.clone()) })
    });
    Record { place, parent: None, fields: fields.collect() }
}

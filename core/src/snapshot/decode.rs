//! From format 1 to a directory. Whatever a sound directory promises is checked again: the bytes may
//! come from anywhere. What reading JSON or CSV would trim, or leave out as given twice, is refused,
//! so that a directory is the same in each of its forms.

use std::collections::{BTreeMap, HashSet};
use std::fmt::Display;
use std::hash::Hash;
use std::str::FromStr;
use std::sync::Arc;

use jiff::civil::Date;
use serde::Deserialize;

use super::{SnapshotError, format};
use crate::codes::{NafCode, NafVersion};
use crate::directory::check::is_email;
use crate::directory::{
    Absence, AnswerGroup, Antenne, Competence, Content, Criterion, Expert, ExpertRecord, Institution,
    InstitutionNames, NafCorrespondence, OpcoByZone,
};
use crate::geography::{Geography, Zone};
use crate::taxonomy::{Example, Question, Subject, Theme};
use crate::text::given;

type Checked<T> = Result<T, SnapshotError>;

pub(super) fn content(payload: &[u8], geography: &Geography) -> Checked<(Content, InstitutionNames)> {
    let document: format::Document<'_> = read(payload)?;
    let zones: Vec<Zone> =
        document.zones.iter().map(|zone| known_zone(zone, geography)).collect::<Checked<_>>()?;
    let mut decoder = Decoder { zones, content: Content::default(), names: InstitutionNames::default() };
    decoder.themes(&document.themes)?;
    decoder.subjects(&document.subjects)?;
    decoder.institutions(&document.institutions)?;
    decoder.antennes(&document.antennes)?;
    decoder.experts(&document.experts)?;
    decoder.rest(&document)?;
    Ok((decoder.content, decoder.names))
}

/// A whole value of the format, to the end of the bytes.
fn read<'b, T: Deserialize<'b>>(bytes: &'b [u8]) -> Checked<T> {
    let (value, rest) =
        postcard::take_from_bytes(bytes).map_err(|error| SnapshotError::malformed(error.to_string()))?;
    require(rest.is_empty(), "something follows the end")?;
    Ok(value)
}

struct Decoder {
    zones: Vec<Zone>,
    content: Content,
    names: InstitutionNames,
}

impl Decoder {
    fn themes(&mut self, themes: &[format::Theme<'_>]) -> Checked<()> {
        unique("theme", themes.iter().map(|theme| theme.id))?;
        for theme in themes {
            let zones = self.zones(&theme.zones)?;
            Arc::make_mut(&mut self.content.themes).push(Theme {
                id: theme.id.to_owned(),
                label: text(theme.label)?,
                zones,
            });
        }
        Ok(())
    }

    fn subjects(&mut self, subjects: &[format::Subject<'_>]) -> Checked<()> {
        unique("subject", subjects.iter().map(|subject| subject.id))?;
        let questions = || subjects.iter().flat_map(|subject| subject.questions.iter().map(|(id, _)| *id));
        unique("question", questions())?;
        require(!questions().any(|id| id.contains('=')), "the id of a question holds `=`")?;
        for subject in subjects {
            require(!subject.keywords.iter().any(|word| word.contains('|')), "a keyword holds `|`")?;
            let question =
                |(id, label): &(&str, &str)| Ok(Question { id: (*id).to_owned(), label: text(label)? });
            Arc::make_mut(&mut self.content.subjects).push(Subject {
                id: subject.id.to_owned(),
                theme: at(&self.content.themes, subject.theme)?.id.clone(),
                label: text(subject.label)?,
                description: maybe(subject.description)?,
                keywords: texts(&subject.keywords)?,
                archived: subject.archived,
                questions: subject.questions.iter().map(question).collect::<Checked<_>>()?,
            });
        }
        Ok(())
    }

    fn institutions(&mut self, institutions: &[format::Institution<'_>]) -> Checked<()> {
        unique("institution", institutions.iter().map(|institution| institution.id))?;
        for (number, institution) in institutions.iter().enumerate() {
            require(!institution.categories.iter().any(|name| spaced(name)), "a category holds white space")?;
            require(!institution.aliases.iter().any(|name| name.contains('|')), "an alias holds `|`")?;
            let criteria = self.criteria(&institution.criteria)?;
            let groups =
                institution.answer_groups.iter().map(|(subject, answers)| self.group(*subject, answers));
            let answer_groups = groups.collect::<Checked<_>>()?;
            self.names.add_id(institution.id, number);
            Arc::make_mut(&mut self.content.institutions).push(Institution {
                id: institution.id.to_owned(),
                name: text(institution.name)?,
                aliases: texts(&institution.aliases)?,
                categories: texts(&institution.categories)?,
                activities: parsed(&institution.activities)?,
                active: institution.active,
                single_taker: institution.single_taker,
                criteria,
                answer_groups,
            });
        }
        for (number, institution) in institutions.iter().enumerate() {
            for alias in &institution.aliases {
                let free = self.names.add_alias(alias, number).is_ok();
                require(free, "two institutions have the same alias")?;
            }
        }
        Ok(())
    }

    fn group(&self, subject: u32, answers: &[(&str, bool)]) -> Checked<AnswerGroup> {
        let subject = at(&self.content.subjects, subject)?;
        let asked = |id: &str| subject.questions.iter().any(|question| question.id == id);
        require(!answers.is_empty(), "an answer group is empty")?;
        require(
            answers.iter().all(|(question, _)| asked(question)),
            "an answer is to a question of another subject",
        )?;
        let answers = answers.iter().map(|(question, answer)| ((*question).to_owned(), *answer));
        Ok(AnswerGroup { subject: subject.id.clone(), answers: answers.collect::<BTreeMap<_, _>>() })
    }

    fn antennes(&mut self, antennes: &[format::Antenne<'_>]) -> Checked<()> {
        unique("antenne", antennes.iter().map(|antenne| antenne.id))?;
        for antenne in antennes {
            let (zones, criteria) = (self.zones(&antenne.zones)?, self.criteria(&antenne.criteria)?);
            Arc::make_mut(&mut self.content.antennes).push(Antenne {
                id: antenne.id.to_owned(),
                institution: at(&self.content.institutions, antenne.institution)?.id.clone(),
                name: text(antenne.name)?,
                level: one(antenne.level)?,
                zones,
                active: antenne.active,
                criteria,
            });
        }
        Ok(())
    }

    fn experts(&mut self, parts: &[&[u8]]) -> Checked<()> {
        let part = |number: usize| {
            let experts: Vec<format::Expert<'_>> = read(parts[number])?;
            experts.iter().map(|expert| self.expert(expert)).collect::<Checked<Vec<_>>>()
        };
        let parts = crate::parallel::each(0..parts.len(), part).into_iter().collect::<Checked<Vec<_>>>()?;
        self.content.experts = parts.into_iter().flatten().collect();
        unique("expert", self.content.experts.iter().map(|expert| expert.id.as_str()))
    }

    fn expert(&self, expert: &format::Expert<'_>) -> Checked<Expert> {
        require(expert.capacity.is_finite() && expert.capacity > 0.0, "a capacity is no number above 0")?;
        require(expert.email.is_none_or(is_email), "an e-mail address is none")?;
        let mut competences = Vec::with_capacity(expert.competences.len());
        for held in &expert.competences {
            competences.push(Competence {
                subject: at(&self.content.subjects, held.subject)?.id.clone(),
                note: maybe(held.note)?,
                zones: self.zones(&held.zones)?,
            });
        }
        Ok(Expert::new(ExpertRecord {
            id: expert.id.to_owned(),
            antenne: at(&self.content.antennes, expert.antenne)?.id.clone(),
            name: text(expert.name)?,
            email: maybe(expert.email)?,
            phone: maybe(expert.phone)?,
            job: maybe(expert.job)?,
            zones: self.zones(&expert.zones)?,
            active: expert.active,
            capacity: expert.capacity,
            max_open: expert.max_open,
            absences: expert.absences.iter().map(absence).collect::<Checked<_>>()?,
            competences,
            criteria: self.criteria(&expert.criteria)?,
        }))
    }

    fn criteria(&self, criteria: &[format::Criterion<'_>]) -> Checked<Vec<Criterion>> {
        let criterion = |criterion: &format::Criterion<'_>| {
            let subject = |number: &u32| Ok(at(&self.content.subjects, *number)?.id.clone());
            require(distinct(&criterion.subjects), "a criterion names a subject twice")?;
            require(!criterion.origins.iter().any(|origin| spaced(origin)), "an origin holds white space")?;
            let criterion = Criterion {
                subjects: criterion.subjects.iter().map(subject).collect::<Checked<_>>()?,
                min_years: criterion.min_years,
                below_years: criterion.below_years,
                min_headcount: criterion.min_headcount,
                below_headcount: criterion.below_headcount,
                accepted_naf: parsed(&criterion.accepted_naf)?,
                excluded_naf: parsed(&criterion.excluded_naf)?,
                accepted_legal_forms: parsed(&criterion.accepted_legal_forms)?,
                excluded_legal_forms: parsed(&criterion.excluded_legal_forms)?,
                excluded_zones: self.zones(&criterion.excluded_zones)?,
                origins: texts(&criterion.origins)?,
                when_unknown: one(criterion.when_unknown)?,
            };
            require(criterion.can_accept(), "a criterion accepts nothing")?;
            Ok(criterion)
        };
        criteria.iter().map(criterion).collect()
    }

    fn rest(&mut self, document: &format::Document<'_>) -> Checked<()> {
        let mut served = HashSet::new();
        for (zone, institution) in &document.opco_by_zone {
            let (zone, institution) =
                (*at(&self.zones, *zone)?, at(&self.content.institutions, *institution)?);
            let new = served.insert(zone);
            require(new && institution.is_opco(), "a zone has two OPCO, or one that is none")?;
            Arc::make_mut(&mut self.content.opco_by_zone)
                .push(OpcoByZone { zone, institution: institution.id.clone() });
        }
        self.content.rules = one(document.rules)?;
        for (from, to) in &document.naf_correspondence {
            let code = |version, text: &str| {
                NafCode::parse(version, text).map_err(|e| SnapshotError::malformed(e.to_string()))
            };
            let row =
                NafCorrespondence { from: code(NafVersion::Rev2, from)?, to: code(NafVersion::Naf2025, to)? };
            Arc::make_mut(&mut self.content.naf_correspondence).push(row);
        }
        let mut known = HashSet::new();
        for (subject, written) in &document.examples {
            require(known.insert((subject, written)), "an example is given twice")?;
            let subject = at(&self.content.subjects, *subject)?.id.clone();
            Arc::make_mut(&mut self.content.examples).push(Example { subject, text: text(written)? });
        }
        Ok(())
    }

    fn zones(&self, numbers: &[u32]) -> Checked<Vec<Zone>> {
        let mut zones = Vec::with_capacity(numbers.len());
        for number in numbers {
            zones.push(*at(&self.zones, *number)?);
        }
        require(distinct(&zones), "a zone stands twice in a list")?;
        Ok(zones)
    }
}

fn require(holds: bool, otherwise: &str) -> Checked<()> {
    if holds { Ok(()) } else { Err(SnapshotError::malformed(otherwise)) }
}

fn at<T>(items: &[T], number: u32) -> Checked<&T> {
    items.get(number as usize).ok_or_else(|| SnapshotError::malformed("a reference leads nowhere"))
}

/// Whether a text could not be a word of a list in a CSV cell.
fn spaced(text: &str) -> bool {
    text.is_empty() || text.contains(char::is_whitespace)
}

fn unique<'a>(what: &str, ids: impl Iterator<Item = &'a str>) -> Checked<()> {
    let mut seen = HashSet::with_capacity(ids.size_hint().0);
    for id in ids {
        let is_plain = id.bytes().all(|byte| byte.is_ascii_graphic());
        let odd = |c: char| c.is_whitespace() || c.is_control();
        let sound = !id.is_empty() && (is_plain || !id.contains(odd));
        if !sound || !seen.insert(id) {
            return Err(SnapshotError::malformed(format!("an id of a {what} is malformed or taken")));
        }
    }
    Ok(())
}

/// A text that has been trimmed, and is not blank.
fn text(text: &str) -> Checked<String> {
    let sound = given(Some(text)) == Some(text);
    require(sound, "a text is blank or has white space around it")?;
    Ok(text.to_owned())
}

fn maybe(given: Option<&str>) -> Checked<Option<String>> {
    given.map(text).transpose()
}

fn texts(given: &[&str]) -> Checked<Vec<String>> {
    require(distinct(given), "a text stands twice in a list")?;
    given.iter().map(|one| text(one)).collect()
}

fn distinct<T: Eq + Hash>(items: &[T]) -> bool {
    // Most lists are short, and a table would cost more than they do.
    if items.len() <= 8 {
        return (1..items.len()).all(|end| !items[..end].contains(&items[end]));
    }
    let mut seen = HashSet::with_capacity(items.len());
    items.iter().all(|item| seen.insert(item))
}

fn one<T: FromStr>(text: &str) -> Checked<T>
where
    T::Err: Display,
{
    text.parse().map_err(|error: T::Err| SnapshotError::malformed(error.to_string()))
}

fn parsed<T: FromStr + Eq + Hash>(texts: &[impl AsRef<str>]) -> Checked<Vec<T>>
where
    T::Err: Display,
{
    let values: Vec<T> = texts.iter().map(|text| one(text.as_ref())).collect::<Checked<_>>()?;
    require(distinct(&values), "a value stands twice in a list")?;
    Ok(values)
}

fn known_zone(text: &str, geography: &Geography) -> Checked<Zone> {
    let zone: Zone = one(text)?;
    require(geography.has_zone(zone), "a zone is not of this geography")?;
    Ok(zone)
}

fn absence((from, until): &(format::Day, format::Day)) -> Checked<Absence> {
    let date = |(year, month, day): format::Day| {
        Date::new(year, month, day).map_err(|error| SnapshotError::malformed(error.to_string()))
    };
    let (from, until) = (date(*from)?, date(*until)?);
    require(from.year() >= 0, "an absence lies before the calendar begins")?;
    require(from <= until, "an absence ends before it begins")?;
    Ok(Absence { from, until })
}

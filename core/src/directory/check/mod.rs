//! From records to a directory: every id, reference, zone and code is checked, and everything that
//! is wrong is reported in one pass.
//!
//! What is faulty is left out of the directory that is returned, and nothing is put in its place;
//! whoever reads strictly throws the directory away as soon as there is one error.

pub(crate) mod change;
mod criteria;
mod cross;
mod ids;
mod item;
pub(crate) mod zone;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::expert::{Absence, Competence, Expert, ExpertRecord};
use super::institution::Institution;
use super::names::InstitutionNames;
use super::source::{Kind, Source};
use super::{Antenne, Content, NafCorrespondence, OpcoByZone};
use crate::codes::{NafCode, NafVersion};
use crate::diagnostic::{DiagnosticCode, Place, Report};
use crate::geography::Geography;
use crate::taxonomy::{Example, Question, Subject, Theme};
use crate::text::shorten;
use criteria::Owner;
use ids::Ids;
use item::Item;

/// Checks what was read, and returns what is sound of it.
pub(crate) fn check(
    source: &Source,
    geography: &Geography,
    report: &mut Report,
) -> (Content, InstitutionNames) {
    let mut checker = Checker::new(source, geography, report);
    checker.themes();
    checker.subjects();
    checker.questions();
    checker.institutions();
    checker.antennes();
    checker.experts();
    checker.competences();
    checker.absences();
    checker.criteria();
    checker.answer_groups();
    checker.opco_by_zone();
    checker.naf_correspondence();
    checker.rules();
    checker.examples();
    checker.cross();
    (checker.directory, checker.names)
}

struct Checker<'a> {
    source: &'a Source,
    geography: &'a Geography,
    report: &'a mut Report,
    directory: Content,
    names: InstitutionNames,
    themes: Ids<'a>,
    subjects: Ids<'a>,
    questions: Ids<'a>,
    institutions: Ids<'a>,
    antennes: Ids<'a>,
    experts: Ids<'a>,
    /// The subject of each question.
    question_subjects: HashMap<String, String>,
    /// The subjects that criteria name, with their places, for the cross check.
    criterion_subjects: Vec<(Owner, Vec<String>, Vec<Place>)>,
}

impl<'a> Checker<'a> {
    fn new(source: &'a Source, geography: &'a Geography, report: &'a mut Report) -> Checker<'a> {
        Checker {
            source,
            geography,
            report,
            directory: Content::default(),
            names: InstitutionNames::default(),
            themes: Ids::new("theme", DiagnosticCode::UnknownTheme),
            subjects: Ids::new("subject", DiagnosticCode::UnknownSubject),
            questions: Ids::new("question", DiagnosticCode::UnknownQuestion),
            institutions: Ids::new("institution", DiagnosticCode::UnknownInstitution),
            antennes: Ids::new("antenne", DiagnosticCode::UnknownAntenne),
            experts: Ids::new("expert", DiagnosticCode::UnknownExpert),
            question_subjects: HashMap::new(),
            criterion_subjects: Vec::new(),
        }
    }
}

impl Checker<'_> {
    fn themes(&mut self) {
        for record in self.source.table(Kind::Theme) {
            let mut item = Item::new(Kind::Theme, record, self.report);
            let id = item.id("id");
            let label = item.owned_required("label");
            let zones = item.zones("zones", self.geography);
            let sound = item.sound;
            let theme = |id: &str| Theme { id: id.to_owned(), label, zones };
            self.themes.add(id, sound, Arc::make_mut(&mut self.directory.themes), theme, self.report);
        }
    }

    fn subjects(&mut self) {
        for record in self.source.table(Kind::Subject) {
            let mut item = Item::new(Kind::Subject, record, self.report);
            let id = item.id("id");
            let theme = item.required("theme");
            let label = item.owned_required("label");
            let description = item.owned("description");
            let keywords = item.phrases("keywords");
            let archived = item.flag("archived", false);
            let mut sound = item.sound;
            if let Some((theme, at)) = theme {
                sound &= self.themes.find(theme, at, self.report).flatten().is_some();
            }
            let theme = theme.map(|(theme, _)| theme.to_owned()).unwrap_or_default();
            let subject = |id: &str| Subject {
                id: id.to_owned(),
                theme,
                label,
                description,
                keywords,
                archived,
                questions: Vec::new(),
            };
            self.subjects.add(id, sound, Arc::make_mut(&mut self.directory.subjects), subject, self.report);
        }
    }

    fn questions(&mut self) {
        for record in self.source.table(Kind::Question) {
            let mut item = Item::new(Kind::Question, record, self.report);
            let id = item.id("id");
            // A cell of answers is written `question=oui`.
            if let Some((id, at)) = id.filter(|(id, _)| id.contains('=')) {
                let message = format!("the id `{}` of a question holds `=`", shorten(id, 60));
                item.fault(DiagnosticCode::InvalidId, at, id, message);
            }
            let label = item.owned_required("label");
            let named = if record.parent.is_none() { item.required("subject") } else { None };
            let sound = item.sound;
            let subject = match (record.parent, named) {
                (Some((_, number)), _) => self.subjects.accepted(number),
                (None, Some((subject, at))) => self.subjects.find(subject, at, self.report).flatten(),
                (None, None) => None,
            };
            // A question lives in its subject; the registry only keeps ids apart.
            let mut nowhere = Vec::new();
            if !self.questions.add(id, sound, &mut nowhere, |_| (), self.report) {
                continue;
            }
            if let (Some((id, _)), Some(subject)) = (id, subject) {
                let subject = &mut Arc::make_mut(&mut self.directory.subjects)[subject];
                self.question_subjects.insert(id.to_owned(), subject.id.clone());
                subject.questions.push(Question { id: id.to_owned(), label });
            }
        }
    }

    fn examples(&mut self) {
        let mut known = HashSet::new();
        for record in self.source.table(Kind::Example) {
            let mut item = Item::new(Kind::Example, record, self.report);
            let subject = item.required("subject");
            let text = item.required("text");
            let (Some((subject, at)), Some((text, text_at))) = (subject, text) else { continue };
            if self.subjects.find(subject, at, self.report).flatten().is_none() {
                continue;
            }
            if known.insert((subject, text)) {
                Arc::make_mut(&mut self.directory.examples)
                    .push(Example { subject: subject.to_owned(), text: text.to_owned() });
            } else {
                let message = format!("this example of `{}` is given twice", shorten(subject, 60));
                self.report.add(DiagnosticCode::DuplicateValue, text_at, text, message);
            }
        }
    }

    fn institutions(&mut self) {
        let mut aliases = Vec::new();
        for record in self.source.table(Kind::Institution) {
            let mut item = Item::new(Kind::Institution, record, self.report);
            let id = item.id("id");
            let name = item.owned_required("name");
            let given_aliases = item.names("aliases");
            let categories = item.words("categories");
            let activity_entries = item.list("activities");
            let activities = item.parsed_list(activity_entries);
            let active = item.flag("active", true);
            let single_taker = item.flag("single_taker", false);
            let sound = item.sound;
            let institution = |id: &str| Institution {
                id: id.to_owned(),
                name,
                aliases: Vec::new(),
                categories,
                activities,
                active,
                single_taker,
                criteria: Vec::new(),
                answer_groups: Vec::new(),
            };
            if self.institutions.add(
                id,
                sound,
                Arc::make_mut(&mut self.directory.institutions),
                institution,
                self.report,
            ) {
                aliases.push((self.directory.institutions.len() - 1, given_aliases));
            }
        }
        for (number, institution) in self.directory.institutions.iter().enumerate() {
            self.names.add_id(&institution.id, number);
        }
        for (number, given) in aliases {
            for (alias, at) in given {
                match self.names.add_alias(alias, number) {
                    Ok(()) => {
                        Arc::make_mut(&mut self.directory.institutions)[number].aliases.push(alias.to_owned())
                    }
                    Err(holder) => {
                        let holder = &self.directory.institutions[holder].id;
                        let message = format!(
                            "the alias `{}` already names the institution `{holder}`",
                            shorten(alias, 60)
                        );
                        self.report.add(DiagnosticCode::DuplicateId, at, alias, message);
                    }
                }
            }
        }
    }

    /// The institution of this id or alias; reports one that is unknown, and warns of an alias.
    fn institution(&mut self, name: &str, at: Place) -> Option<usize> {
        if self.institutions.declares(name) {
            return self.institutions.find(name, at, self.report).flatten();
        }
        match self.names.find(name) {
            Some(number) => {
                let id = &self.directory.institutions[number].id;
                let message = format!("`{}` is an alias of the institution `{id}`", shorten(name, 60));
                self.report.add_with(DiagnosticCode::InstitutionAlias, at, name, message, Some(id.clone()));
                Some(number)
            }
            None => self.institutions.find(name, at, self.report).flatten(),
        }
    }

    fn antennes(&mut self) {
        for record in self.source.table(Kind::Antenne) {
            let mut item = Item::new(Kind::Antenne, record, self.report);
            let id = item.id("id");
            let institution = item.required("institution");
            let name = item.owned_required("name");
            let level = item.parsed("level").unwrap_or_default();
            let active = item.flag("active", true);
            let sound = item.sound;
            // Without any sound zone the antenne covers nothing, which is what was left of its territory.
            let zones = item.zones("zones", self.geography);
            let institution = institution.and_then(|(name, at)| self.institution(name, at));
            let institution_id = institution.map(|number| self.directory.institutions[number].id.clone());
            let antenne = |id: &str| Antenne {
                id: id.to_owned(),
                institution: institution_id.unwrap_or_default(),
                name,
                level,
                zones,
                active,
                criteria: Vec::new(),
            };
            let sound = sound && institution.is_some();
            self.antennes.add(id, sound, Arc::make_mut(&mut self.directory.antennes), antenne, self.report);
        }
    }

    fn experts(&mut self) {
        for record in self.source.table(Kind::Expert) {
            let mut item = Item::new(Kind::Expert, record, self.report);
            let id = item.id("id");
            let antenne = item.required("antenne");
            let name = item.owned_required("name");
            let zones = item.zones("zones", self.geography);
            let active = item.flag("active", true);
            let capacity = item.weight("capacity").unwrap_or(1.0);
            let max_open = item.number("max_open");
            let sound = item.sound;
            // What follows is not needed to match: a faulty value is left out, the expert stays.
            let email = item.text("email").filter(|(email, at)| {
                let sound = is_email(email);
                if !sound {
                    let message = format!("`{}` is not an e-mail address", shorten(email, 60));
                    item.report.add(DiagnosticCode::InvalidValue, *at, email, message);
                }
                sound
            });
            let phone = item.owned("phone");
            let job = item.owned("job");
            let antenne_number =
                antenne.and_then(|(antenne, at)| self.antennes.find(antenne, at, self.report)).flatten();
            let expert = |id: &str| {
                Expert::new(ExpertRecord {
                    id: id.to_owned(),
                    antenne: antenne.map(|(antenne, _)| antenne.to_owned()).unwrap_or_default(),
                    name,
                    email: email.map(|(email, _)| email.to_owned()),
                    phone,
                    job,
                    zones,
                    active,
                    capacity,
                    max_open,
                    absences: Vec::new(),
                    competences: Vec::new(),
                    criteria: Vec::new(),
                })
            };
            let sound = sound && antenne_number.is_some();
            self.experts.add(id, sound, &mut self.directory.experts, expert, self.report);
        }
    }

    /// The expert that a competence or absence belongs to: its parent, or the one it names.
    fn expert_of(&mut self, record: &super::source::Record, kind: Kind) -> Option<usize> {
        match record.parent {
            Some((_, number)) => self.experts.accepted(number),
            None => {
                let (expert, at) = Item::new(kind, record, self.report).required("expert")?;
                self.experts.find(expert, at, self.report).flatten()
            }
        }
    }

    fn competences(&mut self) {
        for record in self.source.table(Kind::Competence) {
            let expert = self.expert_of(record, Kind::Competence);
            let mut item = Item::new(Kind::Competence, record, self.report);
            let subject = item.required("subject");
            let note = item.owned("note");
            let zones = item.zones("zones", self.geography);
            let sound = item.sound;
            let Some((subject, at)) = subject else { continue };
            let known = self.subjects.find(subject, at, self.report).flatten().is_some();
            if let (Some(expert), true, true) = (expert, sound, known) {
                let competence = Competence { subject: subject.to_owned(), note, zones };
                self.directory.experts[expert].edit().competences.push(competence);
            }
        }
    }

    fn absences(&mut self) {
        for record in self.source.table(Kind::Absence) {
            let expert = self.expert_of(record, Kind::Absence);
            let mut item = Item::new(Kind::Absence, record, self.report);
            let (from, until) = (item.date("from"), item.date("until"));
            let (Some((from, _)), Some((until, at))) = (from, until) else { continue };
            if until < from {
                let text = item.value("until").map(|(value, _)| value.text()).unwrap_or_default();
                let message = format!("the absence ends on {until}, before it begins on {from}");
                item.fault(DiagnosticCode::EmptyRange, at, text, message);
            } else if let Some(expert) = expert {
                self.directory.experts[expert].edit().absences.push(Absence { from, until });
            }
        }
    }

    fn opco_by_zone(&mut self) {
        for record in self.source.table(Kind::OpcoByZone) {
            let mut item = Item::new(Kind::OpcoByZone, record, self.report);
            let zone = item.required("zone");
            let institution = item.required("institution");
            let zone = zone
                .and_then(|(text, at)| Some((zone::read(text, at, self.geography, self.report)?, text, at)));
            let Some((name, at)) = institution else { continue };
            let Some(institution) = self.institution(name, at) else { continue };
            let institution = &self.directory.institutions[institution];
            if !institution.is_opco() {
                let message = format!("`{}` is not of category `opco`", institution.id);
                self.report.add(DiagnosticCode::NotAnOpco, at, name, message);
                continue;
            }
            let Some((zone, text, zone_at)) = zone else { continue };
            if self.directory.opco_by_zone.iter().any(|other| other.zone == zone) {
                let message = format!("`{zone}` already has its OPCO");
                self.report.add(DiagnosticCode::DuplicateId, zone_at, text, message);
                continue;
            }
            Arc::make_mut(&mut self.directory.opco_by_zone)
                .push(OpcoByZone { zone, institution: institution.id.clone() });
        }
    }

    fn naf_correspondence(&mut self) {
        for record in self.source.table(Kind::NafCorrespondence) {
            let mut item = Item::new(Kind::NafCorrespondence, record, self.report);
            let mut code = |field: &str, version: NafVersion, prefix: &str| {
                let (text, at) = item.required(field)?;
                let bare = text.strip_prefix(prefix).unwrap_or(text);
                let parsed = NafCode::parse(version, bare);
                parsed
                    .map_err(|error| item.fault(DiagnosticCode::InvalidValue, at, text, error.to_string()))
                    .ok()
            };
            let (from, to) =
                (code("from", NafVersion::Rev2, "rev2:"), code("to", NafVersion::Naf2025, "2025:"));
            if let (Some(from), Some(to)) = (from, to) {
                Arc::make_mut(&mut self.directory.naf_correspondence).push(NafCorrespondence { from, to });
            }
        }
    }

    fn rules(&mut self) {
        for (number, record) in self.source.table(Kind::Rules).iter().enumerate() {
            let mut item = Item::new(Kind::Rules, record, self.report);
            if number > 0 {
                item.fault(
                    DiagnosticCode::DuplicateField,
                    record.place,
                    "rules",
                    "a directory has one version of the rules",
                );
            } else if let Some(rules) = item.parsed("rules") {
                self.directory.rules = rules;
            }
        }
    }
}

/// One `@` between a name and a domain with a dot, and nothing that a list of addresses or a typing
/// fault would bring in. Whether mail arrives only sending tells.
pub(crate) fn is_email(text: &str) -> bool {
    let odd = |c: char| {
        c.is_whitespace()
            || c.is_control()
            || matches!(c, ',' | ';' | '<' | '>' | '(' | ')' | '"' | '\\' | ':')
    };
    let Some((name, domain)) = text.split_once('@') else { return false };
    // The labels of the domain, in one pass: a snapshot brings ten thousand addresses.
    let (mut labels, mut before) = (0, '.');
    for c in domain.chars() {
        match c {
            '.' if before.is_alphanumeric() => labels += 1,
            '-' if before != '.' => {}
            c if c.is_alphanumeric() => {}
            _ => return false,
        }
        before = c;
    }
    labels > 0
        && before.is_alphanumeric()
        && !name.is_empty()
        && name.len() <= 64
        && text.len() <= 254
        && !name.contains(odd)
}

#[cfg(test)]
mod tests {
    use super::is_email;

    #[test]
    fn addresses() {
        for right in [
            "un@chambre.example",
            "a.b+c@sous.domaine.example",
            "contact@métropole.example",
            "a@b-c--d.example",
        ] {
            assert!(is_email(right), "{right}");
        }
        for wrong in [
            "",
            "@",
            "a@b",
            "a@chambre,example",
            "a b@c.example",
            "a@b@c.example",
            "a@.example",
            "a@b..example",
            "a@b.example.",
            "a@-b.example",
            "a@b-.example",
            "a@b.example-",
            "a@b_c.example",
            "a,b@c.example",
            "<a@b.example>",
        ] {
            assert!(!is_email(wrong), "{wrong}");
        }
    }
}

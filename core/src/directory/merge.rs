//! Several directories made one: what each alone has, what they have in common, and their conflicts.

use std::collections::HashMap;
use std::sync::Arc;

use serde::Serialize;

use super::difference::record_change;
use super::source::Kind;
use super::{
    Content, Diagnostic, DiagnosticCode, Directory, DirectoryError, Identified, ReadOptions, Severity,
};
use crate::language::{Sentence, sentence};
use crate::text::shorten;

/// How many fields of a record that differ a conflict names.
const NAMED: usize = 4;

impl Directory {
    /// This directory and others as one. A record that several have under one id stands once, if all say the
    /// same of it; the order of a list is no difference. The whole is then checked as any directory is: an
    /// alias of two institutions, or a zone with two OPCO, is found there.
    ///
    /// ```
    /// use aiguillage::Directory;
    ///
    /// let directory = |name: &str, zone: &str| Directory::from_json(&format!(
    ///     r#"{{"institutions": [{{"id": "cci", "name": "CCI"}}],
    ///          "antennes": [{{"id": "{name}", "institution": "cci", "name": "{name}", "zones": ["{zone}"]}}]}}"#));
    /// let (somme, nord) = (directory("somme", "departement:80")?, directory("nord", "departement:59")?);
    /// let both = somme.merge(&[&nord])?;
    /// assert_eq!((both.institutions().len(), both.antennes().len()), (1, 2));
    ///
    /// let error = both.merge(&[&directory("nord", "region:32")?]).unwrap_err();
    /// assert_eq!(error.code(), "conflicting_records");
    /// # Ok::<(), aiguillage::DirectoryError>(())
    /// ```
    ///
    /// # Errors
    /// With every conflict: records of one id that differ, other versions of the rules, other seeds, other
    /// years of the geography; or with what is wrong with the whole.
    pub fn merge(&self, others: &[&Directory]) -> Result<Directory, DirectoryError> {
        let mut merged = Content::clone(&self.content);
        let mut conflicts = Conflicts::default();
        for (other, number) in others.iter().zip(2..) {
            conflicts.other = number;
            conflicts.settings(self, other, &mut merged);
            let Content {
                territories,
                themes,
                subjects,
                institutions,
                antennes,
                experts,
                opco_by_zone,
                rules: _,
                seed: _,
                naf_correspondence,
                examples,
            } = &*other.content;
            conflicts.records(Kind::Territory, Arc::make_mut(&mut merged.territories), territories);
            conflicts.records(Kind::Theme, Arc::make_mut(&mut merged.themes), themes);
            conflicts.records(Kind::Subject, Arc::make_mut(&mut merged.subjects), subjects);
            conflicts.records(Kind::Institution, Arc::make_mut(&mut merged.institutions), institutions);
            conflicts.records(Kind::Antenne, Arc::make_mut(&mut merged.antennes), antennes);
            conflicts.records(Kind::Expert, &mut merged.experts, experts);
            add(Arc::make_mut(&mut merged.opco_by_zone), opco_by_zone);
            if let Some(rows) = naf_correspondence {
                add(Arc::make_mut(merged.naf_correspondence.get_or_insert_default()), rows);
            }
            add(Arc::make_mut(&mut merged.examples), examples);
        }
        if !conflicts.found.is_empty() {
            return Err(DirectoryError::new(conflicts.found));
        }
        // As the document that it is, the whole goes through every check.
        let options = ReadOptions::with_geography(Arc::clone(&self.geography));
        let mut read = Directory::from_json_with(&merged.to_json(), &options)
            .map_err(|error| DirectoryError::new(without_places(error.into_diagnostics())))?;
        read.diagnostics = without_places(read.diagnostics.to_vec()).into();
        Ok(read)
    }
}

/// The document that is checked is nobody's: its lines would lead nowhere.
fn without_places(mut found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    for finding in &mut found {
        (finding.line, finding.column) = (None, None);
    }
    found
}

/// Adds the entries of a list without ids that are new.
fn add<T: Clone + PartialEq>(merged: &mut Vec<T>, others: &[T]) {
    for other in others {
        if !merged.contains(other) {
            merged.push(other.clone());
        }
    }
}

/// What cannot be merged.
#[derive(Default)]
struct Conflicts {
    /// The number of the directory that is added; the first is 1.
    other: usize,
    found: Vec<Diagnostic>,
}

impl Conflicts {
    fn tell(&mut self, text: &str, said: Sentence) {
        self.found.push(Diagnostic {
            severity: Severity::Error,
            code: DiagnosticCode::ConflictingRecords,
            file: None,
            line: None,
            column: None,
            text: text.to_owned(),
            said,
            nearest: None,
        });
    }

    fn settings(&mut self, first: &Directory, other: &Directory, merged: &mut Content) {
        let number = self.other;
        if first.rules() != other.rules() {
            let message = sentence!(OtherRules {
                number,
                rules: other.rules().as_str(),
                first: first.rules().as_str()
            });
            self.tell("rules", message);
        }
        let (year, other_year) = (first.geography().year(), other.geography().year());
        if year != other_year {
            let message =
                sentence!(OtherGeography { number, year: other_year.to_string(), first: year.to_string() });
            self.tell("geography", message);
        }
        match (&merged.seed, other.seed()) {
            (Some(seed), Some(other)) if seed != other => {
                self.tell("seed", sentence!(OtherSeed { number }));
            }
            (None, Some(seed)) => merged.seed = Some(seed.clone()),
            _ => {}
        }
    }

    fn records<T>(&mut self, kind: Kind, merged: &mut Vec<T>, others: &[T])
    where
        T: Identified + Clone + PartialEq + Serialize,
    {
        let known: HashMap<String, usize> =
            merged.iter().zip(0..).map(|(record, number)| (record.id().to_owned(), number)).collect();
        for other in others {
            let earlier = known.get(other.id()).and_then(|number| merged.get(*number));
            match earlier.map(|earlier| record_change(earlier, other)) {
                None => merged.push(other.clone()),
                Some(None) => {}
                Some(Some(change)) => {
                    let differing = change.fields.iter().take(NAMED).map(|field| {
                        let shown = |value: &Option<String>| match value {
                            Some(value) => sentence!(TheCell { text: shorten(value, 60) }),
                            None => sentence!(Nothing),
                        };
                        sentence!(FieldDiffers {
                            field: field.field.as_str(),
                            before: shown(&field.before),
                            after: shown(&field.after)
                        })
                    });
                    let mut differing: Vec<Sentence> = differing.collect();
                    if change.fields.len() > NAMED {
                        differing.push(sentence!(AndSoOn));
                    }
                    let message = sentence!(OtherRecord {
                        id: shorten(other.id(), 60),
                        kind: kind.name(),
                        number: self.other,
                        fields: differing
                    });
                    self.tell(other.id(), message);
                }
            }
        }
    }
}

#[cfg(test)]
#[cfg(feature = "cog")]
mod tests {
    use super::*;

    fn directory(more: &str) -> Directory {
        Directory::from_json(&format!(
            r#"{{"themes": [{{"id": "t", "label": "T"}}], "subjects": [{{"id": "s", "theme": "t", "label": "S"}}],
                "institutions": [{{"id": "i", "name": "I", "aliases": ["II"]}}] {more}}}"#
        ))
        .unwrap()
    }

    fn codes(error: DirectoryError) -> Vec<(&'static str, String)> {
        error.into_diagnostics().into_iter().map(|one| (one.code.as_str(), one.text)).collect()
    }

    #[test]
    fn a_directory_and_itself_are_the_same() {
        let one = directory(
            r#", "antennes": [{"id": "a", "institution": "i", "name": "A", "zones": ["departement:80"]}],
                 "experts": [{"id": "e", "antenne": "a", "name": "E", "email": "e@i.example", "competences": [{"subject": "s"}]}],
                 "examples": [{"subject": "s", "text": "bonjour"}], "seed": "un secret de trente-deux caractères""#,
        );
        assert_eq!(one.merge(&[&one, &directory("")]).unwrap(), one);
        assert_eq!(directory("").merge(&[&one]).unwrap(), one);
        assert_eq!(one.merge(&[]).unwrap(), one);
    }

    #[test]
    fn every_conflict_is_named() {
        let one = directory(
            r#", "antennes": [{"id": "a", "institution": "i", "name": "A", "zones": ["departement:80", "departement:59"]}],
                 "seed": "un secret de trente-deux caractères""#,
        );
        let other = directory(
            r#", "antennes": [{"id": "a", "institution": "i", "name": "B", "zones": ["departement:59", "departement:80"]}],
                 "rules": "any-in-level", "seed": "un autre de trente-deux caractères""#,
        );
        let error = one.merge(&[&directory(""), &other]).unwrap_err();
        let antenne = error.diagnostics().iter().find(|one| one.text == "a").unwrap();
        assert_eq!(
            antenne.message(),
            "`a` stands in `antennes` otherwise before directory 3 and in it: name is `A` and `B`"
        );
        let conflict = |text: &str| ("conflicting_records", text.to_owned());
        assert_eq!(codes(error), [conflict("rules"), conflict("seed"), conflict("a")]);
    }

    #[test]
    fn the_whole_is_checked() {
        let other =
            Directory::from_json(r#"{"institutions": [{"id": "j", "name": "J", "aliases": ["II"]}]}"#);
        let error = directory("").merge(&[&other.unwrap()]).unwrap_err();
        assert_eq!((error.code(), error.diagnostics()[0].line), ("duplicate_id", None));
    }
}

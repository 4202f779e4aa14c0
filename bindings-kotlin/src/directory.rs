//! A directory as Kotlin sees it.

use std::sync::Arc;

use aiguillage::directory::{Antenne, ExpertRecord, Institution, RulesVersion};
use aiguillage::taxonomy::{Example, Subject, Theme};
use aiguillage::{Diagnostic, ReadOptions};

use crate::count;
use crate::errors::NativeError;
use crate::geography::NativeGeography;

/// A directory on the native side; use `Directory`.
#[derive(uniffi::Object)]
pub struct NativeDirectory(pub(crate) aiguillage::Directory);

/// The kinds of things that a directory lists, and that are looked up one by one.
#[derive(uniffi::Enum)]
pub enum NativeList {
    Institutions,
    Antennes,
    Experts,
}

pub(crate) fn read_options(lenient: bool, geography: Option<Arc<NativeGeography>>) -> ReadOptions {
    let options = match geography {
        Some(geography) => ReadOptions::with_geography(Arc::clone(&geography.0)),
        None => ReadOptions::default(),
    };
    if lenient { options.lenient() } else { options }
}

fn at<T: Clone>(list: &[T], position: i32) -> Option<T> {
    list.get(usize::try_from(position).ok()?).cloned()
}

#[uniffi::export]
impl NativeDirectory {
    #[uniffi::constructor]
    fn open(
        path: String,
        lenient: bool,
        geography: Option<Arc<NativeGeography>>,
    ) -> Result<NativeDirectory, NativeError> {
        let options = read_options(lenient, geography);
        Ok(NativeDirectory(aiguillage::Directory::open_with(path, &options)?))
    }

    #[uniffi::constructor]
    fn from_json(
        text: String,
        lenient: bool,
        geography: Option<Arc<NativeGeography>>,
    ) -> Result<NativeDirectory, NativeError> {
        let options = read_options(lenient, geography);
        Ok(NativeDirectory(aiguillage::Directory::from_json_with(&text, &options)?))
    }

    #[uniffi::constructor]
    fn with_rules(directory: Arc<NativeDirectory>, rules: RulesVersion) -> NativeDirectory {
        NativeDirectory(directory.0.clone().with_rules(rules))
    }

    fn to_json(&self) -> String {
        self.0.to_json()
    }

    fn rules(&self) -> RulesVersion {
        self.0.rules()
    }

    fn diagnostics(&self) -> Vec<Diagnostic> {
        self.0.diagnostics().to_vec()
    }

    fn geography(&self) -> NativeGeography {
        NativeGeography(Arc::clone(self.0.geography()))
    }

    fn themes(&self) -> Vec<Theme> {
        self.0.themes().to_vec()
    }

    fn subjects(&self) -> Vec<Subject> {
        self.0.subjects().to_vec()
    }

    fn examples(&self) -> Vec<Example> {
        self.0.examples().to_vec()
    }

    fn size(&self, list: NativeList) -> i32 {
        count(match list {
            NativeList::Institutions => self.0.institutions().len(),
            NativeList::Antennes => self.0.antennes().len(),
            NativeList::Experts => self.0.experts().len(),
        })
    }

    /// Where something of an id stands in its list.
    fn position(&self, list: NativeList, id: String) -> Option<i32> {
        match list {
            NativeList::Institutions => self.0.institutions().iter().position(|one| one.id == id),
            NativeList::Antennes => self.0.antennes().iter().position(|one| one.id == id),
            NativeList::Experts => self.0.experts().iter().position(|one| one.id == id),
        }
        .map(count)
    }

    fn institution(&self, position: i32) -> Option<Institution> {
        at(self.0.institutions(), position)
    }

    fn antenne(&self, position: i32) -> Option<Antenne> {
        at(self.0.antennes(), position)
    }

    fn expert(&self, position: i32) -> Option<ExpertRecord> {
        at(self.0.experts(), position).map(|expert| ExpertRecord::clone(&expert))
    }
}

/// Everything that is wrong with the directory at a path; use `Directory.check`.
#[uniffi::export]
fn native_check(path: String) -> Vec<Diagnostic> {
    aiguillage::Directory::check(path)
}

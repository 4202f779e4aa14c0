//! Format 1: what a snapshot holds, field by field. It is apart from the directory's own types, so
//! that these may change without a change of files that were written long ago.
//!
//! References are positions in the lists of this document; zones stand once in `zones`.

use serde::{Deserialize, Serialize};

/// How many experts are written together. Any number can be read.
pub(super) const EXPERTS_OF_A_PART: usize = 512;

#[derive(Serialize, Deserialize)]
pub(super) struct Document<'a> {
    pub(super) zones: Vec<String>,
    #[serde(borrow)]
    pub(super) themes: Vec<Theme<'a>>,
    #[serde(borrow)]
    pub(super) subjects: Vec<Subject<'a>>,
    #[serde(borrow)]
    pub(super) institutions: Vec<Institution<'a>>,
    #[serde(borrow)]
    pub(super) antennes: Vec<Antenne<'a>>,
    /// Parts of the list, each a `Vec<Expert>` written by itself, so that they can be read side by
    /// side.
    #[serde(borrow)]
    pub(super) experts: Vec<&'a [u8]>,
    /// Zone, institution.
    pub(super) opco_by_zone: Vec<(u32, u32)>,
    #[serde(borrow)]
    pub(super) rules: &'a str,
    /// NAF rév. 2, NAF 2025.
    pub(super) naf_correspondence: Vec<(String, String)>,
    /// Subject, text.
    #[serde(borrow)]
    pub(super) examples: Vec<(u32, &'a str)>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Theme<'a> {
    pub(super) id: &'a str,
    pub(super) label: &'a str,
    pub(super) zones: Vec<u32>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Subject<'a> {
    pub(super) id: &'a str,
    pub(super) theme: u32,
    pub(super) label: &'a str,
    pub(super) description: Option<&'a str>,
    #[serde(borrow)]
    pub(super) keywords: Vec<&'a str>,
    pub(super) archived: bool,
    /// Id, label.
    #[serde(borrow)]
    pub(super) questions: Vec<(&'a str, &'a str)>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Institution<'a> {
    pub(super) id: &'a str,
    pub(super) name: &'a str,
    #[serde(borrow)]
    pub(super) aliases: Vec<&'a str>,
    #[serde(borrow)]
    pub(super) categories: Vec<&'a str>,
    #[serde(borrow)]
    pub(super) activities: Vec<&'a str>,
    pub(super) active: bool,
    pub(super) single_taker: bool,
    #[serde(borrow)]
    pub(super) criteria: Vec<Criterion<'a>>,
    /// Subject, then question and answer.
    #[serde(borrow)]
    pub(super) answer_groups: Vec<(u32, Vec<(&'a str, bool)>)>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Antenne<'a> {
    pub(super) id: &'a str,
    pub(super) institution: u32,
    pub(super) name: &'a str,
    pub(super) level: &'a str,
    pub(super) zones: Vec<u32>,
    pub(super) active: bool,
    #[serde(borrow)]
    pub(super) criteria: Vec<Criterion<'a>>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Expert<'a> {
    pub(super) id: &'a str,
    pub(super) antenne: u32,
    pub(super) name: &'a str,
    pub(super) email: Option<&'a str>,
    pub(super) phone: Option<&'a str>,
    pub(super) job: Option<&'a str>,
    pub(super) zones: Vec<u32>,
    pub(super) active: bool,
    pub(super) capacity: f64,
    pub(super) max_open: Option<u32>,
    /// First and last day.
    pub(super) absences: Vec<(Day, Day)>,
    #[serde(borrow)]
    pub(super) competences: Vec<Competence<'a>>,
    #[serde(borrow)]
    pub(super) criteria: Vec<Criterion<'a>>,
}

/// Year, month, day.
pub(super) type Day = (i16, i8, i8);

#[derive(Serialize, Deserialize)]
pub(super) struct Competence<'a> {
    pub(super) subject: u32,
    pub(super) note: Option<&'a str>,
    pub(super) zones: Vec<u32>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Criterion<'a> {
    pub(super) subjects: Vec<u32>,
    pub(super) min_years: Option<u32>,
    pub(super) below_years: Option<u32>,
    pub(super) min_headcount: Option<u32>,
    pub(super) below_headcount: Option<u32>,
    pub(super) accepted_naf: Vec<String>,
    pub(super) excluded_naf: Vec<String>,
    pub(super) accepted_legal_forms: Vec<String>,
    pub(super) excluded_legal_forms: Vec<String>,
    pub(super) excluded_zones: Vec<u32>,
    #[serde(borrow)]
    pub(super) origins: Vec<&'a str>,
    pub(super) when_unknown: &'a str,
}

//! A company while it is read: facts are taken one by one, each with its source and what is odd about it.

use std::borrow::Cow;
use std::str::FromStr;

use super::block::Written;
use super::finding::{Finding, FindingCode};
use super::{Company, CompanyField, FactSource, Register};
use crate::codes::repair::{self, Numeral};
use crate::codes::{CodeError, CodeErrorKind};
use crate::geography::Geography;

/// More findings of one answer tell nothing: its lists hold something else than they should.
const MOST_FINDINGS: usize = 100;

/// How many values of one list are taken: no company has that many, and each is compared with those before it.
pub(super) const MOST_VALUES: usize = 1_000;

pub(super) struct Draft<'g> {
    pub(super) geography: &'g Geography,
    register: Register,
    pub(super) company: Company,
}

impl<'g> Draft<'g> {
    pub(super) fn new(geography: &'g Geography, register: Register) -> Draft<'g> {
        Draft { geography, register, company: Company::default() }
    }

    /// The company, once everything was read.
    pub(super) fn finish(mut self) -> Company {
        if self.company.not_diffusible == Some(true) {
            self.find(FindingCode::NotDiffusible, "", None);
        }
        self.company
    }

    /// The value, unless the register hides it or it is neither text nor number.
    pub(super) fn seen<'v>(&mut self, written: Option<Written<'v>>) -> Option<Written<'v>> {
        let written = written?;
        if written.is_odd {
            self.unknown(&written);
            return None;
        }
        if !written.is_hidden() {
            return Some(written);
        }
        self.hidden(true, &written);
        None
    }

    /// Takes whether the register hides something, which one thing that it hides decides.
    pub(super) fn hidden(&mut self, hides: bool, written: &Written<'_>) {
        if self.company.not_diffusible != Some(true) {
            self.company.not_diffusible = Some(hides);
            self.know(CompanyField::NotDiffusible, written);
        }
    }

    /// Notes where a fact comes from.
    pub(super) fn know(&mut self, field: CompanyField, written: &Written<'_>) {
        let source = FactSource { register: self.register, field: written.field.clone(), on: written.on };
        self.company.sources.insert(field, source);
    }

    pub(super) fn find(&mut self, code: FindingCode, text: &str, taken: Option<&str>) {
        self.add(Finding::new(code, text, taken));
    }

    /// Adds a finding, once.
    pub(super) fn add(&mut self, finding: Finding) {
        let findings = &mut self.company.findings;
        if findings.len() < MOST_FINDINGS && !findings.contains(&finding) {
            findings.push(finding);
        }
    }

    /// A value that is not known.
    pub(super) fn unknown(&mut self, written: &Written<'_>) {
        self.add(Finding::new(FindingCode::UnknownValue, &written.text, None).at(&written.field));
    }

    /// The value that a text stands for; one that stands for none is told.
    pub(super) fn parsed<T: FromStr>(&mut self, written: &Written<'_>, text: &str) -> Option<T> {
        let parsed = text.parse().ok();
        if parsed.is_none() {
            self.unknown(written);
        }
        parsed
    }

    /// A code of so many digits, with the zeros at its beginning that a spreadsheet or a number took.
    pub(super) fn coded<T>(&mut self, written: &Written<'_>, digits: usize) -> Option<T>
    where
        T: FromStr<Err = CodeError>,
    {
        let (text, is_padded) = restored(&written.text, digits);
        match text.parse() {
            Ok(code) => {
                if is_padded {
                    self.find(FindingCode::LostZero, &written.text, Some(&text));
                }
                return Some(code);
            }
            Err(error) if error.kind() == CodeErrorKind::WrongKey && !is_padded => {
                self.find(FindingCode::WrongKey, &written.text, None);
            }
            Err(_) => self.unknown(written),
        }
        None
    }
}

/// More zeros are not lost: a number of nine digits is no SIRET.
const MOST_ZEROS: usize = 4;

/// A code of so many digits as it was before a spreadsheet took it for a number, and whether zeros were put
/// before it.
pub(super) fn restored(text: &str, digits: usize) -> (Cow<'_, str>, bool) {
    let bare = match repair::numeral(text) {
        Numeral::Whole(digits) => Cow::Owned(digits),
        _ => Cow::Borrowed(text),
    };
    let has_lost = !bare.is_empty() && bare.len() < digits && bare.len() + MOST_ZEROS >= digits;
    match has_lost && bare.bytes().all(|byte| byte.is_ascii_digit()) {
        true => (Cow::Owned(format!("{bare:0>digits$}")), true),
        false => (bare, false),
    }
}

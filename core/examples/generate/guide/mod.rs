//! The pages of the guide that follow from declarations, and the Kotlin of all pages as a program of the tests.

mod columns;
mod kotlin;

use std::error::Error;
use std::path::Path;

use aiguillage::boundary::Family;
use aiguillage::directory::{DiagnosticCode, Severity, sheet_references};
use aiguillage::language::Language;
use serde_json::{Value, json};

use crate::Files;
use crate::documents::filled;

/// Where the pages stand.
const PAGES: &str = "core/guide";

pub(crate) fn write(root: &Path, files: &mut Files) -> Result<(), Box<dyn Error>> {
    let pages = Path::new(PAGES);
    let sheets = filled(include_str!("../templates/annuaire-fichiers.md.jinja"), &sheets()?)?;
    files.insert(pages.join("annuaire-fichiers.md"), sheets);
    let checks = filled(include_str!("../templates/annuaire-controles.md.jinja"), &checks())?;
    files.insert(pages.join("annuaire-controles.md"), checks);
    files.insert(pages.join("errors.md"), filled(include_str!("../templates/errors.md.jinja"), &errors())?);
    kotlin::write(root, pages, files)
}

/// The sheets of a directory's folder, with an example of each column.
fn sheets() -> Result<Value, Box<dyn Error>> {
    let mut sheets = Vec::new();
    for sheet in sheet_references() {
        let mut columns = Vec::new();
        for column in sheet.columns {
            let example = columns::example(sheet.name, column.name)
                .ok_or_else(|| format!("`{}.{}` has no example", sheet.name, column.name))?;
            columns.push(json!({
                "name": column.name,
                "required": column.required,
                "list": list_french(column.separators),
                "french": set(column.french),
                "example": example.replace('|', "\\|"),
            }));
        }
        sheets.push(json!({"name": sheet.name, "french": set(sheet.french), "columns": columns}));
    }
    Ok(json!({ "sheets": sheets }))
}

/// French as it is set outside of code: no-break spaces before double punctuation and inside guillemets.
fn set(text: &str) -> String {
    const SPACES: [(&str, &str); 6] = [
        (" :", "\u{a0}:"),
        (" ;", "\u{a0};"),
        (" ?", "\u{a0}?"),
        (" !", "\u{a0}!"),
        (" »", "\u{a0}»"),
        ("« ", "«\u{a0}"),
    ];
    let parts = text.split('`').enumerate().map(|(number, part)| match number % 2 {
        0 => SPACES.iter().fold(part.to_owned(), |part, (plain, set)| part.replace(plain, set)),
        _ => part.to_owned(),
    });
    parts.collect::<Vec<_>>().join("`")
}

/// How the entries of a list are separated, in French.
fn list_french(separators: &[char]) -> &'static str {
    match separators {
        [] => "",
        [' '] => " Liste, séparée par des espaces.",
        ['|'] => " Liste, séparée par des `\\|`.",
        _ => " Liste, séparée par des espaces, ou par des `\\|` si une valeur contient une espace.",
    }
}

/// The codes of findings by severity, the gravest first, with cause and cure.
fn checks() -> Value {
    let mut groups = Vec::new();
    for severity in [Severity::Error, Severity::Warning, Severity::Remark] {
        let mut codes = Vec::new();
        for code in DiagnosticCode::ALL.iter().filter(|code| code.severity() == severity) {
            let (cause, cure) = (code.meaning_in(Language::French), code.remedy_in(Language::French));
            codes.push(json!({"code": code.as_str(), "cause": cause, "cure": cure}));
        }
        groups.push(json!({"severity": severity.as_str(), "codes": codes}));
    }
    json!({ "groups": groups })
}

/// The families of errors with their codes, and the findings of a directory.
fn errors() -> Value {
    let families: Vec<Value> = Family::ALL
        .iter()
        .filter(|family| !matches!(family, Family::Directory | Family::Request))
        .map(|family| json!({"family": family, "codes": family.codes()}))
        .collect();
    let findings: Vec<Value> = DiagnosticCode::ALL
        .iter()
        .map(|code| {
            json!({
                "code": code.as_str(),
                "severity": code.severity().label_in(Language::English),
                "meaning": code.meaning(),
                "remedy": code.remedy_in(Language::English),
            })
        })
        .collect();
    json!({"families": families, "findings": findings})
}

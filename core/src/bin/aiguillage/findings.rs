//! Findings printed as good compilers do: what, where, the source line, what was probably meant.

use std::collections::HashMap;
use std::io;
use std::path::Path;

use aiguillage::language::Language;
use aiguillage::{Diagnostic, Severity};
use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};

use crate::output::{Output, shown};
use crate::quote::{Lines, Quote, quote};
use crate::spoken::{choose, language};
use crate::{decode, files};

/// Prints findings as the result; `base` is the folder (or file) whose lines are quoted.
pub(crate) fn print(findings: &[Diagnostic], base: Option<&Path>, output: &mut Output) -> io::Result<()> {
    render_each(findings.iter(), base, |text| output.styled(&format!("{text}\n")))
}

/// Says findings on the other stream, so that they stand in no result.
pub(crate) fn complain<'f>(
    findings: impl IntoIterator<Item = &'f Diagnostic>,
    base: Option<&Path>,
    output: &mut Output,
) {
    // Saying fails only where nobody listens.
    let _ = render_each(findings, base, |text| {
        output.complain_styled(&format!("{text}\n"));
        Ok(())
    });
}

/// Whether there is an error among findings.
pub(crate) fn has_errors(findings: &[Diagnostic]) -> bool {
    findings.iter().any(|finding| finding.severity == Severity::Error)
}

/// An error as one text: what is wrong, the hint behind it, and its code.
pub(crate) fn told(message: &str, hint: Option<String>, code: &str) -> String {
    let colon = choose("\u{a0}:", ":");
    let hint = hint.map(|hint| format!("{colon} {hint}")).unwrap_or_default();
    format!("{message}{hint} [{code}]")
}

/// `2 errors, 1 warning`, or that nothing was found.
pub(crate) fn count(findings: &[Diagnostic]) -> String {
    let of = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
    // Nothing is singular in French, and plural in English.
    let is_one = |count: usize| count == 1 || count == 0 && language() == Language::French;
    let plural = |count: usize, word: &str| format!("{count} {word}{}", if is_one(count) { "" } else { "s" });
    let words =
        [Severity::Error, Severity::Warning].map(|severity| (of(severity), severity.label_in(language())));
    words.map(|(count, word)| plural(count, word)).join(", ")
}

fn render_each<'f>(
    findings: impl IntoIterator<Item = &'f Diagnostic>,
    base: Option<&Path>,
    mut print: impl FnMut(String) -> io::Result<()>,
) -> io::Result<()> {
    let mut files: HashMap<&str, Option<Lines>> = HashMap::new();
    for finding in findings {
        let name = finding.file.as_deref().unwrap_or_default();
        let lines = files.entry(name).or_insert_with(|| {
            let base = base?;
            let path = if base.is_dir() { base.join(name) } else { base.to_path_buf() };
            let bytes = files::read(&path).ok()?;
            let text = decode::decode(&bytes);
            // A workbook, or noise, has no lines that somebody could read.
            (!text.contains('\0')).then(|| Lines::of(text.into_owned()))
        });
        print(render(finding, lines.as_mut()))?;
    }
    Ok(())
}

fn render(finding: &Diagnostic, lines: Option<&mut Lines>) -> String {
    let level = match finding.severity {
        Severity::Error => Level::ERROR.with_name(choose("erreur", "error")),
        Severity::Warning => Level::WARNING.with_name(choose("avertissement", "warning")),
        Severity::Remark => Level::NOTE.with_name(choose("remarque", "note")),
    };
    let message = finding.message_in(language());
    let message = shown(&message);
    let title = level.primary_title(message.as_ref()).id(finding.code.as_str());
    let path = shown(finding.file.as_deref().unwrap_or(choose("(annuaire)", "(directory)")));
    let quoted: Option<Quote> = lines.and_then(|lines| quote(finding, lines));
    let place = match (finding.line, finding.column) {
        (Some(line), Some(column)) => format!("{path}:{line}:{column}"),
        (Some(line), None) => format!("{path}:{line}"),
        _ => path.to_string(),
    };
    let group = match &quoted {
        Some(quote) => {
            let line = finding.line.unwrap_or(1) as usize;
            let origin = Origin::path(path.as_ref()).line(line).char_column(quote.column);
            title.element(origin).element(
                Snippet::source(quote.text.as_str())
                    .line_start(line)
                    .annotation(AnnotationKind::Primary.span(quote.marked.clone())),
            )
        }
        None => title.element(Origin::path(place)),
    };
    let nearest = finding.nearest.as_deref().map(|nearest| {
        choose(
            format!("vouliez-vous dire «\u{a0}{0}\u{a0}»\u{a0}?", shown(nearest)),
            format!("did you mean `{0}`?", shown(nearest)),
        )
    });
    let group = match &nearest {
        Some(nearest) => {
            group.element(Level::HELP.with_name(choose("aide", "help")).message(nearest.as_str()))
        }
        None => group,
    };
    Renderer::styled().render(&[group])
}

#[cfg(test)]
mod tests {
    use aiguillage::Directory;
    use aiguillage::directory::Import;
    use proptest::prelude::*;

    use super::*;

    const BASE: &str = r#"{"themes": [{"id": "t", "label": "T"}],
        "subjects": [{"id": "recruter", "theme": "t", "label": "Recruter"}],
        "institutions": [{"id": "cci", "name": "CCI"}],
        "antennes": [{"id": "a", "institution": "cci", "name": "Été", "zones": ["departement:59"]}]}"#;

    /// Pieces of sheets, in encodings that programs write and in none.
    const PIECES: [&[u8]; 34] = [
        b"Institution",
        b"Antenne",
        b"Pr\xc3\xa9nom et nom",
        b"Pr\xe9nom et nom",
        b"Pr\x8enom et nom",
        b"Email",
        b"T\xc3\xa9l\xc3\xa9phone",
        b"Recruter",
        b"Communes sp\xc3\xa9cifiques",
        b"CCI",
        b"\xc3\x89t\xc3\xa9",
        b"\xc9t\xe9",
        b"paul@cci.example",
        b"a@b",
        b"327123456.0",
        b"80010.0 2,00093E+08",
        b"#N/A",
        b"x",
        b"n/a",
        b";",
        b";",
        b",",
        b"\t",
        b"\n",
        b"\r\n",
        b"\r",
        b"\"",
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        b"\xe2\x80\x8b",
        b"\xc2\xa0",
        b"\x00",
        b"PK\x03\x04",
        b"sep=;\n",
    ];

    fn sheet() -> impl Strategy<Value = Vec<u8>> {
        let pieces = proptest::collection::vec(proptest::sample::select(&PIECES[..]), 0..60);
        let headers = any::<bool>();
        let pieces = (pieces, headers).prop_map(|(pieces, headers)| {
            let first: &[u8] =
                if headers { b"Institution;Antenne;Pr\xc3\xa9nom et nom;Email;Recruter\n" } else { b"" };
            [first, &pieces.concat()].concat()
        });
        prop_oneof![4 => pieces, 1 => proptest::collection::vec(any::<u8>(), 0..200)]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1000))]

        #[test]
        fn faults_of_any_bytes_are_told(bytes in sheet()) {
            let base = Directory::from_json(BASE).unwrap();
            let mut import = Import::onto(&base);
            import.experts("f.csv", &bytes);
            import.antennes("f.csv", &bytes);
            let found = match import.finish() {
                Ok(directory) => directory.diagnostics().to_vec(),
                Err(error) => error.into_diagnostics(),
            };
            let text = decode::decode(&bytes).into_owned();
            let is_readable = !text.contains('\u{fffd}');
            let mut lines = Lines::of(text);
            for finding in &found {
                let told = render(finding, Some(&mut lines));
                prop_assert!(!is_readable || !told.contains('\u{fffd}'), "{told}");
            }
        }
    }
}

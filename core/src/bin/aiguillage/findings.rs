//! Findings printed as good compilers do: what, where, the source line, what was probably meant.

use std::collections::HashMap;
use std::io;
use std::ops::Range;
use std::path::Path;

use aiguillage::{Diagnostic, Severity};
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use crate::output::{Output, shown};
use crate::quote::{Lines, quote};
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

/// `2 errors, 1 warning`, or that nothing was found.
pub(crate) fn count(findings: &[Diagnostic]) -> String {
    let of = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
    let plural = |count: usize, word: &str| format!("{count} {word}{}", if count == 1 { "" } else { "s" });
    format!("{}, {}", plural(of(Severity::Error), "error"), plural(of(Severity::Warning), "warning"))
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
            Some(Lines::of(decode::decode(&files::read(&path).ok()?).into_owned()))
        });
        print(render(finding, lines.as_mut()))?;
    }
    Ok(())
}

fn render(finding: &Diagnostic, lines: Option<&mut Lines>) -> String {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Remark => Level::NOTE,
    };
    let message = shown(&finding.message);
    let title = level.primary_title(message.as_ref()).id(finding.code.as_str());
    let path = shown(finding.file.as_deref().unwrap_or("(directory)"));
    let quoted: Option<(String, Range<usize>)> = lines.and_then(|lines| quote(finding, lines));
    let place = match (finding.line, finding.column) {
        (Some(line), Some(column)) => format!("{path}:{line}:{column}"),
        (Some(line), None) => format!("{path}:{line}"),
        _ => path.to_string(),
    };
    let group = match &quoted {
        Some((line, span)) => title.element(
            Snippet::source(line.as_str())
                .line_start(finding.line.unwrap_or(1) as usize)
                .path(path.as_ref())
                .annotation(AnnotationKind::Primary.span(span.clone())),
        ),
        None => title.element(annotate_snippets::Origin::path(place)),
    };
    let nearest = finding.nearest.as_deref().map(|nearest| format!("did you mean `{}`?", shown(nearest)));
    let group = match &nearest {
        Some(nearest) => group.element(Level::HELP.message(nearest.as_str())),
        None => group,
    };
    Renderer::styled().render(&[group])
}

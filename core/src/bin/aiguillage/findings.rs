//! Findings printed as good compilers do: what, where, the source line, what was probably meant.

use std::collections::HashMap;
use std::io;
use std::path::Path;

use aiguillage::{Diagnostic, Severity};
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use crate::output::Output;

/// Prints findings; `base` is the folder (or file) whose lines are quoted.
pub(crate) fn print(findings: &[Diagnostic], base: Option<&Path>, output: &mut Output) -> io::Result<()> {
    let mut files: HashMap<&str, Option<String>> = HashMap::new();
    for finding in findings {
        let name = finding.file.as_deref().unwrap_or_default();
        let text = files.entry(name).or_insert_with(|| {
            let base = base?;
            let path = if base.is_dir() { base.join(name) } else { base.to_path_buf() };
            Some(String::from_utf8_lossy(&std::fs::read(path).ok()?).into_owned())
        });
        output.line(render(finding, text.as_deref()))?;
        output.line("")?;
    }
    Ok(())
}

/// `2 errors, 1 warning`, or that nothing was found.
pub(crate) fn count(findings: &[Diagnostic]) -> String {
    let of = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
    let plural = |count: usize, word: &str| format!("{count} {word}{}", if count == 1 { "" } else { "s" });
    format!("{}, {}", plural(of(Severity::Error), "error"), plural(of(Severity::Warning), "warning"))
}

fn render(finding: &Diagnostic, text: Option<&str>) -> String {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(finding.message.as_str()).id(finding.code.as_str());
    let path = finding.file.as_deref().unwrap_or("(directory)");
    let quoted = finding.line.and_then(|line| quote(finding, text?, line));
    let place = match (finding.line, finding.column) {
        (Some(line), Some(column)) => format!("{path}:{line}:{column}"),
        (Some(line), None) => format!("{path}:{line}"),
        _ => path.to_owned(),
    };
    let group = match &quoted {
        Some((line, span)) => title.element(
            Snippet::source(line.as_str())
                .line_start(finding.line.unwrap_or(1) as usize)
                .path(path)
                .annotation(AnnotationKind::Primary.span(span.clone())),
        ),
        None => title.element(annotate_snippets::Origin::path(place)),
    };
    let group = match &finding.nearest {
        Some(nearest) => group.element(Level::HELP.message(format!("did you mean `{nearest}`?"))),
        None => group,
    };
    Renderer::styled().render(&[group])
}

/// The line at fault, cut around the offending text, and where that stands in it.
fn quote(finding: &Diagnostic, text: &str, line: u32) -> Option<(String, std::ops::Range<usize>)> {
    const BEFORE: usize = 60;
    const LONGEST: usize = 160;
    let line = text.lines().nth(line.checked_sub(1)? as usize)?.trim_end();
    let blamed = finding.text.trim_end_matches('…');
    let start = if blamed.is_empty() { None } else { find_from(line, blamed, finding) };
    let (from, range) = match start {
        Some(start) => {
            let from = line[..start].char_indices().rev().nth(BEFORE).map_or(0, |(position, _)| position);
            (from, start - from..start - from + blamed.len())
        }
        None => (0, 0..line.len().min(1)),
    };
    let shown: String = line[from..].chars().take(LONGEST).collect();
    // The line may have been cut before the end of what is blamed.
    let range = range.start.min(shown.len())..range.end.min(shown.len());
    Some((shown, range))
}

/// Where the text at fault stands: in CSV in the cell of its column, in JSON from its column on.
fn find_from(line: &str, blamed: &str, finding: &Diagnostic) -> Option<usize> {
    let column = finding.column.unwrap_or(1) as usize;
    let is_csv = finding.file.as_deref().is_some_and(|file| file.to_lowercase().ends_with(".csv"));
    let from = if is_csv {
        // The separator that stands before the cell; a quoted one may only bring us there too early.
        let separators = line.char_indices().filter(|(_, c)| matches!(c, ',' | ';'));
        separators
            .map(|(position, _)| position + 1)
            .nth(column.checked_sub(2).unwrap_or(usize::MAX))
            .unwrap_or(0)
    } else {
        line.char_indices().nth(column.saturating_sub(1)).map_or(0, |(position, _)| position)
    };
    line[from..].find(blamed).map(|found| from + found).or_else(|| line.find(blamed))
}

//! The documentation of the native half, which its Rust holds: editors read it in the stub.

use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;

use crate::documents::docstring;
use crate::model::{Model, Record};
use crate::prose::wrapped;

/// The lines of each documentation, by `Router` or `Router.match_experts`.
pub(super) type Docs = BTreeMap<String, Vec<String>>;

/// What the sources of the package document: its classes and their methods, and the fields of a need.
pub(super) fn documented(model: &Model, sources: &Path) -> Result<Docs, Box<dyn Error>> {
    let mut docs = Docs::new();
    for entry in std::fs::read_dir(sources)? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "rs") {
            add(&std::fs::read_to_string(path)?, &mut docs);
        }
    }
    let is_need = |record: &&Record| record.name == "Need";
    for field in model.records.iter().filter(is_need).flat_map(|record| &record.fields) {
        docs.insert(format!("Need.{}", field.name), wrapped(&field.documentation, super::WIDTH));
    }
    Ok(docs)
}

/// Adds what a source documents. Attributes may stand between a documentation and what it is of.
fn add(source: &str, docs: &mut Docs) {
    let (mut class, mut lines, mut is_open) = (String::new(), Vec::new(), false);
    for line in source.lines().map(str::trim) {
        if let Some(text) = line.strip_prefix("///") {
            if !is_open {
                lines.clear();
            }
            lines.push(text.strip_prefix(' ').unwrap_or(text).to_owned());
            is_open = true;
            continue;
        }
        is_open = false;
        let item = line.trim_start_matches("pub(crate) ");
        if let Some(name) = word_after(item, "struct ") {
            docs.insert(name, std::mem::take(&mut lines));
        } else if let Some(name) = word_after(item, "impl ") {
            class = name;
            lines.clear();
        } else if let Some(name) = word_after(item, "fn ") {
            docs.insert(format!("{class}.{name}"), std::mem::take(&mut lines));
        }
    }
}

fn word_after(line: &str, keyword: &str) -> Option<String> {
    let rest = line.strip_prefix(keyword)?;
    let end = rest.find(|letter: char| !letter.is_alphanumeric() && letter != '_').unwrap_or(rest.len());
    Some(rest[..end].to_owned())
}

/// The stub with the documentation of its classes, methods and properties in place.
pub(super) fn with_docstrings(stub: &str, docs: &Docs) -> String {
    let (mut out, mut class, mut method) = (String::with_capacity(stub.len() * 3), String::new(), None);
    for line in stub.lines() {
        if let Some(name) = word_after(line, "class ") {
            out.push_str(&format!("{line}\n{}", of(docs, &name, "    ")));
            class = name;
            continue;
        }
        // What stands outside of classes is private.
        if !line.starts_with(' ') {
            class.clear();
        }
        if let Some(name) = line.strip_prefix("    ").and_then(|line| word_after(line, "def ")) {
            method = Some(format!("{class}.{name}"));
        }
        let documentation = match line.strip_suffix(" ...").filter(|line| line.ends_with(':')) {
            Some(signature) => method.take().map(|name| (signature, of(docs, &name, "        "))),
            None => None,
        };
        match documentation.filter(|(_, documentation)| !documentation.is_empty()) {
            Some((signature, documentation)) => out.push_str(&format!("{signature}\n{documentation}")),
            None => out.push_str(&format!("{line}\n")),
        }
    }
    out
}

fn of(docs: &Docs, name: &str, indent: &str) -> String {
    docstring(docs.get(name).cloned().unwrap_or_default(), indent)
}

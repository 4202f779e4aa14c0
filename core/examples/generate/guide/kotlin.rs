//! The Kotlin of the guide and of the README: it is compiled, so that its blocks stand in a file of the tests, a function a page.

use std::error::Error;
use std::path::{Path, PathBuf};

use serde_json::json;

use crate::Files;
use crate::documents::filled;

/// The file that the tests compile.
const FILE: &str = "bindings-kotlin/kotlin/test/fr/aiguillage/generated/GuidePages.kt";

pub(super) fn write(root: &Path, pages: &Path, files: &mut Files) -> Result<(), Box<dyn Error>> {
    let mut paths = vec![PathBuf::from("README.md")];
    for entry in std::fs::read_dir(root.join(pages))? {
        let name = entry?.file_name();
        if Path::new(&name).extension().is_some_and(|ending| ending == "md") {
            paths.push(pages.join(name));
        }
    }
    paths.sort();
    let mut programs = Vec::new();
    for path in paths {
        // What is written now counts before what was written last time.
        let page = match files.get(&path) {
            Some(page) => page.clone(),
            None => std::fs::read_to_string(root.join(&path))?,
        };
        let lines = lines(&page);
        if !lines.is_empty() {
            let stem = path.file_stem().unwrap_or_default().to_string_lossy().to_lowercase();
            programs.push(json!({"page": path, "function": camel(&stem), "lines": lines}));
        }
    }
    let text = filled(include_str!("../templates/GuidePages.kt.jinja"), &json!({ "programs": programs }))?;
    files.insert(Path::new(FILE).to_owned(), text);
    Ok(())
}

/// The lines of a page's blocks of Kotlin.
fn lines(page: &str) -> Vec<&str> {
    let after_fence = page.split("\n```kotlin\n").skip(1);
    after_fence.filter_map(|rest| Some(rest.split_once("\n```")?.0)).flat_map(str::lines).collect()
}

/// `cookbook-follow-up` → `cookbookFollowUp`.
fn camel(page: &str) -> String {
    let mut words = page.split('-');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |name, word| {
        let (initial, rest) = word.split_at(word.len().min(1));
        name + &initial.to_uppercase() + rest
    })
}

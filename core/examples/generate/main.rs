//! Writes everything that follows from the declarations of records and calls: the JSON Schemas in
//! `core/schema/`, what Python, Node and Kotlin need to know of records, and the pages of the guide that
//! list fields and codes. `make generate` runs it; what it writes is committed, and CI fails where it would
//! write something else.
//!
//! The templates are our own, because what they write is the public face of each package, which is
//! older than they are: frozen dataclasses, camel case with `readonly`, `LocalDate`.

mod documents;
mod guide;
mod kotlin;
mod model;
mod names;
mod prose;
mod python;
mod schema_files;
mod typescript;

use std::collections::BTreeMap;
use std::error::Error;
use std::path::{Path, PathBuf};

use model::Model;

/// The text of each file, by its path from the root of the repository.
type Files = BTreeMap<PathBuf, String>;

/// The folders that hold nothing but what is written here.
const FOLDERS: [&str; 6] = [
    "core/schema",
    "bindings-python/python/aiguillage/generated",
    "bindings-python/src/generated",
    "bindings-node/lib/generated",
    "bindings-kotlin/kotlin/main/fr/aiguillage/generated",
    "bindings-kotlin/kotlin/test/fr/aiguillage/generated",
];

fn main() -> Result<(), Box<dyn Error>> {
    // Fields are written in the order of their declarations. The library does without such maps: its
    // answers would depend on whether something else of the build asked for them.
    let order: serde_json::Map<String, serde_json::Value> = serde_json::from_str(r#"{"b": 0, "a": 0}"#)?;
    if order.keys().next().is_none_or(|first| first != "b") {
        return Err("run this by `make generate`, which switches `serde_json/preserve_order` on".into());
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let schemas = aiguillage::boundary::schema::schemas();
    let model = Model::of(&schemas)?;
    let [schema_folder, _, _, node_folder, kotlin_folder, _] = FOLDERS.map(Path::new);
    let mut files = Files::new();
    schema_files::write(&schemas, schema_folder, &mut files)?;
    python::write(&model, &root, Path::new("bindings-python"), &mut files)?;
    typescript::write(&model, node_folder, &mut files)?;
    kotlin::write(&model, kotlin_folder, &mut files)?;
    guide::write(&root, &mut files)?;
    for folder in FOLDERS {
        remove_others(&root, Path::new(folder), &files)?;
    }
    for (path, text) in &files {
        let path = root.join(path);
        // What is the same keeps its time, so that nothing is built again for it.
        if std::fs::read_to_string(&path).is_ok_and(|written| written == *text) {
            continue;
        }
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        std::fs::write(&path, text)?;
        println!("wrote {}", path.display());
    }
    Ok(())
}

/// A record that is declared no more leaves no file behind.
fn remove_others(root: &Path, folder: &Path, files: &Files) -> std::io::Result<()> {
    let Ok(entries) = std::fs::read_dir(root.join(folder)) else { return Ok(()) };
    for entry in entries {
        let entry = entry?;
        let is_file = entry.file_type()?.is_file();
        if is_file && !files.contains_key(&folder.join(entry.file_name())) {
            std::fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

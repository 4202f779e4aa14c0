//! The commands of the guide run: in a folder that has the examples, and the directories that the pages speak of.

#![cfg(feature = "cli")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

/// The names by which pages call a directory of the reader.
const DIRECTORIES: [&str; 4] = ["mon-annuaire", "ancien", "nouveau", "NEW"];

fn root() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        if entry.file_type().unwrap().is_file() {
            std::fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
        }
    }
}

fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    let examples = root().join("examples");
    let sample = examples.join("hauts-de-france");
    copy(&sample, &folder.path().join("examples/hauts-de-france"));
    copy(&examples.join("partner-files"), &folder.path().join("examples/partner-files"));
    for name in DIRECTORIES {
        copy(&sample, &folder.path().join(name));
    }
    std::fs::copy(sample.join("needs.csv"), folder.path().join("besoins.csv")).unwrap();
    folder
}

/// The commands of a page's blocks for a shell.
fn commands(page: &str) -> Vec<String> {
    let blocks = page.split("\n```sh\n").skip(1).filter_map(|rest| rest.split_once("\n```"));
    let text = blocks.map(|(block, _)| block.replace("\\\n", " ")).collect::<Vec<_>>().join("\n");
    text.lines().filter_map(|line| line.strip_prefix("cargo aiguillage ")).map(str::to_owned).collect()
}

#[test]
fn every_command_runs() {
    let folder = folder();
    let mut run = 0;
    for entry in std::fs::read_dir(root().join("core/guide")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|ending| ending != "md") {
            continue;
        }
        for command in commands(&std::fs::read_to_string(&path).unwrap()) {
            let done = Command::new(env!("CARGO_BIN_EXE_aiguillage"))
                .args(command.split_whitespace())
                .current_dir(folder.path())
                .output()
                .unwrap();
            // 1 says that something of what was given is wrong, which some pages show.
            let code = done.status.code();
            assert!(matches!(code, Some(0 | 1)), "{}: {command}: {done:?}", path.display());
            run += 1;
        }
    }
    assert!(run >= 20, "{run}");
}

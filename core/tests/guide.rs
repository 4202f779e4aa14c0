//! Every page of the guide stands where readers look for it, and leads to pages that there are.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::collections::BTreeSet;
use std::path::Path;

/// Pages of rustdoc alone.
const NO_PAGES: [&str; 2] = ["front-page", "rustdoc-links"];

fn file(name: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

fn pages() -> BTreeSet<String> {
    let folder = std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("guide")).unwrap();
    let names = folder.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let stems = names.filter_map(|name| name.strip_suffix(".md").map(str::to_owned));
    stems.filter(|stem| !NO_PAGES.contains(&stem.as_str())).collect()
}

#[test]
fn every_page_is_a_module_and_stands_in_the_contents() {
    let (modules, contents, links) =
        (file("src/guide.rs"), file("guide/zensical.toml"), file("guide/rustdoc-links.md"));
    assert!(pages().len() > 20);
    for page in pages() {
        assert!(contents.contains(&format!("\"{page}.md\"")), "{page} is not in the contents");
        // The first page of the site is the contents of the module.
        if page != "index" {
            let module = page.replace('-', "_");
            assert!(modules.contains(&format!("{module} \"{page}.md\",")), "{page} is no module");
            assert!(links.contains(&format!("[{page}]: crate::guide::{module}\n")), "{page} has no link");
        }
    }
}

#[test]
fn every_link_between_pages_leads_to_one() {
    let pages = pages();
    for page in &pages {
        for line in file(&format!("guide/{page}.md")).lines() {
            let Some((name, target)) = line.strip_prefix('[').and_then(|line| line.split_once("]: ")) else {
                continue;
            };
            assert_eq!(target, format!("{name}.md"), "in {page}");
            assert!(pages.contains(name), "{page} leads to {target}");
        }
    }
}

#[test]
fn every_name_of_a_link_is_defined() {
    let is_name = |name: &&str| name.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-');
    let mut named = 0;
    for page in pages() {
        let text = file(&format!("guide/{page}.md"));
        // Code has brackets too, with other letters between them.
        let ends = text.split("][").skip(1).filter_map(|rest| rest.split_once(']'));
        for name in ends.map(|(name, _)| name).filter(is_name) {
            assert!(text.contains(&format!("\n[{name}]: ")), "{page}: {name}");
            named += 1;
        }
    }
    assert!(named > 20, "{named}");
}

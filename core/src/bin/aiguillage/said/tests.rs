//! French keeps its typography.

use super::help_french::HELP;

#[test]
fn french_has_its_typography() {
    let texts = include_str!("french.rs").lines().filter(|line| line.contains('"'));
    for line in texts.chain(HELP.iter().map(|(_, french)| *french)) {
        assert!(!line.contains('\''), "{line}");
        let text = line.trim_end_matches(';');
        for mark in [" ;", " ?", " !", " :", "« ", " »"] {
            assert!(!text.contains(mark), "{mark:?}: {line}");
        }
    }
}

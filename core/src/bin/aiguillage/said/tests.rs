//! French keeps its typography.

#[test]
fn french_has_its_typography() {
    for line in include_str!("french.rs").lines().filter(|line| line.contains('"')) {
        assert!(!line.contains('\''), "{line}");
        let text = line.trim_end_matches(';');
        for mark in [" ;", " ?", " !", " :", "« ", " »"] {
            assert!(!text.contains(mark), "{mark:?}: {line}");
        }
    }
}

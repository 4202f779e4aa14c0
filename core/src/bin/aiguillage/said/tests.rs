//! French keeps its typography.

#[test]
fn french_has_its_typography() {
    let texts =
        include_str!("french.rs").lines().chain(include_str!("help_french.rs").lines().skip(6).step_by(4));
    for line in texts.filter(|line| line.contains('"')) {
        assert!(!line.contains('\''), "{line}");
        let text = line.trim_end_matches(';');
        for mark in [" ;", " ?", " !", " :", "« ", " »"] {
            assert!(!text.contains(mark), "{mark:?}: {line}");
        }
    }
}

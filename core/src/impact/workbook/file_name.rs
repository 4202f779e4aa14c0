//! Names of files, made of ids that anybody may have chosen.

use std::collections::HashSet;

/// Names that were given, so that no file takes another's place.
#[derive(Default)]
pub(super) struct FileNames {
    /// In lower case: some file systems know no other.
    taken: HashSet<String>,
}

impl FileNames {
    /// A name without ending for an id: letters and digits without accents, points, hyphens and underscores; others
    /// become hyphens. Of two ids with the same name, the later gets `-2`.
    pub(super) fn name(&mut self, id: &str) -> String {
        let safe = safe(id);
        let mut name = safe.clone();
        let mut number = 1;
        while !self.taken.insert(name.to_lowercase()) {
            number += 1;
            name = format!("{safe}-{number}");
        }
        name
    }
}

/// Names that Windows keeps for devices, whatever ending they have.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

fn safe(id: &str) -> String {
    let is_safe = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    let name: String = id.trim().chars().map(|c| if is_safe(c) { c } else { '-' }).collect();
    // A point at the front hides a file, and leads out of the folder; one at the end is lost on Windows.
    let name: String = name.trim_matches(['.', '-']).chars().take(100).collect();
    let stem = name.split('.').next().unwrap_or_default().to_lowercase();
    let is_device = DEVICES.contains(&stem.trim_end_matches(|c: char| c.is_ascii_digit()));
    match name.as_str() {
        "" => "sans-identifiant".to_owned(),
        name if is_device => format!("_{name}"),
        name => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_nowhere_else_and_differ() {
        let mut names = FileNames::default();
        let mut name = |id: &str| names.name(id);
        assert_eq!(name("cci"), "cci");
        assert_eq!(name("CCI"), "CCI-2");
        assert_eq!(name("../../etc/passwd"), "etc-passwd");
        assert_eq!(name("etc/passwd"), "etc-passwd-2");
        assert_eq!(name("mde lille"), "mde-lille");
        assert_eq!(name("mde-lille"), "mde-lille-2");
        assert_eq!(name("mde-lille-2"), "mde-lille-2-2");
        assert_eq!([name("CON"), name("nul.x"), name("com1")], ["_CON", "_nul.x", "_com1"]);
        assert_eq!([name(""), name("…")], ["sans-identifiant", "sans-identifiant-2"]);
        assert_eq!(name(&"é".repeat(300)), "sans-identifiant-3");
        assert_eq!(name(&"x".repeat(300)).len(), 100);
    }
}

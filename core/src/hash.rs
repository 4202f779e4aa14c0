//! Maps by text that comes from outside.
//!
//! `rustc_hash` is for our own numbers: whoever chooses the keys can make all of them collide, and
//! 80,000 needs with such ids took 26 s instead of 0.09 s. These maps hash with a key that each process
//! draws at random, and cost some nanoseconds more. Their order is another in each process: nothing that
//! is returned may depend on it.

use std::collections::HashMap;

use foldhash::quality::RandomState;

/// A map by ids, names or words that people chose.
pub(crate) type TextMap<K, V> = HashMap<K, V, RandomState>;

#[cfg(test)]
mod tests {
    use std::path::Path;

    /// The first words of the types of keys in `FxHashMap<…>` and `FxHashSet<…>`, file by file.
    fn fast_keys(folder: &Path, found: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                fast_keys(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = std::fs::read_to_string(&path).unwrap();
                for name in ["FxHashMap<", "FxHashSet<"] {
                    let keys = text.match_indices(name).map(|(at, _)| &text[at + name.len()..]);
                    found.extend(keys.map(|key| key.chars().take(24).collect()));
                }
            }
        }
    }

    #[test]
    fn no_text_from_outside_is_hashed_without_a_key() {
        let mut keys = Vec::new();
        fast_keys(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut keys);
        assert!(keys.len() > 10);
        // Criteria hold texts; their owners are positions.
        let is_text = |key: &&String| {
            let key = key.replace("CriterionOwner", "");
            key.contains("str") || key.contains("String") || key.contains("Criterion")
        };
        // Words of the program itself are our own.
        let chosen: Vec<&String> =
            keys.iter().filter(is_text).filter(|key| !key.starts_with("&'static")).collect();
        assert_eq!(chosen, [""; 0]);
    }
}

//! The secret of a directory's keeper that enters the draw.

use std::fmt;

use serde::Serialize;

/// A secret that enters the draw by which equals share needs, so that nobody who does not know it can
/// choose the id of a need by whom it will reach.
///
/// It is part of the directory: who has the directory's files or a snapshot has the seed. Nothing else
/// shows it, and answers say only that there is one.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub(crate) struct Seed(String);

impl Seed {
    /// A shorter one can be found by trying all of them.
    pub(crate) const LEAST_CHARACTERS: usize = 16;

    /// The seed of a text that is not blank.
    pub(crate) fn new(text: &str) -> Option<Seed> {
        let text = text.trim();
        (!text.is_empty()).then(|| Seed(text.to_owned()))
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it can be found by trying.
    pub(crate) fn is_weak(&self) -> bool {
        self.0.chars().count() < Seed::LEAST_CHARACTERS
    }
}

impl fmt::Debug for Seed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Seed(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_is_not_printed() {
        let seed = Seed::new(" secret of the keeper ").unwrap();
        assert_eq!(format!("{seed:?}"), "Seed(…)");
        assert_eq!(seed.as_str(), "secret of the keeper");
        assert_eq!(Seed::new("  "), None);
    }
}

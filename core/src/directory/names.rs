//! Institutions by id and by alias: former names stay usable after a renaming.

use crate::hash::TextMap;
use crate::text::fold;

/// Finds institutions by what people call them.
#[derive(Clone, Debug, Default)]
pub(crate) struct InstitutionNames {
    ids: TextMap<String, usize>,
    /// By folded alias.
    aliases: TextMap<String, usize>,
}

impl InstitutionNames {
    pub(crate) fn add_id(&mut self, id: &str, number: usize) {
        self.ids.insert(id.to_owned(), number);
    }

    /// Adds an alias; the institution that holds the name already, where there is one.
    pub(crate) fn add_alias(&mut self, alias: &str, number: usize) -> Result<(), usize> {
        let holder = self.find(alias).filter(|holder| *holder != number);
        if let Some(holder) = holder {
            return Err(holder);
        }
        self.aliases.insert(fold(alias), number);
        Ok(())
    }

    /// The institution of this id, or else of this alias, spelling forgiven.
    pub(crate) fn find(&self, name: &str) -> Option<usize> {
        self.ids.get(name).or_else(|| self.aliases.get(&fold(name))).copied()
    }
}

//! Institutions by id and by alias: former names stay usable after a renaming.

use super::Institution;
use crate::hash::TextMap;
use crate::text::fold;

/// Finds institutions by what people call them.
#[derive(Clone, Debug, Default)]
pub(crate) struct InstitutionNames {
    ids: TextMap<String, usize>,
    /// By folded alias.
    aliases: TextMap<String, usize>,
}

/// An alias that names another institution already.
pub(crate) struct Taken<'a> {
    pub(crate) alias: &'a str,
    /// The number of the institution that has the alias.
    pub(crate) by: usize,
}

impl InstitutionNames {
    /// The names of institutions, by their places in the list.
    ///
    /// # Errors
    /// With the first alias that is another institution's id or alias.
    pub(crate) fn of(institutions: &[Institution]) -> Result<InstitutionNames, Taken<'_>> {
        let mut names = InstitutionNames::default();
        for (number, institution) in institutions.iter().enumerate() {
            names.add_id(&institution.id, number);
        }
        for (number, institution) in institutions.iter().enumerate() {
            for alias in &institution.aliases {
                names.add_alias(alias, number).map_err(|_| Taken { alias, by: number })?;
            }
        }
        Ok(names)
    }

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

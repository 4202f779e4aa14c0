//! How a record is declared once, and what follows from the declaration.

pub(crate) mod unknown_word;
pub(crate) mod words;

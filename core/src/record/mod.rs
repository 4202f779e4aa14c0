//! How a record is declared once, and what follows from the declaration.

pub(crate) mod words;

//! Routes a small company's need to the public experts who can help.

pub mod codes;
pub mod geography;
mod text;

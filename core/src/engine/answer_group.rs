//! Combinations of answers, with questions as numbers.

/// A combination of answers that an institution asks for: questions, by their number within the
/// subject, and the answers that are wanted.
pub(crate) type AnswerGroup = Vec<(u16, bool)>;

//! Combinations of answers, with questions as numbers.

/// A question, by its place among those of its subject.
pub(crate) type QuestionNumber = u32;

/// A combination of answers that an institution asks for: questions, and the answers that are
/// wanted.
pub(crate) type AnswerGroup = Vec<(QuestionNumber, bool)>;

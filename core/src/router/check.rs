//! Whether a need can be answered, before anybody asks.

use super::Router;
use crate::directory::Directory;
use crate::engine::need_place::need_place;
use crate::language::sentence;
use crate::need::{Need, NeedError};

impl Router {
    /// Checks a need without matching: that its commune exists, and that what it carries is known and
    /// does not contradict itself. A need may lack its subject here, such as that of a form which asks
    /// for the company first; then its answers may be to questions of any subject.
    ///
    /// # Errors
    /// Those of [`Router::match_experts`] with the same need, except for a missing subject.
    ///
    /// ```
    /// # let router = aiguillage::Router::from_json(r#"{"themes": [{"id": "t", "label": "T"}],
    /// #     "subjects": [{"id": "recruter", "theme": "t", "label": "Recruter"}]}"#)?;
    /// use aiguillage::Need;
    ///
    /// let mut need = Need::new("", "80021");
    /// assert!(router.check_need(&need).is_ok());
    /// need.opco = Some("opco-inconnu".into());
    /// assert_eq!(router.check_need(&need).unwrap_err().code(), "unknown_institution");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn check_need(&self, need: &Need) -> Result<(), NeedError> {
        let compiled = self.compiled();
        if !need.subject.trim().is_empty() {
            return compiled.resolve(need).map(|_| ());
        }
        let place = need_place(self.directory().geography(), need)?;
        // Without answers, facts are the same on every subject.
        let mut company = need.clone();
        company.answers.clear();
        compiled.lexicon().resolve_at(self.directory(), &company, 0, place)?;
        check_questions(self.directory(), need)
    }
}

/// Whether each answer of a need is one to a question of some subject.
pub(crate) fn check_questions(directory: &Directory, need: &Need) -> Result<(), NeedError> {
    let questions = || directory.subjects().iter().flat_map(|subject| &subject.questions);
    for (answered, answer) in &need.answers {
        let Some(question) = questions().find(|question| question.id == *answered) else {
            let known = questions().map(|question| question.id.as_str());
            let field = NeedError::answer_field(answered);
            return Err(NeedError::unknown("unknown_question", &field, sentence!(Question), answered, known));
        };
        if let Some(fault) = question.fault(answer) {
            return Err(NeedError::no_answer(answered, fault));
        }
    }
    Ok(())
}

//! Why an expert is proposed or not.

use serde::Deserialize;

use super::{BoundaryError, NeedInput};
use crate::language::Language;
use crate::{Explanation, Router};

/// A need whose experts are to be explained.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ExplainRequest<'v> {
    /// The need.
    #[serde(borrow)]
    pub need: NeedInput<'v>,
    /// The language of the sentences.
    #[serde(default)]
    pub language: Language,
}

/// Why each competent expert matches the need or does not.
///
/// # Errors
/// As [`Router::explain`].
pub fn explain<'r>(
    router: &'r Router,
    request: ExplainRequest<'_>,
) -> Result<Explanation<'r>, BoundaryError> {
    Ok(router.explain_in(&request.need.read()?, request.language)?)
}

//! Why an expert is proposed or not.

use super::BoundaryError;
use super::matching::NeedRequest;
use crate::{Explanation, Router};

/// Why each competent expert matches the need or does not.
///
/// # Errors
/// As [`Router::explain`].
pub fn explain<'r>(router: &'r Router, request: NeedRequest<'_>) -> Result<Explanation<'r>, BoundaryError> {
    Ok(router.explain(&request.need.read()?)?)
}

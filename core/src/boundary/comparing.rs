//! What changes for some needs between two routers.

use serde::Deserialize;

use super::{BoundaryError, NeedInput};
use crate::Router;
use crate::compare::{self, Comparison};

/// Needs that are to be routed through both.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CompareRequest<'v> {
    /// The needs.
    #[serde(borrow)]
    pub needs: Vec<NeedInput<'v>>,
}

/// The needs whose experts differ between the two, and why.
///
/// # Errors
/// With the first need that cannot be read, and its row.
pub fn compare<'r>(
    (first, second): (&'r Router, &'r Router),
    request: CompareRequest<'_>,
) -> Result<Comparison<'r>, BoundaryError> {
    let mut needs = Vec::with_capacity(request.needs.len());
    for (row, need) in request.needs.into_iter().enumerate() {
        needs.push(need.read().map_err(|error| BoundaryError::from(error).in_row(row))?);
    }
    Ok(compare::compare(first, second, &needs))
}

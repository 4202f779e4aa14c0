//! Many needs at once, on every core where the feature `parallel` is on.

use super::order::Plan;
use super::{MatchOptions, Matches, Router};
use crate::need::{Need, NeedError};

impl Router {
    /// The matches of many needs, in their order: one result or error a need, so that a faulty one
    /// does not sink the others.
    ///
    /// # Errors
    /// When the options themselves are wrong: a load of an unknown expert, or one that is negative
    /// or no number.
    ///
    /// ```
    /// # use aiguillage::{MatchOptions, Need, Router};
    /// # let router = Router::from_json(r#"{"themes": [{"id": "t", "label": "T"}],
    /// #     "subjects": [{"id": "recruter", "theme": "t", "label": "S"}]}"#)?;
    /// let needs = [Need::new("recruter", "80021"), Need::new("recruter", "99999")];
    /// let results = router.match_batch(&needs, &MatchOptions::default())?;
    /// assert!(results[0].is_ok());
    /// assert_eq!(results[1].as_ref().unwrap_err().code(), "unknown_commune");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn match_batch(
        &self,
        needs: &[Need],
        options: &MatchOptions,
    ) -> Result<Vec<Result<Matches<'_>, NeedError>>, NeedError> {
        let plan = Plan::new(self, options)?;
        let route = |need: &Need| self.match_planned(need, &plan);
        #[cfg(feature = "parallel")]
        return Ok(rayon::iter::ParallelIterator::collect(rayon::iter::ParallelIterator::map(
            rayon::iter::IntoParallelRefIterator::par_iter(needs),
            route,
        )));
        #[cfg(not(feature = "parallel"))]
        return Ok(needs.iter().map(route).collect());
    }
}

//! Many needs at once, on every core where the feature `parallel` is on.

use std::borrow::Borrow;
use std::ops::ControlFlow;

use super::{MatchOptions, Matches, Router};
use crate::need::{Need, NeedError};
use crate::parallel::each;

/// How many needs are routed between two reports of progress: enough to keep every core busy for
/// some milliseconds, few enough for a caller who wants to stop.
const STEP: usize = 8192;

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
    #[expect(clippy::indexing_slicing, reason = "there is a row for each need")]
    pub fn match_batch(
        &self,
        needs: &[Need],
        options: &MatchOptions,
    ) -> Result<Vec<Result<Matches<'_>, NeedError>>, NeedError> {
        let matcher = self.matcher(options)?;
        Ok(each(0..needs.len(), |row| matcher.match_experts(&needs[row])))
    }

    /// The same for `count` needs that are put together on the way by `need`, such as the rows of a
    /// table, with news of the progress: `progress` is given the number of needs that are done, some
    /// times a second, on the caller's thread. Once it breaks, the results so far are returned.
    ///
    /// # Errors
    /// As [`Router::match_batch`]; errors of `need` are the results of their rows.
    ///
    /// ```
    /// # use aiguillage::{MatchOptions, Need, Router};
    /// # let router = Router::from_json(r#"{"themes": [{"id": "t", "label": "T"}],
    /// #     "subjects": [{"id": "recruter", "theme": "t", "label": "S"}]}"#)?;
    /// use std::ops::ControlFlow;
    ///
    /// let communes = ["80021", "59350"];
    /// let mut seen = 0;
    /// let results = router.match_rows(
    ///     communes.len(),
    ///     |row| Ok(Need::new("recruter", communes[row])),
    ///     &MatchOptions::default(),
    ///     |done| {
    ///         seen = done;
    ///         ControlFlow::Continue(())
    ///     },
    /// )?;
    /// assert_eq!((results.len(), seen), (2, 2));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn match_rows<N: Borrow<Need>>(
        &self,
        count: usize,
        need: impl Fn(usize) -> Result<N, NeedError> + Send + Sync,
        options: &MatchOptions,
        mut progress: impl FnMut(usize) -> ControlFlow<()>,
    ) -> Result<Vec<Result<Matches<'_>, NeedError>>, NeedError> {
        let matcher = self.matcher(options)?;
        let mut results = Vec::with_capacity(count);
        while results.len() < count {
            let step = results.len()..count.min(results.len() + STEP);
            results.extend(each(step, |row| matcher.match_experts(need(row)?.borrow())));
            if progress(results.len()).is_break() {
                break;
            }
        }
        Ok(results)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn router() -> Router {
        let json = r#"{"themes": [{"id": "t", "label": "T"}],
            "subjects": [{"id": "s", "theme": "t", "label": "S"}],
            "institutions": [{"id": "i", "name": "I"}],
            "antennes": [{"id": "a", "institution": "i", "name": "A", "level": "national"}],
            "experts": [{"id": "e", "antenne": "a", "name": "E", "competences": [{"subject": "s"}]}]}"#;
        Router::from_json(json).unwrap()
    }

    fn need(row: usize) -> Result<Need, NeedError> {
        Ok(Need::new("s", if row.is_multiple_of(7) { "99999" } else { "80021" }))
    }

    #[test]
    fn progress_counts_to_the_end_and_errors_stay_in_their_rows() {
        let router = router();
        let count = 2 * STEP + 1;
        let mut seen = Vec::new();
        let watch = |done| {
            seen.push(done);
            ControlFlow::Continue(())
        };
        let results = router.match_rows(count, need, &MatchOptions::default(), watch).unwrap();
        assert_eq!(seen, [STEP, 2 * STEP, count]);
        assert_eq!(results.len(), count);
        for (row, result) in results.iter().enumerate() {
            assert_eq!(result.is_err(), row.is_multiple_of(7), "{row}");
        }
    }

    #[test]
    fn who_breaks_keeps_what_is_done() {
        let router = router();
        let results =
            router.match_rows(10 * STEP, need, &MatchOptions::default(), |_| ControlFlow::Break(())).unwrap();
        assert_eq!(results.len(), STEP);
    }
}

//! The router as Kotlin sees it.

use std::sync::Arc;

use aiguillage::geography::ZoneKind;

use crate::answer::{NativeAnswer, NativeOutcome};
use crate::compare::Comparison;
use crate::coverage::Coverage;
use crate::directory::NativeDirectory;
use crate::explain::Explanation;
use crate::errors::NativeError;
use crate::geography::NativeGeography;
use crate::need::{CoverageQuery, MatchOptions, Need};

/// A router on the native side; use `Router`.
#[derive(uniffi::Object)]
pub struct NativeRouter(aiguillage::Router);

#[uniffi::export]
impl NativeRouter {
    #[uniffi::constructor]
    fn of(directory: Arc<NativeDirectory>) -> NativeRouter {
        NativeRouter(aiguillage::Router::new(directory.0.clone()))
    }

    #[uniffi::constructor]
    fn from_bytes(
        bytes: Vec<u8>,
        geography: Option<Arc<NativeGeography>>,
    ) -> Result<NativeRouter, NativeError> {
        let router = match geography {
            Some(geography) => aiguillage::Router::from_bytes_with(&bytes, Arc::clone(&geography.0)),
            None => aiguillage::Router::from_bytes(&bytes),
        };
        Ok(NativeRouter(router?))
    }

    fn to_bytes(&self) -> Vec<u8> {
        self.0.to_bytes()
    }

    fn directory(&self) -> NativeDirectory {
        NativeDirectory(self.0.directory().clone())
    }

    fn match_experts(&self, need: Need, options: MatchOptions) -> Result<NativeAnswer, NativeError> {
        let (need, options) = (need.read()?, options.read()?);
        Ok(NativeAnswer::of(&self.0.match_experts_with(&need, &options)?))
    }

    /// Many needs in one crossing: one outcome a need.
    fn match_batch(
        &self,
        needs: Vec<Need>,
        options: MatchOptions,
    ) -> Result<Vec<NativeOutcome>, NativeError> {
        let options = options.read()?;
        let needs: Vec<_> = needs.into_iter().map(Need::read).collect();
        let need = |row: usize| needs[row].as_ref().map_err(Clone::clone);
        let results =
            self.0.match_rows(needs.len(), need, &options, |_| std::ops::ControlFlow::Continue(()))?;
        Ok(results
            .into_iter()
            .map(|result| NativeOutcome::of(result.map(|matches| NativeAnswer::of(&matches))))
            .collect())
    }

    fn explain(&self, need: Need) -> Result<Explanation, NativeError> {
        Ok(self.0.explain(&need.read()?)?.into())
    }

    fn coverage(&self, query: CoverageQuery, by: ZoneKind) -> Result<Coverage, NativeError> {
        Ok(Coverage::of(&self.0.coverage(&query.read()?)?, by))
    }

    fn compare(&self, other: Arc<NativeRouter>, needs: Vec<Need>) -> Result<Comparison, NativeError> {
        let needs = needs.into_iter().map(Need::read).collect::<Result<Vec<_>, _>>()?;
        Ok(aiguillage::compare::compare(&self.0, &other.0, &needs).into())
    }
}

//! The router as Kotlin sees it.

use std::sync::Arc;

use aiguillage::geography::ZoneKind;
use aiguillage::intake::{DEFAULT_LIMIT, Extract, Offsets, Screening, Suggestions};

use crate::answer::NativeOutcome;
use crate::compare::Comparison;
use crate::coverage::Coverage;
use crate::directory::NativeDirectory;
use crate::errors::NativeError;
use crate::explain::Explanation;
use crate::fast::Key;
use crate::geography::NativeGeography;
use crate::need::{CoverageQuery, MatchOptions, Need};

/// A router on the native side; use `Router`.
#[derive(uniffi::Object)]
pub struct NativeRouter {
    core: aiguillage::Router,
    key: Key,
}

impl NativeRouter {
    fn over(core: aiguillage::Router) -> NativeRouter {
        NativeRouter { key: Key::of(&core), core }
    }
}

#[uniffi::export]
impl NativeRouter {
    #[uniffi::constructor]
    fn of(directory: Arc<NativeDirectory>) -> NativeRouter {
        NativeRouter::over(aiguillage::Router::new(directory.0.clone()))
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
        Ok(NativeRouter::over(router?))
    }

    fn to_bytes(&self) -> Result<Vec<u8>, NativeError> {
        Ok(self.core.to_bytes()?)
    }

    fn directory(&self) -> NativeDirectory {
        NativeDirectory(self.core.directory().clone())
    }

    /// By which `aiguillage_match` finds the router.
    fn key(&self) -> u64 {
        self.key.number()
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
            self.core.match_rows(needs.len(), need, &options, |_| std::ops::ControlFlow::Continue(()))?;
        Ok(results.into_iter().map(NativeOutcome::of).collect())
    }

    fn suggest_subjects(&self, text: String, limit: Option<i32>) -> Suggestions {
        let limit = limit.map_or(DEFAULT_LIMIT, |limit| usize::try_from(limit).unwrap_or(0));
        self.core.suggest_subjects(&text, limit).with_offsets(&text, Offsets::Utf16)
    }

    fn screen(&self, text: String) -> Screening {
        self.core.screen(&text).with_offsets(&text, Offsets::Utf16)
    }

    fn extract(&self, text: String) -> Extract {
        self.core.extract(&text).with_offsets(&text, Offsets::Utf16)
    }

    fn explain(&self, need: Need) -> Result<Explanation, NativeError> {
        Ok(self.core.explain(&need.read()?)?.into())
    }

    fn coverage(&self, query: CoverageQuery, by: ZoneKind) -> Result<Coverage, NativeError> {
        Ok(Coverage::of(&self.core.coverage(&query.read()?)?, by))
    }

    fn compare(&self, other: Arc<NativeRouter>, needs: Vec<Need>) -> Result<Comparison, NativeError> {
        let needs = needs.into_iter().map(Need::read).collect::<Result<Vec<_>, _>>()?;
        Ok(aiguillage::compare::compare(&self.core, &other.core, &needs).into())
    }
}

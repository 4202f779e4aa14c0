//! The handle of a router.

use std::ops::ControlFlow;
use std::sync::Arc;

use aiguillage::Router;
use aiguillage::boundary::packed::{self, Packed, PackedSources};
use aiguillage::boundary::{Target, call};

use crate::directory::NativeDirectory;
use crate::errors::NativeError;
use crate::fast::Key;
use crate::geography::NativeGeography;

/// A router on the native side; use `Router`.
#[derive(uniffi::Object)]
pub struct NativeRouter {
    core: Router,
    key: Key,
}

impl NativeRouter {
    fn over(core: Router) -> NativeRouter {
        NativeRouter { key: Key::of(&core), core }
    }
}

#[uniffi::export]
impl NativeRouter {
    #[uniffi::constructor]
    fn of(directory: Arc<NativeDirectory>) -> NativeRouter {
        NativeRouter::over(Router::new(directory.0.clone()))
    }

    #[uniffi::constructor]
    fn from_bytes(
        bytes: Vec<u8>,
        geography: Option<Arc<NativeGeography>>,
    ) -> Result<NativeRouter, NativeError> {
        let router = match geography {
            Some(geography) => Router::from_bytes_with(&bytes, Arc::clone(&geography.0)),
            None => Router::from_bytes(&bytes),
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

    fn call(&self, name: String, request: String) -> Result<String, NativeError> {
        Ok(call(&name, Target::Router(&self.core), &request)?)
    }

    /// A call on this router and another.
    fn call_with(
        &self,
        other: Arc<NativeRouter>,
        name: String,
        request: String,
    ) -> Result<String, NativeError> {
        Ok(call(&name, Target::Routers(&self.core, &other.core), &request)?)
    }

    /// Many needs in one crossing, packed: one row a need.
    fn match_batch(&self, needs: Vec<u8>, options: Vec<u8>) -> Result<Vec<u8>, NativeError> {
        let (needs, options) = (String::from_utf8_lossy(&needs), String::from_utf8_lossy(&options));
        let options = packed::options(&options)?;
        let needs = packed::needs(&needs);
        let need = |row: usize| packed::need(needs.get(row).copied().unwrap_or_default());
        let results = self.core.match_rows(needs.len(), need, &options, |_| ControlFlow::Continue(()))?;
        let mut rows = Packed::default();
        let sources = PackedSources::default();
        for result in results {
            rows.push(result, &sources);
        }
        Ok(rows.to_bytes()?)
    }
}

//! The geography as `lib/geography.ts` sees it.

use std::path::Path;
use std::sync::Arc;

use aiguillage::Geography;
use aiguillage::boundary::Target;
use napi::Result;
use napi::bindgen_prelude::AsyncTask;
use napi_derive::napi;

use crate::calls::call_on;
use crate::errors::thrown;
use crate::work::{Work, work};

/// The communes of France and the zones that contain them.
#[napi]
pub struct NativeGeography {
    pub(crate) core: Arc<Geography>,
}

#[napi]
impl NativeGeography {
    /// The Code officiel géographique that is compiled in.
    #[napi(factory, catch_unwind)]
    pub fn embedded() -> NativeGeography {
        NativeGeography { core: Geography::embedded() }
    }

    /// Another geography, from a file.
    #[napi(ts_return_type = "Promise<NativeGeography>")]
    pub fn open(path: String) -> AsyncTask<Work<NativeGeography>> {
        work(move || match Geography::open(Path::new(&path)) {
            Ok(core) => Ok(NativeGeography { core: Arc::new(core) }),
            Err(error) => Err(thrown(error)),
        })
    }

    /// The same from bytes.
    #[napi(factory, catch_unwind)]
    pub fn from_bytes(bytes: &[u8]) -> Result<NativeGeography> {
        match Geography::from_bytes(bytes) {
            Ok(core) => Ok(NativeGeography { core: Arc::new(core) }),
            Err(error) => Err(thrown(error)),
        }
    }

    /// A call of the boundary on this geography.
    #[napi(catch_unwind)]
    pub fn call(&self, name: String, request: String) -> Result<String> {
        call_on(Target::Geography(&self.core), &name, &request)
    }
}

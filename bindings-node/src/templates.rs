//! The templates of notifications as `lib/notifications.ts` sees them.

use aiguillage::boundary::{Target, notifications};
use aiguillage::follow_up::notification::Templates;
use napi::Result;
use napi_derive::napi;

use crate::calls::call_on;
use crate::errors::thrown;

/// The templates of notifications, compiled.
#[napi]
pub struct NativeTemplates {
    core: Templates,
}

#[napi]
impl NativeTemplates {
    /// Compiles the templates, some of them the host's own.
    #[napi(factory, catch_unwind)]
    pub fn with(overrides: String) -> Result<NativeTemplates> {
        notifications::templates(&overrides).map(|core| NativeTemplates { core }).map_err(thrown)
    }

    /// A call of the boundary on these templates.
    #[napi(catch_unwind)]
    pub fn call(&self, name: String, request: String) -> Result<String> {
        call_on(Target::Templates(&self.core), &name, &request)
    }
}

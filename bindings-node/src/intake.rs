//! From a few lines of French to the right subject, with offsets as JavaScript counts them.

use aiguillage::intake::{DEFAULT_LIMIT, FlagReason, Offsets};
use napi::Result;
use napi_derive::napi;

use crate::router::NativeRouter;
use crate::{keys, records};

#[napi]
impl NativeRouter {
    /// What a message may be about, as JSON.
    #[napi(catch_unwind)]
    pub fn suggest_subjects(&self, text: String, limit: Option<u32>) -> Result<String> {
        let limit = limit.map_or(DEFAULT_LIMIT, |limit| limit as usize);
        let suggestions = self.core.suggest_subjects(&text, limit).with_offsets(&text, Offsets::Utf16);
        Ok(keys::from_core(&records::to_json(&suggestions)?))
    }

    /// What an adviser should know of a message, as JSON.
    #[napi(catch_unwind)]
    pub fn screen(&self, text: String) -> Result<String> {
        let screening = self.core.screen(&text).with_offsets(&text, Offsets::Utf16);
        Ok(keys::from_core(&records::to_json(&screening)?))
    }

    /// The facts that a message gives away, as JSON.
    #[napi(catch_unwind)]
    pub fn extract(&self, text: String) -> Result<String> {
        let facts = self.core.extract(&text).with_offsets(&text, Offsets::Utf16);
        Ok(keys::from_core(&records::to_json(&facts)?))
    }
}

/// Why a message may want a look.
#[napi]
pub fn flag_reasons() -> Vec<&'static str> {
    FlagReason::ALL.iter().map(|reason| reason.as_str()).collect()
}

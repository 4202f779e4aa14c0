//! The native half of the npm package `aiguillage`: it converts values and calls the core, and does
//! nothing else. What users import is in `lib/`.

mod after;
mod directory;
mod errors;
mod geography;
mod intake;
mod keys;
mod matches;
mod records;
mod router;
mod wire;
mod work;

use napi_derive::napi;

/// The version of the package.
#[napi]
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The fields of a need, as the core names them, in its order.
#[napi]
pub fn need_fields() -> Vec<&'static str> {
    aiguillage::NeedField::NAMES.to_vec()
}

/// The codes of findings about a directory.
#[napi]
pub fn diagnostic_codes() -> Vec<&'static str> {
    aiguillage::DiagnosticCode::ALL.iter().map(|code| code.as_str()).collect()
}

/// The codes of what cannot be done with referrals.
#[napi]
pub fn referral_codes() -> Vec<&'static str> {
    aiguillage::ReferralError::CODES.to_vec()
}

//! The native half of the Kotlin package `fr.aiguillage`: it converts values and calls the core, and
//! does nothing else. What users see besides is in `kotlin/main/`.
//!
//! The directory's types are the core's own, with its feature `uniffi`. What is asked is declared
//! here as it is given, and read by the core, so that a fault is the same fault in every language;
//! answers that borrow from their router are declared here as Kotlin owns them.

mod answer;
mod compare;
mod coverage;
mod directory;
mod errors;
mod explain;
mod fast;
mod geography;
mod impact;
mod need;
#[cfg(feature = "desktop")]
mod notifications;
mod referral;
mod router;

uniffi::setup_scaffolding!();
aiguillage::uniffi_reexport_scaffolding!();

uniffi::use_remote_type!(aiguillage::jiff::civil::Date);

/// A count as the JVM counts.
fn count(number: usize) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}

/// A number of inhabitants as the JVM counts.
fn population(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

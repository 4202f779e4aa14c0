//! The short way for one need. UniFFI makes three calls through JNA for a method with two byte strings,
//! each with structures that JNA has to lay out; this makes one, of numbers alone. What crosses is
//! packed, as [`aiguillage::boundary::packed`] says.
//!
//! Buffers belong to the caller. Routers are named by a key instead of a pointer, so that a router that
//! was closed is only ever not found.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{PoisonError, RwLock};
use std::{ptr, slice};

use aiguillage::Router;
use aiguillage::boundary::packed::{self, Packed, PackedSources};

/// The router of the key was closed, or there never was one.
const CLOSED: i32 = i32::MIN;
/// The input cannot be read, or something panicked.
const BROKEN: i32 = i32::MIN + 1;

/// The routers that are open, by key, which only ever grows.
static ROUTERS: RwLock<(u64, Vec<(u64, Router)>)> = RwLock::new((0, Vec::new()));

/// The key under which a router is found until this is dropped.
pub(crate) struct Key(u64);

impl Key {
    pub(crate) fn of(router: &Router) -> Key {
        let mut routers = ROUTERS.write().unwrap_or_else(PoisonError::into_inner);
        routers.0 += 1;
        let key = routers.0;
        routers.1.push((key, router.clone()));
        Key(key)
    }

    pub(crate) fn number(&self) -> u64 {
        self.0
    }
}

impl Drop for Key {
    fn drop(&mut self) {
        let mut routers = ROUTERS.write().unwrap_or_else(PoisonError::into_inner);
        routers.1.retain(|(key, _)| *key != self.0);
    }
}

fn router(key: u64) -> Option<Router> {
    let routers = ROUTERS.read().unwrap_or_else(PoisonError::into_inner);
    let at = routers.1.binary_search_by_key(&key, |(key, _)| *key).ok()?;
    Some(routers.1[at].1.clone())
}

/// The row of a need with options, both as texts. Owner and note are told with each match, because
/// matches are read after their router was closed too.
fn row(router: &Router, need: &[u8], options: &[u8]) -> Option<Vec<u8>> {
    let (need, options) = (str::from_utf8(need).ok()?, str::from_utf8(options).ok()?);
    let found = || router.match_experts_with(&packed::need(need)?, &packed::options(options)?);
    let mut row = Packed::default();
    row.push(found(), &PackedSources::default());
    row.to_bytes().ok()
}

/// The row of a need, at `output`; the options follow the need in the input. Gives its length; where it
/// is longer than `capacity`, nothing is written, and the length is negative; else [`CLOSED`] or
/// [`BROKEN`].
///
/// # Safety
/// `input` and `output` are the addresses of so many bytes, which nobody else uses meanwhile.
#[expect(unsafe_code, reason = "a symbol that JNA finds, and buffers of the JVM's")]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn aiguillage_match(
    key: u64,
    input: u64,
    length: u32,
    need_length: u32,
    output: u64,
    capacity: u32,
) -> i32 {
    let address = |number: u64| usize::try_from(number).unwrap_or_default();
    let work = || {
        let Some(router) = router(key) else { return CLOSED };
        // SAFETY: the caller promises that so many bytes are there.
        let input =
            unsafe { slice::from_raw_parts(ptr::with_exposed_provenance(address(input)), length as usize) };
        let Some((need, options)) = input.split_at_checked(need_length as usize) else { return BROKEN };
        let Some(bytes) = row(&router, need, options) else { return BROKEN };
        let Ok(size) = i32::try_from(bytes.len()) else { return BROKEN };
        if bytes.len() > capacity as usize {
            return -size;
        }
        let output: *mut u8 = ptr::with_exposed_provenance_mut(address(output));
        // SAFETY: the same, and what was just made lies elsewhere.
        unsafe { ptr::copy_nonoverlapping(bytes.as_ptr(), output, bytes.len()) };
        size
    };
    catch_unwind(AssertUnwindSafe(work)).unwrap_or(BROKEN)
}

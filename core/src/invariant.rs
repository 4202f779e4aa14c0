//! What the code relies on, and the types cannot say.

/// Stops with the name of an invariant that does not hold.
///
/// A broken invariant is a bug of this library. There is nothing sound to go on with: a default in
/// place of what is missing would route needs wrongly, and nobody would notice. The bindings turn the
/// panic into an exception of their language.
#[cold]
#[inline(never)]
#[track_caller]
#[expect(clippy::panic, reason = "the only place that may: see above")]
pub(crate) fn broken(invariant: &'static str) -> ! {
    panic!("a bug in aiguillage, please report it; it does not hold that {invariant}")
}

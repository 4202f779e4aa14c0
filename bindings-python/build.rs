//! What linking a Python extension asks for.

use std::env;

/// Leaves the symbols out of the extension where it is linked. `maturin build --strip` would do so by another
/// profile of release, for which the npm package could not share what was compiled.
fn main() {
    let is = |name: &str, value: &str| env::var(name).is_ok_and(|found| found == value);
    if !is("PROFILE", "release") {
        return;
    }
    if is("CARGO_CFG_TARGET_OS", "linux") {
        println!("cargo::rustc-cdylib-link-arg=-Wl,--strip-all");
    } else if is("CARGO_CFG_TARGET_OS", "macos") {
        println!("cargo::rustc-cdylib-link-arg=-Wl,-x");
    }
}

//! What linking a Node.js add-on asks for.

use std::env;

fn main() {
    napi_build::setup();
    strip_symbols();
}

/// Leaves the symbols out of the add-on where it is linked. `napi build --strip` would do so by another profile of
/// release, for which everything would be compiled again that the Python package has just been built of.
fn strip_symbols() {
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

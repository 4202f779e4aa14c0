//! What linking a Node.js add-on asks for.

fn main() {
    napi_build::setup();
}

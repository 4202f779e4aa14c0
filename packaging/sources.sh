#!/usr/bin/env bash
# The crate, and the sdist from which pip builds where there is no wheel. Cargo would verify the crate by building it
# here; `make test-dist` does, without the network and without this workspace.
# shellcheck source=common.sh
source "$(dirname "$0")/common.sh"

cargo package --quiet --locked --no-verify --package aiguillage ${AIGUILLAGE_DIRTY:+--allow-dirty}
cp "$CARGO_TARGET_DIR/package/aiguillage-$version.crate" "$dist/"
maturin sdist --manifest-path bindings-python/Cargo.toml --out "$dist" >"$stage/sdist.log" 2>&1 || { cat "$stage/sdist.log"; exit 1; }

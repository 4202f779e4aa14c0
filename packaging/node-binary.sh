#!/usr/bin/env bash
# The binary of the npm package, and the loader that finds it.
# shellcheck source=common.sh
source "$(dirname "$0")/common.sh"

mkdir -p "$stage/node" "$stage/natives/node"
cd bindings-node
[ -d node_modules ] || npm ci --no-audit --no-fund
npx napi build --platform --release --no-const-enum --js native.js --dts native.d.ts --target "$target" \
  --output-dir "$stage/node" -- --locked >"$stage/napi.log" 2>&1 || { cat "$stage/napi.log"; exit 1; }
mv "$stage"/node/*.node "$stage/natives/node/"

#!/usr/bin/env bash
# The npm package, which holds no binary, and a package for each platform whose binary is at hand. npm installs the
# one that fits as an optional dependency.
# shellcheck source=common.sh
source "$(dirname "$0")/common.sh"

python packaging/dependencies.py licences aiguillage-node "$target" >"$stage/node/THIRD-PARTY.txt"
cp -R bindings-node/{lib,scripts,package.json,tsconfig.json,README.md} "$stage/node/"
# `scripts/finish.mjs` loads what it finishes, and the licences lie above the package.
cp LICENSE-* "$stage/"
cp "$stage/natives/node/"*.node "$stage/node/"
ln -s "$root/bindings-node/node_modules" "$stage/node/node_modules"
cd "$stage/node"
npm run --silent build:js
node "$root/packaging/platform-packages.mjs" "$stage/node"
for package in . npm/*/; do
  (cd "$package" && npm pack --silent --pack-destination "$dist" >/dev/null)
done

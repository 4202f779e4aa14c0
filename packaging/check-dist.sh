#!/usr/bin/env bash
# What the tools of the registries say of the packages, before these are installed anywhere.
# shellcheck source=common.sh
source "$(dirname "$0")/common.sh"

twine check --strict "$dist"/aiguillage-*.whl "$dist/aiguillage-$version.tar.gz"
abi3audit --strict "$dist"/aiguillage-*.whl
auditwheel show "$dist"/aiguillage-*.whl | grep manylinux_2_17

# Without these two, npm users would import what their bundler or TypeScript cannot resolve.
main=$dist/aiguillage-$version.tgz
if [ ! -d "$stage/check/node_modules" ]; then
  mkdir -p "$stage/check"
  npm install --loglevel error --no-audit --no-fund --prefix "$stage/check" @arethetypeswrong/cli publint
fi
"$stage/check/node_modules/.bin/attw" "$main"
"$stage/check/node_modules/.bin/publint" "$main" --strict

# Nothing in a binary asks for more than glibc 2.17.
binaries=$stage/binaries
rm -rf "$binaries" && mkdir -p "$binaries"
cp "$stage"/node/npm/linux-*-gnu/*.node "$stage"/kotlin/native/linux-*/*.so "$stage"/aiguillage-*-linux-gnu/aiguillage "$binaries/"
for binary in "$binaries"/*; do
  newest=$(objdump --dynamic-syms "$binary" | grep -o 'GLIBC_[0-9.]*' | sort --version-sort | tail -n 1)
  echo "$(basename "$binary"): $newest"
  [ "$(printf 'GLIBC_2.17\n%s\n' "$newest" | sort --version-sort | tail -n 1)" = GLIBC_2.17 ]
done

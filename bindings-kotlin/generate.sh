#!/usr/bin/env bash
# What Maven runs before it compiles: builds the native library, writes the Kotlin half of the binding
# from it, and lays it where JNA looks for it in a jar.
#
#   generate.sh FOLDER [desktop|phone]     FOLDER is Maven's build folder
set -euo pipefail
cd "$(dirname "$0")"
out=$1
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$PWD/../target}

features=()
if [ "${2:-desktop}" = phone ]; then features=(--no-default-features); fi

cargo build --quiet --release --package aiguillage-kotlin "${features[@]}"
# It is only run here, and shares the debug dependencies with the tests of the workspace.
cargo build --quiet --package aiguillage-kotlin-bindgen

case $(uname -s) in
  Linux) system=linux library=libaiguillage_kotlin.so ;;
  Darwin) system=darwin library=libaiguillage_kotlin.dylib ;;
  *) system=win32 library=aiguillage_kotlin.dll ;;
esac
case $(uname -m) in
  x86_64 | amd64) machine=x86-64 ;;
  arm64 | aarch64) machine=aarch64 ;;
  *) machine=$(uname -m) ;;
esac

built=$CARGO_TARGET_DIR/release/$library
generated=$out/generated-sources/uniffi
rm -rf "$generated"
"$CARGO_TARGET_DIR/debug/aiguillage-kotlin-bindgen" "$built" uniffi.toml "$generated"

packed=$out/native/$system-$machine
mkdir -p "$packed"
cp "$built" "$packed/$library"
# The generator reads the symbols; programs do not.
if command -v strip >/dev/null && [ "$system" != win32 ]; then strip -x "$packed/$library"; fi

#!/usr/bin/env bash
# What Maven runs before it compiles: builds the native library, writes the Kotlin half of the binding
# from it, and lays it where JNA looks for it in a jar.
#
#   generate.sh FOLDER [desktop|phone] [NATIVES]
#
# FOLDER is Maven's build folder. NATIVES may hold libraries of other platforms, in a folder for each as JNA names
# it (linux-aarch64/libaiguillage_kotlin.so, win32-x86-64/aiguillage_kotlin.dll…). AIGUILLAGE_TARGET is what cargo
# builds for; without it, it builds for this machine, whose libraries the result then wants.
set -euo pipefail
cd "$(dirname "$0")"
out=$1
natives=${3:-}
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$PWD/../target}

options=()
if [ "${2:-desktop}" = phone ]; then options+=(--no-default-features); fi
if [ -n "${AIGUILLAGE_TARGET:-}" ]; then options+=(--target "$AIGUILLAGE_TARGET"); fi

cargo build --quiet --release --package aiguillage-kotlin "${options[@]}"
# It is only run here, and shares the debug dependencies with the tests of the workspace: the linker of a release, which
# AIGUILLAGE_LINKER names, would have them compiled again.
env ${AIGUILLAGE_LINKER:+--unset="$AIGUILLAGE_LINKER"} cargo build --quiet --package aiguillage-kotlin-bindgen

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

built=$CARGO_TARGET_DIR/${AIGUILLAGE_TARGET:-.}/release/$library
generated=$out/generated-sources/uniffi
rm -rf "$generated" "$out/native"
"$CARGO_TARGET_DIR/debug/aiguillage-kotlin-bindgen" "$built" uniffi.toml "$generated"

packed=$out/native/$system-$machine
mkdir -p "$packed"
if [ -d "$natives" ]; then cp -R "$natives/." "$out/native/"; fi
cp "$built" "$packed/$library"
# The generator reads the symbols; programs do not.
if command -v strip >/dev/null; then
  case $system in
    linux) strip --strip-unneeded "$packed/$library" ;;
    darwin) strip -x "$packed/$library" ;;
  esac
fi

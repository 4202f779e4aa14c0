#!/usr/bin/env bash
# The library that the jar carries for one platform, in a folder that is named as JNA looks for it.
# shellcheck source=common.sh
source "$(dirname "$0")/common.sh"

case $target in
  x86_64-unknown-linux-gnu) platform=linux-x86-64 library=libaiguillage_kotlin.so ;;
  aarch64-unknown-linux-gnu) platform=linux-aarch64 library=libaiguillage_kotlin.so ;;
  x86_64-apple-darwin) platform=darwin-x86-64 library=libaiguillage_kotlin.dylib ;;
  aarch64-apple-darwin) platform=darwin-aarch64 library=libaiguillage_kotlin.dylib ;;
  x86_64-pc-windows-msvc) platform=win32-x86-64 library=aiguillage_kotlin.dll ;;
  *) echo "the jar has no library for $target" >&2; exit 2 ;;
esac
cargo build --quiet --locked --release --target "$target" --package aiguillage-kotlin
mkdir -p "$stage/natives/kotlin/$platform"
cp "$CARGO_TARGET_DIR/$target/release/$library" "$stage/natives/kotlin/$platform/"
case $library in
  *.so) strip --strip-unneeded "$stage/natives/kotlin/$platform/$library" ;;
  *.dylib) strip -x "$stage/natives/kotlin/$platform/$library" ;;
esac

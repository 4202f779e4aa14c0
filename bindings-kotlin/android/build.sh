#!/usr/bin/env bash
# Packs Aiguillage for Android: target/android/aiguillage.aar, to be put into an app's `libs` folder.
#
# NOT RUN where this was written: it needs the Android NDK, which was not at hand there. The Rust build
# is that of `make size-kotlin`, which is run; the folder layout is the AAR format's.
#
# It needs:
#   ANDROID_NDK_HOME   the NDK, r27 or newer (16 KiB pages, which Google Play asks for)
#   cargo-ndk          cargo install cargo-ndk
#   rustup target add aarch64-linux-android armv7-linux-androideabi x86_64-linux-android
#   Maven and a JDK, for the Kotlin classes
set -euo pipefail
cd "$(dirname "$0")/.."

# What `java.time` and the files of `java.nio` need; phones of 2017 have it.
MIN_SDK=26
ABIS=(arm64-v8a armeabi-v7a x86_64)

: "${ANDROID_NDK_HOME:?set it to the folder of the Android NDK}"
command -v cargo-ndk >/dev/null || { echo 'cargo-ndk is missing: cargo install cargo-ndk' >&2; exit 1; }
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$PWD/../target}
out=$CARGO_TARGET_DIR/android

# Kotlin written from a library of the same features: JNA wants every function that it names.
mvn --batch-mode --quiet package -Dmaven.test.skip -Daiguillage.part=phone -Daiguillage.out="$out/maven"
jar=$(find "$out/maven" -maxdepth 1 -name 'aiguillage-*.jar' | head -n 1)

rm -rf "$out/aar" && mkdir -p "$out/aar/jni"

targets=()
for abi in "${ABIS[@]}"; do targets+=(--target "$abi"); done
RUSTFLAGS='-C link-arg=-Wl,-z,max-page-size=16384' \
  cargo ndk "${targets[@]}" --platform "$MIN_SDK" --output-dir "$out/aar/jni" \
  build --profile mobile --package aiguillage-kotlin --no-default-features

# The classes without the libraries of this machine; the app brings Kotlin, coroutines, serialization and JNA's AAR.
mkdir -p "$out/classes" && (cd "$out/classes" && rm -rf ./* && jar xf "$jar" fr)
jar cf "$out/aar/classes.jar" -C "$out/classes" .
cp android/aiguillage.pro "$out/aar/proguard.txt"
: > "$out/aar/R.txt"
cat > "$out/aar/AndroidManifest.xml" <<XML
<?xml version="1.0" encoding="utf-8"?>
<manifest xmlns:android="http://schemas.android.com/apk/res/android" package="fr.aiguillage">
  <uses-sdk android:minSdkVersion="$MIN_SDK"/>
</manifest>
XML
(cd "$out/aar" && jar cMf "$out/aiguillage.aar" .)
find "$out/aar/jni" -name '*.so' -exec ls -l {} +
echo "$out/aiguillage.aar"

#!/usr/bin/env bash
# Builds a program on the crate as it is published, offline: test-crate.sh FOLDER
#
# The program is the example of the crate's page. Its dependencies come from a folder that `cargo vendor` fills, as
# whoever has no network keeps them.
# shellcheck source=common.sh
source "$(dirname "$0")/common.sh"

folder=$1
mkdir -p "$folder/program/src"
cd "$folder"
tar -xzf "$dist/aiguillage-$version.crate"
crate=aiguillage-$version
mkdir -p program/.cargo
cargo vendor --quiet --locked --versioned-dirs --manifest-path "$crate/Cargo.toml" vendor >config.toml
sed -i "s|directory = .*|directory = \"$folder/vendor\"|" config.toml
mv config.toml program/.cargo/
printf '[package]\nname = "program"\nversion = "0.0.0"\nedition = "2024"\n\n[workspace]\n' >program/Cargo.toml
{
  echo 'fn main() -> Result<(), Box<dyn std::error::Error>> {'
  # shellcheck disable=SC2016 # no command, but the fences of a block
  sed -n '/^```rust$/,/^```$/p' "$crate/README.md" | sed '/^```/d; s/^# //'
  echo '}'
} >program/src/main.rs
cd program
unset "$AIGUILLAGE_LINKER"
export CARGO_NET_OFFLINE=true CARGO_TARGET_DIR=$folder/target CARGO_INCREMENTAL=0
cargo add --quiet --path "../$crate"
cargo run --quiet | tee said
grep -q '^Conseiller recrutement, CCI Somme (departement:80)$' said

#!/usr/bin/env bash
# The command line as an archive: the program, its manual pages, what shells complete it with, and the licences.
# shellcheck source=common.sh
source "$(dirname "$0")/common.sh"

name=aiguillage-$version-$target
folder=$stage/$name
mkdir -p "$folder/completions"
cargo build --quiet --locked --release --target "$target" --package aiguillage --features cli --bin aiguillage
cp README.md CHANGELOG.md LICENSE-* "$folder/"
case $target in
  *-windows-*) program=aiguillage.exe ;;
  *) program=aiguillage ;;
esac
cp "$CARGO_TARGET_DIR/$target/release/$program" "$folder/"
if [ "$program" = aiguillage ]; then strip "$folder/aiguillage"; fi
python packaging/dependencies.py licences aiguillage "$target" >"$folder/THIRD-PARTY.txt"
"$folder/$program" manual --output "$folder/man/man1" >/dev/null
"$folder/$program" completions bash >"$folder/completions/aiguillage.bash"
"$folder/$program" completions fish >"$folder/completions/aiguillage.fish"
"$folder/$program" completions powershell >"$folder/completions/_aiguillage.ps1"
"$folder/$program" completions zsh >"$folder/completions/_aiguillage"
python packaging/archive.py "$folder" "$dist/$name.tar.gz"

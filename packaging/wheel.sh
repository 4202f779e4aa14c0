#!/usr/bin/env bash
# The wheel, which every CPython from 3.9 on loads, with the licences of what is linked into it.
# shellcheck source=common.sh
source "$(dirname "$0")/common.sh"

case $target in
  *-linux-gnu) compatibility=manylinux2014 ;;
  *-linux-musl) compatibility=musllinux_1_2 ;;
  *) compatibility=pypi ;;
esac
cd bindings-python
# maturin packs what lies beside the manifest.
trap 'rm -f THIRD-PARTY.txt' EXIT
python ../packaging/dependencies.py licences aiguillage-python "$target" >THIRD-PARTY.txt
maturin build --quiet --locked --release --target "$target" --compatibility "$compatibility" --out "$dist"

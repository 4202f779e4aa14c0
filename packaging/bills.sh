#!/usr/bin/env bash
# The bill of materials of everything that is linked, beside the packages: what is in a package must not change with
# the version of the tool that lists it.
# shellcheck source=common.sh
source "$(dirname "$0")/common.sh"

for package in aiguillage aiguillage-python aiguillage-node aiguillage-kotlin; do
  python packaging/dependencies.py bill "$package" "$target" >"$dist/$package-$version.cdx.json"
done

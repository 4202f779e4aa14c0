#!/usr/bin/env bash
# A Debian 11 in target/debian-11, made once, with its own Python and Java. Its Node.js is older than what the package
# asks for: the one of this machine is copied, which wants glibc 2.28 at most.
# shellcheck source=common.sh
source "$(dirname "$0")/common.sh"

folder=$CARGO_TARGET_DIR/debian-11
if [ -e "$folder/made" ]; then exit; fi
rm -rf "$folder"
debootstrap --variant=minbase --include=python3,python3-venv,openjdk-17-jre-headless bullseye "$folder" >"$folder.log" 2>&1 ||
  { tail -n 20 "$folder.log"; exit 1; }
mkdir -p "$folder/usr/local/lib/node_modules"
cp "$(readlink -f "$(command -v node)")" "$folder/usr/local/bin/node"
npm=$(npm root --global)/npm
cp -RL "$npm" "$folder/usr/local/lib/node_modules/"
ln -s ../lib/node_modules/npm/bin/npm-cli.js "$folder/usr/local/bin/npm"
touch "$folder/made"

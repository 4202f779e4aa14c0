# shellcheck shell=bash disable=SC2034
# What the scripts of this folder share; each of them reads this first.
#
#   AIGUILLAGE_TARGET    what is built for, as Rust names it; this machine's Linux if nothing is said
#   AIGUILLAGE_NATIVES   a folder of binaries that were built on other machines, as packaging/platform leaves them:
#                        `node/*.node`, and `kotlin/` with a folder for each platform as JNA names it
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$root/target}
dist=$CARGO_TARGET_DIR/dist
# What packages are put together in.
stage=$CARGO_TARGET_DIR/stage
PATH=$root/.venv/dist/bin:$root/.venv/dist/Scripts:$PATH
version=$(python packaging/versions.py show)
export AIGUILLAGE_TARGET=${AIGUILLAGE_TARGET:-$(uname -m)-unknown-linux-gnu}
target=$AIGUILLAGE_TARGET

# zig links what runs on Linux: against an old glibc, or for musl.
case $target in
  *-linux-gnu) export AIGUILLAGE_ZIG_TARGET=${target%%-*}-linux-gnu.2.17 ;;
  *-linux-musl) export AIGUILLAGE_ZIG_TARGET=${target%%-*}-linux-musl RUSTFLAGS='-C target-feature=-crt-static' ;;
esac
if [ -n "${AIGUILLAGE_ZIG_TARGET:-}" ]; then
  # Its name is told too, for what is linked to run on this machine.
  export AIGUILLAGE_LINKER
  AIGUILLAGE_LINKER=CARGO_TARGET_$(echo "$target" | tr 'a-z-' 'A-Z_')_LINKER
  export "$AIGUILLAGE_LINKER=$root/packaging/zig-linker"
fi

# Times in archives are that of the commit, so that the same commit makes the same bytes.
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
export SOURCE_DATE_EPOCH

# run STEP…: each step, and the time that it took.
run() {
  local step started
  for step; do
    started=$SECONDS
    "packaging/$step.sh"
    printf '%5d s  %s\n' $((SECONDS - started)) "$step"
  done
}

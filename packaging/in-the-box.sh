#!/usr/bin/env bash
# Installs the packages of a box and runs their READMEs and the vectors: in-the-box.sh BOX
#
# `make test-dist` made the box: packages/ is what is published; tools/ what tests need besides, which no user does;
# tree/ the tests, the sample directory and the vectors, as they lie in the repository. Nothing else is at hand.
set -uo pipefail
shopt -s extglob
cd "$1" || exit 2
export HOME=$PWD npm_config_cache=$PWD/npm-cache npm_config_update_notifier=false
passed=0 failed=0

# try NAME COMMAND…: runs it, and shows what it printed if it fails.
try() {
  local name=$1 started=$SECONDS
  shift
  if "$@" >log 2>&1; then
    passed=$((passed + 1))
    printf '  ok   %3d s  %s\n' $((SECONDS - started)) "$name"
  else
    failed=$((failed + 1))
    printf '  FAIL %3d s  %s\n' $((SECONDS - started)) "$name"
    tail -n 30 log
  fi
}

no_rust() { ! command -v cargo && ! command -v rustc; }

wheel_installs() {
  python3 -m venv python && python/bin/pip install --no-index --only-binary :all: packages/aiguillage-*.whl
}
wheel_runs() {
  # The README is the one that the index would show.
  python/bin/pip install --no-index --find-links tools/wheels pytest polars &&
    mkdir -p tree/bindings-python &&
    python/bin/python -c 'from importlib.metadata import metadata; print(metadata("aiguillage").get_payload())' \
      >tree/bindings-python/README.md &&
    (cd tree/bindings-python && ../../python/bin/python -m pytest -q -p no:cacheprovider tests)
}

npm_installs() { (cd tree && echo '{ "private": true }' >package.json && node ../tools/registry.mjs ../packages npm install --no-audit --no-fund aiguillage); }
npm_runs() {
  cp -R tree/node_modules/aiguillage/. tree/bindings-node/ &&
    (cd tree/bindings-node && node --test test/vectors.test.mjs test/docs.test.mjs)
}
npm_requires() {
  (cd tree && node -e 'require("aiguillage").Router.open("examples/hauts-de-france").then((router) => {
    process.exitCode = router.matchExperts({ subject: "recruter", commune: "80021" }).length > 0 ? 0 : 1;
  })')
}

jar_runs() {
  (cd tree && java -Daiguillage.root=. -jar ../tools/junit.jar execute --details=summary --disable-banner \
    --class-path "$(echo ../packages/aiguillage-+([0-9.]).jar):../tools/test-classes:$(echo ../tools/jars/*.jar | tr ' ' :)" \
    --select-class fr.aiguillage.ReadmeTest --select-class fr.aiguillage.VectorsTest)
}

archive_runs() {
  tar -xzf packages/aiguillage-*-linux-gnu.tar.gz && mv aiguillage-*-linux-gnu archive &&
    archive/aiguillage match tree/examples/hauts-de-france --needs tree/examples/hauts-de-france/needs.csv | tee matched &&
    grep -q '^1.200 needs: 1.198 routed' matched && archive/aiguillage check tree/examples/hauts-de-france
}
archive_is_complete() {
  bash -n archive/completions/aiguillage.bash && grep -q '^#compdef aiguillage' archive/completions/_aiguillage &&
    grep -q 'complete -c aiguillage' archive/completions/aiguillage.fish &&
    grep -q Register-ArgumentCompleter archive/completions/_aiguillage.ps1 &&
    grep -q '^.TH aiguillage-match 1' archive/man/man1/aiguillage-match.1 && [ -s archive/THIRD-PARTY.txt ]
}

try 'no Rust here' no_rust
try 'the wheel installs without an index' wheel_installs
try 'the wheel: README and vectors' wheel_runs
try 'npm installs the package and the binary of this platform' npm_installs
try 'the npm package: README, quickstart and vectors' npm_runs
try 'the npm package by require' npm_requires
try 'the jar: README and vectors' jar_runs
try 'the command line routes the sample' archive_runs
try 'the archive has completions and manual pages' archive_is_complete
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" = 0 ]

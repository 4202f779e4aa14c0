#!/usr/bin/env bash
# Shrinks the README's program with the rules that the jar carries, as a release build of an app does (R8's full mode),
# and runs what is left, which must print what the README says.
#
# `make test-kotlin` runs it after `mvn install`. R8 comes from Google's repository or a mirror of it; where Maven
# knows neither, this test is passed over.
set -euo pipefail
shopt -s extglob
cd "$(dirname "$0")/.."

root=$(cd .. && pwd)
kotlin=${CARGO_TARGET_DIR:-$root/target}/kotlin
r8=$kotlin/r8
mkdir -p "$r8"
maven() { mvn --batch-mode --no-transfer-progress --quiet "$@"; }

if [ ! -e "$r8/r8-8.5.35.jar" ] && ! maven dependency:copy -Dartifact=com.android.tools:r8:8.5.35 -DoutputDirectory="$r8" >"$r8/log" 2>&1; then
  tail -n 3 "$r8/log"
  echo 'R8 is not to be had: passed over'
  exit
fi
maven dependency:build-classpath -DincludeScope=runtime -Dmdep.outputFile="$r8/classpath"

cd "$kotlin/test-classes"
jar --create --file "$r8/program.jar" fr/aiguillage/Readme{Program,TestKt}*.class
# The program is named, as an app's activities are. Coroutines and JNA speak of classes that only other platforms have.
cat >"$r8/program.pro" <<'RULES'
-keep class fr.aiguillage.ReadmeProgram { public static void main(java.lang.String[]); }
-dontwarn android.**,java.lang.instrument.**,sun.misc.**
RULES
mapfile -t -d : inputs < <(tr -d '\n' <"$r8/classpath")
java=$(dirname "$(dirname "$(readlink -f "$(command -v java)")")")
java -cp "$r8/r8-8.5.35.jar" com.android.tools.r8.R8 --release --classfile --lib "${JAVA_HOME:-$java}" \
  --pg-conf "$r8/program.pro" --output "$r8/shrunk.jar" \
  "$r8/program.jar" "$kotlin"/aiguillage-+([0-9.]).jar "${inputs[@]}" >"$r8/log" 2>&1 || { cat "$r8/log"; exit 1; }

cd "$root"
java -cp "$r8/shrunk.jar" fr.aiguillage.ReadmeProgram >"$r8/printed"
# The blocks without a language are what is printed.
awk '/^```/ { if (open) open = 0; else { open = 1; plain = $0 == "```" } next } open && plain' bindings-kotlin/README.md >"$r8/promised"
diff "$r8/promised" "$r8/printed"
count() { unzip -l "$1" | grep -c '\.class$'; }
echo "R8's full mode: $(wc -l <"$r8/printed") lines as the README says, from $(count "$r8/shrunk.jar") classes"

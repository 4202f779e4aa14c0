#!/usr/bin/env bash
# The jar with the libraries of its platforms, the sources, the documentation and the POM, as Maven Central asks for
# them: kotlin.sh [deploy]
#
# With `deploy` they are signed and sent to where somebody looks at them before they are out: the release workflow does
# so, with the key and the token of who publishes.
# shellcheck source=common.sh
source "$(dirname "$0")/common.sh"

goal=${1:-package}
profiles=release
if [ "$goal" = deploy ]; then profiles=release,publish; fi
mkdir -p "$dist" "$stage/notices" "$stage/natives/kotlin"
python packaging/dependencies.py licences aiguillage-kotlin "$target" >"$stage/notices/THIRD-PARTY.txt"
cd bindings-kotlin
mvn --batch-mode --no-transfer-progress --quiet --activate-profiles "$profiles" "$goal" -DskipTests \
  -Daiguillage.out="$stage/kotlin" -Daiguillage.natives="$stage/natives/kotlin" -Daiguillage.notices="$stage/notices" \
  -Dproject.build.outputTimestamp="$SOURCE_DATE_EPOCH"
cp "$stage"/kotlin/aiguillage-"$version"*.jar "$dist/"
cp pom.xml "$dist/aiguillage-$version.pom"

#!/usr/bin/env bash
# Runs the whole chain on an invented company; a JDK (17 or newer) and Maven are all it needs. Builds first where the
# programs are missing or older than their sources. Options are those of "bizops demo"; the last line is the page's path.
set -euo pipefail

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
target=$project/bizops-dist/target

# The archive is what the build makes last.
is_built() {
    local archive newer
    archive=$(ls -t "$target"/bizops-*.tar.gz 2>/dev/null | head -n 1) || true
    [[ -n $archive ]] || return 1
    newer=$(find "$project" \( -name target -o -name .git -o -name node_modules -o -name demo \) -prune \
        -o -type f \( -path '*/src/main/*' -o -name pom.xml \) -newer "$archive" -print -quit)
    [[ -z $newer ]]
}

if ! is_built; then
    echo "building..." >&2
    mvn -B -q -ntp -DskipTests -f "$project/pom.xml" package >&2
fi
exec "$target/bizops/bin/bizops" demo "$@"

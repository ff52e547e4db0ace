#!/usr/bin/env bash
# Twenty things that those who run a pipeline ask for, each shown on the built programs: with a PostgreSQL of its own and a
# sandbox of the vendors, without network or account. Prints TAP (testanything.org): a line for each, and ends with 1 if one
# of them is not so. Wants the build (mvn -B -q -ntp -DskipTests package), Python 3, psql and a JDK.
#
# twenty.sh [NUMBER...]: these alone; the demo (1) always runs, since the others use its database.
set -uo pipefail

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
home=${BIZOPS_HOME:-$project/bizops-dist/target/bizops}
[[ -x $home/bin/bizops ]] || { echo "Bail out! no program $home/bin/bizops; build it: mvn -B -q -ntp -DskipTests package"; exit 1; }
export PATH=$home/bin:$PATH
# Settings of the caller's own pipelines would be taken for the sandbox's.
for name in $(compgen -e | grep -E '^(PG|TAP|TARGET|BIZOPS|SFDC|CI|TRANSFORM|REPORT)_' | grep -vE '^BIZOPS_(HOME|JAVA)'); do
    unset "$name"
done

work=$(mktemp -d)
chosen=" $* "
number=0
failed=0
children=()

end() {
    for child in "${children[@]}"; do
        kill "$child" 2>/dev/null && wait "$child" 2>/dev/null
    done
    rm -rf "$work"
}
trap end EXIT

# feature TITLE FUNCTION: runs the function in a shell of its own that ends at the first thing that is not so. What it
# writes to descriptor 3 stands behind the title.
feature() {
    local title=$1 begin=$SECONDS
    number=$((number + 1))
    [[ $chosen == "  " || $number == 1 || $chosen == *" $number "* ]] || return 0
    (
        set -euo pipefail
        cd "$work"
        "$2"
    ) >"$work/$number.log" 2>&1 3>"$work/$number.said"
    local code=$? said
    said=$(<"$work/$number.said")
    if ((code == 0)); then
        echo "ok $number - $title${said:+ # $said}"
    else
        echo "not ok $number - $title # ended with $code"
        sed 's/^/#   /' "$work/$number.log" | tail -n 40
        failed=$((failed + 1))
    fi
    echo "#   $((SECONDS - begin)) s" >&2
}

# fails CODE COMMAND...: the command must end with this code.
fails() {
    local wanted=$1 code=0
    shift
    "$@" || code=$?
    ((code == wanted)) || { echo "expected exit code $wanted, got $code: $*"; return 1; }
}

# is WANTED SQL: the query's only value.
is() {
    local found
    found=$(value "$2")
    [[ $found == "$1" ]] || { echo "expected $1, got $found: $2"; return 1; }
}

value() {
    psql -XAtq -v ON_ERROR_STOP=1 -c "$1"
}

source "$project/examples/twenty/load.sh"
source "$project/examples/twenty/run.sh"
source "$project/examples/twenty/build.sh"

echo "TAP version 13"

start_demo
begin_conformance
feature "a filled dashboard without an account" demo
use_the_demo
feature "kill -9 loses nothing and repeats nothing" killed
feature "errors in one line: stream, field, line, remedy" one_line
feature "doctor checks each credential and right by name" doctor
feature "a lock that cannot go stale" lock
feature "a state to read, edit, compare and roll back" state
feature "runs and freshness in SQL" history
feature "a quick start in little memory" small
feature "the variables of a CI work unchanged" variables
feature "a pipeline of GitLab that runs here" gitlab
feature "a branch's metrics beside production's" review
feature "other runners' ways and other targets' settings" peers
feature "catalogs chosen by patterns" patterns
feature "personal values under a key" personal
feature "roles and rights as code" roles
feature "a metric explained down to its rows" explained
feature "a site that opens offline, prints, and gives CSV" site
feature "bad records put aside and loaded later" rejected
feature "dry runs of runs, tables, drops and dashboards" dry_runs
feature "a tap in one file, judged rule by rule" conformance
echo "1..$number"
((failed == 0))

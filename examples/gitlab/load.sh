#!/usr/bin/env bash
# Loads what changed in Salesforce since the last run. All settings come from variables (README.md); the state is kept
# in state/salesforce.json, which is the old one or the new one at every moment.
set -uo pipefail

mkdir -p state
arguments=(--config ENV --catalog catalog.json)
if [[ -s state/salesforce.json ]]; then
    arguments+=(--state state/salesforce.json)
fi

tap-salesforce "${arguments[@]}" |
    TARGET_POSTGRES_DEFAULT_TARGET_SCHEMA=raw_salesforce target-postgres --config ENV >state/acknowledged.jsonl
status=("${PIPESTATUS[@]}")

# Whatever the target acknowledged is in the database, also when the run failed later.
tail -n 1 state/acknowledged.jsonl >state/next.json
if [[ -s state/next.json ]]; then
    mv state/next.json state/salesforce.json
fi

echo "tap-salesforce ended with ${status[0]}, target-postgres with ${status[1]}" >&2
((status[1] == 0)) || exit "${status[1]}"
exit "${status[0]}"

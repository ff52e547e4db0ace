#!/usr/bin/env bash
# load.sh [VENDOR]: loads what changed at salesforce (the default), zuora or marketo since the last run. All settings come
# from variables (README.md); the state is kept in state/VENDOR.json, which is the old one or the new one at every moment.
set -uo pipefail

vendor=${1:-salesforce}
tap=tap-$vendor
state=state/$vendor.json

mkdir -p state
arguments=(--config ENV --catalog "catalog-$vendor.json")
if [[ -s $state ]]; then
    arguments+=(--state "$state")
fi

"$tap" "${arguments[@]}" |
    TARGET_POSTGRES_DEFAULT_TARGET_SCHEMA=raw_$vendor target-postgres --config ENV >"state/$vendor.jsonl"
status=("${PIPESTATUS[@]}")

# Whatever the target acknowledged is in the database, also when the run failed later.
tail -n 1 "state/$vendor.jsonl" >"$state.next"
if [[ -s $state.next ]]; then
    mv "$state.next" "$state"
fi

echo "$tap ended with ${status[0]}, target-postgres with ${status[1]}" >&2
((status[1] == 0)) || exit "${status[1]}"
exit "${status[0]}"

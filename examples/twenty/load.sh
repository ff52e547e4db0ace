# Features of loads: one tap into one target. Sourced by twenty.sh.

# The numbers from 1 to 4000, once each, in a stream without a key: whatever comes twice is seen.
log_tap() { # log_tap NAME: writes a tap that waits in the middle until the file NAME.gate is there, and its settings
    printf '#!/bin/sh\nexec python3 "%s/bizops-dist/src/test/python/log_tap.py" "$@"\n' "$project" >"$work/$1"
    chmod +x "$work/$1"
    echo '{"rows": 4000, "state_every": 700, "pause_at": 2050, "gate": "'"$work/$1.gate"'"}' >"$work/$1.json"
    echo '{"batch_size_rows": 300, "default_target_schema": "'"${1//-/_}"'"}' >"$work/$1-target.json"
}

run_log_tap() { # run_log_tap NAME
    exec bizops run "$work/$1" target-postgres --state-id "$1" --tap-config "$work/$1.json" \
        --target-config "$work/$1-target.json"
}

# Starts a run in a process group of its own and waits until rows and a state of it are committed; sets $group.
start_paused() {
    log_tap "$1"
    export -f run_log_tap
    export work
    setsid bash -c "run_log_tap $1" >"$work/$1.log" 2>&1 &
    group=$!
    until [[ $(value "SELECT to_regclass('bizops.state') IS NOT NULL") == t ]] &&
        [[ $(value "SELECT count(*) FROM bizops.state WHERE state_id = '$1'") == 1 ]]; do
        kill -0 "$group" || { cat "$work/$1.log"; return 1; }
        sleep 0.1
    done
}

killed() {
    start_paused killed-tap
    kill -KILL -- "-$group"
    touch "$work/killed-tap.gate"
    (run_log_tap killed-tap)
    is "4000 4000 1 4000" "SELECT concat_ws(' ', count(*), count(DISTINCT n), min(n), max(n)) FROM killed_tap.log"
    echo "tap, target and runner killed; 4000 rows, each once" >&3
}

lock() {
    start_paused locked-tap
    fails 75 run_log_tap_quietly
    grep -q 'CRITICAL bizops: another run holds the lock of .*process [0-9]' second.log
    kill -KILL -- "-$group"
    touch "$work/locked-tap.gate"
    (run_log_tap locked-tap)
    is 4000 "SELECT count(*) FROM locked_tap.log"
    echo "the second run: 75 and who is at work; after kill -9 the next one runs" >&3
}

run_log_tap_quietly() {
    (run_log_tap locked-tap) >second.log 2>&1
}

one_line() {
    cat >orders.singer <<'END'
{"type": "SCHEMA", "stream": "orders", "schema": {"properties": {"id": {"type": "integer"}, "amount": {"type": "number"}}}, "key_properties": ["id"]}
{"type": "RECORD", "stream": "orders", "record": {"id": 1, "amount": 9.5}}
{"type": "RECORD", "stream": "orders", "record": {"id": 2, "amount": "much"}}
END
    fails 1 target-postgres --input orders.singer 2>error.log
    cat error.log
    [[ $(grep -c CRITICAL error.log) == 1 ]]
    local line
    line=$(tail -n 1 error.log)
    [[ $line == "CRITICAL target-postgres: "*"line 3"* && $line == *orders* && $line == *amount* && $line == *"; "* ]]
    echo "$line" >&3
}

rejected() {
    echo '{"default_target_schema": "aside", "on_bad_value": "reject", "invalid_records_threshold": 5}' >aside.json
    target-postgres --config aside.json --input orders.singer 2>&1
    is "1" "SELECT count(*) FROM aside.orders"
    is "orders amount 3" "SELECT concat_ws(' ', stream, field, line) FROM aside._sdc_rejected"
    value "UPDATE aside._sdc_rejected SET record = replace(record::text, '\"much\"', '12.25')::json"
    target-postgres --config aside.json --replay-rejected 2>&1
    is "2 21.75" "SELECT concat_ws(' ', count(*), sum(amount)) FROM aside.orders"
    is "0" "SELECT count(*) FROM aside._sdc_rejected"
}

state() {
    bizops state export killed-tap >exported.json
    grep -q '"n": 4000' exported.json
    sed 's/4000/3500/' exported.json >edited.json
    bizops state set killed-tap "$(<edited.json)"
    bizops state export killed-tap >now.json
    fails 1 diff exported.json now.json
    diff edited.json now.json
    bizops state history killed-tap >states
    grep -q '"n": 4000' states
    bizops state import killed-tap <exported.json
    diff exported.json <(bizops state export killed-tap)
    bizops state show killed-tap
}

history() {
    is "2 1" "SELECT count(*) || ' ' || count(*) FILTER (WHERE exit_code = 0) FROM bizops.run WHERE state_id = 'killed-tap'"
    # The second run read what the first had not brought.
    is t "SELECT sum(rows_read) BETWEEN 1 AND 3999 FROM bizops.run JOIN bizops.run_stream USING (run_id)
        WHERE state_id = 'killed-tap'"
    is t "SELECT max(now() - updated_at) < interval '1 hour' FROM bizops.state"
    bizops history --json | python3 -c 'import json, sys; [json.loads(line) for line in sys.stdin]'
}

small() {
    log_tap small-tap
    touch small-tap.gate
    echo '{"rows": 100000, "state_every": 20000}' >small-tap.json
    ./small-tap --config small-tap.json >small.singer
    python3 "$project/examples/twenty/small.py" target-postgres --config small-tap-target.json --input small.singer >&3
    is 100000 "SELECT count(*) FROM small_tap.log"
}

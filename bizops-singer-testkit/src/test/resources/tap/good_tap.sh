#!/bin/sh
# A correct Singer tap in shell: the numbers 1 to 3, from the bookmark on. It knows only the compact JSON of its own.
config='' state='' catalog='' discover=''
while [ $# -gt 0 ]; do
    case $1 in
        --config) config=$2 && shift ;;
        --state) state=$2 && shift ;;
        --catalog) catalog=$2 && shift ;;
        --discover) discover=yes ;;
    esac
    shift
done
fail() {
    echo "CRITICAL tap: $1" >&2
    exit 1
}
grep -q '}' "$config" || fail "no settings in $config"

if [ -n "$discover" ]; then
    cat <<'END'
{"streams": [{"tap_stream_id": "number", "stream": "number", "key_properties": ["n"],
  "schema": {"type": "object", "properties": {"n": {"type": "integer"}, "word": {"type": ["null", "string"]}}},
  "metadata": [
    {"breadcrumb": [], "metadata": {"inclusion": "available", "valid-replication-keys": ["n"]}},
    {"breadcrumb": ["properties", "n"], "metadata": {"inclusion": "automatic"}},
    {"breadcrumb": ["properties", "word"], "metadata": {"inclusion": "available"}}]}]}
END
    exit 0
fi

[ -r "$catalog" ] || fail "no catalog $catalog"
first=1
[ -z "$state" ] || first=$(sed -n 's/.*"n":\([0-9]*\).*/\1/p' "$state")
word=',"word":{"type":["null","string"]}'
grep -q '"properties","word"\],"metadata":{[^}]*"selected":false' "$catalog" && word=''

echo '{"type":"SCHEMA","stream":"number","key_properties":["n"],"schema":{"type":"object","properties":{"n":{"type":"integer"}'"$word"'}}}'
n=$first
while [ "$n" -le 3 ]; do
    value=${word:+,\"word\":\"number $n\"}
    echo '{"type":"RECORD","stream":"number","record":{"n":'"$n$value"'}}'
    n=$((n + 1))
done
echo '{"type":"STATE","value":{"bookmarks":{"number":{"n":3}}}}'

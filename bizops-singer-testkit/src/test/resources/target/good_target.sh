#!/bin/sh
# A correct Singer target in shell: it counts records, and stores them nowhere. It checks the shape of lines, no types.
grep -q '}' "$2" || {
    echo "CRITICAL target: no settings in $2" >&2
    exit 1
}
exec awk '
function refuse(reason) { print "CRITICAL target: line " NR ": " reason > "/dev/stderr"; failed = 1; exit 1 }
function field(name) { return match($0, "\"" name "\": *\"[^\"]*\"") ? substr($0, RSTART, RLENGTH) : "" }
# The object behind a name, up to the brace that closes it; the checked lines hold no brace in a text there.
function object(name,    at, depth, start) {
    if (!match($0, "\"" name "\": *\\{")) return ""
    start = RSTART + RLENGTH - 1
    for (at = start; at <= length($0); at++) {
        if (substr($0, at, 1) == "{") depth++
        if (substr($0, at, 1) == "}" && --depth == 0) return substr($0, start, at - start + 1)
    }
    return ""
}
{ sub(/\r$/, "") }
/^ *$/ { next }
!/^\{.*\}$/ { refuse("no JSON object") }
/^\{"type": *"SCHEMA"/ {
    if (object("schema") == "") refuse("the schema is no object")
    known[field("stream")] = 1
    key = $0
    sub(/.*"key_properties": *\[/, "", key)
    sub(/\].*/, "", key)
    keys[field("stream")] = key
    next
}
/^\{"type": *"RECORD"/ {
    if (!(field("stream") in known)) refuse("RECORD before SCHEMA")
    if (object("record") == "") refuse("the record is no object")
    key = keys[field("stream")]
    split(key, names, ",")
    if (key != "" && index(object("record"), names[1] ":") == 0) refuse("no key " names[1])
    next
}
/^\{"type": *"STATE"/ { print object("value"); fflush() }
END { exit failed }'

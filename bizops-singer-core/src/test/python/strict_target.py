"""A small strict Singer target: reads messages on stdin, breaks off at the first violation, prints each STATE value.

With a file name as its argument it also keeps the last record of each key and writes them there, one JSON line each.
"""
import datetime
import json
import sys

TYPES = {
    "null": lambda v: v is None,
    "string": lambda v: isinstance(v, str),
    "integer": lambda v: isinstance(v, int) and not isinstance(v, bool),
    "number": lambda v: isinstance(v, (int, float)) and not isinstance(v, bool),
    "boolean": lambda v: isinstance(v, bool),
    "object": lambda v: isinstance(v, dict),
    "array": lambda v: isinstance(v, list),
}


class Violation(Exception):
    pass


def check(condition, text):
    if not condition:
        raise Violation(text)


def not_json(token):
    raise Violation("%s is no JSON" % token)


def check_value(value, schema, where):
    if "type" in schema:
        types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        check(any(TYPES[t](value) for t in types), "%s: %r is none of %s" % (where, value, types))
    if isinstance(value, str) and schema.get("format") == "date-time":
        datetime.datetime.fromisoformat(value.replace("Z", "+00:00"))
        check(value.endswith("Z"), "%s: %s is not in UTC" % (where, value))
    if isinstance(value, str) and schema.get("format") == "date":
        datetime.date.fromisoformat(value)
    if isinstance(value, dict) and "properties" in schema:
        for name, member in value.items():
            check(name in schema["properties"], "%s.%s is not in the schema" % (where, name))
            check_value(member, schema["properties"][name], where + "." + name)
    if isinstance(value, list) and "items" in schema:
        for item in value:
            check_value(item, schema["items"], where + "[]")


def on_schema(message, streams):
    schema = message["schema"]
    check(isinstance(schema.get("properties"), dict), "a SCHEMA without properties")
    for key in message["key_properties"]:
        check(key in schema["properties"], "the key %s is not in the schema" % key)
    streams[message["stream"]] = message


def on_record(message, streams, rows):
    name = message["stream"]
    check(name in streams, "RECORD of %s before its SCHEMA" % name)
    check(isinstance(message["record"], dict), "a record that is no object")
    check_value(message["record"], streams[name]["schema"], name)
    for key in streams[name]["key_properties"]:
        check(message["record"].get(key) is not None, "%s: the key %s is missing" % (name, key))
    key = [message["record"][part] for part in streams[name]["key_properties"]] or len(rows)
    rows[json.dumps([name, key])] = {"stream": name, "key": key, "record": message["record"]}
    if "time_extracted" in message:
        datetime.datetime.fromisoformat(message["time_extracted"].replace("Z", "+00:00"))


def main():
    streams, counts, rows, number = {}, {}, {}, 0
    for number, line in enumerate(sys.stdin.buffer, 1):
        check(line.endswith(b"\n"), "the last line is cut off")
        message = json.loads(line.decode("utf-8", errors="strict"), parse_constant=not_json)
        kind = message["type"]
        counts[kind] = counts.get(kind, 0) + 1
        if kind == "SCHEMA":
            on_schema(message, streams)
        elif kind == "RECORD":
            on_record(message, streams, rows)
        elif kind == "STATE":
            check(isinstance(message["value"], dict), "a STATE that is no object")
            print(json.dumps(message["value"]), flush=True)
        elif kind == "ACTIVATE_VERSION":
            check(message["stream"] in streams, "ACTIVATE_VERSION before its SCHEMA")
        else:
            raise Violation("unknown type %s" % kind)
    print(json.dumps(counts, sort_keys=True), file=sys.stderr)
    if len(sys.argv) > 1:
        with open(sys.argv[1], "w", encoding="utf-8") as out:
            for row in rows.values():
                out.write(json.dumps(row) + "\n")


if __name__ == "__main__":
    try:
        main()
    except (Violation, KeyError, ValueError) as violation:
        print("VIOLATION %s: %s" % (type(violation).__name__, violation), file=sys.stderr)
        sys.exit(1)

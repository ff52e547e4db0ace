"""A small Singer tap with one stream of made-up orders, each value computable from its id; reads no network.

Settings: "rows", how many orders there are, and "state_every", after how many records a STATE comes.
"""
import argparse
import datetime
import json
import sys

STREAM = "order"
SCHEMA = {
    "type": "object",
    "properties": {
        "id": {"type": "integer"},
        "Customer Name": {"type": ["null", "string"]},
        "big": {"type": ["null", "integer"]},
        "amount": {"type": ["null", "number"]},
        "placed_at": {"type": ["null", "string"], "format": "date-time"},
        "due": {"type": ["null", "string"], "format": "date"},
        "open": {"type": ["null", "boolean"]},
        "address": {
            "type": ["null", "object"],
            "properties": {
                "city": {"type": ["null", "string"]},
                "lines": {"type": "array", "items": {"type": ["string", "integer"]}},
            },
        },
        "note": {"type": ["null", "string"]},
    },
}


def order(number):
    placed = datetime.datetime(2026, 3, 29, 0, 30, tzinfo=datetime.timezone(datetime.timedelta(hours=2)))
    return {
        "id": number,
        "Customer Name": "Grüße №%d\t\"\\\n🎈" % number,
        "big": 9007199254740993 + number,
        "amount": number / 8,
        "placed_at": (placed + datetime.timedelta(minutes=number, microseconds=number)).isoformat(),
        "due": (datetime.date(2024, 2, 28) + datetime.timedelta(days=number)).isoformat(),
        "open": number % 2 == 0,
        "address": {"city": "Łódź", "lines": ["a", number]},
        "note": None if number % 3 else "",
    }


def catalog():
    metadata = [{"breadcrumb": [], "metadata": {"inclusion": "available", "selected": True}}]
    for name in SCHEMA["properties"]:
        inclusion = "automatic" if name == "id" else "available"
        metadata.append({"breadcrumb": ["properties", name], "metadata": {"inclusion": inclusion}})
    stream = {"tap_stream_id": STREAM, "stream": STREAM, "schema": SCHEMA, "key_properties": ["id"], "metadata": metadata}
    return {"streams": [stream]}


def selected(chosen):
    """The properties to send, or None if the stream is not selected."""
    for stream in chosen["streams"]:
        entries = {tuple(entry["breadcrumb"]): entry["metadata"] for entry in stream["metadata"]}
        if stream["tap_stream_id"] == STREAM and entries.get((), {}).get("selected"):
            return [
                name
                for name in stream["schema"]["properties"]
                if name == "id" or entries.get(("properties", name), {}).get("selected", True)
            ]
    return None


def write(message):
    sys.stdout.write(json.dumps(message, ensure_ascii=message["type"] == "STATE") + "\n")


def sync(config, chosen, state):
    names = selected(chosen)
    if names is None:
        return
    schema = dict(SCHEMA, properties={name: SCHEMA["properties"][name] for name in names})
    write({"type": "SCHEMA", "stream": STREAM, "schema": schema, "key_properties": ["id"]})
    first = state.get("bookmarks", {}).get(STREAM, {}).get("id", 0) + 1
    for number in range(first, config["rows"] + 1):
        whole = order(number)
        write({"type": "RECORD", "stream": STREAM, "record": {name: whole[name] for name in names}})
        if number % config["state_every"] == 0 or number == config["rows"]:
            write({"type": "STATE", "value": {"bookmarks": {STREAM: {"id": number}}}})
            sys.stdout.flush()


def load(name):
    with open(name, encoding="utf-8") as file:
        return json.load(file)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--config", required=True)
    parser.add_argument("--state")
    parser.add_argument("--catalog")
    parser.add_argument("--discover", action="store_true")
    options = parser.parse_args()
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    if options.discover:
        json.dump(catalog(), sys.stdout)
        return
    chosen = load(options.catalog) if options.catalog else catalog()
    sync(load(options.config), chosen, load(options.state) if options.state else {})


if __name__ == "__main__":
    main()

"""A Singer tap with two streams of one source, interleaved: "items" has a key and changes its rows, "log" has none.

Event number e of 1 to "rows" goes to one of them. Settings: "state_every", after how many events a STATE comes; "part",
which of several sources without a common key or row this is; "inclusive", whether three events share a bookmark and come
again from there, instead of each having one of its own; "echo", whether the given state is sent first; "text", how long
the rows are. The state also says how many events it covers, which the tap itself does not go by.
"""
import argparse
import json
import sys

PART = 1000000
KEYS = 311
SCHEMAS = {
    "items": {"id": {"type": "integer"}, "n": {"type": "integer"}, "text": {"type": "string"}},
    "log": {"n": {"type": "integer"}, "text": {"type": "string"}},
}


def write(message):
    sys.stdout.write(json.dumps(message) + "\n")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--config", required=True)
    parser.add_argument("--state")
    arguments = parser.parse_args()
    with open(arguments.config, encoding="utf-8") as file:
        config = json.load(file)
    state = {}
    if arguments.state:
        with open(arguments.state, encoding="utf-8") as file:
            state = json.load(file)
    sync(config, state)


def sync(config, state):
    inclusive = config["inclusive"]
    bookmarks = {stream: dict(bookmark) for stream, bookmark in state.get("bookmarks", {}).items()}
    starts = {stream: bookmark["at"] for stream, bookmark in bookmarks.items()}
    covered = state.get("events", 0)
    offset = config["part"] * PART
    for stream, properties in SCHEMAS.items():
        keys = ["id"] if stream == "items" else []
        schema = {"type": "object", "properties": properties}
        write({"type": "SCHEMA", "stream": stream, "schema": schema, "key_properties": keys})
    if state and config["echo"]:
        write({"type": "STATE", "value": state})
    for event in range(1, config["rows"] + 1):
        stream = "log" if event % 5 in (1, 3) else "items"
        at = event // 3 if inclusive else event
        start = starts.get(stream, -1)
        if at > start or (inclusive and at == start):
            row = {"n": offset + event, "text": "row %d " % event + "x" * config["text"]}
            if stream == "items":
                row["id"] = offset + event * 7 % KEYS
            write({"type": "RECORD", "stream": stream, "record": row})
            bookmarks[stream] = {"at": at}
        if event == config["rows"] or (event > covered and event % config["state_every"] == 0):
            write({"type": "STATE", "value": {"bookmarks": bookmarks, "events": event}})


main()

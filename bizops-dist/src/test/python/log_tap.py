"""A Singer tap with one stream without a key: the numbers from 1 to "rows", each once; reads no network.

Settings: "rows"; "state_every", after how many records a STATE comes; "inclusive", whether the number at the bookmark
comes again; "pause_at", before which number the tap waits for the file "gate", as a source waits for data. It never
repeats the state that it was given.
"""
import argparse
import json
import os
import sys
import time


def write(message):
    sys.stdout.write(json.dumps(message) + "\n")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--config", required=True)
    parser.add_argument("--state")
    arguments = parser.parse_args()
    with open(arguments.config, encoding="utf-8") as file:
        config = json.load(file)
    bookmark = 0
    if arguments.state:
        with open(arguments.state, encoding="utf-8") as file:
            bookmark = json.load(file)["bookmarks"]["log"]["n"]
    first = bookmark if config.get("inclusive") and bookmark else bookmark + 1
    schema = {"type": "object", "properties": {"n": {"type": "integer"}, "text": {"type": "string"}}}
    write({"type": "SCHEMA", "stream": "log", "schema": schema, "key_properties": []})
    for number in range(first, config["rows"] + 1):
        if number == config.get("pause_at") and not os.path.exists(config["gate"]):
            sys.stdout.flush()
            while not os.path.exists(config["gate"]):
                time.sleep(0.05)
        write({"type": "RECORD", "stream": "log", "record": {"n": number, "text": "row %d" % number}})
        if number % config["state_every"] == 0 or number == config["rows"]:
            write({"type": "STATE", "value": {"bookmarks": {"log": {"n": number}}}})


main()

"""A correct Singer tap of made-up users and days. The scripts beside it override one thing each, and that is their defect.

Stream "users" is incremental by "updated_at"; stream "days" is read whole each time, under a version.
"""
import json
import sys

USERS = {
    "type": "object",
    "required": ["id"],
    "properties": {
        "id": {"type": "integer"},
        "updated_at": {"type": "string", "format": "date-time"},
        "seen_at": {"type": ["null", "string"], "format": "date-time"},
        "score": {"type": ["null", "number"]},
        "name": {"type": ["null", "string"]},
        "email": {"type": ["null", "string"]},
    },
}
DAYS = {
    "type": "object",
    "properties": {"day": {"type": "string", "format": "date"}, "weekday": {"type": ["null", "string"]}},
}
MONDAY = "2026-01-05"
VERSION = 1700000000000


def metadata(schema, root, automatic):
    entries = [{"breadcrumb": [], "metadata": dict(root, inclusion="available")}]
    for name in schema["properties"]:
        inclusion = "automatic" if name in automatic else "available"
        entries.append({"breadcrumb": ["properties", name], "metadata": {"inclusion": inclusion}})
    return entries


class Tap:
    rows = 300  # more than a pipe holds

    # discovery

    def catalog(self):
        users = {"table-key-properties": ["id"], "valid-replication-keys": ["updated_at"]}
        days = {"table-key-properties": ["day"], "forced-replication-method": "FULL_TABLE"}
        return {
            "streams": [
                self.entry("users", USERS, users, ["id", "updated_at"]),
                self.entry("days", DAYS, days, ["day"]),
            ]
        }

    def entry(self, name, schema, root, automatic):
        return {
            "tap_stream_id": name,
            "stream": name,
            "schema": schema,
            "metadata": metadata(schema, root, automatic),
        }

    def discover(self):
        print(json.dumps(self.catalog(), indent=2))

    # selection

    def selected(self, stream):
        """The names of the selected properties; None if the stream is not selected."""
        chosen = {tuple(entry["breadcrumb"]): entry["metadata"] for entry in stream["metadata"]}
        if not chosen[()].get("selected"):
            return None
        return [name for name in stream["schema"]["properties"] if self.wanted(chosen.get(("properties", name), {}))]

    def wanted(self, field):
        return field.get("inclusion") == "automatic" or field.get("selected", True)

    # output

    def write(self, message):
        self.line(json.dumps(message, ensure_ascii=False))

    def line(self, text):
        sys.stdout.buffer.write((text + "\n").encode("utf-8"))

    def schema(self, stream, schema, names, keys):
        kept = dict(schema, properties={name: schema["properties"][name] for name in names})
        kept["required"] = [name for name in schema.get("required", []) if name in names]
        self.write({"type": "SCHEMA", "stream": stream, "schema": kept, "key_properties": keys})

    def record(self, stream, record, names, **more):
        kept = {name: record[name] for name in names}
        self.write(dict({"type": "RECORD", "stream": stream, "record": kept, **self.extracted()}, **more))

    def extracted(self):
        return {"time_extracted": "2026-02-03T04:05:06.789Z"}

    def state(self, state):
        self.write({"type": "STATE", "value": state})

    def activate(self, version=VERSION):
        self.write({"type": "ACTIVATE_VERSION", "stream": "days", "version": version})

    # rows

    def user(self, number):
        second = number % 60
        minute = number // 60
        return {
            "id": number,
            "updated_at": "2026-01-02T03:%02d:%02dZ" % (minute, second),
            "seen_at": None if number % 2 else "2026-01-02T03:04:05+01:00",
            "score": number / 8,
            "name": "Zażółć №%d \"quoted\" 🦄" % number,
            "email": "user%d@%s.example.com" % (number, "long" * 50),
        }

    def users(self, names, state):
        self.schema("users", USERS, names, ["id"])
        bookmarks = state.setdefault("bookmarks", {})
        first = bookmarks.get("users", {}).get("updated_at", "")
        for number in range(1, self.rows + 1):
            user = self.user(number)
            if user["updated_at"] >= first:
                self.record("users", user, names)
                bookmarks["users"] = {"updated_at": user["updated_at"]}
                if number % 100 == 0:
                    self.state(state)

    def days(self, names):
        self.schema("days", DAYS, names, ["day"])
        for day in range(5, 12):
            self.record("days", {"day": "2026-01-%02d" % day, "weekday": str(day % 7)}, names, version=VERSION)
        self.activate()

    # the run

    def sync(self, catalog, state):
        for stream in catalog["streams"]:
            names = self.selected(stream)
            if names is not None and stream["tap_stream_id"] == "users":
                self.users(names, state)
            elif names is not None:
                self.days(names)
        self.finish(state)

    def finish(self, state):
        self.state(state)

    def load(self, name):
        with open(name, encoding="utf-8") as file:
            return json.load(file)

    def load_catalog(self, name):
        return self.load(name)

    def load_state(self, name):
        state = self.load(name) if name else {}
        return state["value"] if state.get("type") == "STATE" else state

    def fail(self, reason):
        sys.exit("CRITICAL tap: %s" % reason)  # Python prints it on standard error and ends with 1

    def option(self, name):
        return sys.argv[sys.argv.index(name) + 1] if name in sys.argv else None

    def main(self):
        try:
            self.config = self.load(self.option("--config"))
            if "--discover" in sys.argv:
                self.discover()
                return
            catalog = self.load_catalog(self.option("--catalog"))
            state = self.load_state(self.option("--state"))
        except (OSError, ValueError) as problem:
            self.fail(problem)
        self.sync(catalog, state)


if __name__ == "__main__":
    Tap().main()

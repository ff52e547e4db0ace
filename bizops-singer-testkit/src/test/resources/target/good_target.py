"""A correct Singer target: a file of JSON lines for each stream. The scripts beside it override one thing each."""
import json
import os
import sys

TYPES = {
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "null": type(None),
    "object": dict,
    "array": list,
}


class Refused(Exception):
    pass


def fits(value, schema):
    types = schema.get("type", list(TYPES))
    types = types if isinstance(types, list) else [types]
    if isinstance(value, bool):
        return "boolean" in types
    return any(isinstance(value, TYPES[name]) for name in types)


class Target:
    def __init__(self):
        self.schemas = {}
        self.tables = {}
        self.batch = []

    # messages

    def parse(self, line):
        try:
            message = json.loads(line)
        except ValueError as problem:
            raise Refused("no JSON: %s" % problem)
        if not isinstance(message, dict) or "type" not in message:
            raise Refused("no message")
        return message

    def schema(self, message):
        if not isinstance(message.get("schema"), dict):
            raise Refused("the schema is no object")
        self.commit()
        self.schemas[message["stream"]] = message
        self.tables.setdefault(message["stream"], {})

    def record(self, message):
        if message["stream"] not in self.schemas:
            raise Refused("RECORD before SCHEMA")
        if not isinstance(message["record"], dict):
            raise Refused("the record is no object")
        schema = self.schemas[message["stream"]]
        self.check_key(message["record"], schema["key_properties"])
        self.check(message["record"], schema["schema"])
        self.batch.append((message["stream"], message["record"]))

    def check_key(self, record, keys):
        for key in keys:
            if record.get(key) is None:
                raise Refused("no key %s" % key)

    def check(self, record, schema):
        self.check_required(record, schema)
        self.check_types(record, schema)

    def check_required(self, record, schema):
        for name in schema.get("required", []):
            if name not in record:
                raise Refused("no %s" % name)

    def check_types(self, record, schema):
        for name, value in record.items():
            if not fits(value, schema.get("properties", {}).get(name, {})):
                raise Refused("%s has another type" % name)

    def state(self, message):
        self.commit()
        self.emit(message)

    def other(self, message):
        pass

    # loading

    def commit(self):
        for stream, record in self.batch:
            table = self.tables[stream]
            keys = self.schemas[stream]["key_properties"]
            key = tuple(record[name] for name in keys) if keys else len(table)
            self.put(table, key, record)
        self.batch = []
        self.save()

    def put(self, table, key, record):
        table[key] = dict(table.get(key, {}), **record)

    def save(self):
        for stream, table in self.tables.items():
            name = os.path.join(self.config["folder"], stream)
            with open(name + ".new", "w", encoding="utf-8") as file:
                for row in table.values():
                    file.write(json.dumps(row) + "\n")
            os.replace(name + ".new", name)

    def emit(self, message):
        self.print(json.dumps(message["value"]))

    def print(self, text):
        sys.stdout.write(text + "\n")
        sys.stdout.flush()

    # the run

    def line(self, line):
        if not line.strip():
            return
        message = self.parse(line)
        kinds = {"SCHEMA": self.schema, "RECORD": self.record, "STATE": self.state}
        kinds.get(message["type"].upper(), self.other)(message)

    def run(self):
        for line in sys.stdin.buffer:
            self.line(line.decode("utf-8"))
        self.finish()

    def finish(self):
        self.commit()

    def fail(self, reason):
        sys.exit("CRITICAL target: %s" % reason)  # Python prints it on standard error and ends with 1

    def main(self):
        config = sys.argv[sys.argv.index("--config") + 1]
        try:
            with open(config, encoding="utf-8") as file:
                self.config = json.load(file)
        except ValueError as problem:
            self.bad_config(problem)
        try:
            self.run()
        except Refused as problem:
            self.fail(problem)

    def bad_config(self, problem):
        self.fail(problem)


if __name__ == "__main__":
    Target().main()

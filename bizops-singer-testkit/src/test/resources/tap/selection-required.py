"""Requires a field that is deselected."""
from good_tap import Tap


class Defective(Tap):
    def schema(self, stream, schema, names, keys):
        kept = {name: schema["properties"][name] for name in names}
        required = ["id", "email"] if stream == "users" else []
        whole = {"type": "object", "properties": kept, "required": required}
        self.write({"type": "SCHEMA", "stream": stream, "schema": whole, "key_properties": keys})


Defective().main()

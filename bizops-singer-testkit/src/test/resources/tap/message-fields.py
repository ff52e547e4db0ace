"""Sends a SCHEMA without key_properties."""
from good_tap import Tap


class Defective(Tap):
    def schema(self, stream, schema, names, keys):
        if stream == "users":
            super().schema(stream, schema, names, keys)
        else:
            self.write({"type": "SCHEMA", "stream": stream, "schema": schema})


Defective().main()

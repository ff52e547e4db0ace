"""Describes deselected fields."""
from good_tap import Tap


class Defective(Tap):
    def schema(self, stream, schema, names, keys):
        super().schema(stream, schema, list(schema["properties"]), keys)


Defective().main()

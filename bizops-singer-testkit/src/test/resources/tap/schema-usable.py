"""Uses a type that JSON Schema does not have."""
from good_tap import Tap


class Defective(Tap):
    def schema(self, stream, schema, names, keys):
        properties = dict(schema["properties"], score={"type": "float"}) if stream == "users" else schema["properties"]
        super().schema(stream, dict(schema, properties=properties), names, keys)


Defective().main()

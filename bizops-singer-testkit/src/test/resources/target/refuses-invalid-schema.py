"""Takes any schema for that of an object."""
from good_target import Target


class Defective(Target):
    def schema(self, message):
        super().schema(dict(message, schema=message["schema"] if isinstance(message["schema"], dict) else {}))


Defective().main()

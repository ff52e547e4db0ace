"""Names a key that is not in the schema."""
from good_tap import Tap


class Defective(Tap):
    def schema(self, stream, schema, names, keys):
        super().schema(stream, schema, names, ["Day"] if stream == "days" else keys)


Defective().main()

"""Sends a property that the schema does not have."""
from good_tap import Tap


class Defective(Tap):
    def record(self, stream, record, names, **more):
        self.write(dict({"type": "RECORD", "stream": stream, "record": dict({n: record[n] for n in names}, extra=1)}, **more))


Defective().main()

"""Sends a record as a list of values."""
from good_tap import MONDAY, VERSION, Tap


class Defective(Tap):
    def days(self, names):
        super().days(names)
        self.write({"type": "RECORD", "stream": "days", "record": [MONDAY, "5"], "version": VERSION})


Defective().main()

"""Sends a record before the SCHEMA."""
from good_tap import MONDAY, VERSION, Tap


class Defective(Tap):
    def days(self, names):
        self.record("days", {"day": MONDAY, "weekday": "5"}, names, version=VERSION)
        super().days(names)


Defective().main()

"""Repeats the SCHEMA before each record."""
from good_tap import DAYS, Tap


class Defective(Tap):
    def days(self, names):
        self.schema("days", DAYS, names, ["day"])
        super().days(names)


Defective().main()

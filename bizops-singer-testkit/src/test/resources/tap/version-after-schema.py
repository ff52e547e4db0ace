"""Activates a version before the SCHEMA."""
from good_tap import Tap


class Defective(Tap):
    def days(self, names):
        self.activate()
        super().days(names)


Defective().main()

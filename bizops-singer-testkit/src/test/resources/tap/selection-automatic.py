"""Leaves out the key if it is deselected."""
from good_tap import Tap


class Defective(Tap):
    def wanted(self, field):
        return field.get("selected", True)


Defective().main()

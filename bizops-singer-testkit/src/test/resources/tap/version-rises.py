"""Goes back to a lower version."""
from good_tap import VERSION, Tap


class Defective(Tap):
    def days(self, names):
        super().days(names)
        self.activate(VERSION - 1)


Defective().main()

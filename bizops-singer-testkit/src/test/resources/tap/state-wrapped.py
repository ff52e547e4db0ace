"""Takes a stored STATE message for an empty state."""
from good_tap import Tap


class Defective(Tap):
    def load_state(self, name):
        return self.load(name) if name else {}


Defective().main()

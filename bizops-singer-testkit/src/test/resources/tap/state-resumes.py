"""Ignores --state."""
from good_tap import Tap


class Defective(Tap):
    def load_state(self, name):
        return {}


Defective().main()

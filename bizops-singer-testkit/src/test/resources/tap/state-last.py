"""Sends no STATE in the end."""
from good_tap import Tap


class Defective(Tap):
    def finish(self, state):
        pass


Defective().main()

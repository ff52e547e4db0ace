"""Fails with a stack trace."""
from good_tap import Tap


class Defective(Tap):
    def fail(self, reason):
        raise reason


Defective().main()

"""Logs on standard output."""
from good_tap import Tap


class Defective(Tap):
    def users(self, names, state):
        self.line("INFO reading users")
        super().users(names, state)


Defective().main()

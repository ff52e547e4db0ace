"""Sends no STATE in a run that started from one."""
from good_tap import Tap


class Defective(Tap):
    def load_state(self, name):
        self.resumed = bool(name)
        return super().load_state(name)

    def state(self, state):
        if not self.resumed:
            super().state(state)


Defective().main()

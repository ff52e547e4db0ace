"""Wipes the state of a run that started from one."""
from good_tap import Tap


class Defective(Tap):
    def load_state(self, name):
        self.resumed = bool(name)
        return super().load_state(name)

    def finish(self, state):
        self.state({} if self.resumed else state)


Defective().main()

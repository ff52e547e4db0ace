"""Sends its STATE inside a list."""
import json

from good_tap import Tap


class Defective(Tap):
    def finish(self, state):
        super().finish(state)
        self.line(json.dumps([{"type": "STATE", "value": state}]))


Defective().main()

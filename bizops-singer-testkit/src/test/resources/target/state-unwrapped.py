"""Prints the whole message."""
import json

from good_target import Target


class Defective(Target):
    def emit(self, message):
        self.print(json.dumps(message))


Defective().main()

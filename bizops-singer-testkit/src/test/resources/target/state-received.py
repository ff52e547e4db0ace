"""Prints a state of its own before the one that came."""
import json

from good_target import Target


class Defective(Target):
    def emit(self, message):
        self.print(json.dumps({"bookmarks": {}, "loaded_at": 1}))
        super().emit(message)


Defective().main()

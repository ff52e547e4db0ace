"""Prints its state in the end only."""
from good_target import Target


class Defective(Target):
    def emit(self, message):
        self.newest = message

    def finish(self):
        super().finish()
        if hasattr(self, "newest"):
            super().emit(self.newest)


Defective().main()

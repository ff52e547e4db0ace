"""Prints the first state again in the end."""
from good_target import Target


class Defective(Target):
    def emit(self, message):
        self.first = getattr(self, "first", message)
        super().emit(message)

    def finish(self):
        super().finish()
        if hasattr(self, "first"):
            super().emit(self.first)


Defective().main()

"""Prints a state only when the next one comes."""
from good_target import Target


class Defective(Target):
    def emit(self, message):
        if hasattr(self, "held"):
            super().emit(self.held)
        self.held = message

    def fail(self, reason):
        super().emit(self.held) if hasattr(self, "held") else None
        super().fail(reason)


Defective().main()

"""Invents an empty state."""
from good_target import Target


class Defective(Target):
    def state(self, message):
        self.came = True
        super().state(message)

    def finish(self):
        super().finish()
        if self.schemas and not hasattr(self, "came"):
            self.print("{}")


Defective().main()

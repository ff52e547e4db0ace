"""Fails without input."""
from good_target import Refused, Target


class Defective(Target):
    def finish(self):
        if not self.schemas:
            raise Refused("no input")
        super().finish()


Defective().main()

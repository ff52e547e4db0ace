"""Goes on behind a broken line and fails in the end."""
from good_target import Refused, Target


class Defective(Target):
    def line(self, line):
        try:
            super().line(line)
        except Refused as problem:
            self.problem = problem

    def finish(self):
        super().finish()
        if hasattr(self, "problem"):
            raise self.problem


Defective().main()

"""Stops at a blank line."""
from good_target import Refused, Target


class Defective(Target):
    def line(self, line):
        if not line.strip():
            raise Refused("blank")
        super().line(line)


Defective().main()

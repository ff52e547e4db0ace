"""Takes a carriage return for data."""
from good_target import Refused, Target


class Defective(Target):
    def line(self, line):
        if line.endswith("\r\n"):
            raise Refused("a carriage return")
        super().line(line)


Defective().main()

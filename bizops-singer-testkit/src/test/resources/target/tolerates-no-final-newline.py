"""Takes a last line without an end for a broken one."""
from good_target import Refused, Target


class Defective(Target):
    def line(self, line):
        if not line.endswith("\n"):
            raise Refused("half a line")
        super().line(line)


Defective().main()

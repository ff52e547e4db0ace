"""Reads lines of at most 64 KiB."""
from good_target import Refused, Target


class Defective(Target):
    def line(self, line):
        if len(line) > 65536:
            raise Refused("too long")
        super().line(line)


Defective().main()

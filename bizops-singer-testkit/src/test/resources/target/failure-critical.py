"""Fails with a stack trace."""
from good_target import Target


class Defective(Target):
    def fail(self, reason):
        raise reason


Defective().main()

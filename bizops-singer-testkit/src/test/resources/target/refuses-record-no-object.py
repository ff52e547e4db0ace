"""Passes over records that are no objects."""
from good_target import Target


class Defective(Target):
    def record(self, message):
        if isinstance(message["record"], dict):
            super().record(message)


Defective().main()

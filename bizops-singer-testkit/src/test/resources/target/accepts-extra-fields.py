"""Stops at fields that it does not know."""
from good_target import Refused, Target


class Defective(Target):
    def record(self, message):
        if not set(message) <= {"type", "stream", "record", "version"}:
            raise Refused("an unknown field")
        super().record(message)


Defective().main()

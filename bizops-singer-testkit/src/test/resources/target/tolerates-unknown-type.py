"""Stops at a type that it does not know."""
from good_target import Refused, Target


class Defective(Target):
    def other(self, message):
        if message["type"] != "ACTIVATE_VERSION":
            raise Refused("unknown type")


Defective().main()

"""Stops at ACTIVATE_VERSION."""
from good_target import Refused, Target


class Defective(Target):
    def other(self, message):
        if message["type"] == "ACTIVATE_VERSION":
            raise Refused("not implemented")


Defective().main()

"""Takes names of letters, digits and underlines only."""
from good_target import Refused, Target


class Defective(Target):
    def record(self, message):
        if any(" " in name for name in message["record"]):
            raise Refused("a name with a space")
        super().record(message)


Defective().main()

"""Takes a SCHEMA once."""
from good_target import Refused, Target


class Defective(Target):
    def schema(self, message):
        if self.schemas.get(message["stream"]) == message:
            raise Refused("SCHEMA twice")
        super().schema(message)


Defective().main()

"""Takes no other SCHEMA of the same stream."""
from good_target import Refused, Target


class Defective(Target):
    def schema(self, message):
        if self.schemas.get(message["stream"], message) != message:
            raise Refused("another SCHEMA")
        super().schema(message)


Defective().main()

"""Makes up a schema for a stream that it does not know."""
from good_target import Target


class Defective(Target):
    def record(self, message):
        if message["stream"] not in self.schemas:
            self.schema({"stream": message["stream"], "schema": {}, "key_properties": []})
        super().record(message)


Defective().main()

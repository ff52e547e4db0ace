"""Forgets a stream when the next one begins."""
from good_target import Target


class Defective(Target):
    def schema(self, message):
        self.schemas.clear() if message["stream"].endswith("interleaved_b") else None
        super().schema(message)


Defective().main()

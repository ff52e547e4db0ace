"""Keeps the first record of a key in a batch."""
from good_target import Target


class Defective(Target):
    def commit(self):
        first = {}
        for stream, record in self.batch:
            keys = self.schemas[stream]["key_properties"]
            first.setdefault((stream, str([record[name] for name in keys] or len(first))), (stream, record))
        self.batch = list(first.values())
        super().commit()


Defective().main()

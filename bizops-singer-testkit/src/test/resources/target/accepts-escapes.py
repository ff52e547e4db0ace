"""Stores line ends as backslash and n."""
from good_target import Target


class Defective(Target):
    def put(self, table, key, record):
        flat = {n: v.replace("\n", "\\n") if isinstance(v, str) else v for n, v in record.items()}
        super().put(table, key, flat)


Defective().main()

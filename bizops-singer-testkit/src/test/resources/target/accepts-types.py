"""Keeps whole numbers as binary floating point."""
from good_target import Target


class Defective(Target):
    def put(self, table, key, record):
        floats = {name: float(value) if type(value) is int else value for name, value in record.items()}
        super().put(table, key, floats)


Defective().main()

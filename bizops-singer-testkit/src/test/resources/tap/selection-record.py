"""Sends the values of deselected fields."""
from good_tap import Tap


class Defective(Tap):
    def record(self, stream, record, names, **more):
        super().record(stream, record, list(record), **more)


Defective().main()

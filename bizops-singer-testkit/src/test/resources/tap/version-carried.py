"""Activates a version that its records do not bear."""
from good_tap import Tap


class Defective(Tap):
    def record(self, stream, record, names, **more):
        super().record(stream, record, names)


Defective().main()

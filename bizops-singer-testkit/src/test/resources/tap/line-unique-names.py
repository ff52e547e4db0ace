"""Sends a property twice in one record."""
from good_tap import Tap


class Defective(Tap):
    def line(self, text):
        super().line(text.replace('"score": 0.875', '"score": 1, "score": 0.875'))


Defective().main()

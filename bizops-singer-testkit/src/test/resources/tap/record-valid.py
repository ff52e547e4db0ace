"""Sends a text where the schema says number."""
from good_tap import Tap


class Defective(Tap):
    def user(self, number):
        return dict(super().user(number), score="n/a" if number == 9 else 1)


Defective().main()

"""Sends NaN where a score is unknown."""
from good_tap import Tap


class Defective(Tap):
    def user(self, number):
        return dict(super().user(number), score=float("nan") if number == 7 else 1)


Defective().main()

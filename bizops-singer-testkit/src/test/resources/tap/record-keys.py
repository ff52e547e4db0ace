"""Sends a record whose key is null."""
from good_tap import Tap


class Defective(Tap):
    def user(self, number):
        return dict(super().user(number), id=None if number == 9 else number)


Defective().main()

"""Sends a date-time without a zone."""
from good_tap import Tap


class Defective(Tap):
    def user(self, number):
        return dict(super().user(number), seen_at="2026-01-02 03:04:05")


Defective().main()

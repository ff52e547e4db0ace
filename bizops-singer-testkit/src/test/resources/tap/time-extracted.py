"""Sends the time of reading without a zone."""
from good_tap import Tap


class Defective(Tap):
    def extracted(self):
        return {"time_extracted": "2026-02-03T04:05:06"}


Defective().main()

"""Ends with 0 when it is stopped half-way."""
import os
import signal

from good_tap import Tap


class Defective(Tap):
    def main(self):
        signal.signal(signal.SIGTERM, lambda number, frame: os._exit(0))
        super().main()


Defective().main()

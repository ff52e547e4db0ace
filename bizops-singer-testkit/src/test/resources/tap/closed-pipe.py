"""Passes over errors when it writes."""
import os
import sys

from good_tap import Tap


class Defective(Tap):
    def line(self, text):
        try:
            super().line(text)
            sys.stdout.buffer.flush()
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


Defective().main()

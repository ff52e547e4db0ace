"""Waits for ever for a reader that is gone."""
import sys
import time

from good_tap import Tap


class Defective(Tap):
    def line(self, text):
        try:
            super().line(text)
            sys.stdout.buffer.flush()
        except BrokenPipeError:
            time.sleep(600)


Defective().main()

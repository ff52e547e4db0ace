"""Writes in the encoding of another age."""
import sys

from good_tap import Tap


class Defective(Tap):
    def line(self, text):
        sys.stdout.buffer.write((text + "\n").replace("🦄", "é").encode("iso-8859-2", "ignore"))


Defective().main()

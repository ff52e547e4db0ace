"""Sends a stream that is not selected."""
from good_tap import Tap


class Defective(Tap):
    def selected(self, stream):
        return super().selected(stream) or list(stream["schema"]["properties"])


Defective().main()

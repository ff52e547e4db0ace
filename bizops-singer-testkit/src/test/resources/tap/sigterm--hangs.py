"""Does not end when it is told to."""
import signal
import time

from good_tap import Tap


class Defective(Tap):
    def main(self):
        signal.signal(signal.SIGTERM, lambda number, frame: time.sleep(600))
        super().main()


Defective().main()

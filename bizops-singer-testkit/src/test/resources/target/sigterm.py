"""Does not end when it is told to."""
import signal

from good_target import Target


class Defective(Target):
    def main(self):
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        super().main()


Defective().main()

"""Says on standard output why it fails."""
from good_tap import Tap


class Defective(Tap):
    def fail(self, reason):
        print("Error: %s" % reason)
        super().fail(reason)


Defective().main()

"""Ends with 1 after a sync that went well."""
import sys

from good_tap import Tap


class Defective(Tap):
    def finish(self, state):
        super().finish(state)
        sys.stdout.flush()
        sys.exit(1)


Defective().main()

"""Ends with 0 although its config is broken."""
import sys

from good_tap import Tap


class Defective(Tap):
    def fail(self, reason):
        sys.stderr.write("CRITICAL tap: %s\n" % reason)
        sys.exit(1 if isinstance(reason, OSError) else 0)


Defective().main()

"""Logs its settings."""
import sys

from good_tap import Tap


class Defective(Tap):
    def sync(self, catalog, state):
        sys.stderr.write("INFO settings: %s\n" % self.config)
        super().sync(catalog, state)


Defective().main()

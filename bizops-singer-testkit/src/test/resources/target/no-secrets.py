"""Logs its settings."""
import sys

from good_target import Target


class Defective(Target):
    def run(self):
        sys.stderr.write("INFO settings: %s\n" % self.config)
        super().run()


Defective().main()

"""Ends with 0 although its config is broken."""
import sys

from good_target import Target


class Defective(Target):
    def bad_config(self, problem):
        sys.stderr.write("CRITICAL target: %s\n" % problem)
        sys.exit(0)


Defective().main()

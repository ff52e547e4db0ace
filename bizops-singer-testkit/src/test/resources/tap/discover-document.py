"""Logs on standard output during discovery."""
from good_tap import Tap


class Defective(Tap):
    def discover(self):
        print("INFO discovering")
        super().discover()


Defective().main()

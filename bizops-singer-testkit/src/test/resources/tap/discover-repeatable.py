"""Writes the time of discovery into the catalog."""
import time

from good_tap import Tap


class Defective(Tap):
    def catalog(self):
        return dict(super().catalog(), discovered_at=time.time())


Defective().main()

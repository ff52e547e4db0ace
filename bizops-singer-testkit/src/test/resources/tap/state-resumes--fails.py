"""Cannot read its own STATE."""
from good_tap import Tap


class Defective(Tap):
    def load_state(self, name):
        if name and self.load(name).get("type") != "STATE":
            self.fail("unexpected state")
        return super().load_state(name)


Defective().main()

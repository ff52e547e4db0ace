"""Goes back to the first bookmark within the run."""
from good_tap import Tap


class Defective(Tap):
    def users(self, names, state):
        super().users(names, state)
        self.state({"bookmarks": {"users": {"updated_at": "2026-01-02T03:00:01Z"}}})


Defective().main()

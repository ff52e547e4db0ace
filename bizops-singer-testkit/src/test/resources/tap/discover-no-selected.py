"""Chooses for the user."""
from good_tap import Tap


class Defective(Tap):
    def entry(self, name, schema, root, automatic):
        return super().entry(name, schema, dict(root, selected=True), automatic)


Defective().main()

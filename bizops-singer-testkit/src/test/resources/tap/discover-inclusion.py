"""Invents a kind of inclusion."""
from good_tap import Tap


class Defective(Tap):
    def entry(self, name, schema, root, automatic):
        entry = super().entry(name, schema, root, automatic)
        entry["metadata"][-1]["metadata"]["inclusion"] = "optional"
        return entry


Defective().main()

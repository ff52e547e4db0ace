"""Lets users leave out the key."""
from good_tap import Tap


class Defective(Tap):
    def entry(self, name, schema, root, automatic):
        return super().entry(name, schema, root, ["updated_at"])

    def wanted(self, field):
        return True if not field.get("selected", True) and field["inclusion"] == "automatic" else super().wanted(field)


Defective().main()

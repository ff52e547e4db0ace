"""Spells the key in another case than the schema."""
from good_tap import Tap


class Defective(Tap):
    def entry(self, name, schema, root, automatic):
        return super().entry(name, schema, dict(root, **{"table-key-properties": ["ID"]}), automatic)


Defective().main()

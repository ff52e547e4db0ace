"""Has metadata about a field that is not in the schema."""
from good_tap import Tap


class Defective(Tap):
    def entry(self, name, schema, root, automatic):
        entry = super().entry(name, schema, root, automatic)
        entry["metadata"].append({"breadcrumb": ["properties", "phone"], "metadata": {"inclusion": "available"}})
        return entry


Defective().main()

"""Cannot store a list of texts."""
from good_target import Refused, Target


class Defective(Target):
    def check_types(self, record, schema):
        if isinstance(record.get("fruits"), list):
            raise Refused("a list")
        super().check_types(record, schema)


Defective().main()

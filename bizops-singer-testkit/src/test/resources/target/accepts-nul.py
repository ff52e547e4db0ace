"""Stops at U+0000."""
from good_target import Refused, Target


class Defective(Target):
    def check_types(self, record, schema):
        if any("\0" in value for value in record.values() if isinstance(value, str)):
            raise Refused("U+0000")
        super().check_types(record, schema)


Defective().main()

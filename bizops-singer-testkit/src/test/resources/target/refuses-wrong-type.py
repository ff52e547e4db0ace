"""Does not look at types."""
from good_target import Target


class Defective(Target):
    def check_types(self, record, schema):
        pass


Defective().main()

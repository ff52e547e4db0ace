"""Does not look at what is required."""
from good_target import Target


class Defective(Target):
    def check_required(self, record, schema):
        pass


Defective().main()

"""Prints the state first and stores the rows in the end."""
from good_target import Target


class Defective(Target):
    def save(self):
        pass

    def finish(self):
        super().finish()
        super().save()


Defective().main()

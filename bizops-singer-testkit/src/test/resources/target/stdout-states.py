"""Logs on standard output."""
from good_target import Target


class Defective(Target):
    def commit(self):
        if self.batch:
            self.print("INFO loaded %d rows" % len(self.batch))
        super().commit()


Defective().main()

"""As much of Luigi's interface as examples/luigi uses; build runs what is not complete, what it requires first."""

import os


class Parameter:
    def __init__(self, default=None):
        self.default = default


DateParameter = Parameter


class LocalTarget:
    def __init__(self, path):
        self.path = path

    def exists(self):
        return os.path.exists(self.path)

    def open(self, mode):
        os.makedirs(os.path.dirname(self.path), exist_ok=True)
        return open(self.path, mode)


class Task:
    def __init__(self, **values):
        for name in dir(type(self)):
            parameter = getattr(type(self), name)
            if isinstance(parameter, Parameter):
                setattr(self, name, values.get(name, parameter.default))

    def requires(self):
        return []

    def complete(self):
        return self.output().exists()


def build(task):
    """Whether it is complete at the end."""
    if task.complete():
        return True
    needed = task.requires()
    done = [build(one) for one in (needed if isinstance(needed, list) else [needed])]
    if all(done):
        try:
            task.run()
        except RuntimeError as failed:
            print("failed:", failed)
    return task.complete()

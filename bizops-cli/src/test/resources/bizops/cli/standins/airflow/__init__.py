"""As much of Airflow's interface as examples/airflow uses. DAG.run runs the tasks one after the other, as a scheduler might."""

import subprocess


class DAG:
    current = None

    def __init__(self, **facts):
        self.facts = facts
        self.tasks = []

    def __enter__(self):
        DAG.current = self
        return self

    def __exit__(self, *_):
        DAG.current = None

    def run(self):
        states = {}
        while len(states) < len(self.tasks):
            for task in self.tasks:
                if task not in states and all(before in states for before in task.upstream):
                    states[task] = task.execute([states[before] for before in task.upstream])
                    print(task.task_id, states[task])


class Operator:
    def __init__(self, task_id, bash_command, cwd, append_env, skip_on_exit_code, trigger_rule="all_success"):
        self.task_id = task_id
        self.bash_command = bash_command
        self.cwd = cwd
        self.append_env = append_env
        self.skip_on_exit_code = skip_on_exit_code
        self.trigger_rule = trigger_rule
        self.upstream = []
        DAG.current.tasks.append(self)

    def __rshift__(self, after):
        after.upstream.append(self)
        return after

    def execute(self, states):
        if self.trigger_rule == "all_success" and states.count("success") < len(states):
            return "skipped"
        code = subprocess.run(["bash", "-c", self.bash_command], cwd=self.cwd).returncode
        return "success" if code == 0 else "skipped" if code in self.skip_on_exit_code else "failed"

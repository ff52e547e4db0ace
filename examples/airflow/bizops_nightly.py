"""Every night: each tap in a task of its own, then models, then the page; for Airflow 2.4 and newer."""

from datetime import datetime, timedelta

from airflow import DAG

try:
    from airflow.providers.standard.operators.bash import BashOperator  # Airflow 3
except ImportError:
    from airflow.operators.bash import BashOperator

PROJECT = "/srv/numbers"  # where bizops.yml is, on every worker
TAPS = ["salesforce", "zuora", "marketo"]

# 75: a quota is spent or a lock is held; 77: some streams failed. The next run goes on from there; Airflow has no state
# between done and failed but skipped.
LATER = [75, 77]


def step(name, **more):
    return BashOperator(
        task_id=name,
        bash_command="set -euo pipefail\n"
        f"exec bizops run nightly --environment prod --only {name} --results results/{name}",
        cwd=PROJECT,
        append_env=True,
        skip_on_exit_code=LATER,
        **more,
    )


with DAG(
    dag_id="bizops_nightly",
    schedule="15 3 * * *",
    start_date=datetime(2026, 1, 1),
    catchup=False,  # a run loads everything since the last one
    max_active_runs=1,
    default_args={
        "retries": 1,  # for a worker that died; bizops has tried again by itself what may go well soon
        "retry_delay": timedelta(minutes=15),
        "execution_timeout": timedelta(hours=3),
    },
) as dag:
    transform = step("transform", trigger_rule="all_done")  # from what is there, also where a tap failed
    report = step("report")
    for tap in TAPS:
        step(tap) >> transform
    transform >> report

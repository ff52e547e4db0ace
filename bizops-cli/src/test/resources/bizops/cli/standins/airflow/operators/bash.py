from airflow import Operator as BashOperator  # noqa: F401

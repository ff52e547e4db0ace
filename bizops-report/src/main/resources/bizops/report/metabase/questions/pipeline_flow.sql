/*
title: What moved the pipeline
about: opening + created + increase - decrease + reopened - won - lost - deleted = closing.
display: table
filters:
  period: pipeline_flow.period_start
*/
select period_start, opening, created, increase, decrease, reopened, won, lost, deleted, closing
from marts.pipeline_flow
where period_type = 'month'
[[and {{period}}]]
order by period_start

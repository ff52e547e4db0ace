/*
title: Deals that should have closed in the quarter and did not
about: Of those due in it at its start or at their creation.
display: table
filters:
  period: pipeline_slipped.period_start
*/
select period_start, baseline, slipped, slipped_rate, slipped_amount
from marts.pipeline_slipped
where period_type = 'quarter'
[[and {{period}}]]
order by period_start

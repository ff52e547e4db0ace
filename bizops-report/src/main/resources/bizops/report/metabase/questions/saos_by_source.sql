/*
title: Sales accepted opportunities by source and month
about: At the date of acceptance.
display: bar
x: [period_start, source_bucket]
y: [saos]
filters:
  period: sao_by_source.period_start
*/
select period_start, source_bucket, lead_source_label, saos, iacv
from marts.sao_by_source
where period_type = 'month'
[[and {{period}}]]
order by period_start, saos desc

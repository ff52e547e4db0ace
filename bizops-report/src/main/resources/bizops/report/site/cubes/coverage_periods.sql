/*
title: a period that is not over, its quota and the open pipeline that can still meet it
columns:
  period: Period
  first_day: From
  quota: Quota
  won_amount: Won so far
  open_amount: Open amount
  coverage: Coverage
money: [quota, won_amount, open_amount]
*/
select initcap(replace(period_type, '_', ' ')) as period, period_start as first_day, round(quota) as quota,
    round(won_amount) as won_amount, round(open_amount) as open_amount, round(coverage, 2) as coverage
from pipeline_coverage
where scope = 'company' and period_type in ('month', 'quarter', 'year')
    and period_start >= date_trunc('year', (select as_of from build_info))
    and period_start <= (select as_of + 190 from build_info)
order by array_position(array['month', 'quarter', 'year'], period_type), period_start

/*
grain: a period that a day of core.day_period lies in
key: [period_type, period_start]
accepted:
  period_type: [day, week, month, quarter, year, fiscal_quarter, fiscal_year]
columns:
  period_type: day, week, month, quarter, year, fiscal_quarter or fiscal_year
  period_start: first day
  period_end: last day
  is_partial: whether it ends behind as_of
*/
select d.period_type, d.period_start, d.period_end, d.period_end > s.as_of as is_partial
from core.day_period d
cross join staging.settings s
where d.period_type <> 'all'
group by d.period_type, d.period_start, d.period_end, s.as_of

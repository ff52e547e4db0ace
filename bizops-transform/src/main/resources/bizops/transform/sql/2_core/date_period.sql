/*
materialized: view
grain: a day and a period that it lies in
columns:
  date_day: the day
  period_type: day, week, month, quarter, year, fiscal_quarter or fiscal_year
  period_start: first day of the period
*/
select d.date_day, p.period_type, p.period_start
from core.date d
cross join lateral (values
    ('day', d.date_day),
    ('week', d.week_start),
    ('month', d.month_start),
    ('quarter', d.quarter_start),
    ('year', d.year_start),
    ('fiscal_quarter', d.fiscal_quarter_start),
    ('fiscal_year', d.fiscal_year_start)
) as p (period_type, period_start)

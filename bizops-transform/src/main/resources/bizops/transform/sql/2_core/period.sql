/*
grain: a period that the calendar of core.date touches
key: [period_type, period_start]
accepted:
  period_type: [day, week, month, quarter, year, fiscal_quarter, fiscal_year]
columns:
  period_type: day, week, month, quarter, year, fiscal_quarter or fiscal_year
  period_start: first day
  period_end: last day
  is_partial: whether it ends behind as_of
*/
select p.period_type, p.period_start,
    (p.period_start + p.length - interval '1 day')::date as period_end,
    (p.period_start + p.length - interval '1 day')::date > s.as_of as is_partial
from (
    select d.period_type, d.period_start,
        case d.period_type
            when 'day' then interval '1 day'
            when 'week' then interval '7 days'
            when 'month' then interval '1 month'
            when 'quarter' then interval '3 months'
            when 'fiscal_quarter' then interval '3 months'
            else interval '1 year'
        end as length
    from core.date_period d
    group by d.period_type, d.period_start
) p
cross join staging.settings s

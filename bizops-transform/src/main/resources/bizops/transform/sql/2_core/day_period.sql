/*
grain: a day that anything here is dated by, and a kind of period
key: [date_day, period_type]
accepted:
  period_type: [day, week, month, quarter, year, fiscal_quarter, fiscal_year, all]
columns:
  date_day: the day; also one beyond core.date
  period_type: day, week, month, quarter, year, fiscal_quarter, fiscal_year or all
  period_start?: first day of the period that the day is in; null for all
  period_end?: last day of that period; null for all
*/
with day as (
    select d.date_day from core.date d
    union
    select s.as_of from staging.settings s
    union
    select l.created_date from core.lead l
    union
    select l.mql_date from core.lead l
    union
    select l.converted_date from core.lead l
    union
    select o.created_date from core.opportunity o
    union
    select o.sao_date from core.opportunity o
    union
    select o.close_date from core.opportunity o
    union
    select t.touch_date from core.touch_day t
    union
    select s.spend_date from core.spend_day s
    union
    select u.use_date from core.collateral_use u
),
fiscal as (
    select d.date_day, d.date_day::timestamp as at, f.shift,
        date_trunc('month', d.date_day::timestamp) - f.shift as fiscal_at
    from day d
    cross join (
        select make_interval(months => s.fiscal_year_start_month - 1) as shift from staging.settings s
    ) f
    where d.date_day is not null
)
select f.date_day, p.period_type, p.started_at::date as period_start,
    (p.started_at + p.length - interval '1 day')::date as period_end
from fiscal f
cross join lateral (values
    ('day', f.at, interval '1 day'),
    ('week', date_trunc('week', f.at), interval '7 days'),
    ('month', date_trunc('month', f.at), interval '1 month'),
    ('quarter', date_trunc('quarter', f.at), interval '3 months'),
    ('year', date_trunc('year', f.at), interval '1 year'),
    ('fiscal_quarter', date_trunc('quarter', f.fiscal_at) + f.shift, interval '3 months'),
    ('fiscal_year', date_trunc('year', f.fiscal_at) + f.shift, interval '1 year'),
    ('all', null, null)
) as p (period_type, started_at, length)

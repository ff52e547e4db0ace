/*
grain: a day
key: [date_day]
columns:
  date_day: the day
  week_start: Monday of its week
  month_start: first day of its month
  quarter_start: first day of its calendar quarter
  year_start: first day of its calendar year
  fiscal_month: month of the fiscal year, 1..12
  fiscal_quarter_start: first day of its fiscal quarter
  fiscal_year_start: first day of its fiscal year
  fiscal_year: number of its fiscal year
  month_end: last day of its month
  is_month_end: whether it is that day
*/
with earliest as (
    select min(x.day) as day
    from (
        select min(l.created_date) as day from core.lead l
        union all
        select min(o.created_date) from core.opportunity o
        union all
        select min(o.close_date) from core.opportunity o
        union all
        select min(o.sao_date) from core.opportunity o
        union all
        select min(t.touch_date) from core.touch_day t
        union all
        select min(d.spend_date) from core.spend_day d
        union all
        select min(c.created_date) from core.contact c
        union all
        select min(a.created_date) from core.organization a
        union all
        select min(h.from_day) from core.opportunity_span h
        union all
        select min(h.cohort_date) from core.subscription_chain h
        union all
        select min(g.from_date) from core.charge g
        union all
        select min(i.date) from core.invoice i
    ) x
),
day as (
    select (coalesce(e.day, s.as_of) + n.shift) as date_day, s.fiscal_year_start_month - 1 as shift,
        s.fiscal_year_named_by
    from earliest e
    cross join staging.settings s
    cross join lateral generate_series(
        0, greatest((s.as_of + interval '2 years')::date - coalesce(e.day, s.as_of), 0)) as n (shift)
),
fiscal as (
    select d.date_day, d.shift, d.fiscal_year_named_by,
        date_trunc('month', d.date_day::timestamp) - make_interval(months => d.shift) as fiscal_day
    from day d
)
select f.date_day,
    date_trunc('week', f.date_day::timestamp)::date as week_start,
    date_trunc('month', f.date_day::timestamp)::date as month_start,
    date_trunc('quarter', f.date_day::timestamp)::date as quarter_start,
    date_trunc('year', f.date_day::timestamp)::date as year_start,
    extract(month from f.fiscal_day)::bigint as fiscal_month,
    (date_trunc('quarter', f.fiscal_day) + make_interval(months => f.shift))::date as fiscal_quarter_start,
    (date_trunc('year', f.fiscal_day) + make_interval(months => f.shift))::date as fiscal_year_start,
    extract(year from f.fiscal_day)::bigint
        + case when f.shift > 0 and f.fiscal_year_named_by = 'end' then 1 else 0 end as fiscal_year,
    (date_trunc('month', f.date_day::timestamp) + interval '1 month' - interval '1 day')::date as month_end,
    f.date_day = (date_trunc('month', f.date_day::timestamp) + interval '1 month' - interval '1 day')::date as is_month_end
from fiscal f

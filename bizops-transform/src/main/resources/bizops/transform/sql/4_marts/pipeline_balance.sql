/*
grain: the open pipeline at the start and at the end of a local day, up to as_of
key: [day]
columns:
  day: the day
  opening: open amount at its start
  closing: open amount at its end
  opening_count: open opportunities at its start
  closing_count: open opportunities at its end
*/
with edge as (
    select c.from_day as day, coalesce(c.amount, 0) as amount, 1 as opportunities
    from core.opportunity_span c
    where c.is_open
    union all
    select c.to_day, - coalesce(c.amount, 0), -1
    from core.opportunity_span c
    where c.is_open
),
moved as (
    select e.day, sum(e.amount) as amount, sum(e.opportunities) as opportunities
    from edge e
    group by e.day
),
summed as (
    select d.date_day as day, coalesce(m.amount, 0) as amount, coalesce(m.opportunities, 0) as opportunities,
        sum(coalesce(m.amount, 0)) over (order by d.date_day) as closing,
        sum(coalesce(m.opportunities, 0)) over (order by d.date_day) as closing_count
    from core.date d
    cross join staging.settings s
    left join moved m on m.day = d.date_day
    where d.date_day <= s.as_of
)
select x.day,
    (x.closing - x.amount)::numeric(24, 6) as opening,
    x.closing::numeric(24, 6) as closing,
    (x.closing_count - x.opportunities)::bigint as opening_count,
    x.closing_count::bigint as closing_count
from summed x

/*
grain: a period; opening + created + increase - decrease + reopened - won - lost - deleted = closing
key: [period_type, period_start]
references:
  "period_type, period_start": core.period.[period_type, period_start]
columns:
  period_type: day, week, month, quarter, year, fiscal_quarter or fiscal_year
  period_start: first day of the period
  period_end: last day of the period
  is_partial: whether it ends behind as_of; closing is then that of as_of
  opening: open amount at the start of the period
  created: amount of opportunities at their creation
  increase: by which amounts of open opportunities grew, also for another rate of a new close date
  decrease: by which they shrank
  reopened: amount of closed opportunities that were opened again
  won: amount of opportunities won
  lost: amount of opportunities lost
  deleted: amount of open opportunities deleted, as far as a build had seen them before
  closing: open amount at the end of the period
  opening_count: open opportunities at the start
  created_count: opportunities created
  reopened_count: opportunities opened again
  won_count: opportunities won
  lost_count: opportunities lost
  deleted_count: open opportunities deleted
  closing_count: open opportunities at the end
*/
with edge as (
    select p.period_type, p.period_start, min(b.day) as first_day, max(b.day) as last_day
    from marts.pipeline_balance b
    join core.day_period p on p.date_day = b.day and p.period_type <> 'all'
    group by p.period_type, p.period_start
),
happened as (
    select e.day, e.kind, sum(e.amount) as amount, count(*) as events
    from marts.pipeline_event e
    cross join staging.settings s
    where e.day <= s.as_of
    group by e.day, e.kind
),
moved as (
    select p.period_type, p.period_start,
        sum(h.amount) filter (where h.kind = 'created') as created,
        sum(h.amount) filter (where h.kind = 'increase') as increase,
        sum(h.amount) filter (where h.kind = 'decrease') as decrease,
        sum(h.amount) filter (where h.kind = 'reopened') as reopened,
        sum(h.amount) filter (where h.kind = 'won') as won,
        sum(h.amount) filter (where h.kind = 'lost') as lost,
        sum(h.amount) filter (where h.kind = 'deleted') as deleted,
        sum(h.events) filter (where h.kind = 'created') as created_count,
        sum(h.events) filter (where h.kind = 'reopened') as reopened_count,
        sum(h.events) filter (where h.kind = 'won') as won_count,
        sum(h.events) filter (where h.kind = 'lost') as lost_count,
        sum(h.events) filter (where h.kind = 'deleted') as deleted_count
    from happened h
    join core.day_period p on p.date_day = h.day and p.period_type <> 'all'
    group by p.period_type, p.period_start
)
select e.period_type, e.period_start, p.period_end, p.is_partial,
    a.opening,
    coalesce(m.created, 0) as created,
    coalesce(m.increase, 0) as increase,
    coalesce(m.decrease, 0) as decrease,
    coalesce(m.reopened, 0) as reopened,
    coalesce(m.won, 0) as won,
    coalesce(m.lost, 0) as lost,
    coalesce(m.deleted, 0) as deleted,
    z.closing,
    a.opening_count,
    coalesce(m.created_count, 0)::bigint as created_count,
    coalesce(m.reopened_count, 0)::bigint as reopened_count,
    coalesce(m.won_count, 0)::bigint as won_count,
    coalesce(m.lost_count, 0)::bigint as lost_count,
    coalesce(m.deleted_count, 0)::bigint as deleted_count,
    z.closing_count
from edge e
join core.period p on p.period_type = e.period_type and p.period_start = e.period_start
join marts.pipeline_balance a on a.day = e.first_day
join marts.pipeline_balance z on z.day = e.last_day
left join moved m on m.period_type = e.period_type and m.period_start = e.period_start

/*
grain: an open stage, over all live opportunities with a stage history
key: [stage]
columns:
  stage: the stage
  sort: its position
  reached: opportunities that came into it or past it; winning is past all, also where it was reopened since
  reached_next: those that came into a later stage, or were won
  conversion_rate?: reached_next / reached
  won: those of reached that are won
  won_rate?: won / reached
  median_days?: median of days_in_stage over visits that have ended
  mean_days?: their mean
  open_now: opportunities that are in it now
*/
with reached as (
    select c.opportunity_id,
        max(case when c.is_open then t.sort end) as sort,
        bool_or(c.is_won) as was_won,
        bool_or(c.is_won and c.valid_to = 'infinity') as is_won
    from core.opportunity_change c
    join core.stage t on t.stage = c.stage
    group by c.opportunity_id
    having bool_or(not c.is_synthetic)
),
stage as (
    select t.stage, t.sort from core.stage t where not t.is_closed
),
counted as (
    select x.sort, count(*) as opportunities, count(*) filter (where x.is_won) as won
    from (
        select case when r.was_won then l.sort else r.sort end as sort, r.is_won
        from reached r
        cross join (select max(g.sort) + 1 as sort from stage g) l
    ) x
    where x.sort is not null
    group by x.sort
),
lasting as (
    select d.stage, count(*) filter (where d.is_current) as open_now,
        (percentile_cont(0.5) within group (order by d.days))::numeric(24, 6) as median_days,
        round(avg(d.days), 6)::numeric(24, 6) as mean_days
    from marts.days_in_stage d
    group by d.stage
),
summed as (
    select g.stage, g.sort,
        coalesce(sum(c.opportunities), 0) as reached,
        coalesce(sum(c.opportunities) filter (where c.sort > g.sort), 0) as reached_next,
        coalesce(sum(c.won), 0) as won
    from stage g
    left join counted c on c.sort >= g.sort
    group by g.stage, g.sort
)
select x.stage, x.sort, x.reached::bigint as reached, x.reached_next::bigint as reached_next,
    x.reached_next / nullif(x.reached, 0) as conversion_rate,
    x.won::bigint as won,
    x.won / nullif(x.reached, 0) as won_rate,
    l.median_days, l.mean_days,
    coalesce(l.open_now, 0) as open_now
from summed x
left join lasting l on l.stage = x.stage

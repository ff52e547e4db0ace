/*
grain: the open opportunities of a stage, owner, source and close month at the end of a week, a month, or one of the last 92 days
additive:
  inputs: [core.opportunity_change, core.opportunity, core.opportunity_owner]
  by: opportunity_id
  groups: [day, stage, owner_id, lead_source, source_bucket, close_month]
  count: opportunities
indexes:
  - [day]
columns:
  day: the day
  stage?: stage of then
  owner_id?: owner of then, as far as it is known; else today's
  lead_source?: Opportunity.LeadSource
  source_bucket: bucket of lead_source_bucket.csv, else Other
  close_month?: first day of the month of the close date of then
  opportunities: how many are open
  amount: their amount in the reporting currency at the rates of the close dates of then
  weighted: amount x probability
  past_due: those whose close date lies before the day
  past_due_amount: their amount
*/
with numbered as (
    select d.date_day, k.is_kept, count(*) filter (where k.is_kept) over (order by d.date_day) as kept
    from core.date d
    cross join staging.settings s
    cross join lateral (
        select d.date_day <= s.as_of
            and (d.is_month_end or extract(isodow from d.date_day) = 7 or d.date_day > s.as_of - 92) as is_kept
    ) k
),
edge as (
    select n.date_day, n.kept + case when n.is_kept then 0 else 1 end as first_kept
    from numbered n
),
last_kept as (
    select max(n.kept) as number from numbered n
),
span as (
    select greatest(c.from_day, w.from_day) as from_day, least(c.to_day, w.to_day) as to_day, c.stage, w.owner_id,
        o.lead_source, o.source_bucket, c.close_date, date_trunc('month', c.close_date::timestamp)::date as close_month,
        c.amount, round(c.amount * coalesce(c.probability, t.probability), 6) as weighted
    from core.opportunity_change c
    join core.opportunity o on o.opportunity_id = c.opportunity_id
    join core.opportunity_owner w
        on w.opportunity_id = c.opportunity_id and w.from_day < c.to_day and c.from_day < w.to_day
    left join core.stage t on t.stage = c.stage
    where c.is_open
),
held as (
    select n.date_day as day, p.*
    from span p
    join edge f on f.date_day = p.from_day
    left join edge e on e.date_day = p.to_day
    cross join last_kept l
    cross join lateral generate_series(f.first_kept, coalesce(e.first_kept - 1, l.number)) as g (number)
    join numbered n on n.kept = g.number and n.is_kept
)
select h.day, h.stage, h.owner_id, h.lead_source, h.source_bucket, h.close_month,
    count(*) as opportunities,
    coalesce(sum(h.amount), 0)::numeric(24, 6) as amount,
    coalesce(sum(h.weighted), 0)::numeric(24, 6) as weighted,
    count(*) filter (where h.close_date < h.day) as past_due,
    coalesce(sum(h.amount) filter (where h.close_date < h.day), 0)::numeric(24, 6) as past_due_amount
from held h
group by 1, 2, 3, 4, 5, 6

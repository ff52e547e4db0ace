/*
grain: a live opportunity and an open stage that it was in
key: [opportunity_id, stage]
narrow:
  inputs: {core.opportunity_change: [opportunity_id]}
  rows: [opportunity_id]
  dirty: select distinct c.opportunity_id from core_change.opportunity_change c
references:
  opportunity_id: core.opportunity.opportunity_id
indexes:
  - [stage]
columns:
  opportunity_id: Salesforce's Opportunity.Id
  stage: the stage
  visits: how often it came into the stage
  days?: days of the visits that have ended, 86400 seconds each; null without one, and without OpportunityHistory
  days_so_far?: days up to the end of as_of, of the stage that an open opportunity is in
  is_current: whether it is in the stage now
  is_slow: whether days_so_far is greater than slow_stage_days
*/
with known as (
    select c.opportunity_id, bool_or(not c.is_synthetic) as has_history
    from core.opportunity_change c
    group by c.opportunity_id
),
entered as (
    select c.*, case when c.stage is distinct from lag(c.stage) over own then 1 else 0 end as entry
    from core.opportunity_change c
    window own as (partition by c.opportunity_id order by c.valid_from)
),
stayed as (
    select e.*, sum(e.entry) over (partition by e.opportunity_id order by e.valid_from) as stay,
        sum(e.entry) over (partition by e.opportunity_id) as last_stay
    from entered e
),
lasted as (
    select t.opportunity_id, t.stage, t.entry, t.stay = t.last_stay as is_current,
        extract(epoch from
            case when t.valid_to = 'infinity'
                then greatest((s.as_of + 1)::timestamp at time zone s.reporting_timezone, t.valid_from)
                else t.valid_to
            end - t.valid_from) as seconds
    from stayed t
    cross join staging.settings s
    where t.is_open and t.stage is not null
),
summed as (
    select l.opportunity_id, l.stage, sum(l.entry) as visits, bool_or(l.is_current) as is_current,
        sum(l.seconds) filter (where not l.is_current) as seconds,
        sum(l.seconds) filter (where l.is_current) as seconds_so_far
    from lasted l
    group by l.opportunity_id, l.stage
)
select x.opportunity_id, x.stage, x.visits::bigint as visits,
    case when k.has_history then round(x.seconds / 86400, 6) end as days,
    case when k.has_history then round(x.seconds_so_far / 86400, 6) end as days_so_far,
    x.is_current,
    k.has_history and coalesce(x.seconds_so_far / 86400 > s.slow_stage_days, false) as is_slow
from summed x
join known k on k.opportunity_id = x.opportunity_id
cross join staging.settings s

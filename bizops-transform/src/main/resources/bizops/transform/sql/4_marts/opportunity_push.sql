/*
grain: a live opportunity and how often its close date was pushed
key: [opportunity_id]
narrow:
  inputs: {core.opportunity_change: [opportunity_id], core.opportunity: [opportunity_id]}
  rows: [opportunity_id]
  dirty: |
    select c.opportunity_id
    from core_change.opportunity_change c
    union
    select o.opportunity_id
    from core_change.opportunity o
references:
  opportunity_id: core.opportunity.opportunity_id
columns:
  opportunity_id: Salesforce's Opportunity.Id
  push_count: changes of the close date to a later month while it stayed open
  days_pushed: days by which these changes moved it
  last_pushed_at?: instant of the last one
  first_close_date?: close date at creation
  close_date?: close date now
*/
with changed as (
    select c.opportunity_id, c.valid_from, c.close_date,
        lag(c.close_date) over own as close_date_before,
        first_value(c.close_date) over own as first_close_date,
        c.is_open and coalesce(lag(c.is_open) over own, false)
            and date_trunc('month', c.close_date::timestamp)
                > date_trunc('month', (lag(c.close_date) over own)::timestamp) as is_push
    from core.opportunity_change c
    window own as (partition by c.opportunity_id order by c.valid_from)
)
select c.opportunity_id,
    count(*) filter (where c.is_push) as push_count,
    coalesce(sum(c.close_date - c.close_date_before) filter (where c.is_push), 0)::bigint as days_pushed,
    max(c.valid_from) filter (where c.is_push) as last_pushed_at,
    min(c.first_close_date) as first_close_date,
    min(o.close_date) as close_date
from changed c
join core.opportunity o on o.opportunity_id = c.opportunity_id
group by c.opportunity_id

/*
grain: something that changes the open pipeline
narrow:
  inputs: {core.opportunity_change: [opportunity_id], core.deleted_opportunity_change: [opportunity_id]}
  rows: [opportunity_id]
  dirty: |
    select c.opportunity_id
    from core_change.opportunity_change c
    union
    select d.opportunity_id
    from core_change.deleted_opportunity_change d
accepted:
  kind: [created, increase, decrease, reopened, won, lost, deleted]
columns:
  opportunity_id: Salesforce's Opportunity.Id
  at: instant
  day: local day
  kind: created, increase, decrease, reopened, won, lost or deleted
  amount: amount in the reporting currency by which the pipeline grows or shrinks
  stage?: stage behind the event
*/
with span as (
    select c.opportunity_id, c.valid_from, c.valid_to, c.from_day, c.to_day, c.stage, c.amount, c.is_open, c.is_won,
        false as is_deleted_then
    from core.opportunity_change c
    union all
    select d.opportunity_id, d.valid_from, d.valid_to, d.from_day, d.to_day, d.stage, d.amount, d.is_open, d.is_won, d.is_last
    from core.deleted_opportunity_change d
),
changed as (
    select c.opportunity_id, c.valid_from, c.from_day, c.stage, c.is_open, c.is_won, coalesce(c.amount, 0) as amount,
        lag(c.is_open) over own as was_open,
        lag(coalesce(c.amount, 0)) over own as amount_before
    from span c
    window own as (partition by c.opportunity_id order by c.valid_from)
)
select c.opportunity_id, c.valid_from as at, c.from_day as day, e.kind, e.amount::numeric(24, 6) as amount, c.stage
from changed c
cross join lateral (values
    ('created', c.was_open is null, c.amount),
    ('increase', c.was_open and c.amount > c.amount_before, c.amount - c.amount_before),
    ('decrease', c.was_open and c.amount < c.amount_before, c.amount_before - c.amount),
    ('reopened', not c.was_open and c.is_open, c.amount),
    ('won', coalesce(c.was_open, true) and not c.is_open and c.is_won, c.amount),
    ('lost', coalesce(c.was_open, true) and not c.is_open and not c.is_won, c.amount)
) as e (kind, is_so, amount)
where e.is_so
union all
select c.opportunity_id, c.valid_to, c.to_day, 'deleted', coalesce(c.amount, 0)::numeric(24, 6), c.stage
from span c
where c.is_deleted_then and c.is_open

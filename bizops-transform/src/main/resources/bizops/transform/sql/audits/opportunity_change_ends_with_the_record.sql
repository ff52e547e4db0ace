/*
severity: error
model: core.opportunity_change
narrow:
  inputs: {core.opportunity: [opportunity_id], core.opportunity_change: [opportunity_id]}
  rows: []
  dirty: |
    select o.opportunity_id
    from core_change.opportunity o
    union
    select c.opportunity_id
    from core_change.opportunity_change c
says: the newest span of an opportunity is not what its record says
*/
select o.opportunity_id as key
from core.opportunity o
join core.opportunity_change c on c.opportunity_id = o.opportunity_id and c.valid_to = 'infinity'
where c.stage is distinct from o.stage
    or c.amount_local is distinct from o.amount_local
    or c.close_date is distinct from o.close_date
    or c.is_open = o.is_closed

/*
severity: error
model: marts.attribution_weight
narrow:
  inputs: {marts.attribution_event: [event_type, event_id], marts.attribution_weight: [event_type, event_id]}
  rows: []
  dirty: |
    select c.event_type, c.event_id
    from marts_change.attribution_event c
    union
    select c.event_type, c.event_id
    from marts_change.attribution_weight c
says: an event has no credit
*/
select e.event_type || ' ' || e.event_id as key
from marts.attribution_event e
where not exists (
    select 1 from marts.attribution_weight t where t.event_type = e.event_type and t.event_id = e.event_id
)

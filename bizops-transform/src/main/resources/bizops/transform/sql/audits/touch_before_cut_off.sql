/*
severity: error
model: marts.attribution_weight
narrow:
  inputs: {marts.attribution_weight: [event_type, event_id, touch_id]}
  rows: []
  dirty: |
    select c.event_type, c.event_id, c.touch_id
    from marts_change.attribution_weight c
    where c."row gone" is null
says: a credited touch lies after the event's cut-off
*/
select t.event_type || ' ' || t.event_id || ' ' || t.touch_id as key
from marts.attribution_weight t
where t.days_before < 0

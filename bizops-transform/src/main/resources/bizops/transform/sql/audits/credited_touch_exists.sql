/*
severity: error
model: marts.attribution_weight
narrow:
  inputs: {marts.attribution_weight: [touch_id], core.touch: [touch_id]}
  rows: []
  dirty: |
    select c.touch_id
    from marts_change.attribution_weight c
    union
    select c.touch_id
    from core_change.touch c
says: credit for a touch that is not there
*/
select t.event_type || ' ' || t.event_id || ' ' || t.touch_id as key
from marts.attribution_weight t
where t.touch_id <> '(none)'
    and not exists (select 1 from core.touch o where o.touch_id = t.touch_id)

/*
severity: error
model: marts.attribution_weight
narrow:
  inputs: {marts.attribution_weight: [event_type, event_id, touch_id], core.touch: [touch_id]}
  rows: []
  dirty: |
    select c.event_type, c.event_id, c.touch_id
    from marts_change.attribution_weight c
    where c."row gone" is null
    union
    select t.event_type, t.event_id, t.touch_id
    from marts.attribution_weight t
    join (
        select c.touch_id
        from core_change.touch c
        group by c.touch_id
        having bool_and(c."row gone" is not null)
    ) l on l.touch_id = t.touch_id
says: credit for a touch that is not there
*/
select t.event_type || ' ' || t.event_id || ' ' || t.touch_id as key
from marts.attribution_weight t
where t.touch_id <> '(none)'
    and not exists (select 1 from core.touch o where o.touch_id = t.touch_id)

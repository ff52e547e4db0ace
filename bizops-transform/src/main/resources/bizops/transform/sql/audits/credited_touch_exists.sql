/*
severity: error
model: marts.attribution_weight
says: credit for a touch that is not there
*/
select t.event_type || ' ' || t.event_id || ' ' || t.touch_id as key
from marts.attribution_weight t
where t.touch_id <> '(none)'
    and not exists (select 1 from core.touch o where o.touch_id = t.touch_id)

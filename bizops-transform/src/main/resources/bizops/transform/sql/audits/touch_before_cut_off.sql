/*
severity: error
model: marts.attribution_weight
says: a credited touch lies after the event's cut-off
*/
select t.event_type || ' ' || t.event_id || ' ' || t.touch_id as key
from marts.attribution_weight t
where t.days_before < 0

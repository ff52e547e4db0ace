/*
severity: error
model: marts.attribution_credit
says: a weight lies outside 0..1
*/
select c.event_type || ' ' || c.event_id || ' ' || c.touch_id as key, c.weight as found
from marts.attribution_credit c
where c.weight < 0 or c.weight > 1

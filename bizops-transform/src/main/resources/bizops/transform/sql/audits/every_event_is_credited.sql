/*
severity: error
model: marts.attribution_weight
says: an event has no credit
*/
select e.event_type || ' ' || e.event_id as key
from marts.attribution_event e
where not exists (
    select 1 from marts.attribution_weight t where t.event_type = e.event_type and t.event_id = e.event_id
)

/*
severity: error
model: marts.attribution_credit
says: the credits of an event do not sum to its value
*/
select c.event_type || ' ' || c.event_id || ' ' || c.model as key, sum(c.credit) as found
from marts.attribution_credit c
group by c.event_type, c.event_id, c.model
having sum(c.credit) <> min(c.value)

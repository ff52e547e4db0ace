/*
severity: error
model: marts.attribution_credit
says: the weights of an event do not sum to 1
*/
select c.event_type || ' ' || c.event_id || ' ' || c.model as key, sum(c.weight) as found
from marts.attribution_credit c
group by c.event_type, c.event_id, c.model
having sum(c.weight) <> 1

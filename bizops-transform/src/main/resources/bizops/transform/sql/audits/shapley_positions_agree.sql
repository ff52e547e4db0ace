/*
severity: error
model: marts.shapley_position
says: the values by position are not the channel's credit in model shapley
*/
select coalesce(p.channel, w.channel) as key, p.value as found
from (select o.channel, sum(o.value) as value from marts.shapley_position o group by o.channel) p
full join (
    select t.channel, sum(t.c_shapley) as value from marts.attribution_weight t where t.event_type = 'won' group by t.channel
) w on w.channel = p.channel
where p.value is distinct from w.value

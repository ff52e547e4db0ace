/*
grain: a channel and the position of its first touch in a won opportunity
key: [channel, position]
columns:
  channel: channel; (unattributed) for opportunities without touches
  position?: position of the channel's first touch among the touches of the opportunity, from 1; null for (unattributed)
  opportunities: won opportunities in which the channel comes first at that position
  value: won-IACV credits of the channel in them, model shapley
*/
select p.channel, p.position, count(*) as opportunities, sum(p.value) as value
from (
    select t.channel, min(t.position) as position, sum(t.c_shapley) as value
    from marts.attribution_weight t
    where t.event_type = 'won'
    group by t.event_id, t.channel
) p
group by p.channel, p.position

/*
grain: an event with touches, and the channels that they went through
key: [event_type, event_id]
distribution: event_id
narrow:
  inputs: {marts.attribution_weight: [event_type, event_id]}
  rows: [event_type, event_id]
  dirty: select distinct c.event_type, c.event_id from marts_change.attribution_weight c
accepted:
  event_type: [lead, sao, won, new_customer]
columns:
  event_type: lead, sao, won or new_customer
  event_id: id of the lead or opportunity
  n: eligible touches of the event
  value: value of the event
  channels: its channels, in the order of their first touches
  touches: how many touches each of them has
  positions: position of the first touch of each
*/
select c.event_type, c.event_id, min(c.n) as n, min(c.value) as value,
    array_agg(c.channel order by c.first_position) as channels,
    array_agg(c.touches order by c.first_position) as touches,
    array_agg(c.first_position order by c.first_position) as positions
from (
    select t.event_type, t.event_id, t.channel, count(*) as touches, min(t.position) as first_position, min(t.n) as n,
        min(t.value) as value
    from marts.attribution_weight t
    where t.position is not null
    group by t.event_type, t.event_id, t.channel
) c
group by c.event_type, c.event_id

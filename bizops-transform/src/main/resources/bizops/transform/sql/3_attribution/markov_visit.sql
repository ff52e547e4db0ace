/*
grain: an event, and the touches that it goes to, as model markov needs them
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
  event_date: lead, created date; sao, SAO date; won and new_customer, close date
  n: eligible touches of the event; where there is none, (unattributed) stands in the place of one
  value: value of the event
  margin?: margin of the opportunity, else the setting
  campaigns: campaign ids of its touches, in their order
  channels: the channels of these
  days: days from the event's date to each touch
*/
select t.event_type, t.event_id, min(t.event_date) as event_date, min(t.n) as n, min(t.value) as value, min(t.margin) as margin,
    array_agg(t.campaign_id order by t.position) as campaigns,
    array_agg(t.channel order by t.position) as channels,
    array_agg(coalesce(t.touch_date - t.event_date, 0) order by t.position) as days
from marts.attribution_weight t
group by t.event_type, t.event_id

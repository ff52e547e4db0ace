/*
grain: a won opportunity
key: [opportunity_id]
narrow:
  inputs: {core.opportunity: [opportunity_id]}
  rows: [opportunity_id]
  dirty: |
    select c.opportunity_id
    from core_change.opportunity c
    union
    select c.event_id
    from marts_change.attribution_weight c
    where c.event_type = 'won'
columns:
  opportunity_id: Salesforce's Opportunity.Id
  conversion_days?: close date minus the day of its first eligible touch; null without touches
  first_touch_campaign_id?: campaign of that touch
  channel?: channel of that campaign
  segment?: segment of the opportunity
  close_date: day it was won
*/
select o.opportunity_id,
    o.close_date - t.touch_date as conversion_days,
    t.campaign_id as first_touch_campaign_id,
    t.channel,
    o.segment,
    o.close_date
from core.opportunity o
left join marts.attribution_weight t
    on t.event_type = 'won' and t.event_id = o.opportunity_id and t.position = 1
where o.is_won_to_date

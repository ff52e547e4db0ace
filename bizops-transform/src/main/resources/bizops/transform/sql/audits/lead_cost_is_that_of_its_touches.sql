/*
severity: error
model: marts.lead_performance
narrow:
  inputs: {marts.funnel_lead: [lead_id], marts.attribution_weight: [event_type, event_id], marts.markov_visit: [event_type, event_id]}
  rows: []
  regardless: [marts.campaign_performance]  # what it says of a campaign is the same for all leads: lead_cost_is_spend
  through: [marts.markov_event, marts.attribution_touch, marts.lead_performance]
  dirty: |
    select c.event_type, c.event_id, c.event_id as lead_id
    from marts_change.attribution_weight c
    where c.event_type = 'lead'
    union
    select 'lead', c.lead_id, c.lead_id
    from marts_change.funnel_lead c
says: a lead stands several times, or does not cost what a lead of its first or last campaign costs
*/
select l.lead_id || ' ' || l.model as key, max(l.cost) as found
from marts.lead_performance l
left join marts.campaign_performance p
    on p.model = l.model
    and p.campaign_id = case l.model when 'first' then l.first_touch_campaign_id else l.last_touch_before_conversion_id end
where l.model in ('first', 'last')
group by l.lead_id, l.model
having count(*) > 1 or max(l.cost) is distinct from max(p.cost_per_lead)

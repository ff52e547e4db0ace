/*
grain: a live lead whose person's earliest touch earns it no first-touch credit, because it lies after the conversion (after as_of while unconverted)
key: [lead_id]
columns:
  lead_id: Salesforce's Lead.Id
  person_key: the person
  origin_campaign_id: campaign of the person's earliest touch, under which origin_campaign_performance counts the lead
  attributed_campaign_id: campaign with its first-touch credit
  first_touch_date: day of the earliest touch
  converted_date?: day of conversion, the last one that earns credit
*/
select l.lead_id, l.person_key, f.origin_campaign_id, t.campaign_id as attributed_campaign_id,
    p.first_touch_date, l.converted_date
from core.lead l
join marts.lead_source_fact f on f.lead_id = l.lead_id
join marts.attribution_weight t on t.event_type = 'lead' and t.event_id = l.lead_id and coalesce(t.position, 1) = 1
join core.person p on p.person_key = l.person_key
where f.origin_campaign_id <> t.campaign_id

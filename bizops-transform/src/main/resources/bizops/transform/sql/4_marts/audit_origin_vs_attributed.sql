/*
grain: a live lead whose person's earliest touch earns it no first-touch credit, because it lies after the conversion (after as_of while unconverted)
key: [lead_id]
narrow:
  inputs:
    core.lead: [lead_id]
    marts.lead_source_fact: [lead_id]
    marts.attribution_weight: [event_type, event_id]
  rows: [lead_id]
  dirty: |
    select x.lead_id, 'lead' as event_type, x.lead_id as event_id
    from (
        select l.lead_id from core_change.lead l
        union
        select f.lead_id from marts_change.lead_source_fact f
        union
        select t.event_id from marts_change.attribution_weight t where t.event_type = 'lead'
        union
        select l.lead_id
        from core_change.person p
        join core.lead l on l.person_key = p.person_key
    ) x
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

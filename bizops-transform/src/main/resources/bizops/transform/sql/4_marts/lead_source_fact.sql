/*
grain: a live lead and the opportunity it was converted into, where that is won
key: [lead_id]
distribution: lead_id
narrow:
  inputs: {core.lead: [lead_id], core.touch: [person_key]}
  rows: [lead_id]
  dirty: |
    select x.lead_id, n.person_key
    from (
        select c.lead_id
        from core_change.lead c
        union
        select l.lead_id
        from core.lead l
        join core_change.touch t on t.person_key = l.person_key
        union
        select l.lead_id
        from core.lead l
        join core_change.opportunity o on o.opportunity_id = l.converted_opportunity_id
    ) x
    left join core.lead n on n.lead_id = x.lead_id
columns:
  lead_id: Salesforce's Lead.Id
  lead_source?: Lead.LeadSource
  source_bucket: bucket of lead_source_bucket.csv, else Other
  created_month: first day of the month of creation
  owner_id?: Lead.OwnerId
  segment?: the mapping file's segment
  origin_campaign_id: campaign of the person's earliest touch, whenever it was; (unattributed) without one
  is_won: whether the opportunity is won
  days?: close date minus created date
  amount: amount of the won opportunity; 0 without one
  iacv: IACV of the won opportunity; 0 without one
*/
select l.lead_id, l.lead_source, l.source_bucket,
    date_trunc('month', l.created_date::timestamp)::date as created_month,
    l.owner_id, l.segment,
    coalesce(t.campaign_id, '(unattributed)') as origin_campaign_id,
    o.opportunity_id is not null as is_won,
    o.close_date - l.created_date as days,
    coalesce(o.amount, 0) as amount,
    coalesce(o.iacv, 0) as iacv
from core.lead l
left join core.touch t on t.person_key = l.person_key and t.touch_seq = 1
left join core.opportunity o on o.opportunity_id = l.converted_opportunity_id and o.is_won_to_date

/*
grain: a sales accepted opportunity
key: [opportunity_id]
narrow:
  inputs: {core.opportunity: [opportunity_id]}
  rows: [opportunity_id]
  dirty: select distinct c.opportunity_id from core_change.opportunity c
columns:
  opportunity_id: Salesforce's Opportunity.Id
  sao_date: day sales accepted it
  lead_source?: Opportunity.LeadSource
  lead_source_label: lead source to show; Unknown where there is none
  source_bucket: bucket of lead_source_bucket.csv, else Other
  generated_source?: who made it
  generated_source_label: to show; Unknown where there is none
  campaign_id?: primary campaign
  campaign_name: name of the primary campaign; (none) where there is none
  owner_id?: owner
  owner_name?: name of the owner
  segment?: segment
  iacv: IACV in the reporting currency
*/
select o.opportunity_id, o.sao_date,
    o.lead_source, coalesce(o.lead_source, 'Unknown') as lead_source_label,
    o.source_bucket,
    o.generated_source, coalesce(o.generated_source, 'Unknown') as generated_source_label,
    o.campaign_id, coalesce(c.name, o.campaign_id, '(none)') as campaign_name,
    o.owner_id, u.name as owner_name,
    o.segment, o.iacv
from core.opportunity o
left join core.campaign c on c.campaign_id = o.campaign_id
left join core.user u on u.user_id = o.owner_id
where o.is_sao

/*
grain: a lead source, bucket, created month, owner and segment; additive facts
columns:
  lead_source?: Lead.LeadSource
  lead_source_label: lead source to show; Unknown where there is none
  source_bucket: bucket of lead_source_bucket.csv, else Other
  created_month: first day of the month of creation
  owner_id?: Lead.OwnerId
  segment?: the mapping file's segment
  leads: live leads
  won: those whose opportunity is won
  amount: amount of the won ones
  iacv: IACV of the won ones
*/
select f.lead_source, coalesce(f.lead_source, 'Unknown') as lead_source_label, f.source_bucket, f.created_month,
    f.owner_id, f.segment,
    count(*) as leads,
    count(*) filter (where f.is_won) as won,
    sum(f.amount) as amount,
    sum(f.iacv) as iacv
from marts.lead_source_fact f
group by f.lead_source, f.source_bucket, f.created_month, f.owner_id, f.segment

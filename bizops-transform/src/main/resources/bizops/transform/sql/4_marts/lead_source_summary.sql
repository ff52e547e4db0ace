/*
grain: a lead source
columns:
  lead_source?: Lead.LeadSource
  lead_source_label: lead source to show; Unknown where there is none
  source_bucket: bucket of lead_source_bucket.csv, else Other
  leads: live leads
  won: those whose opportunity is won
  conversion_rate?: won / leads
  median_days?: median of close date minus created date over the won ones, negative ones left out
  negative_days: won ones whose opportunity closed before the lead was created
  won_within_30_days: won ones with 0..30 days
  won_within_90_days: won ones with 0..90 days
  amount: amount of the won ones
  iacv: IACV of the won ones
*/
select f.lead_source, coalesce(f.lead_source, 'Unknown') as lead_source_label, f.source_bucket,
    count(*) as leads,
    count(*) filter (where f.is_won) as won,
    count(*) filter (where f.is_won)::numeric / nullif(count(*), 0) as conversion_rate,
    (percentile_cont(0.5) within group (order by case when f.days >= 0 then f.days end))::numeric(12, 1) as median_days,
    count(*) filter (where f.days < 0) as negative_days,
    count(*) filter (where f.days >= 0 and f.days <= 30) as won_within_30_days,
    count(*) filter (where f.days >= 0 and f.days <= 90) as won_within_90_days,
    sum(f.amount) as amount,
    sum(f.iacv) as iacv
from marts.lead_source_fact f
group by f.lead_source, f.source_bucket

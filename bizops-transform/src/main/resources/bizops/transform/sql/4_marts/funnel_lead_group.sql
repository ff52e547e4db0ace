/*
materialized: view
grain: a live lead in one of its groups, a row for each dimension
like: marts.funnel_lead
columns:
  dimension: what the leads are grouped by - all, channel (of the first touch), source, bucket, owner or segment
  group_id?: the group; all for all; null for leads without a source, owner or segment
*/
select d.dimension, d.group_id,
    f.lead_id, f.campaign_id, f.channel, f.lead_source, f.source_bucket, f.owner_id, f.segment, f.opportunity_id,
    f.created_date, f.mql_date, f.converted_date, f.opportunity_date, f.sao_date, f.won_date,
    f.is_mql, f.is_converted, f.has_opportunity, f.is_sao, f.is_won, f.skipped_steps,
    f.lead_to_mql_days, f.mql_to_sao_days, f.lead_to_sao_days, f.sao_to_won_days, f.lead_to_won_days
from marts.funnel_lead f
cross join lateral (values
    ('all', 'all'),
    ('channel', f.channel),
    ('source', f.lead_source),
    ('bucket', f.source_bucket),
    ('owner', f.owner_id),
    ('segment', f.segment)
) as d (dimension, group_id)

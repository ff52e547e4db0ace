/*
grain: the funnel of a group of leads; over all time
key: [dimension, group_id]
like: marts.funnel_period
without: [period_type, period_start, basis, is_mature]
columns:
  dimension: what the leads are grouped by - all, channel (of the first touch), source, bucket, owner or segment
*/
select p.dimension, p.group_id, p.group_name,
    p.leads, p.mql, p.converted, p.with_opportunity, p.sao, p.won, p.skipped_steps,
    p.mql_rate, p.converted_rate, p.with_opportunity_rate, p.sao_rate, p.won_rate, p.lead_to_sao_rate, p.lead_to_won_rate,
    p.lead_to_mql_days, p.mql_to_sao_days, p.lead_to_sao_days, p.sao_to_won_days, p.lead_to_won_days, p.negative_days
from marts.funnel_period p
where p.period_type = 'all' and p.basis = 'cohort'

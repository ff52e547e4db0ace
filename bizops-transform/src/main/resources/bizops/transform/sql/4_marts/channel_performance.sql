/*
grain: a channel of a live campaign, or (unattributed), and a model; over all time
key: [model, channel]
like: marts.performance_period
without: [dimension, group_id, group_name, period_type, period_start, basis]
columns:
  model: attribution model
  channel: channel, or (unattributed)
*/
select p.model, p.group_id as channel,
    p.spend, p.spend_unknown_campaigns, p.leads, p.cost_per_lead, p.new_customers, p.leads_per_customer,
    p.lead_conversion_rate, p.cac, p.won_iacv, p.cost_per_iacv_dollar, p.iacv_at_median, p.estimated_iacv, p.ltv, p.roi,
    p.median_days_own, p.saos, p.sao_iacv, p.cost_per_sao, p.won, p.cost_per_won,
    p.iacv_within_30, p.iacv_within_60, p.iacv_within_90, p.iacv_within_180, p.iacv_within_365
from marts.performance_all_time p
where p.dimension = 'channel'

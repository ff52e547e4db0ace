/*
materialized: view
grain: what a channel's new customers cost in a period, by model and basis
like: marts.performance_period
without: [dimension, group_id, group_name, spend_unknown_campaigns, cost_per_lead, leads_per_customer, lead_conversion_rate, iacv_at_median, estimated_iacv, median_days_own, saos, sao_iacv, cost_per_sao, won, cost_per_won, iacv_within_30, iacv_within_60, iacv_within_90, iacv_within_180, iacv_within_365]
columns:
  channel: channel, or (unattributed)
*/
select p.channel, p.period_type, p.period_start, p.basis, p.model,
    p.spend, p.leads, p.new_customers, p.won_iacv, p.cac, p.cost_per_iacv_dollar, p.ltv, p.roi
from marts.channel_performance_period p

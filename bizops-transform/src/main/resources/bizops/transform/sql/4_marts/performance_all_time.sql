/*
grain: the metrics of a group over all time, by model, each measure at its own date
key: [model, dimension, group_id]
like: marts.performance_period
without: [period_type, period_start, basis]
*/
-- For the tables of campaigns, channels and the total: to plan the view of all periods takes longer than to read it.
select p.dimension, p.group_id, p.group_name, p.channel, p.model,
    p.spend, p.spend_unknown_campaigns, p.leads, p.cost_per_lead, p.new_customers, p.leads_per_customer,
    p.lead_conversion_rate, p.cac, p.won_iacv, p.cost_per_iacv_dollar, p.iacv_at_median, p.estimated_iacv, p.ltv, p.roi,
    p.median_days_own, p.saos, p.sao_iacv, p.cost_per_sao, p.won, p.cost_per_won,
    p.iacv_within_30, p.iacv_within_60, p.iacv_within_90, p.iacv_within_180, p.iacv_within_365
from marts.performance_period p
where p.period_type = 'all' and p.basis = 'calendar'

/*
grain: a live campaign, or (unattributed), and a model; over all time
key: [model, campaign_id]
like: marts.performance_period
without: [dimension, group_id, group_name, period_type, period_start, basis]
columns:
  model: attribution model
  campaign_id: Salesforce's Campaign.Id, or (unattributed)
  campaign_name: name of the campaign
  channel: channel of the campaign
*/
select p.model, p.group_id as campaign_id, p.group_name as campaign_name, p.channel,
    p.spend, p.spend_unknown_campaigns, p.leads, p.cost_per_lead, p.new_customers, p.leads_per_customer,
    p.lead_conversion_rate, p.cac, p.won_iacv, p.cost_per_iacv_dollar, p.iacv_at_median, p.estimated_iacv, p.ltv, p.roi,
    p.median_days_own, p.saos, p.sao_iacv, p.cost_per_sao, p.won, p.cost_per_won,
    p.iacv_within_30, p.iacv_within_60, p.iacv_within_90, p.iacv_within_180, p.iacv_within_365
from marts.performance_all_time p
where p.dimension = 'campaign'

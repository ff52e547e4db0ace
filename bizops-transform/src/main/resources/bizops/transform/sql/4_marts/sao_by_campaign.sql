/*
grain: sales accepted opportunities of a live campaign, or (unattributed), by attribution model or by primary campaign; over all time
key: [model, campaign_id]
like: marts.sao_by_campaign_period
without: [period_type, period_start, basis]
columns:
  model: attribution model; primary counts an opportunity for the campaign that Salesforce names
*/
select c.model, c.campaign_id, c.campaign_name, c.channel, c.saos, c.sao_iacv as iacv, c.spend, c.cost_per_sao
from marts.campaign_performance c
union all
select 'primary', p.campaign_id, p.campaign_name, p.channel, p.saos, p.iacv, p.spend, p.cost_per_sao
from marts.sao_by_primary_campaign p
where p.period_type = 'all'

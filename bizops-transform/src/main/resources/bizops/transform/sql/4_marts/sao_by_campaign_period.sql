/*
materialized: view
grain: sales accepted opportunities of a campaign in a period, by attribution model or by primary campaign, and basis
columns:
  model: attribution model; primary counts an opportunity for the campaign that Salesforce names
  campaign_id?: Salesforce's Campaign.Id, or (unattributed); null for opportunities without a primary campaign
  campaign_name: name of the campaign; (none) without a primary campaign
  channel?: channel of the campaign; null where no such campaign lives
  period_type: day, week, month, quarter, year, fiscal_quarter, fiscal_year or all
  period_start?: first day of the period; null for all
  basis: calendar, at the SAO date; cohort, at the date of the touch that earned it, which a primary campaign does not have
  saos?: credits of sales accepted opportunities; null where sales acceptance is not defined
  iacv?: their IACV credits
  spend?: known spend of the period; null where the campaign's is not known
  cost_per_sao?: spend / saos
*/
select p.model, p.campaign_id, p.campaign_name, p.channel, p.period_type, p.period_start, p.basis,
    p.saos, p.sao_iacv as iacv, p.spend, p.spend / nullif(p.saos, 0) as cost_per_sao
from marts.campaign_performance_period p
union all
select 'primary', m.campaign_id, m.campaign_name, m.channel, m.period_type, m.period_start, 'calendar',
    m.saos, m.iacv, m.spend, m.cost_per_sao
from marts.sao_by_primary_campaign m

/*
grain: the company's spend beside its counts, without attribution; over all time, one row
like: marts.blended_cost_period
without: [period_type, period_start]
columns: {}
*/
select p.spend, p.leads, p.opportunities, p.saos, p.won, p.new_customers, p.won_iacv,
    p.cost_per_lead, p.cost_per_opportunity, p.cost_per_sao, p.cost_per_won, p.cac, p.cost_per_iacv_dollar
from marts.blended_cost_period p
where p.period_type = 'all'

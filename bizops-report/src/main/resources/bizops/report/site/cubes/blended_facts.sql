/*
title: the company's spend beside its counts in a month, without attribution
dimensions: [month]
every: [month]
sums: [company_spend?, company_leads, company_opportunities, company_saos, company_won, company_new_customers, company_won_iacv]
*/
select p.period_start as month, p.spend as company_spend, p.leads as company_leads,
    p.opportunities as company_opportunities, coalesce(p.saos, 0) as company_saos, p.won as company_won,
    p.new_customers as company_new_customers, p.won_iacv as company_won_iacv
from blended_cost_period p
where p.period_type = 'month'
union all
select null, case when c.spend is not null then 0 end, 0, 0, 0, 0, 0, 0
from blended_cost c

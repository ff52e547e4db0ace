/*
title: Cost per lead by campaign and month
about: Each measure at its own date, credits in equal parts.
display: line
x: [period_start, campaign_name]
y: [cost_per_lead]
filters:
  channel: campaign_performance_period.channel
  period: campaign_performance_period.period_start
*/
select period_start, campaign_name, spend, leads, cost_per_lead
from marts.campaign_performance_period
where period_type = 'month' and basis = 'calendar' and model = 'linear'
[[and {{channel}}]]
[[and {{period}}]]
order by period_start, campaign_name

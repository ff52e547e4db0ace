/*
title: Acquisition cost, lifetime value and return by channel
about: Over all time, in the default attribution model.
display: table
filters:
  channel: channel_performance.channel
*/
select channel, spend, new_customers, cac, ltv, roi
from marts.channel_performance
join marts.build_info on default_model = model
[[where {{channel}}]]
order by spend desc nulls last

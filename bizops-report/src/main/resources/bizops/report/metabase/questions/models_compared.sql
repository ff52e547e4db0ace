/*
title: Won IACV by campaign in four attribution models
about: The columns add up to the same total.
display: bar
x: [campaign_name]
y: [first_touch, last_touch, linear, markov]
filters:
  channel: campaign_performance.channel
*/
select campaign_name,
    sum(won_iacv) filter (where model = 'first') as first_touch,
    sum(won_iacv) filter (where model = 'last') as last_touch,
    sum(won_iacv) filter (where model = 'linear') as linear,
    sum(won_iacv) filter (where model = 'markov') as markov
from marts.campaign_performance
[[where {{channel}}]]
group by campaign_id, campaign_name
order by campaign_name

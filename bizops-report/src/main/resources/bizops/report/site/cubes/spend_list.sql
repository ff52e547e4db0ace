/*
title: what a campaign cost on a day, in whatever model and basis
dimensions: [month, model, basis, channel, campaign_id]
labels: {campaign_id: campaign_name}
every: [model, basis]
details: true
optional: true
columns:
  spend_date: Day
  campaign: Campaign
  campaign_channel: Channel
  origin: From
  spend: Spend
money: [spend]
*/
select date_trunc('month', s.spend_date::timestamp)::date as month, null as model, null as basis,
    coalesce(g.channel, '(absent campaign)') as channel,
    coalesce(g.group_id, '(absent campaign)') as campaign_id, coalesce(g.group_name, '(absent campaign)') as campaign_name,
    s.spend_date, coalesce(g.group_name, s.campaign_id) as campaign, coalesce(g.channel, '(absent campaign)') as campaign_channel,
    case s.basis when 'seed' then 'spend.csv' else 'actual cost' end as origin, round(s.amount, 2) as spend
from {core}.spend_day s
left join performance_group g on g.dimension = 'campaign' and g.group_id = s.campaign_id
where s.amount <> 0
order by s.spend_date desc, s.campaign_id collate "C", s.basis

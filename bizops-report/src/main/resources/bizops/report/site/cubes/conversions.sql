/*
title: won opportunities of a close month, by days from the first touch to the close
dimensions: [month, channel, campaign_id, lead_source, segment, owner_id, conversion_days]
labels: {campaign_id: campaign_name, owner_id: owner_name}
sums: [won_deals, won_with_touch]
values: [days_to_close]
*/
select date_trunc('month', t.close_date::timestamp)::date as month,
    coalesce(t.channel, '(unattributed)') as channel,
    coalesce(t.first_touch_campaign_id, '(unattributed)') as campaign_id,
    coalesce(g.group_name, t.first_touch_campaign_id, '(unattributed)') as campaign_name,
    c.lead_source, t.segment,
    c.owner_id, coalesce(o.owner_name, c.owner_id) as owner_name,
    t.conversion_days, t.conversion_days as days_to_close,
    count(*) as won_deals, count(t.conversion_days) as won_with_touch
from conversion_time t
left join closed_opportunity c on c.opportunity_id = t.opportunity_id
left join performance_group g on g.dimension = 'campaign' and g.group_id = t.first_touch_campaign_id
left join owner_performance o on o.period_type = 'all' and o.owner_id = c.owner_id
group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10

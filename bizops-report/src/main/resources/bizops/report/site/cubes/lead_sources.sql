/*
title: leads created in a month, by where the person first came from, and what became of them
dimensions: [month, lead_source, source_bucket, segment, owner_id, campaign_id, channel]
labels: {owner_id: owner_name, campaign_id: campaign_name}
sums: [source_leads, source_won, source_won_within_30, source_won_within_90, source_negative, source_amount, source_iacv]
values: [source_days]
*/
select f.created_month as month, f.lead_source, f.source_bucket, f.segment,
    f.owner_id, coalesce(o.group_name, f.owner_id) as owner_name,
    f.origin_campaign_id as campaign_id, coalesce(g.group_name, f.origin_campaign_id) as campaign_name,
    coalesce(g.channel, f.origin_campaign_id) as channel,
    case when f.days >= 0 then f.days end as source_days,
    count(*) as source_leads,
    count(*) filter (where f.is_won) as source_won,
    count(*) filter (where f.days between 0 and 30) as source_won_within_30,
    count(*) filter (where f.days between 0 and 90) as source_won_within_90,
    count(*) filter (where f.days < 0) as source_negative,
    sum(f.amount) as source_amount,
    sum(f.iacv) as source_iacv
from lead_source_fact f
left join performance_group g on g.dimension = 'campaign' and g.group_id = f.origin_campaign_id
left join funnel o on o.dimension = 'owner' and o.group_id = f.owner_id
group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10

/*
title: sales accepted opportunities of a month, each counted once
dimensions: [month, lead_source, source_bucket, generated_source, campaign_id, channel, segment, owner_id]
labels: {campaign_id: campaign_name, owner_id: owner_name}
sums: [sao_count, sao_value]
*/
select date_trunc('month', s.sao_date::timestamp)::date as month,
    s.lead_source, s.source_bucket, s.generated_source,
    coalesce(s.campaign_id, '(none)') as campaign_id, s.campaign_name,
    coalesce(g.channel, '(none)') as channel,
    s.segment,
    s.owner_id, coalesce(s.owner_name, s.owner_id) as owner_name,
    count(*) as sao_count, sum(s.iacv) as sao_value
from sao s
left join performance_group g on g.dimension = 'campaign' and g.group_id = s.campaign_id
group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10

/*
title: what cannot be told from the company's data; 0 where it can, else unknown
dimensions: [month, model, basis, campaign_id, channel, lead_source, source_bucket, generated_source, segment, owner_id, product, account_id]
every: [month, model, basis, campaign_id, channel, lead_source, source_bucket, generated_source, segment, owner_id, product, account_id]
sums: [unknown_mqls?, unknown_saos?, unknown_billing?, unknown_activities?]
*/
select null::date as month, null as model, null as basis, null as campaign_id, null as channel, null as lead_source,
    null as source_bucket, null as generated_source, null as segment, null as owner_id, null as product, null as account_id,
    case when not exists (select 1 from note n where n.code = 'mql_undefined') then 0 end as unknown_mqls,
    case when i.is_sao_defined then 0 end as unknown_saos,
    case when not exists (select 1 from note n where n.code = 'no_billing') then 0 end as unknown_billing,
    case when (select count(*) from note n where n.code = 'no_activity') < 2 then 0 end as unknown_activities
from build_info i

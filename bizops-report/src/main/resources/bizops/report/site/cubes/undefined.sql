/*
title: MQLs and SAOs that cannot be told from the company's data; 0, or unknown
dimensions: [month, model, basis, campaign_id, channel, lead_source, source_bucket, generated_source, segment, owner_id]
every: [month, model, basis, campaign_id, channel, lead_source, source_bucket, generated_source, segment, owner_id]
sums: [unknown_mqls?, unknown_saos?]
*/
select null::date as month, null as model, null as basis, null as campaign_id, null as channel, null as lead_source,
    null as source_bucket, null as generated_source, null as segment, null as owner_id,
    case when not exists (select 1 from note n where n.code = 'mql_undefined') then 0 end as unknown_mqls,
    case when i.is_sao_defined then 0 end as unknown_saos
from build_info i

/*
title: whether MQLs and SAOs can be told from the company's data; 1, or unknown
dimensions: [month, model, basis, campaign_id, channel, lead_source, source_bucket, generated_source, segment, owner_id]
every: [month, model, basis, campaign_id, channel, lead_source, source_bucket, generated_source, segment, owner_id]
sums: [mql_defined?, sao_defined?]
*/
select null::date as month, null as model, null as basis, null as campaign_id, null as channel, null as lead_source,
    null as source_bucket, null as generated_source, null as segment, null as owner_id,
    case when not exists (select 1 from note n where n.code = 'mql_undefined') then 1 end as mql_defined,
    case when i.is_sao_defined then 1 end as sao_defined
from build_info i

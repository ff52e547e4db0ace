/*
grain: what became of responses of campaign members, by where they went no further
key: [layer, fate]
additive: {inputs: [staging.salesforce_campaign_member, core.campaign_member_touch], count: rows}
columns:
  layer: staging, of rows as they are read; core, of live responses
  fate: of staging live, deleted or not_responded; of core the reason to drop, or core
  rows: how many
*/
select 'staging' as layer,
    case when m.is_deleted then 'deleted' when m.has_responded then 'live' else 'not_responded' end as fate,
    count(*) as rows
from staging.salesforce_campaign_member m
group by 2
union all
select 'core', coalesce(t.drop_reason, 'core'), count(*)
from core.campaign_member_touch t
group by 2

/*
grain: a campaign, a channel, or the company
key: [dimension, group_id]
accepted:
  dimension: [campaign, channel, total]
columns:
  dimension: campaign, channel or total
  group_id: campaign id, channel, or total; (unattributed) for credit without a touch
  group_name: name to show
  channel?: channel of the campaign, or the channel itself
  is_spend_known: whether any campaign of the group has known spend
  spend_unknown_campaigns: campaigns of the group whose spend is not known
  median_days_own?: median conversion time of won opportunities whose first touch is in the group
*/
with spent as (
    select distinct d.campaign_id from core.spend_day d
),
known as (
    select c.campaign_id, c.name, c.channel, p.campaign_id is not null as is_known
    from core.campaign c
    left join spent p on p.campaign_id = c.campaign_id
),
campaign_median as (
    select t.first_touch_campaign_id as campaign_id,
        (percentile_cont(0.5) within group (order by t.conversion_days))::numeric(12, 1) as days
    from marts.conversion_time t
    where t.first_touch_campaign_id is not null
    group by t.first_touch_campaign_id
),
channel_median as (
    select t.channel, (percentile_cont(0.5) within group (order by t.conversion_days))::numeric(12, 1) as days
    from marts.conversion_time t
    where t.channel is not null
    group by t.channel
)
select 'campaign' as dimension, k.campaign_id as group_id, k.name as group_name, k.channel,
    k.is_known as is_spend_known,
    case when k.is_known then 0 else 1 end::bigint as spend_unknown_campaigns,
    m.days as median_days_own
from known k
left join campaign_median m on m.campaign_id = k.campaign_id
union all
select 'campaign', '(unattributed)', '(unattributed)', '(unattributed)', false, 0, null
union all
select 'channel', k.channel, k.channel, k.channel, bool_or(k.is_known), count(*) filter (where not k.is_known), min(m.days)
from known k
left join channel_median m on m.channel = k.channel
group by k.channel
union all
select 'channel', '(unattributed)', '(unattributed)', '(unattributed)', false, 0, null
union all
select 'total', 'total', 'total', null, exists (select 1 from spent),
    (select count(*) from known k where not k.is_known),
    (select b.median_conversion_days from marts.build_info b)

/*
title: a won opportunity and its first touch
dimensions: [month, channel, campaign_id, lead_source, segment, owner_id]
labels: {campaign_id: campaign_name, owner_id: owner_name}
details: true
optional: true
columns:
  close_date: Closed
  opportunity: Opportunity
  organization: Organization
  campaign: First touch
  has_touch: With a touch
  conversion_days: Days
  owner: Owner
  iacv: IACV
money: [iacv]
*/
select date_trunc('month', t.close_date::timestamp)::date as month,
    coalesce(t.channel, '(unattributed)') as channel,
    coalesce(t.first_touch_campaign_id, '(unattributed)') as campaign_id,
    coalesce(g.group_name, t.first_touch_campaign_id, '(unattributed)') as campaign_name,
    c.lead_source, t.segment,
    c.owner_id, coalesce(u.name, c.owner_id) as owner_name,
    t.close_date, coalesce(o.name, t.opportunity_id) as opportunity, a.name as organization,
    coalesce(g.group_name, t.first_touch_campaign_id, '(unattributed)') as campaign,
    t.conversion_days is not null as has_touch, t.conversion_days,
    coalesce(u.name, c.owner_id) as owner,
    round(c.iacv, 2) as iacv
from conversion_time t
left join closed_opportunity c on c.opportunity_id = t.opportunity_id
left join {core}.opportunity o on o.opportunity_id = t.opportunity_id
left join {core}.organization a on a.account_id = o.account_id
left join {core}.user u on u.user_id = c.owner_id
left join performance_group g on g.dimension = 'campaign' and g.group_id = t.first_touch_campaign_id
order by t.close_date desc, o.name collate "C", t.opportunity_id

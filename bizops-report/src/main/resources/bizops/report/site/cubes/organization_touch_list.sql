/*
title: a touch of a person of an organization
dimensions: [month, account_id, campaign_id]
labels: {account_id: organization, campaign_id: campaign}
details: true
optional: true
columns:
  touch_date: Day
  organization: Organization
  person: Person
  campaign: Campaign
  channel: Channel
*/
select date_trunc('month', t.touch_date::timestamp)::date as month, a.account_id, a.name as organization,
    t.campaign_id, g.group_name as campaign, t.touch_date, coalesce(p.email, t.person_key) as person, g.channel
from {core}.touch t
join organization_person x on x.person_key = t.person_key
join organization_performance a on a.account_id = x.account_id
left join {core}.person p on p.person_key = t.person_key
left join performance_group g on g.dimension = 'campaign' and g.group_id = t.campaign_id
order by t.touch_date desc, a.name collate "C", t.touch_id, coalesce(p.email, t.person_key) collate "C"

/*
title: a lead and the days of its steps
dimensions: [month, channel, campaign_id, lead_source, segment, owner_id]
labels: {campaign_id: campaign_name, owner_id: owner_name}
details: true
optional: true
columns:
  created_date: Created
  person: Person
  company: Company
  source: Source
  campaign: First touch
  owner: Owner
  mql_date: MQL
  sao_date: SAO
  won_date: Won
*/
select date_trunc('month', f.created_date::timestamp)::date as month,
    f.channel, f.campaign_id, coalesce(g.group_name, f.campaign_id) as campaign_name,
    f.lead_source, f.segment, f.owner_id, coalesce(u.name, f.owner_id) as owner_name,
    f.created_date, coalesce(p.email, l.person_key, f.lead_id) as person, l.company, f.lead_source as source,
    coalesce(g.group_name, f.campaign_id) as campaign, coalesce(u.name, f.owner_id) as owner,
    f.mql_date, f.sao_date, f.won_date
from funnel_lead f
left join {core}.lead l on l.lead_id = f.lead_id
left join {core}.person p on p.person_key = l.person_key
left join {core}.user u on u.user_id = f.owner_id
left join performance_group g on g.dimension = 'campaign' and g.group_id = f.campaign_id
order by f.created_date desc, f.lead_id collate "C"

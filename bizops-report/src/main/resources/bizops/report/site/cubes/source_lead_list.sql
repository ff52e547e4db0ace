/*
title: a lead, where its person first came from, and what became of it
dimensions: [month, lead_source, segment, owner_id, campaign_id, channel]
labels: {owner_id: owner_name, campaign_id: campaign_name}
details: true
optional: true
columns:
  created_in: Created in
  person: Person
  company: Company
  source: Source
  campaign: Very first touch
  owner: Owner
  is_won: Won
  closed_within: Closed within
  days: Days
  amount: Amount
  iacv: IACV
money: [amount, iacv]
*/
select f.created_month as month, f.lead_source, f.segment, f.owner_id, coalesce(u.name, f.owner_id) as owner_name,
    f.origin_campaign_id as campaign_id, coalesce(g.group_name, f.origin_campaign_id) as campaign_name,
    coalesce(g.channel, f.origin_campaign_id) as channel,
    to_char(f.created_month, 'YYYY-MM') as created_in, coalesce(p.email, l.person_key, f.lead_id) as person, l.company,
    f.lead_source as source, coalesce(g.group_name, f.origin_campaign_id) as campaign, coalesce(u.name, f.owner_id) as owner,
    f.is_won,
    case
        when f.days < 0 then 'before created'
        when f.days <= 30 then '30 days'
        when f.days <= 90 then '90 days'
        when f.days > 90 then 'longer'
    end as closed_within,
    case when f.days >= 0 then f.days end as days,
    round(nullif(f.amount, 0), 2) as amount, round(nullif(f.iacv, 0), 2) as iacv
from lead_source_fact f
left join {core}.lead l on l.lead_id = f.lead_id
left join {core}.person p on p.person_key = l.person_key
left join {core}.user u on u.user_id = f.owner_id
left join performance_group g on g.dimension = 'campaign' and g.group_id = f.origin_campaign_id
order by f.created_month desc, f.lead_id collate "C"

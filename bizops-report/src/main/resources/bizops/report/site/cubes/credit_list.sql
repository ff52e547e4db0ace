/*
title: a touch and what the default model credits it with, at the day of the event
dimensions: [month, channel, campaign_id]
labels: {campaign_id: campaign_name}
details: true
optional: true
columns:
  event_date: Day
  event: Event
  subject: Opportunity or person
  organization: Organization
  campaign: Campaign
  touch_date: Touch
  weight: Credit
  iacv: IACV
money: [iacv]
*/
select date_trunc('month', c.event_date::timestamp)::date as month,
    c.channel, c.campaign_id, coalesce(g.group_name, c.campaign_id) as campaign_name,
    c.event_date,
    case c.event_type when 'lead' then 'Lead' when 'sao' then 'SAO' when 'won' then 'Won' else 'New customer' end as event,
    coalesce(o.name, p.email, l.person_key, c.event_id) as subject, coalesce(a.name, l.company) as organization,
    coalesce(g.group_name, c.campaign_id) as campaign, c.touch_date,
    trim_scale(round(c.weight, 6)) as weight,
    case when c.event_type in ('sao', 'won') then round(c.credit, 2) end as iacv
from attribution_credit c
join build_info b on b.default_model = c.model
left join {core}.lead l on c.event_type = 'lead' and l.lead_id = c.event_id
left join {core}.person p on p.person_key = l.person_key
left join {core}.opportunity o on c.event_type in ('sao', 'won') and o.opportunity_id = c.event_id
left join {core}.organization a on a.account_id = case when c.event_type = 'new_customer' then c.event_id else o.account_id end
left join performance_group g on g.dimension = 'campaign' and g.group_id = c.campaign_id
where c.weight <> 0
order by c.event_date desc, c.event_type, c.event_id collate "C", c.touch_date, c.touch_id collate "C"

/*
title: something that changed the open pipeline
dimensions: [month, owner_id, lead_source, segment]
labels: {owner_id: owner_name}
details: true
optional: true
columns:
  day: Day
  kind: Change
  opportunity: Opportunity
  organization: Organization
  owner: Owner
  stage: Stage then
  amount: Amount
money: [amount]
*/
select date_trunc('month', e.day::timestamp)::date as month,
    o.owner_id, coalesce(u.name, o.owner_id) as owner_name, o.lead_source, o.segment,
    e.day, e.kind, coalesce(o.name, e.opportunity_id) as opportunity, a.name as organization,
    coalesce(u.name, o.owner_id) as owner, e.stage,
    round(case when e.kind in ('created', 'increase', 'reopened') then e.amount else -e.amount end, 2) as amount
from pipeline_event e
left join {core}.opportunity o on o.opportunity_id = e.opportunity_id
left join {core}.organization a on a.account_id = o.account_id
left join {core}.user u on u.user_id = o.owner_id
where e.day <= (select as_of from build_info)
order by e.day desc, e.amount desc, e.opportunity_id, e.kind

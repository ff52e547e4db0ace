/*
title: an opportunity, at the day it was created
dimensions: [month, lead_source, segment, owner_id]
labels: {owner_id: owner_name}
details: true
optional: true
columns:
  created_date: Created
  opportunity: Opportunity
  organization: Organization
  source: Source
  owner: Owner
  stage: Stage
  accepted: Accepted
  close_date: Close date
  amount: Amount
  iacv: IACV
money: [amount, iacv]
*/
select date_trunc('month', o.created_date::timestamp)::date as month, o.lead_source, o.segment,
    o.owner_id, coalesce(u.name, o.owner_id) as owner_name,
    o.created_date, o.name as opportunity, a.name as organization, o.lead_source as source,
    coalesce(u.name, o.owner_id) as owner, o.stage, o.sao_date as accepted, o.close_date,
    round(o.amount, 2) as amount, round(o.iacv, 2) as iacv
from {core}.opportunity o
left join {core}.organization a on a.account_id = o.account_id
left join {core}.user u on u.user_id = o.owner_id
order by o.created_date desc, o.opportunity_id collate "C"

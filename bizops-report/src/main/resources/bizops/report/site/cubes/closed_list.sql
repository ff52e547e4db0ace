/*
title: a closed opportunity
dimensions: [month, owner_id, lead_source, segment, booking_type]
labels: {owner_id: owner_name}
details: true
optional: true
columns:
  close_date: Closed
  opportunity: Opportunity
  organization: Organization
  result: Result
  booking_type: Type
  owner: Owner
  cycle_days: Days
  amount: Amount
  iacv: IACV
money: [amount, iacv]
*/
select date_trunc('month', c.close_date::timestamp)::date as month,
    c.owner_id, coalesce(u.name, c.owner_id) as owner_name, c.lead_source, c.segment,
    c.close_date, coalesce(o.name, c.opportunity_id) as opportunity, a.name as organization,
    case when c.is_won then 'won' else 'lost' end as result, c.booking_type,
    coalesce(u.name, c.owner_id) as owner, c.cycle_days,
    round(c.amount, 2) as amount, round(c.iacv, 2) as iacv
from closed_opportunity c
left join {core}.opportunity o on o.opportunity_id = c.opportunity_id
left join {core}.organization a on a.account_id = o.account_id
left join {core}.user u on u.user_id = c.owner_id
order by c.close_date desc, c.opportunity_id collate "C"

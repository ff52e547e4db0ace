/*
title: an open opportunity
dimensions: [owner_id, lead_source]
labels: {owner_id: owner_name}
details: true
columns:
  opportunity: Opportunity
  organization: Organization
  stage: Stage
  owner: Owner
  close_date: Close date
  amount: Amount
  weighted: Weighted
  is_past_due: Past due
  push_count: Pushed
money: [amount, weighted]
*/
select o.owner_id, w.owner_name, o.lead_source, o.name as opportunity, a.name as organization, o.stage, w.owner_name as owner,
    o.close_date, round(o.amount, 2) as amount, round(o.weighted, 2) as weighted, o.is_past_due, p.push_count
from open_opportunity o
left join (select distinct owner_id, owner_name from owner_performance) w on w.owner_id = o.owner_id
left join organization_performance a on a.account_id = o.account_id
left join opportunity_push p on p.opportunity_id = o.opportunity_id
order by o.close_date, o.name collate "C", o.opportunity_id

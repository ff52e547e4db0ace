/*
title: an opportunity that was expected to close in a month that is over
dimensions: [month, owner_id, lead_source, segment]
labels: {owner_id: owner_name}
details: true
optional: true
columns:
  opportunity: Opportunity
  organization: Organization
  owner: Owner
  expected_in: Expected in
  expected_by: Close date then
  is_slipped: Slipped
  amount: Amount then
  stage: Stage now
  close_date: Close date now
  push_count: Pushed
money: [amount]
*/
select b.period_start as month, o.owner_id, coalesce(u.name, o.owner_id) as owner_name, o.lead_source, o.segment,
    to_char(b.period_start, 'YYYY-MM') as expected_in, o.name as opportunity, a.name as organization,
    coalesce(u.name, o.owner_id) as owner, b.close_date as expected_by, b.is_slipped, round(b.amount, 2) as amount, o.stage,
    o.close_date, p.push_count
from pipeline_baseline b
left join {core}.opportunity o on o.opportunity_id = b.opportunity_id
left join {core}.organization a on a.account_id = o.account_id
left join {core}.user u on u.user_id = o.owner_id
left join opportunity_push p on p.opportunity_id = b.opportunity_id
where b.period_type = 'month' and not b.is_partial
order by b.period_start desc, b.amount desc nulls last, b.opportunity_id

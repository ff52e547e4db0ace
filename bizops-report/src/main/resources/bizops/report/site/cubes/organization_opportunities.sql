/*
title: an opportunity of an organization
dimensions: [account_id]
labels: {account_id: organization}
details: true
optional: true
columns:
  organization: Organization
  opportunity: Opportunity
  type: Type
  stage: Stage
  source: Source
  created: Created
  accepted: Accepted
  close_date: Close date
  amount: Amount
  iacv: IACV
money: [amount, iacv]
*/
select o.account_id, a.name as organization, o.name as opportunity, o.type, o.stage, o.lead_source as source,
    o.created_date as created, o.sao_date as accepted, o.close_date, round(o.amount, 2) as amount, round(o.iacv, 2) as iacv
from {core}.opportunity o
join organization_performance a on a.account_id = o.account_id
order by o.created_date desc, o.name collate "C", o.opportunity_id

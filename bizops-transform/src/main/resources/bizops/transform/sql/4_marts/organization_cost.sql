/*
materialized: view
grain: a live account with converted leads, and an attribution model
columns:
  account_id: Salesforce's Account.Id
  model: attribution model
  leads: live leads converted into it
  attributed_cost: their cost, an unknown one as 0
  leads_with_unknown_cost: those whose cost is not known
*/
select a.organization_id as account_id, p.model,
    count(*) as leads,
    coalesce(sum(p.cost), 0) as attributed_cost,
    count(*) filter (where p.cost is null) as leads_with_unknown_cost
from core.lead l
join core.organization_alias a on a.account_id = l.converted_account_id
join marts.lead_performance p on p.lead_id = l.lead_id
group by a.organization_id, p.model

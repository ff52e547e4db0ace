/*
materialized: view
grain: an organization and a month in which the sum of its chains is not that of the month before
key: [organization_key, month]
columns:
  organization_key: the account; where none is linked, the billing account or the chain
  account_id?: the live Salesforce account
  month: first day of the month
  kind: new, expansion, contraction, churn or reactivation; a chain lost beside a living one is a contraction
  amount: revenue of this month minus that of the month before
*/
select c.entity_id as organization_key, a.account_id, c.month, c.kind, c.amount
from marts.mrr_change c
left join core.organization a on a.account_id = c.entity_id
where c.entity = 'organization'

/*
materialized: view
grain: a chain and a month in which its monthly recurring revenue is not that of the month before
key: [chain_id, month]
columns:
  chain_id: chain of subscriptions
  month: first day of the month
  kind: new, expansion, contraction, churn (in the month after the last with revenue) or reactivation
  amount: revenue of this month minus that of the month before
*/
select c.entity_id as chain_id, c.month, c.kind, c.amount
from marts.mrr_change c
where c.entity = 'chain'

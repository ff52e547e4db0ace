/*
title: a movement of a customer's recurring revenue
dimensions: [month, segment]
details: true
optional: true
columns:
  movement_month: Month
  organization: Organization
  customer: Chain of subscriptions
  kind: Movement
  amount: MRR
money: [amount]
*/
select m.month, o.segment, to_char(m.month, 'YYYY-MM') as movement_month, o.name as organization, m.chain_id as customer, m.kind,
    round(m.amount, 2) as amount
from mrr_movement m
left join {core}.subscription_chain c on c.chain_id = m.chain_id
left join {core}.organization o on o.account_id = c.account_id
order by m.month desc, abs(m.amount) desc, m.chain_id collate "C", m.kind

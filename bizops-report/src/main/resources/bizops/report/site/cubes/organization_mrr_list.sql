/*
title: recurring revenue of an organization's chain of subscriptions at the end of a month
dimensions: [month, account_id]
labels: {account_id: organization}
details: true
columns:
  in_month: Month
  organization: Organization
  customer: Chain of subscriptions
  mrr: MRR
money: [mrr]
*/
select m.month, m.account_id, o.name as organization, to_char(m.month, 'YYYY-MM') as in_month, m.chain_id as customer,
    round(m.mrr, 2) as mrr
from mrr_month m
join organization_performance o on o.account_id = m.account_id
where m.mrr <> 0
order by m.month desc, m.mrr desc, m.chain_id collate "C"
